import { describe, expect, it } from 'vitest'
import { nextSlot } from '../../../src/digest/schedule/next-slot.ts'
import { linkToPassage } from '../../../src/digest/text-fragment.ts'
import { readOpml, writeOpml } from '../../../src/feed/opml.ts'
import { grammarFor } from '../../../src/language/grammars.ts'
import { findQuantities } from '../../../src/text/values/quantities.ts'
import { standsIn } from '../../../src/text/verbatim.ts'

const always = { monthDays: [], quiet: null, until: null }
const weekdays = { ...always, days: [1, 2, 3, 4, 5], times: ['08:00', '17:30'], zone: 'Europe/London' }

describe('a schedule', () => {
  it('comes due at the next of its times, by the clocks of its zone', () => {
    expect(nextSlot(weekdays, '2026-11-24T07:00:00Z')).toBe('2026-11-24T08:00:00.000Z')
    expect(nextSlot(weekdays, '2026-11-24T08:00:00Z')).toBe('2026-11-24T17:30:00.000Z')
    expect(nextSlot(weekdays, '2026-11-27T18:00:00Z')).toBe('2026-11-30T08:00:00.000Z')
    expect(nextSlot(weekdays, '2026-07-01T00:00:00Z')).toBe('2026-07-01T07:00:00.000Z')
  })

  it('skips nothing on the day that the clocks change', () => {
    const night = { ...always, days: [1, 2, 3, 4, 5, 6, 7], times: ['01:30'], zone: 'Europe/London' }
    expect(nextSlot(night, '2026-03-29T00:00:00Z')).toBe('2026-03-29T01:00:00.000Z')
    expect(nextSlot(night, '2026-10-25T00:00:00Z')).toBe('2026-10-25T00:30:00.000Z')
    expect(nextSlot(night, '2026-10-25T00:30:00Z')).toBe('2026-10-26T01:30:00.000Z')
  })

  it('comes every hour where it is for every hour, also where the clocks repeat one', () => {
    const times = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:00`)
    const hourly = { ...always, days: [1, 2, 3, 4, 5, 6, 7], times, zone: 'America/New_York' }
    let at = '2026-11-01T04:30:00Z'
    const slots = Array.from({ length: 4 }, () => (at = nextSlot(hourly, at) ?? ''))
    expect(slots.map((slot) => slot.slice(11, 16))).toEqual(['05:00', '06:00', '07:00', '08:00'])
  })

  it('never comes due without days', () => {
    expect(nextSlot({ ...weekdays, days: [] }, '2026-11-24T07:00:00Z')).toBeNull()
  })
})

describe('a watch', () => {
  const atOnce = { mostPerDay: 5, since: '2026-11-24T00:00:00.000Z' }
  const watch = { ...weekdays, times: [], quiet: { from: '22:00', to: '07:00' }, atOnce }

  it.each([
    ['in the next minute', '2026-11-24T12:00:30Z', '2026-11-24T12:01:00.000Z'],
    ['not in its quiet hours', '2026-11-24T21:59:10Z', '2026-11-25T07:00:00.000Z'],
    ['once they have ended', '2026-11-25T03:00:00Z', '2026-11-25T07:00:00.000Z'],
    ['on its days only', '2026-11-27T21:59:10Z', '2026-11-30T07:00:00.000Z'],
    ['by the clocks of its zone', '2026-07-01T05:00:00Z', '2026-07-01T06:00:00.000Z'],
  ])('looks %s', (_, after, next) => {
    expect(nextSlot(watch, after)).toBe(next)
  })

  it('looks no more after its last day', () => {
    expect(nextSlot({ ...watch, until: '2026-11-24' }, '2026-11-24T12:00:30Z')).toBe('2026-11-24T12:01:00.000Z')
    expect(nextSlot({ ...watch, until: '2026-11-24' }, '2026-11-24T21:59:10Z')).toBeNull()
  })
})

describe('a list of feeds', () => {
  it('comes and goes as OPML', () => {
    const feeds = [{ url: 'http://t.example/feed?a=1&b=2', title: 'Town & Country' }]
    expect(readOpml(writeOpml(feeds, 'Feeds'))).toEqual(feeds)
    expect(() => readOpml('no list')).toThrow(
      'This isn’t an OPML file. Export one from your feed reader and try again.',
    )
  })
})

describe('words and numbers', () => {
  it('are found in any typography, letter for letter', () => {
    expect(standsIn('He said: «It’s done».', "It's done")).toBe(true)
    expect(standsIn('in a hamlet', 'ham')).toBe(false)
    expect(standsIn('We had no choice', 'We have no choice')).toBe(false)
  })

  it('are the same number in words and digits', () => {
    expect(
      findQuantities('Four villages, 1,200 people and twenty-five dogs', grammarFor('en').text).map(({ value, of }) => [
        value,
        of,
      ]),
    ).toEqual([
      [4, 'villages'],
      [1_200, 'people'],
      [25, 'dogs'],
    ])
    expect(findQuantities('2.4 million', grammarFor('en').text).map(({ value }) => value)).toEqual([2_400_000])
  })

  it('open the publisher’s page at the passage', () => {
    expect(linkToPassage('http://t.example/a#top', '“a well-known, short one”')).toBe(
      'http://t.example/a#:~:text=a%20well%2Dknown%2C%20short%20one',
    )
  })
})
