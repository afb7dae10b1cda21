import { isoDay, readDate } from '../../text/values/dates.ts'
import { monthsOf } from '../../text/values/month-names.ts'

/** Which number of "10/03/2026" is the day. */
export type DayOrder = 'day-first' | 'month-first'

/** A date in a text, and the characters that it takes. */
export interface FoundDate {
  /** ISO 8601 in UTC. */
  readonly at: string
  readonly start: number
  readonly length: number
}

const clock = String.raw`(?:[\s,.|–—-]{1,4}(?:\p{L}{1,3}\.?\s)?\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\s?[aApP]\.?[mM]\b\.?)?(?:\s?(?:UTC|GMT|Z\b|[+-]\d{2}:\d{2}))?)?`
const dates = new RegExp(
  [
    String.raw`(?<iso>(?:19|20)\d{2}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?)`,
    String.raw`(?<eastern>(?:19|20)\d{2}\s?[年년]\s?\d{1,2}\s?[月월]\s?\d{1,2}\s?[日일](?:\s*\d{1,2}(?::|[時시]\s?)\d{1,2})?)`,
    String.raw`(?<yearFirst>(?:19|20)\d{2}[./]\s?\d{1,2}[./]\s?\d{1,2})`,
    String.raw`(?<numbers>\d{1,2}[./-]\s?\d{1,2}[./-]\s?(?:19|20)\d{2}${clock})`,
    String.raw`(?<dayFirst>\d{1,2}(?:er|st|nd|rd|th|º|\.)?\s(?:\p{L}{2}\s)?\p{L}{3,12}\.?,?\s(?:\p{L}{2}\s)?(?:19|20)\d{2}${clock})`,
    String.raw`(?<monthFirst>\p{L}{3,12}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s(?:19|20)\d{2}${clock})`,
  ]
    .map((form) => `(?<![\\d/.-])${form}(?![\\d/])`)
    .join('|'),
  'gu',
)

/** The first date in a short text; undefined if there is none. */
export function dateIn(text: string, order: DayOrder): FoundDate | undefined {
  for (const found of text.matchAll(dates)) {
    const at = instantOf(found, order)
    if (at !== null) return { at, start: found.index, length: found[0].length }
  }
  return undefined
}

function instantOf({ 0: written, groups = {} }: RegExpMatchArray, order: DayOrder): string | null {
  if (groups['numbers']) return ofNumbers(written, order)
  if (groups['yearFirst']) {
    const [year = '', month = '', day = ''] = written.split(/[./]\s?/)
    return readDate(isoDay(year, month, day))
  }
  if (groups['iso'] || groups['eastern']) return readDate(written)
  const words = written.match(/\p{L}[\p{L}\p{M}]{2,}/gu) ?? []
  return words.some((word) => monthsOf(word)) ? readDate(written) : null
}

/** "10.03.2026" has its day first everywhere; with other marks it depends on the country, unless a number is too large. */
function ofNumbers(written: string, order: DayOrder): string | null {
  const [, first = '', mark, second = '', year = '', rest = ''] =
    /^(\d{1,2})([./-])\s?(\d{1,2})[./-]\s?(\d{4})([\s\S]*)$/.exec(written) ?? []
  const isMonthFirst = Number(second) > 12 || (order === 'month-first' && mark !== '.' && Number(first) <= 12)
  const [day, month] = isMonthFirst ? [second, first] : [first, second]
  return readDate(`${day}.${month}.${year} ${rest.replace(/^[\s,.|–—-]+/, '')}`.trim())
}

/** The day that an address names: "/2026/03/10/", "/2026-03-10-…", "…20260310…"; undefined if it names none. */
export function dateInAddress(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined
  const { pathname } = new URL(url)
  const [, year, month = '', day = ''] =
    /(?:^|\D)((?:19|20)\d{2})[/._-](\d{1,2})[/._-](\d{1,2})(?=\D|$)/.exec(pathname) ??
    /(?:^|\D)((?:19|20)\d{2})\/?(0[1-9]|1[0-2])\/?([0-2]\d|3[01])(?=\D|$)/.exec(pathname) ??
    []
  if (!year) return undefined
  return readDate(isoDay(year, month, day)) ?? undefined
}
