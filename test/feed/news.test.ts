import { describe, expect, it } from 'vitest'
import type { Entry, SeenEntry } from '../../src/domain/feed.ts'
import { sightEntries } from '../../src/feed/news.ts'
import { entry } from '../fakes/feeds.ts'

const now = '2026-11-24T12:00:00.000Z'

describe('what is news', () => {
  it('is at first sight the last day, and at most ten entries', () => {
    const day = Array.from({ length: 15 }, (_, at) => item(at, { published: ago(at) }))
    const { fresh, baseline } = sightEntries([...day, item(99, { published: ago(30) })], null, now)
    expect(fresh.map(({ guid }) => guid)).toEqual(Array.from({ length: 10 }, (_, at) => `g${at}`))
    expect(baseline).toHaveLength(6)
  })

  it('is later what was not there before and is not old, whether dated or not', () => {
    const known = [item(1, { published: ago(3) })]
    const later = [...known, item(2, { published: ago(1) }), item(3), item(4, { published: ago(60) })]
    expect(guids(sightEntries(later, seen(known), now).fresh)).toEqual(['g2', 'g3'])
  })

  it.each([
    ['a day behind', -24],
    ['a day ahead', 24],
  ])('does not depend on the clock of a server that is %s', (_, hours) => {
    const shifted = (before: number) => ago(before - hours)
    const known = Array.from({ length: 8 }, (_each, at) => item(at, { published: shifted(10 + at) }))
    const fresh = item(100, { published: shifted(0.2) })
    expect(guids(sightEntries([fresh, ...known], seen(known), now).fresh)).toEqual(['g100'])
  })

  it('takes an entry that comes late, where nothing as new was in the feed before', () => {
    const known = [item(1, { published: ago(24 * 14) })]
    const monthly = item(2, { published: ago(24 * 5) })
    expect(guids(sightEntries([monthly], seen(known), now).fresh)).toEqual(['g2'])
    expect(sightEntries([item(3, { published: ago(24 * 15) })], seen(known), now).fresh).toEqual([])
  })

  it('is all of a busy feed that was not asked for a night', () => {
    const evening = Array.from({ length: 30 }, (_, at) => item(at, { published: ago(14 + at / 10) }))
    const morning = Array.from({ length: 30 }, (_, at) => item(100 + at, { published: ago(at / 3) }))
    const { fresh, held } = sightEntries(morning, seen(evening), now)
    expect([fresh.length, held]).toEqual([30, null])
  })

  it('is what has only a title in common with what was there before', () => {
    const daily = (at: number, published: string | null) =>
      item(at, { title: 'Weather forecast for Port Ansel', published })
    const others = Array.from({ length: 6 }, (_, at) => item(50 + at, { published: ago(5 + at) }))
    for (const dates of [
      [ago(9), ago(1)],
      [null, null],
    ] as const) {
      const before = [daily(1, dates[0]), ...others]
      expect(guids(sightEntries([daily(2, dates[1]), ...others], seen(before), now).fresh)).toEqual(['g2'])
    }
  })

  it('is known of two rows of one name, as after feeds became one', () => {
    const [one] = [item(1, { guid: 'http://tarn.example/?p=1', published: ago(1) })]
    const rows = [...seen([one]), ...seen([{ ...one, guid: 'https://tarn.example/?p=1' }])]
    expect(sightEntries([one], rows, now)).toMatchObject({ fresh: [], known: [{ newNames: [] }] })
  })

  it('has an address: an entry that leads nowhere is remembered and not read', () => {
    const { fresh, baseline } = sightEntries([item(1, { url: '' })], [], now)
    expect([fresh.length, baseline.length]).toEqual([0, 1])
  })
})

describe('an entry that was there before', () => {
  const before = Array.from({ length: 20 }, (_, at) =>
    item(at, {
      guid: `http://tarn.example/?p=${at}`,
      url: `http://tarn.example/news/${at}`,
      title: `Bridge number ${at} closes for repairs`,
      published: ago(2 + at),
    }),
  )
  it.each<[string, (each: Entry, at: number) => Partial<Entry>]>([
    ['has a new guid', (_, at) => ({ guid: `tag:tarn.example,2026:${at}` })],
    [
      'goes from http to https',
      ({ guid, url }) => ({ guid: `s${guid}`.replace('shttp', 'https'), url: url.replace('http', 'https') }),
    ],
    ['has a guid with another fragment', ({ guid }) => ({ guid: `${guid}#1` })],
    ['has its date bumped', () => ({ published: now })],
    [
      'moves to another address with another guid, its zone corrected',
      ({ published }, at) => ({
        guid: `n${at}`,
        url: `https://new.example/${at}`,
        published: new Date(Date.parse(published ?? now) + 3_600_000).toISOString(),
      }),
    ],
    [
      'moves to another address with another guid, all dates set to that moment',
      (_, at) => ({ guid: `n${at}`, url: `https://new.example/${at}`, published: now }),
    ],
    ['has another title', () => ({ title: 'A better headline than the one before' })],
    [
      'leads to a mobile page, with marks of how readers come',
      ({ url }) => ({ guid: 'x', url: `${url.replace('http://', 'https://m.')}/?utm_source=rss&at_medium=RSS` }),
    ],
    ['moves to another address with another guid', (_, at) => ({ guid: `n${at}`, url: `https://new.example/${at}` })],
  ])('is no news when it %s', (_, change) => {
    const after = before.map((each, at) => ({ ...each, ...change(each, at) }))
    const sighted = sightEntries(
      after.map((each, at) => ({ ...each, guid: each.guid === 'x' ? `x${at}` : each.guid })),
      seen(before),
      now,
    )
    expect(sighted.fresh).toEqual([])
    expect(sighted.known).toHaveLength(20)
  })

  it('is known by each name that it ever had', () => {
    const [first] = before
    if (!first) throw new Error('there is none')
    const renamed = { ...first, guid: 'second' }
    const [again] = sightEntries([renamed], seen([first]), now).known
    const remembered = seen([first]).map((each) => ({ ...each, aliases: again?.newNames ?? [] }))
    const moved = { ...renamed, url: 'https://elsewhere.example/1', title: 'Other words' }
    expect(sightEntries([moved], remembered, now).fresh).toEqual([])
  })

  it('does not hide others that share its guid, its address or its title', () => {
    const home = before.map((each, at) => ({
      ...each,
      guid: `h${at}`,
      url: 'http://tarn.example/',
      title: `Item ${at}`,
    }))
    const shared = sightEntries([item(50, { url: 'http://tarn.example/' }), ...home], seen(home), now)
    expect(guids(shared.fresh)).toEqual(['g50'])
    const daily = before.map((each, at) => ({ ...each, title: 'Morning briefing from Tarn', published: ago(24 * at) }))
    const today = { ...item(60), title: 'Morning briefing from Tarn', published: ago(1) }
    expect(guids(sightEntries([today], seen(daily.slice(2)), now).fresh)).toEqual(['g60'])
  })

  it('is to be read again when its title or its date of change says so, while it is news', () => {
    const [first] = before
    if (!first) throw new Error('there is none')
    const changed = (change: Partial<Entry>, old: Partial<SeenEntry> = {}) =>
      sightEntries(
        [{ ...first, ...change }],
        seen([first]).map((each) => ({ ...each, ...old })),
        now,
      ).known[0]?.isChanged
    expect(changed({})).toBe(false)
    expect(changed({ title: 'Bridge number 0 stays open after all' })).toBe(true)
    expect(changed({ updated: now }, { updated: ago(1) })).toBe(true)
    expect(changed({ updated: ago(1) }, { updated: ago(1) })).toBe(false)
    expect(changed({ title: 'Another' }, { published: ago(24 * 9) })).toBe(false)
  })
})

describe('a flood', () => {
  const known = Array.from({ length: 20 }, (_, at) => item(at, { published: ago(3 + at) }))

  it('is held back to the newest fifty, and said', () => {
    const many = Array.from({ length: 480 }, (_, at) => item(1_000 + at, { published: ago(at / 100) }))
    const { fresh, baseline, held } = sightEntries([...many, ...known], seen(known), now)
    expect([fresh.length, baseline.length]).toEqual([50, 430])
    expect(held).toContain('480 new entries came at once')
  })

  it('of a feed that was put in the place of another is treated as a first sight, and said', () => {
    const other = Array.from({ length: 40 }, (_, at) => item(500 + at, { published: ago(at / 2) }))
    const { fresh, held } = sightEntries(other, seen(known), now)
    expect(fresh).toHaveLength(10)
    expect(held).toContain('none of its 40 entries had been seen before')
  })

  it('does not come of one guid that is given to two', () => {
    const twice = known.map((each, at) => (at < 2 ? { ...each, guid: 'same', url: `http://tarn.example/${at}` } : each))
    expect(sightEntries(twice, seen(known), now).fresh).toEqual([])
  })
})

function item(number: number, more: Partial<Entry> = {}): Entry {
  return entry(`http://tarn.example/${number}`, { guid: `g${number}`, ...more })
}

function seen(entries: readonly Entry[]): SeenEntry[] {
  return entries.map(({ summary: _summary, sections: _sections, ...each }) => ({
    ...each,
    aliases: [],
    seenAt: ago(1),
  }))
}

function guids(entries: readonly Entry[]): string[] {
  return entries.map(({ guid }) => guid)
}

function ago(hours: number): string {
  return new Date(Date.parse(now) - hours * 3_600_000).toISOString()
}
