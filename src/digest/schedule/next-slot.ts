import { Temporal } from 'temporal-polyfill'
import type { Schedule } from '../../domain/subscription.ts'

/** How many days to look ahead: two months and a day contain every day of the week and of the month. */
const daysAhead = 63

/**
 * A schedule's first slot after an instant, both ISO 8601; null if the schedule never comes due. A time that the clocks
 * skip in spring moves to the first minute after the gap; a time that they repeat in autumn counts only the first time.
 */
export function nextSlot(schedule: Schedule, after: string): string | null {
  const from = Temporal.Instant.from(after)
  const today = from.toZonedDateTimeISO(schedule.zone).toPlainDate()
  const times = schedule.times.filter((time) => !isQuiet(time, schedule.quiet)).toSorted()
  if (times.length === 0) return null
  for (let ahead = 0; ahead <= daysAhead; ahead++) {
    const date = today.add({ days: ahead })
    if (schedule.until !== null && date.toString() > schedule.until) return null
    if (!hasDay(schedule, date)) continue
    for (const time of times) {
      const slot = instantOf(date, time, schedule.zone)
      if (slot > from.epochMilliseconds) return new Date(slot).toISOString()
    }
  }
  return null
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

/** Epoch milliseconds of a local time. */
function instantOf(date: Temporal.PlainDate, time: string, timeZone: string): number {
  const plain = date.toPlainDateTime(Temporal.PlainTime.from(time))
  const early = plain.toZonedDateTime(timeZone, { disambiguation: 'earlier' })
  if (early.toPlainDateTime().equals(plain)) return early.epochMilliseconds
  return early.getTimeZoneTransition('next')?.epochMilliseconds ?? early.epochMilliseconds
}
