import type { NewsWords } from '../lists/news.ts'

/** Words of French news. */
export const french: NewsWords = {
  idle: `le la les l un une des du de d et ou à au aux en dans sur pour par avec sans ce cet cette ces se s est sont était ont
    a été il elle ils elles on nous vous son sa ses leur leurs qui que qu quoi dont où ne n pas plus moins comme mais
    après avant selon dit entre depuis être avoir fait lors tout tous toute toutes y même aussi`,
  everyDay: `président ministre gouvernement police tribunal pays ville état homme femme personnes enfants an ans année années jour
    jours semaine heures pour cent millions milliards euros morts blessés tués rapport loi parti entreprise séisme
    incendie accident élection procès`,
  weekdays: ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'],
  months: [
    'janvier',
    'février',
    'mars',
    'avril',
    'mai',
    'juin',
    'juillet',
    'août',
    'septembre',
    'octobre',
    'novembre',
    'décembre',
  ],
  smallNumbers: ['', '', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix', 'onze', 'douze'],
  measures: {
    percent: String.raw`pour cent\b`,
    degrees: String.raw`degrés\b`,
    terms: 'ans',
    level: String.raw`\bà`,
    ordinal: 'er',
  },
  ages: [],
  calendarNames: '',
  endings: { words: '', names: '' },
}
