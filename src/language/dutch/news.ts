import type { NewsWords } from '../lists/news.ts'

/** Words of Dutch news. */
export const dutch: NewsWords = {
  idle: `het een van op te zijn met voor niet aan er om door ook bij werd naar heeft hebben hij zij ze dat die dit deze uit is
    en of als maar dan nog wel meer over na tot`,
  everyDay: '',
  weekdays: ['zondag', 'maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag'],
  months: [],
  smallNumbers: [],
  measures: {},
  ages: [],
  calendarNames: '',
  endings: { words: '', names: '' },
}
