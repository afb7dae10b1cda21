import type { NewsWords } from '../lists/news.ts'

/** Words of German news. */
export const german: NewsWords = {
  idle: `der die das des dem den ein eine einer eines einem einen und oder in im an am auf für mit von vom zu zum zur aus bei
    nach vor über unter um ist sind war waren wird werden wurde wurden hat haben hatte es er sie sein seine seiner ihr
    ihre ihrer sich nicht kein keine dass wie als auch noch nur nun so wenn aber durch gegen seit bis dieser diese dieses
    soll sagte sagt mehr man`,
  everyDay: `präsident minister ministerin regierung polizei gericht land stadt staat mann frau menschen kinder jahr jahre jahren
    tag tage tagen woche uhr prozent millionen milliarden euro tote toten verletzte getötet bericht gesetz partei firma
    unternehmen sprecher sprecherin erdbeben stärke brand feuer unfall wahl wahlen prozess spiel sieg gewinnt verliert
    börse aktien`,
  weekdays: [
    'sonntag sonntags',
    'montag montags',
    'dienstag dienstags',
    'mittwoch mittwochs',
    'donnerstag donnerstags',
    'freitag freitags',
    'samstag samstags sonnabend',
  ],
  months: [
    'januar',
    'februar',
    'märz',
    'april',
    'mai',
    'juni',
    'juli',
    'august',
    'september',
    'oktober',
    'november',
    'dezember',
  ],
  smallNumbers: ['', '', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun', 'zehn', 'elf', 'zwölf'],
  measures: {
    magnitude: 'stärke|richterskala',
    percent: String.raw`prozent\b`,
    points: 'punkten?',
    degrees: String.raw`grad\b`,
    terms: 'jahren?',
    millions: 'millionen|milliarden',
    level: String.raw`\bbei`,
    ordinal: String.raw`\.`,
    of: 'von',
  },
  ages: [],
  calendarNames: '',
  endings: { words: '', names: '' },
}
