import { describe, expect, it } from 'vitest'
import { feedId, noPace } from '../../src/domain/feed.ts'
import { isDead, nextPoll, nextTry, rhythmOf, slowDown, withHub } from '../../src/feed/due.ts'
import { entry } from '../fakes/feeds.ts'

const now = '2026-11-24T12:00:00.000Z'
const id = feedId('feed')

describe('when a feed is read again', () => {
  it('is by its own rhythm: half the time between its entries, and later while nothing comes', () => {
    expect(rhythmOf(every(40), now)).toBe(20)
    expect(rhythmOf(every(2), now)).toBe(10)
    expect(rhythmOf(every(24 * 60), now)).toBe(120)
    expect(rhythmOf(every(40, 15 * 60), now)).toBe(90)
    expect(rhythmOf([entry('http://tarn.example/1')], now)).toBe(15)
    expect(slowDown(20)).toBe(22)
    expect(slowDown(119)).toBe(120)
  })

  it('is never before the server and the feed want it, and within a day', () => {
    const minutes = (freshForMs: number | null, more = {}) =>
      after(nextPoll(now, { id, intervalMinutes: 15 }, { freshForMs, pace: { ...noPace, ...more } }))
    expect(minutes(null)).toBeGreaterThanOrEqual(13)
    expect(minutes(null)).toBeLessThanOrEqual(17)
    expect(minutes(3_600_000)).toBe(60)
    expect(minutes(null, { minutes: 240 })).toBe(240)
    expect(minutes(10 * 365 * 86_400_000)).toBe(24 * 60)
  })

  it('is not in hours and on days in which it wants to be left alone', () => {
    const at = (pace: object) =>
      nextPoll(now, { id, intervalMinutes: 15 }, { freshForMs: null, pace: { ...noPace, ...pace } })
    expect(at({ skipHours: [12, 13, 14] })).toBe('2026-11-24T15:00:00.000Z')
    expect(at({ skipDays: [2, 3] })).toBe('2026-11-26T00:00:00.000Z')
    expect(after(at({ skipHours: Array.from({ length: 24 }, (_, hour) => hour) }))).toBeLessThan(20)
  })

  it('is ever later after failures, hours later where it is not let in, and never before the server asks', () => {
    const minutes = (failures: number, status: number | null = null, retryAfterMs: number | null = null) =>
      after(nextTry(now, { id, failures, pace: noPace }, { status, retryAfterMs }))
    const waits = [1, 2, 3, 4, 5].map((failures) => minutes(failures))
    expect(waits).toEqual(waits.toSorted((a, b) => a - b))
    expect(new Set(waits).size).toBe(5)
    expect(minutes(60)).toBeLessThanOrEqual(24 * 60)
    expect(minutes(1, 403)).toBeGreaterThanOrEqual(3 * 60)
    expect(minutes(1, 429, 5 * 3_600_000)).toBe(300)
    expect(minutes(1, 503, 10 * 365 * 86_400_000)).toBe(24 * 60)
  })

  it('differs from feed to feed, so that those which began together do not stay together', () => {
    const times = new Set(
      Array.from({ length: 50 }, (_, at) =>
        nextPoll(now, { id: feedId(`feed ${at}`), intervalMinutes: 60 }, { freshForMs: null, pace: noPace }),
      ),
    )
    expect(times.size).toBeGreaterThan(25)
  })

  it('is seldom where a hub tells of news, and never any more after two weeks without a good poll', () => {
    const hub = { url: 'https://hub.example/', topic: 'x', until: '2026-11-30T00:00:00.000Z' }
    expect([withHub(15, hub, now), withHub(15, { ...hub, until: null }, now), withHub(15, null, now)]).toEqual([
      120, 15, 15,
    ])
    expect([
      isDead('2026-11-11T12:00:00.000Z', now),
      isDead('2026-11-10T12:00:00.000Z', now),
      isDead(null, now),
    ]).toEqual([false, true, false])
  })
})

function every(minutes: number, silence = 0) {
  return Array.from({ length: 12 }, (_, at) =>
    entry(`http://tarn.example/${at}`, {
      published: new Date(Date.parse(now) - (silence + at * minutes) * 60_000).toISOString(),
    }),
  )
}

function after(instant: string): number {
  return Math.round((Date.parse(instant) - Date.parse(now)) / 60_000)
}
