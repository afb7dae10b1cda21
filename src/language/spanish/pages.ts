import type { PageWords } from '../lists/pages.ts'

/** Words of pages in Spanish. */
export const spanish: PageWords = {
  byline: '[Pp]or',
  stampWords: 'por el la de del publicado actualizado',
  units: 'metros?',
}
