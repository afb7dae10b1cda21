import { Temporal } from 'temporal-polyfill'
import type { Schedule } from '../../domain/subscription.ts'

/** How many days to look ahead: two months and a day contain every day of the week and of the month. */
const daysAhead = 63

/**
 * A schedule's first slot after an instant, both ISO 8601; null if the schedule never comes due. A time that the clocks
 * skip in spring moves to the first minute after the gap; a time that they repeat in autumn counts only the first time,
 * unless the schedule is for every hour.
 */
export function nextSlot(schedule: Schedule, after: string): string | null {
  if (schedule.atOnce) return nextLook(schedule, after)
  const from = Temporal.Instant.from(after)
  const today = from.toZonedDateTimeISO(schedule.zone).toPlainDate()
  const times = schedule.times.filter((time) => !isQuiet(time, schedule.quiet)).toSorted()
  if (times.length === 0) return null
  for (let ahead = 0; ahead <= daysAhead; ahead++) {
    const date = today.add({ days: ahead })
    if (schedule.until !== null && date.toString() > schedule.until) return null
    if (!hasDay(schedule, date)) continue
    const slots = times.flatMap((time) => [
      instantOf(date, time, schedule.zone),
      ...(isHourly(schedule) ? repeated(date, time, schedule.zone) : []),
    ])
    const slot = slots.toSorted((one, other) => one - other).find((each) => each > from.epochMilliseconds)
    if (slot !== undefined) return new Date(slot).toISOString()
  }
  return null
}

/** The first minute after an instant in which a watch may post: on one of its days, outside its quiet hours. */
function nextLook(schedule: Schedule, after: string): string | null {
  const { zone, quiet, until } = schedule
  const soon = Temporal.Instant.from(after)
    .toZonedDateTimeISO(zone)
    .round({ smallestUnit: 'minute', roundingMode: 'floor' })
  const first = soon.add({ minutes: 1 })
  for (let ahead = 0; ahead <= daysAhead; ahead++) {
    const date = first.toPlainDate().add({ days: ahead })
    if (until !== null && date.toString() > until) return null
    if (!hasDay(schedule, date)) continue
    const time = ahead === 0 ? first.toPlainTime().toString({ smallestUnit: 'minute' }) : '00:00'
    if (!isQuiet(time, quiet))
      return new Date(ahead === 0 ? first.epochMilliseconds : instantOf(date, time, zone)).toISOString()
    // The quiet hours end later on this day, or not before the next.
    if (quiet && quiet.to > time) return new Date(instantOf(date, quiet.to, zone)).toISOString()
  }
  return null
}

/** When the local day of an instant begins and ends, ISO 8601 in UTC. */
export function dayAround(instant: string, zone: string): { readonly from: string; readonly to: string } {
  const day = Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate()
  return { from: startOfDay(day.toString(), zone), to: startOfDay(day.add({ days: 1 }).toString(), zone) }
}

/** When a day ("2026-12-31") begins in a zone, ISO 8601 in UTC. */
export function startOfDay(day: string, zone: string): string {
  return new Date(Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds).toISOString()
}

function hasDay({ days, monthDays }: Schedule, date: Temporal.PlainDate): boolean {
  if (monthDays.length === 0) return days.includes(date.dayOfWeek)
  return monthDays.some((day) => Math.min(day, date.daysInMonth) === date.day)
}

/** Returns true if a time of day is within the quiet hours, which may span midnight. */
export function isQuiet(time: string, quiet: Schedule['quiet']): boolean {
  if (quiet === null) return false
  const { from, to } = quiet
  return from <= to ? time >= from && time < to : time >= from || time < to
}

function isHourly({ times }: Schedule): boolean {
  return times.length === 24 && times.every((time) => time.endsWith(':00'))
}

/** When a local time comes again because the clocks go back, in epoch milliseconds; empty on other days. */
function repeated(date: Temporal.PlainDate, time: string, timeZone: string): number[] {
  const plain = date.toPlainDateTime(Temporal.PlainTime.from(time))
  const late = plain.toZonedDateTime(timeZone, { disambiguation: 'later' })
  const early = plain.toZonedDateTime(timeZone, { disambiguation: 'earlier' })
  const isTwice = late.toPlainDateTime().equals(plain) && late.epochMilliseconds > early.epochMilliseconds
  return isTwice ? [late.epochMilliseconds] : []
}

/** Epoch milliseconds of a local time. */
function instantOf(date: Temporal.PlainDate, time: string, timeZone: string): number {
  const plain = date.toPlainDateTime(Temporal.PlainTime.from(time))
  const early = plain.toZonedDateTime(timeZone, { disambiguation: 'earlier' })
  if (early.toPlainDateTime().equals(plain)) return early.epochMilliseconds
  return early.getTimeZoneTransition('next')?.epochMilliseconds ?? early.epochMilliseconds
}
