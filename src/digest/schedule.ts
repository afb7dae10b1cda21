import { Temporal } from 'temporal-polyfill'
import type { Schedule } from '../domain/subscription.ts'

/** A week and a day hold every kind of day. */
const daysAhead = 8

/**
 * The first slot of a schedule after an instant, both ISO 8601; null for a schedule that never comes due. A time that
 * the clocks skip in spring is taken as much later as they skip; one that they repeat in autumn comes once, the first time.
 */
export function nextSlot({ days, times, zone }: Schedule, after: string): string | null {
  const from = Temporal.Instant.from(after)
  const today = from.toZonedDateTimeISO(zone).toPlainDate()
  for (let ahead = 0; ahead <= daysAhead; ahead++) {
    const date = today.add({ days: ahead })
    if (!days.includes(date.dayOfWeek)) continue
    for (const time of times.toSorted()) {
      const slot = date.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) }).toInstant()
      if (Temporal.Instant.compare(slot, from) > 0) return new Date(slot.epochMilliseconds).toISOString()
    }
  }
  return null
}
