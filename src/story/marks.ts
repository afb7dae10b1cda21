import { measureWords, namesByValue, newsWords } from '../language/lists/news-words.ts'
import { numberWords } from './terms/number-words.ts'

/** A day, or a measure and its value, that tells apart two events with similar descriptions. */
export interface StoryMark {
  /** The thing measured: "magnitude", "age of a man". */
  readonly kind: string
  /** The value: "5.1", "tuesday". */
  readonly value: string
}

/** Sunday is 0. */
const weekdays = namesByValue('weekdays')
const months = namesByValue('months')

const numberOf = new Map(weekdays.flatMap((names, day) => names.map((name) => [name, String(day)] as const)))
const monthOf = new Map(months.flatMap((names, month) => names.map((name) => [name, String(month + 1)] as const)))

const either = (names: readonly (readonly string[])[]) => names.flat().join('|')
const ordinal = measureWords('ordinal')
const weekday = new RegExp(String.raw`(?<![\p{L}-])(?:${either(weekdays)})(?!\p{L})`, 'giu')
const dayMonth = new RegExp(
  String.raw`(?<!\d)(\d{1,2})(?:${ordinal})? (?:(?:${measureWords('of')}) )?(${either(months)})(?!\p{L})`,
  'giu',
)
const monthDay = new RegExp(String.raw`(?<!\p{L})(${either(months)}) (\d{1,2})(?:${ordinal})?(?![\d:])`, 'giu')

const figure = String.raw`(\d{1,3}(?:[ .,]\d{3})+|\d+(?:[.,]\d+)?)`
const measured = (pattern: string) => new RegExp(pattern, 'giu')
const measures: readonly (readonly [string, RegExp])[] = [
  ['magnitude', measured(String.raw`\b(?:${measureWords('magnitude')})(?: (?:${measureWords('of')}))?[ -]${figure}`)],
  ['magnitude', measured(String.raw`${figure}[ -](?:${measureWords('behindMagnitude')})`)],
  ['magnitude', /\bM[ -]?(\d\.\d)\b/gu],
  [
    'score',
    new RegExp(
      String.raw`(?<![\d.,:–-])(\d{1,3})[-–](\d{1,3})(?![\d%.,:–-]*\d|%|[- ]?(?:${measureWords('noScore')}))`,
      'gu',
    ),
  ],
  ['score', /(?<![\d.,:])(\d{1,2}):(\d)(?![\d:])/gu],
  [
    'score',
    measured(
      String.raw`(?<![\p{L}\d])(\d{1,2})[ -](?:(?:${measureWords('to')})[ -])?(?:${measureWords('nil')})(?!\p{L})`,
    ),
  ],
  ['percent', measured(String.raw`${figure} ?(?:%|${measureWords('percent')})`)],
  ['points', measured(String.raw`${figure}[ -](?:${measureWords('points')})(?!\p{L})`)],
  ['degrees', measured(String.raw`${figure} ?(?:°|${measureWords('degrees')})`)],
  ['length', measured(String.raw`${figure}[ -]?(?:km|mm|cm|${measureWords('lengths')})\b`)],
  ['term', measured(String.raw`${figure}[ -](?:${measureWords('terms')})(?!${measureWords('noTerm')}|\p{L})`)],
  ['amount', measured(String.raw`[$€£] ?${figure}`)],
  ['amount', measured(String.raw`${figure} ?(?:${measureWords('millions')})\b`)],
  ['index', measured(String.raw`(?:${measureWords('level')}) (\d{1,3}(?:[.,]\d{3})+(?:[.,]\d+)?)`)],
  ['draw', measured(String.raw`(?:#|№ ?|(?:${measureWords('number')}) )(\d{1,5})(?!\d)`)],
]

/**
 * True if different values of this kind at the front of two articles always mean two events; other kinds only count
 * between articles in the same words.
 */
export function isDecisive(kind: string): boolean {
  return kind === 'magnitude' || kind === 'score' || kind.startsWith('age of')
}

const measuredKinds: ReadonlySet<string> = new Set([...measures.map(([kind]) => kind), 'weekday', 'date'])

/** Returns true if a kind is a day or a measure, not a label such as a flight or a round. */
export function isMeasure(kind: string): boolean {
  return measuredKinds.has(kind) || kind.startsWith('age of')
}

/** Days are not values of a measure, but are compared in the same way. */
export const dayKinds: ReadonlySet<string> = new Set(['weekday', 'date'])

/** Finds the days and measures in a text. */
export function marksOf(given: string): StoryMark[] {
  const text = numberWords(given)
  return [...daysIn(text), ...measuresIn(text), ...agesIn(text)]
}

function daysIn(text: string): StoryMark[] {
  const found: StoryMark[] = []
  const date = (day = '', month = '') =>
    found.push({ kind: 'date', value: `${monthOf.get(month.toLowerCase()) ?? ''}-${Number(day)}` })
  for (const [name] of text.matchAll(weekday))
    found.push({ kind: 'weekday', value: numberOf.get(name.toLowerCase()) ?? '' })
  for (const [, day, month] of text.matchAll(dayMonth)) date(day, month)
  for (const [, month, day] of text.matchAll(monthDay)) date(day, month)
  return found
}

function measuresIn(text: string): StoryMark[] {
  return measures.flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)].map(([, first = '', second]) => ({
      kind,
      value: kind === 'score' ? scoreOf(first, second ?? '0') : plainFigure(first),
    })),
  )
}

function agesIn(text: string): StoryMark[] {
  return newsWords
    .flatMap(({ ages }) => ages)
    .flatMap((pattern) =>
      [...text.matchAll(pattern)].map(({ groups }) => ({
        kind: `age of a ${(groups?.['who'] ?? '').toLowerCase()}`,
        value: groups?.['age'] ?? '',
      })),
    )
}

/** A score with the lower number first, since a result is the same from either side. */
function scoreOf(one: string, other: string): string {
  return [Number(one), Number(other)].toSorted((first, second) => first - second).join(':')
}

/** A number without separators: "4,512" and "4.512" → "4512", "1,2" → "1.2". */
function plainFigure(printed: string): string {
  const whole = printed.replace(/[ .,](?=\d{3}(?!\d))/g, '')
  return whole.replace(',', '.')
}

/** Returns true if two values may belong to one event: they are equal, or one is the other rounded. */
export function agree(one: string, other: string): boolean {
  if (one === other) return true
  const [first, second] = [Number(one), Number(other)]
  if (Number.isNaN(first) || Number.isNaN(second)) return false
  const digits = (text: string) => text.split('.')[1]?.length ?? 0
  const coarser = Math.min(digits(one), digits(other))
  return digits(one) !== digits(other) && Math.abs(first - second) <= 0.5 * 10 ** -coarser
}
