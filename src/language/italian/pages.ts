import type { PageWords } from '../lists/pages.ts'

/** Words of pages in Italian. */
export const italian: PageWords = {
  byline: '[Dd]i',
  stampWords: 'di il pubblicato aggiornato',
}
