import type { PageWords } from '../lists/pages.ts'

/** Words of pages in Portuguese. */
export const portuguese: PageWords = {
  byline: '[Pp]or',
  stampWords: 'por de em às publicado atualizado',
  units: 'metros?',
}
