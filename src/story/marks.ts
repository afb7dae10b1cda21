import { numberWords } from './number-words.ts'

/** What tells two events apart that are otherwise told alike: a day, or a measure and its value. */
export interface Mark {
  /** What is measured: "magnitude", "age of a man". */
  readonly kind: string
  /** The value: "5.1", "tuesday". */
  readonly value: string
}

/** Sunday is 0. */
const weekdays = [
  'sunday sonntag sonntags dimanche domingo domenica zondag',
  'monday montag montags lundi lunes segunda-feira lunedì maandag',
  'tuesday dienstag dienstags mardi martes terça-feira martedì dinsdag',
  'wednesday mittwoch mittwochs mercredi miércoles quarta-feira mercoledì woensdag',
  'thursday donnerstag donnerstags jeudi jueves quinta-feira giovedì donderdag',
  'friday freitag freitags vendredi viernes sexta-feira venerdì vrijdag',
  'saturday samstag samstags sonnabend samedi sábado sabato zaterdag',
].map((names) => names.split(' '))

const months = [
  'january januar janvier enero janeiro gennaio',
  'february februar février febrero fevereiro febbraio',
  'march märz mars marzo março',
  'april avril abril aprile',
  'may mai mayo maio maggio',
  'june juni juin junio junho giugno',
  'july juli juillet julio julho luglio',
  'august août agosto',
  'september septembre septiembre setembro settembre',
  'october oktober octobre octubre outubro ottobre',
  'november novembre noviembre novembro',
  'december dezember décembre diciembre dezembro dicembre',
].map((names) => names.split(' '))

const numberOf = new Map(weekdays.flatMap((names, day) => names.map((name) => [name, String(day)] as const)))
const monthOf = new Map(months.flatMap((names, month) => names.map((name) => [name, String(month + 1)] as const)))

const either = (names: readonly (readonly string[])[]) => names.flat().join('|')
const weekday = new RegExp(String.raw`(?<![\p{L}-])(?:${either(weekdays)})(?!\p{L})`, 'giu')
const dayMonth = new RegExp(
  String.raw`(?<!\d)(\d{1,2})(?:st|nd|rd|th|\.|er|º)? (?:de |of )?(${either(months)})(?!\p{L})`,
  'giu',
)
const monthDay = new RegExp(String.raw`(?<!\p{L})(${either(months)}) (\d{1,2})(?:st|nd|rd|th)?(?![\d:])`, 'giu')

const figure = String.raw`(\d{1,3}(?:[ .,]\d{3})+|\d+(?:[.,]\d+)?)`
const measures: readonly (readonly [string, RegExp])[] = [
  [
    'magnitude',
    new RegExp(String.raw`\b(?:magnitude|magnitud|stärke|richterskala)(?: of| de| von)?[ -]${figure}`, 'giu'),
  ],
  ['magnitude', new RegExp(String.raw`${figure}[ -](?:magnitude|richter|on the richter)`, 'giu')],
  ['magnitude', /\bM[ -]?(\d\.\d)\b/gu],
  [
    'score',
    /(?<![\d.,:–-])(\d{1,3})[-–](\d{1,3})(?![\d%.,:–-]*\d|%|[- ]?(?:year|point|seat|minute|day|hour|page|mile))/gu,
  ],
  ['score', /(?<![\d.,:])(\d{1,2}):(\d)(?![\d:])/gu],
  ['score', /(?<![\p{L}\d])(\d{1,2})[ -](?:to[ -])?(?:nil|zero|null|love)(?!\p{L})/giu],
  [
    'percent',
    new RegExp(
      String.raw`${figure} ?(?:%|percent\b|per cent\b|pc\b|prozent\b|pour cent\b|por ciento\b|por cento\b)`,
      'giu',
    ),
  ],
  ['points', new RegExp(String.raw`${figure}[ -](?:basis )?(?:points?|punkten?|puntos?|pontos?)(?!\p{L})`, 'giu')],
  ['degrees', new RegExp(String.raw`${figure} ?(?:°|degrees?\b|grad\b|degrés\b|grados\b|graus\b)`, 'giu')],
  ['length', new RegExp(String.raw`${figure}[ -]?(?:km|kilomet(?:re|er)s?|miles?|met(?:re|er)s?|mph|mm|cm)\b`, 'giu')],
  [
    'term',
    new RegExp(String.raw`${figure}[ -](?:years?|months?|jahren?|ans|años|anos)(?! old|-old|s? of age|\p{L})`, 'giu'),
  ],
  ['amount', new RegExp(String.raw`[$€£] ?${figure}`, 'giu')],
  ['amount', new RegExp(String.raw`${figure} ?(?:million|billion|millionen|milliarden|mn|bn)\b`, 'giu')],
  ['index', /(?:\bat|\bbei|\bà|\ba) (\d{1,3}(?:[.,]\d{3})+(?:[.,]\d+)?)/giu],
  ['draw', /(?:#|№ ?|no\. )(\d{1,5})(?!\d)/giu],
]

const people = 'man|woman|boy|girl|teenager|teen|driver|cyclist|pedestrian|pensioner|student'
const youngAndOld = new RegExp(String.raw`(?<age>\d{1,3})[- ]year[- ]old (?<who>${people})\b`, 'giu')
const aged = new RegExp(String.raw`\b(?<who>${people}),? (?:aged )?(?<age>\d{1,3})(?=[, ]|$)`, 'giu')

/** Kinds that tell events apart wherever they stand at the front; others only between tellings in the same words. */
export function isDecisive(kind: string): boolean {
  return kind === 'magnitude' || kind === 'score' || kind.startsWith('age of')
}

const measured: ReadonlySet<string> = new Set([...measures.map(([kind]) => kind), 'weekday', 'date'])

/** Whether a kind is a day or a measure, not the label of flights or rounds. */
export function isMeasure(kind: string): boolean {
  return measured.has(kind) || kind.startsWith('age of')
}

/** Days: not values of a measure, but told apart in the same way. */
export const dayKinds: ReadonlySet<string> = new Set(['weekday', 'date'])

/** The days and measures in a text. */
export function marksOf(given: string): Mark[] {
  const text = numberWords(given)
  return [...daysIn(text), ...measuresIn(text), ...agesIn(text)]
}

function daysIn(text: string): Mark[] {
  const found: Mark[] = []
  const date = (day = '', month = '') =>
    found.push({ kind: 'date', value: `${monthOf.get(month.toLowerCase()) ?? ''}-${Number(day)}` })
  for (const [name] of text.matchAll(weekday))
    found.push({ kind: 'weekday', value: numberOf.get(name.toLowerCase()) ?? '' })
  for (const [, day, month] of text.matchAll(dayMonth)) date(day, month)
  for (const [, month, day] of text.matchAll(monthDay)) date(day, month)
  return found
}

function measuresIn(text: string): Mark[] {
  return measures.flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)].map(([, first = '', second]) => ({
      kind,
      value: kind === 'score' ? scoreOf(first, second ?? '0') : plainFigure(first),
    })),
  )
}

function agesIn(text: string): Mark[] {
  return [youngAndOld, aged].flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ groups }) => ({
      kind: `age of a ${(groups?.['who'] ?? '').toLowerCase()}`,
      value: groups?.['age'] ?? '',
    })),
  )
}

/** Told from either side, a result is the same. */
function scoreOf(one: string, other: string): string {
  return [Number(one), Number(other)].toSorted((first, second) => first - second).join(':')
}

/** "4,512" and "4.512" → "4512", "1,2" → "1.2". */
function plainFigure(printed: string): string {
  const whole = printed.replace(/[ .,](?=\d{3}(?!\d))/g, '')
  return whole.replace(',', '.')
}

/** Whether two values may be of one event: the same, or one the other rounded. */
export function agree(one: string, other: string): boolean {
  if (one === other) return true
  const [first, second] = [Number(one), Number(other)]
  if (Number.isNaN(first) || Number.isNaN(second)) return false
  const digits = (text: string) => text.split('.')[1]?.length ?? 0
  const coarser = Math.min(digits(one), digits(other))
  return digits(one) !== digits(other) && Math.abs(first - second) <= 0.5 * 10 ** -coarser
}
