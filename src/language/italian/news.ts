import type { NewsWords } from '../lists/news.ts'

/** Words of Italian news. */
export const italian: NewsWords = {
  idle: `il lo gli i una uno di del della dei delle dello dal dalla nel nella al alla sul sulla con per tra fra che chi cui non
    più come ma anche è sono era ha hanno stato stata dopo prima ed si suo sua`,
  everyDay: '',
  weekdays: ['domenica', 'lunedì', 'martedì', 'mercoledì', 'giovedì', 'venerdì', 'sabato'],
  months: [
    'gennaio',
    'febbraio',
    'marzo',
    'aprile',
    'maggio',
    'giugno',
    'luglio',
    'agosto',
    'settembre',
    'ottobre',
    'novembre',
    'dicembre',
  ],
  smallNumbers: [],
  measures: {},
  ages: [],
  calendarNames: '',
  endings: { words: '', names: '' },
}
