import { Temporal } from 'temporal-polyfill'
import { monthsOf } from './month-names.ts'

/** Offsets from UTC in hours and minutes, for zones that feeds use and RFC 822 does not define. */
const zones = new Map(
  [
    ...`
  WET +0000 WEST +0100 BST +0100 CET +0100 MEZ +0100 CEST +0200 MESZ +0200 EET +0200 SAST +0200 EEST +0300 MSK +0300 WAT +0100 CAT +0200 EAT +0300 GST +0400 PKT +0500 IST +0530 NPT +0545 ICT +0700
  WIB +0700 AWST +0800 HKT +0800 SGT +0800 PHT +0800 JST +0900 KST +0900 ACST +0930 AEST +1000 ACDT +1030 AEDT +1100 NZST +1200
  NZDT +1300 EST -0500 EDT -0400 CST -0600 CDT -0500 MST -0700 MDT -0600 PST -0800 PDT -0700 NDT -0230 NST -0330 ADT -0300 ART -0300 BRT -0300 AST -0400 AKDT -0800 AKST -0900 HST -1000`.matchAll(
      /(\S+)\s+(\S+)/g,
    ),
  ].map(([, name = '', offset = '']) => [name, offset]),
)
const longestDate = 100
const hasZone = /(?:Z|(?<!^\d{1,2}-\d{1,2})[+-]\d{1,2}(?::?\d{2})?|\b(?:GMT|UTC?|[ECMP][SD]T))\s*(?:\([^()]*\))?$/i
/** A zone of the time-zone database at the end: "Europe/Berlin". */
const namedZone = /\s([A-Z][A-Za-z_]+(?:\/[A-Z][A-Za-z_+-]+){1,2})$/
/** Zones that are named by their region, as American outlets do, whatever the season. */
const regions = new Map([
  ['ET', 'America/New_York'],
  ['CT', 'America/Chicago'],
  ['MT', 'America/Denver'],
  ['PT', 'America/Los_Angeles'],
])
/** Words between the parts of a date that say nothing: "de", "um … Uhr", "at". */
const fillers =
  /(?<=[\s,\d])(?:de|del|d['’]|at|um|à|a las|alle(?: ore)?|ore|om|kl\.?|klo|às|as|uur|uhr|h)(?=[\s,\d]|$)\.?/gi

/**
 * Converts a date as feeds and pages write it to ISO 8601 in UTC; null if it is not a date. A date without a zone is
 * read as UTC, not in the machine's zone.
 */
export function readDate(written: string | null): string | null {
  const text = (written ?? '').trim().slice(0, longestDate)
  const { rest, zone } = withoutZone(text)
  const local = compact(rest) ?? dotted(rest) ?? eastern(rest) ?? iso(rest) ?? inWords(rest)
  return local && zone ? inZone(local, zone) : local
}

/** A date's zone of the time-zone database, and the date without it. */
function withoutZone(text: string): { readonly rest: string; readonly zone: string | null } {
  const [, name = ''] = namedZone.exec(text) ?? /\s([ECMP]T)$/.exec(text) ?? []
  return { rest: text.slice(0, text.length - name.length).trim(), zone: regions.get(name) ?? (name || null) }
}

/** The instant that is a local time, which was read as if it were UTC, in a zone; null if there is no such zone. */
function inZone(readAsUtc: string, zone: string): string | null {
  try {
    const local = Temporal.PlainDateTime.from(readAsUtc.replace(/Z$/, ''))
    return isoOf(local.toZonedDateTime(zone).toInstant().toString())
  } catch {
    return null
  }
}

/** "20261127T080000Z", "20261127", "202611270800", and seconds or milliseconds since 1970. */
function compact(text: string): string | null {
  const [, year, month, day, hour = '00', minute = '00', second = '00', zone = 'Z'] =
    /^((?:19|20)\d\d)(0[1-9]|1[0-2])([0-3]\d)(?:T?([01]\d|2[0-3])([0-5]\d)([0-5]\d)?)?(Z|[+-]\d\d:?\d\d)?$/i.exec(
      text,
    ) ?? []
  if (year) return isoOf(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`)
  if (/^1\d{9}$/.test(text)) return isoOf(new Date(Number(text) * 1_000).toISOString())
  return /^1\d{12}$/.test(text) ? isoOf(new Date(Number(text)).toISOString()) : null
}

/** "27.11.2026 08:00", with a zone or without; "27/11/2026 08:00", which cannot have its month first. */
function dotted(written: string): string | null {
  const text = written.replace(/^(1[3-9]|2\d|3[01])[/-](\d{1,2})[/-](?=\d{4}\b)/, '$1.$2.')
  const [, day = '', month = '', year, time = '00:00', half, zone, name = ''] =
    /^(?:\p{L}+\.?,?\s+)?(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?:[\s,T|–-]+(?:um\s)?(\d{1,2}[:.h]\d{2}(?::\d{2})?)(?:\s?Uhr)?(?:\s?([ap])\.?m\b\.?)?)?(?:\s*(Z|[+-]\d\d:?\d\d)|\s+([A-Z]{3,4})\b)?/iu.exec(
      text,
    ) ?? []
  if (!year) return null
  const [hour = '', ...minutes] = time.split(/[:.h]/i)
  const clock = [
    half && Number(hour) <= 12 ? String((Number(hour) % 12) + (/p/i.test(half) ? 12 : 0)) : hour,
    ...minutes,
  ]
  return isoOf(
    `${isoDay(year, month, day)}T${clock.map((part) => part.padStart(2, '0')).join(':')}${zone ?? zones.get(name.toUpperCase()) ?? 'Z'}`,
  )
}

/** "2026年11月27日 8時05分", "2026년 11월 27일 08:05". */
function eastern(text: string): string | null {
  const [, year, month = '', day = '', hour = '0', minute = '0'] =
    /^(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일](?:[^\d]{0,6}(\d{1,2})(?:\s?[時时시]|:)\s?(\d{1,2})?)?/u.exec(
      text,
    ) ?? []
  if (!year) return null
  const hours = /[午오](?:後|后|후)|下午|PM/i.test(text) && Number(hour) < 12 ? String(Number(hour) + 12) : hour
  return isoOf(`${isoDay(year, month, day)}T${hours.padStart(2, '0')}:${minute.padStart(2, '0')}Z`)
}

/** ISO 8601 with the liberties that feeds take: a blank for the T, a zone by name, "GMT+01:00". */
function iso(text: string): string | null {
  const found =
    /^(\d{4}-\d\d-\d\d)[T ]+(\d{1,2}:\d\d(?::\d\d(?:[.,]\d+)?)?) *(?:Z|(?:UTC?|GMT)?([+-]\d\d(?::?\d\d)?)|UTC?|GMT|([A-Z]{3,4}))?$/i.exec(
      text,
    )
  if (!found) return null
  const [, date, clock = '', offset, name = ''] = found
  const zone = withMinutes(offset) ?? zones.get(name.toUpperCase()) ?? (name ? ` ${name}` : 'Z')
  return isoOf(`${date}T${clock.replace(/^\d:/, '0$&').replace(',', '.')}${zone}`)
}

/** An offset from UTC with its minutes, which some leave out. */
function withMinutes(offset: string | undefined): string | undefined {
  return offset?.length === 3 ? `${offset}:00` : offset
}

/** A date with a month in words, in any of the languages whose months are known. */
function inWords(text: string): string | null {
  const plain = text
    .replace(/\b[A-Z]{3,4}$/, (zone) => zones.get(zone) ?? zone)
    .replace(/(\d)\.(?=\s?\p{L})/gu, '$1 ')
    .replace(/(\d)(?:er|st|nd|rd|th|º|ª)\b/gi, '$1')
    .replace(/(\d)\s?h\s?(\d\d)\b/gi, '$1:$2')
    .replace(/(\d)\s?h(?![\d\p{L}])/gu, '$1:00')
    .replace(fillers, ' ')
    .replace(/(\b\d{4},?\s+)(\d{1,2})\.(\d\d)\b/, '$1$2:$3')
    .replace(/\p{L}[\p{L}\p{M}]{2,}\.?/gu, (word) => monthsOf(word) ?? word)
    .replace(/(\d)\s?([ap])\.?m\.?(?=\s|$)/gi, '$1 $2m')
    .replace(/\s[-–—|]\s/g, ' ')
    .replace(/(GMT|UTC)\s?(?=[+-]\d)/i, '')
    .replace(/\s+/g, ' ')
    .trim()
  const dateAlone = withoutWeekday(plain)
  const date =
    isoOf(hasZone.test(plain) ? plain : `${plain} UTC`) ?? (dateAlone === plain ? null : isoOf(`${dateAlone} UTC`))
  // The year that the engine takes if there is none.
  return date?.startsWith('2001-') && !/01(?!\d)/.test(text) ? null : date
}

/** Drops a first word that is no month: a weekday in another language. */
function withoutWeekday(text: string): string {
  return text.replace(/^\p{L}[\p{L}\p{M}-]*\.?,?\s+(?=\d)/u, '')
}

/** A day as ISO 8601 writes it: "2026", "3", "9" → "2026-03-09". */
export function isoDay(year: string, month: string, day: string): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** A date as ISO 8601 in UTC; null if it cannot be read, or if its year is not 1 to 9999. */
function isoOf(text: string): string | null {
  const ms = Date.parse(text)
  if (Number.isNaN(ms) || !isOnCalendar(text)) return null
  const date = new Date(ms).toISOString()
  return /^(?!0000)\d{4}-/.test(date) ? date : null
}

/** False for a day that its month does not have, which the engine would take for one of the next month. */
function isOnCalendar(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(text) ?? []
  return !year || Number(day) <= new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
}
