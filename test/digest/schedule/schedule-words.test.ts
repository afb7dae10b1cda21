import { describe, expect, it } from 'vitest'
import { findZone, suggestZones } from '../../../src/chat/commands/zones.ts'
import { describeSchedule } from '../../../src/digest/schedule/describe-schedule.ts'
import { nextSlot } from '../../../src/digest/schedule/next-slot.ts'
import { readSchedule } from '../../../src/digest/schedule/schedule-words.ts'

describe('a schedule in words', () => {
  it.each([
    ['weekdays 8:00 London', 'weekdays at 08:00 (Europe/London)'],
    ['every day at 8 and 17:30', 'every day at 08:00 and 17:30 (UTC)'],
    ['mon, wed, fri 7:30', 'Mondays, Wednesdays and Fridays at 07:30 (UTC)'],
    ['Mon-Fri 8am New York', 'weekdays at 08:00 (America/New_York)'],
    ['every 4 hours', 'every 4 hours from 00:00 (UTC)'],
    ['weekdays every hour', 'weekdays every hour (UTC)'],
    ['monthly on the 1st 9:00', 'monthly on the 1st at 09:00 (UTC)'],
    ['on the 1st and 15th at 9', 'monthly on the 1st and 15th at 09:00 (UTC)'],
    [
      'daily 6pm quiet 22:00-07:00 until 2026-12-31',
      'every day at 18:00 (UTC), except from 22:00 to 07:00, until 2026-12-31',
    ],
    ['weekends at noon', 'weekends at 12:00 (UTC)'],
    ['fri-mon 8:00 Tokyo', 'Mondays, Fridays, Saturdays and Sundays at 08:00 (Asia/Tokyo)'],
    ['8', 'every day at 08:00 (UTC)'],
    ['8 o’clock', 'every day at 08:00 (UTC)'],
    ['Mon & Thu 7:30', 'Mondays and Thursdays at 07:30 (UTC)'],
    ['tues/thurs 10', 'Tuesdays and Thursdays at 10:00 (UTC)'],
    ['hourly', 'every hour (UTC)'],
    ['daily 8:00 São Paulo', 'every day at 08:00 (America/Sao_Paulo)'],
    ['daily 8:00 London, UK', 'every day at 08:00 (Europe/London)'],
    ['at once', 'as soon as a story matches, at most 5 times a day (UTC)'],
    [
      'weekdays at once, at most 1 a day, quiet 22:00-7:00 London until 2026-12-31',
      'weekdays as soon as a story matches, at most once a day (Europe/London), except from 22:00 to 07:00, until 2026-12-31',
    ],
  ])('is understood: %s', (text, meaning) => {
    const read = readSchedule(text, 'UTC')
    expect(read.kind === 'schedule' ? describeSchedule(read.schedule) : read.reason).toBe(meaning)
  })

  it.each([
    ['weekdays', 'The time of day is missing.'],
    ['8:03', 'steps of five minutes'],
    ['mondays at 25:00', 'isn’t a valid time'],
    ['every 30 hours', 'every 1 to 24 hours'],
    ['weekdays 8:00 and saturdays 10:00', 'need separate digests'],
    ['every monday on the 1st 9:00', 'not both'],
    ['8:00 quiet 7:00-9:00', 'fall within the quiet hours'],
    ['blah', '“blah” isn’t a day, a time or a place'],
    ['every full moon', '“every full moon” isn’t a day, a time or a place'],
    ['weekdays London', 'time of day is missing'],
    ['8:00 Atlantis', '“atlantis” isn’t a time zone'],
    ['daily 8:00 until 2026-02-31', 'isn’t a valid date'],
    ['', 'The time of day is missing.'],
  ])('is refused with an example: %s', (text, reason) => {
    const read = readSchedule(text, 'UTC')
    expect(read).toMatchObject({ kind: 'unclear', reason: expect.stringContaining(reason) as string })
    expect(read.kind === 'unclear' && read.reason).toContain('weekdays 8:00 London')
  })

  it('keeps a month’s last day in short months, and its quiet hours, and its end', () => {
    const monthly = { days: [], monthDays: [31], times: ['09:00'], zone: 'UTC', quiet: null, until: null }
    expect(nextSlot(monthly, '2026-02-01T00:00:00Z')).toBe('2026-02-28T09:00:00.000Z')
    const quiet = { ...monthly, times: ['06:00', '09:00', '23:00'], quiet: { from: '22:00', to: '07:00' } }
    expect(nextSlot(quiet, '2026-03-31T00:00:00Z')).toBe('2026-03-31T09:00:00.000Z')
    expect(nextSlot(quiet, '2026-03-31T09:00:00Z')).toBe('2026-04-30T09:00:00.000Z')
    expect(nextSlot({ ...monthly, until: '2026-03-30' }, '2026-03-01T00:00:00Z')).toBeNull()
  })

  it.each([
    ['Kolkata', 'Asia/Kolkata'],
    ['Kathmandu', 'Asia/Kathmandu'],
    ['Nuuk', 'America/Nuuk'],
    ['Ho Chi Minh City', 'Asia/Ho_Chi_Minh'],
    ['Yangon', 'Asia/Yangon'],
    ['Zürich', 'Europe/Zurich'],
    ['zurich', 'Europe/Zurich'],
    ['São Paulo', 'America/Sao_Paulo'],
    ['sao paulo', 'America/Sao_Paulo'],
    ['Bogotá', 'America/Bogota'],
    ['Kyiv', 'Europe/Kyiv'],
    ['Europe/Kiev', 'Europe/Kyiv'],
    ['Asia/Calcutta', 'Asia/Kolkata'],
    ['Bengaluru', 'Asia/Kolkata'],
    ['Ushuaia', 'America/Argentina/Ushuaia'],
    ['Buenos Aires', 'America/Argentina/Buenos_Aires'],
    ['Scoresbysund', 'America/Scoresbysund'],
    ['Medellin', 'America/Bogota'],
    ['Mumbai', 'Asia/Kolkata'],
    ['Geneva', 'Europe/Zurich'],
    ['Japan', 'Asia/Tokyo'],
    ['Atlantis', undefined],
    ['Brazil', undefined],
  ])('knows the zone of %s', (name, zone) => {
    expect(findZone(name)).toBe(zone)
  })

  it('offers every zone that this computer has, each under one name', () => {
    const offered = suggestZones('', 1_000)
    const has = (zone: string) => new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone
    expect(new Set(offered.map(has))).toEqual(new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'].map(has)))
    expect(offered.length).toBe(new Set(offered.map(has)).size)
  })

  it('names no zone by a name that it had long ago', () => {
    expect(suggestZones('ky', 500)).toContain('Europe/Kyiv')
    for (const old of [
      'Europe/Kiev',
      'Asia/Calcutta',
      'Asia/Katmandu',
      'Asia/Rangoon',
      'Asia/Saigon',
      'America/Godthab',
    ])
      expect(suggestZones(old, 500)).not.toContain(old)
    expect(suggestZones('bogotá', 3)).toEqual(['America/Bogota'])
    expect(suggestZones('zür', 3)).toEqual(['Europe/Zurich'])
  })

  it('is helped along by zones that fit what is typed', () => {
    expect(suggestZones('lon', 3)).toContain('Europe/London')
    expect(suggestZones('new y', 3)).toContain('America/New_York')
    expect(suggestZones('', 25)).toHaveLength(25)
  })
})

describe('every zone, on the days its clocks change', () => {
  const year = Date.UTC(2026, 0, 1)
  const zones = Intl.supportedValuesOf('timeZone')

  it.each(zones.filter((_, at) => at % 40 === 0))('has one slot a day at each half-hour: %s', (zone) => {
    for (const day of changes(zone, year)) {
      for (let half = 0; half < 48; half++) {
        const time = `${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 === 0 ? '00' : '30'}`
        const schedule = { days: [1, 2, 3, 4, 5, 6, 7], monthDays: [], times: [time], zone, quiet: null, until: null }
        const slots: string[] = []
        for (let after = new Date(day - 36 * 3_600_000).toISOString(); ; ) {
          const slot = nextSlot(schedule, after)
          if (slot === null || Date.parse(slot) > day + 36 * 3_600_000) break
          slots.push(localDate(slot, zone))
          after = slot
        }
        expect(new Set(slots).size, `${zone} ${time}`).toBe(slots.length)
        expect(slots.length, `${zone} ${time}`).toBeGreaterThanOrEqual(2)
      }
    }
  })
})

/** Middays of the days on which the offset of a zone changes within a year. */
function changes(zone: string, start: number): number[] {
  const days = Array.from({ length: 365 }, (_, day) => start + (day + 0.5) * 86_400_000)
  return days.filter((day) => offset(day, zone) !== offset(day - 86_400_000, zone))
}

function offset(instant: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).formatToParts(instant)
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? ''
}

function localDate(instant: string, timeZone: string): string {
  return new Intl.DateTimeFormat('sv', { timeZone }).format(new Date(instant))
}
