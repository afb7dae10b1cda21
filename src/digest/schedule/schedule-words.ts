import { findZone } from '../../chat/commands/zones.ts'
import { everyDay, type Schedule } from '../../domain/subscription.ts'
import { isQuiet } from './next-slot.ts'
import { readAtOnce, type Take } from './watch-words.ts'

export type ReadSchedule =
  | { readonly kind: 'schedule'; readonly schedule: Schedule }
  /** What is wrong and what would be right, worded for the person who wrote the schedule. */
  | { readonly kind: 'unclear'; readonly reason: string; readonly field: ScheduleField }

/** The part of a schedule that is not clear; `when` is anything but its days, times or zone. */
export type ScheduleField = 'days' | 'time' | 'zone' | 'when'

type Unclear = Extract<ReadSchedule, { kind: 'unclear' }>

export const dayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const
export const weekdays: readonly number[] = [1, 2, 3, 4, 5]
export const weekend: readonly number[] = [6, 7]
const example = 'Try: weekdays 8:00 London; mon, thu 7:30 and 18:00; every 4 hours; monthly on the 1st 9:00'
/** The most times per day: one edition an hour. */
const mostTimes = 24

/**
 * Reads a schedule as people write it: days ("weekdays", "mon, thu", "monthly on the 1st"), times ("8", "8:30 and
 * 17:00", "6pm", "every 4 hours"), and optionally a zone or city, "quiet 22:00-7:00" and "until 2026-12-31".
 */
export function readSchedule(text: string, zone: string): ReadSchedule {
  let rest = ` ${plainWords(text)} `
  const take = (pattern: RegExp) => {
    const match = pattern.exec(rest)
    if (match) rest = `${rest.slice(0, match.index)} ${rest.slice(match.index + match[0].length)}`
    return match
  }
  const until = take(/\suntil (\d{4}-\d\d-\d\d)(?=\s)/)?.[1] ?? null
  if (until !== null && !isDate(until)) return unclear(`${until} isn’t a valid date.`, 'when')
  const quiet = take(
    /\s(?:quiet|not|except)(?: from| between)? ([\d:.]+(?: ?[ap]m)?) ?(?:-|–|to|and|until) ?([\d:.]+(?: ?[ap]m)?)(?=\s)/,
  )
  const problem = problemIn(rest)
  if (problem) return problem
  const watch = readAtOnce(take)
  const monthDays = readMonthDays(take)
  const days = readDays(take)
  const times = watch.atOnce ? noTimes : readHours(take)
  const place = placeIn(rest)
  if (times.kind === 'unclear') return withUnknownWords(times, place)
  const found = zoneOf(place, zone)
  if (!found) return unclear(`“${place}” isn’t a time zone or city Onrecord knows.`, 'zone')
  const hours = readQuiet(quiet)
  if (hours === 'unclear')
    return unclear('The quiet hours aren’t clear. Write them like this: quiet 22:00-7:00.', 'when')
  const clash = clashOf(monthDays, days)
  if (clash) return unclear(clash, 'days')
  if (!watch.atOnce && times.times.every((time) => isQuiet(time, hours)))
    return unclear('All the times fall within the quiet hours.', 'time')
  const weekly = days.length > 0 ? days : everyDay
  return {
    kind: 'schedule',
    schedule: {
      days: weekly,
      monthDays,
      times: times.times,
      zone: found,
      quiet: hours,
      until,
      ...watch,
    },
  }
}

/** The words in the forms that are read: as a phone writes them, and short for others. */
function plainWords(text: string): string {
  return text
    .toLowerCase()
    .trim()
    .replaceAll('’', "'")
    .replace(/\s?&\s?|(?<=[a-z])\s?\/\s?(?=(?:mon|tue|wed|thu|fri|sat|sun))/g, ' and ')
    .replace(/\bhourly\b/g, 'every hour')
}

/** The zone of a place, or `zone` if there is none. The comma of “London, UK” has become two spaces by now. */
function zoneOf(place: string, zone: string): string | undefined {
  if (place === '') return zone
  const [city = ''] = place.split(/\s{2,}/, 1)
  return findZone(place.replace(/\s+/g, ' ')) ?? findZone(city)
}

/** The words of a schedule that are neither days nor times: its place. */
function placeIn(rest: string): string {
  return rest.replace(/[,;]|\b(?:at|on|in|and|o'clock|time|of|each|the|from)\b/g, ' ').trim()
}

/** What is unclear about the times; or, if other words are no place either, those words. */
function withUnknownWords(times: Unclear, words: string): Unclear {
  if (words === '' || findZone(words)) return times
  return unclear(`“${words.slice(0, 40)}” isn’t a day, a time or a place Onrecord knows.`, 'when')
}

/** Why a text cannot be a schedule; undefined if it may be one. */
function problemIn(text: string): Unclear | undefined {
  if (/\suntil\s/.test(text)) return unclear('“until” needs a date like 2026-12-31.', 'when')
  if (/\severy \d+ ?(?:minutes?|mins?|m)\s/.test(text))
    return unclear('A digest can go out at most once an hour.', 'time')
  return hasTwoSets(text)
    ? unclear('Different times on different days need separate digests. Set up two.', 'days')
    : undefined
}

function readQuiet(found: RegExpExecArray | null): Schedule['quiet'] | 'unclear' {
  if (!found) return null
  const [from, to] = [readTime(found[1] ?? ''), readTime(found[2] ?? '')]
  return from && to ? { from, to } : 'unclear'
}

function clashOf(monthDays: readonly number[], days: readonly number[]): string | undefined {
  if (monthDays.some((day) => day < 1 || day > 31)) return 'The days of a month go from 1 to 31.'
  if (monthDays.length > 0 && days.length > 0)
    return 'A digest can use days of the month or days of the week, not both. Set up two.'
  return undefined
}

/** Returns true if a time comes between days: “weekdays 8:00 and saturdays 10:00”. */
function hasTwoSets(text: string): boolean {
  const days = [...text.matchAll(/\b(?:mon|tue|wed|thu|fri|sat|sun|weekday|weekend|daily)[a-z]*/g)].map(
    ({ index }) => index,
  )
  const [first = 0, last = 0] = [days[0], days.at(-1)]
  return [...text.matchAll(/\b\d{1,2}(?:[:.]\d{2}| ?[ap]m\b)/g)].some(({ index }) => first < index && index < last)
}

type Times = { readonly kind: 'times'; readonly times: readonly string[] } | Unclear

function readMonthDays(take: Take): number[] {
  const found = take(
    /\s(?:monthly|(?:every|each) month|of (?:the|each|every) month)?(?: on)?(?: the)? ?((?:\d{1,2}(?:st|nd|rd|th)(?:,? and |, ?| )?)+)(?: of (?:the|each|every) month)?(?=\s)/,
  )
  if (found?.[1]) return [...found[1].matchAll(/\d+/g)].map(([day]) => Number(day))
  return take(/\s(?:monthly|(?:every|each) month)(?=\s)/) ? [1] : []
}

function readDays(take: Take): number[] {
  const days = new Set<number>()
  if (take(/\s(?:every ?day|daily|each day)(?=[\s,])/)) for (const day of everyDay) days.add(day)
  if (take(/\s(?:(?:every |on )?(?:weekdays?|working days?|workdays?))(?=[\s,])/))
    for (const day of weekdays) days.add(day)
  if (take(/\s(?:(?:every |on |at )?weekends?)(?=[\s,])/)) for (const day of weekend) days.add(day)
  const name = '(mon|tue|wed|thu|fri|sat|sun)(?:day|s|sday|nesday|rsday|urday|r|rs)?s?'
  const range = take(new RegExp(`\\s(?:every |on )?${name} ?(?:-|–|to|through) ?${name}(?=[\\s,])`))
  if (range) for (const day of between(numberOf(range[1]), numberOf(range[2]))) days.add(day)
  const one = new RegExp(`[\\s,](?:every |on |and )?${name}(?=[\\s,])`)
  for (let found = take(one); found; found = take(one)) days.add(numberOf(found[1]))
  return [...days].toSorted((first, second) => first - second)
}

const noTimes: Times = { kind: 'times', times: [] }

/** The times of a schedule, given one by one or as a step: "every 4 hours". */
function readHours(take: Take): Times {
  const every = take(/\severy (\d+|other)? ?hours?(?=[\s,;])/)
  return every ? everyHours(Number(every[1] ?? 1)) : readTimes(take)
}

function readTimes(take: Take): Times {
  const times = new Set<string>()
  const one = /[\s,](?:at |and |, ?)?(\d{1,2}(?:[:.h]\d{2})? ?(?:[ap]\.?m\.?)?|noon|midnight)(?=[\s,;]|$)/
  for (let found = take(one); found; found = take(one)) {
    const time = readTime(found[1] ?? '')
    if (!time) return unclear(`“${found[1]?.trim()}” isn’t a valid time.`, 'time')
    if (Number(time.slice(3)) % 5 !== 0)
      return unclear(`Times go in steps of five minutes, so ${time} won’t work.`, 'time')
    times.add(time)
  }
  if (times.size === 0) return unclear('The time of day is missing.', 'time')
  if (times.size > mostTimes) return unclear(`A digest can go out at most ${mostTimes} times a day.`, 'time')
  return { kind: 'times', times: [...times].toSorted() }
}

function everyHours(step: number): Times {
  const hours = Number.isNaN(step) ? 2 : step
  if (hours < 1 || hours > 24) return unclear('Choose every 1 to 24 hours.', 'time')
  return { kind: 'times', times: Array.from({ length: Math.ceil(24 / hours) }, (_, at) => clock(at * hours, 0)) }
}

/** "8", "8.30", "6 pm", "noon" → "08:00", "08:30", "18:00", "12:00"; undefined if it is not a time. */
export function readTime(text: string): string | undefined {
  if (text.trim() === 'noon') return '12:00'
  if (text.trim() === 'midnight') return '00:00'
  const [, hour, minute = '0', half] = /^ *(\d{1,2})(?:[:.h](\d{2}))? ?([ap])?\.?m?\.? *$/i.exec(text) ?? []
  if (hour === undefined) return undefined
  const given = Number(hour)
  if (half && (given < 1 || given > 12)) return undefined
  const hours = half ? (given % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : given
  return hours > 23 || Number(minute) > 59 ? undefined : clock(hours, Number(minute))
}

function clock(hours: number, minutes: number): string {
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}

function isDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

function numberOf(name: string | undefined): number {
  return dayNames.findIndex((day) => day.toLowerCase().startsWith(name ?? '?')) + 1
}

function between(from: number, to: number): number[] {
  return Array.from({ length: ((to - from + 7) % 7) + 1 }, (_, at) => ((from - 1 + at) % 7) + 1)
}

function unclear(reason: string, field: ScheduleField): Unclear {
  return { kind: 'unclear', reason: `${reason} ${example}`, field }
}
