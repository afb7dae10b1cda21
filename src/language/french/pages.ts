import type { PageWords } from '../lists/pages.ts'

/** Words of pages in French. */
export const french: PageWords = {
  byline: '[Pp]ar',
  stampWords: 'par le à les publié mis jour mise',
  filed: { opinion: 'opinion|tribunes?', live: 'en direct' },
  titled: { live: /^en direct\s*[:|–—-]/i },
  units: 'mètres?',
}
