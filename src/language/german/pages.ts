import type { PageWords } from '../lists/pages.ts'

/** Words of pages in German. */
export const german: PageWords = {
  byline: '[Vv]on',
  stampWords: 'von vom um uhr aktualisiert veröffentlicht erstellt stand zuletzt',
  filed: { opinion: 'kommentare?|leitartikel|meinung', live: 'liveticker' },
  titled: { live: /^liveticker\s*[:|–—-]/i },
  units: 'Meter|Kilometer',
}
