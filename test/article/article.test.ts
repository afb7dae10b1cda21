import { describe, expect, it } from 'vitest'
import { compareVersions } from '../../src/article/changes.ts'
import { kindOf } from '../../src/article/kind.ts'
import { publisherOf } from '../../src/article/publisher.ts'
import { addressKey } from '../../src/domain/address.ts'

describe('an address', () => {
  it.each([
    ['http://tarn.example/a', 'https://www.tarn.example/a/'],
    ['https://tarn.example/a?b=1&a=2', 'https://tarn.example/a?a=2&b=1&utm_source=x&at_medium=RSS&fbclid=1#top'],
    ['https://tarn.example/a', 'https://amp.tarn.example/a/amp/'],
    ['https://tarn.example/a.html', 'https://m.tarn.example/a.amp.html?amp=1'],
    ['https://tarn.example/', 'https://tarn.example/index.html'],
  ])('%s is the same as %s', (one, other) => {
    expect(addressKey(other)).toBe(addressKey(one))
    expect(addressKey(one)).toBeDefined()
  })

  it.each([
    ['https://tarn.example/a', 'https://tarn.example/b'],
    ['https://tarn.example/a?id=1', 'https://tarn.example/a?id=2'],
    ['https://tarn.example/a', 'https://weir.example/a'],
    ['https://m.example/a', 'https://example/a'],
    ['https://tarn.example/amplifier', 'https://tarn.example/lifier'],
  ])('%s is another than %s', (one, other) => {
    expect(addressKey(other)).not.toBe(addressKey(one))
  })

  it('is none where it is none', () => {
    expect([addressKey('tag:tarn.example,2026:1'), addressKey('x'), addressKey('mailto:a@b.example')]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })
})

describe('a piece', () => {
  it.each([
    ['report', 'Ministry orders review of 31 dams', 'https://tarn.example/news/dams', null, []],
    ['report', 'Council lives with opinion poll', 'https://tarn.example/politics/poll', null, ['Politics']],
    ['report', 'Comment by mayor ends talks', null, null, []],
    ['opinion', 'Opinion: why the dam failed', null, null, []],
    ['opinion', 'Why the dam failed', 'https://tarn.example/commentisfree/2026/dam', null, []],
    ['opinion', 'Why the dam failed', null, 'OpinionNewsArticle', []],
    ['opinion', 'Why the dam failed', null, null, ['Letters to the Editor']],
    ['live', 'Dam spill – live updates', null, null, []],
    ['live', 'Dam spill: water falls', 'https://tarn.example/news/live/dam', null, []],
    ['live', 'Dam spill', null, 'LiveBlogPosting', []],
    ['roundup', 'Your Tuesday briefing', null, null, []],
    ['roundup', 'Morning news briefing: dam, ferry, bread', null, null, []],
    ['roundup', 'Five things to know this morning', null, null, []],
  ] as const)('is a %s: %s', (kind, headline, ...[url, type, sections]) => {
    expect(kindOf({ headline, url, type, sections })).toBe(kind)
  })
})

describe('a publisher', () => {
  const of = (parts: object) =>
    publisherOf({ outlet: 'Tarn Weekly', url: null, byline: null, text: 'The dam holds.', ...parts })
  it('is the agency whose text it is, or the owner of the outlet, or the outlet', () => {
    expect(of({})).toBe('Tarn Weekly')
    expect(of({ text: 'TARN (AP) — The dam holds.' })).toBe('Associated Press')
    expect(of({ text: 'TARN, Nov 24 (Reuters) - The dam holds.' })).toBe('Reuters')
    expect(of({ byline: 'Ana Ruiz, Associated Press' })).toBe('Associated Press')
    expect(of({ text: 'The dam (built in 1931) holds, Reuters reported.' })).toBe('Tarn Weekly')
    expect(of({ url: 'https://www.nypost.com/a' })).toBe(of({ url: 'https://www.wsj.com/b' }))
    expect(of({ url: 'https://notnypost.com/a' })).toBe('Tarn Weekly')
  })
})

describe('a later version', () => {
  const before = {
    headline: 'Bridge closes',
    text: 'The bridge closes on Monday for repairs.\n\nBuses go by the ford.\n\nThe mayor said she was sorry.',
  }

  it('differs by its headline, and by paragraphs that came, went or were reworded', () => {
    const after = {
      headline: 'Bridge closes on Tuesday',
      text: 'The bridge closes on Tuesday for repairs.\n\nBuses go by the ford.\n\nAn earlier version had another day.',
    }
    expect(compareVersions(before, after)).toEqual([
      { kind: 'headline', before: 'Bridge closes', after: 'Bridge closes on Tuesday' },
      {
        kind: 'reworded',
        before: 'The bridge closes on Monday for repairs.',
        after: 'The bridge closes on Tuesday for repairs.',
      },
      { kind: 'added', text: 'An earlier version had another day.' },
      { kind: 'removed', text: 'The mayor said she was sorry.' },
    ])
  })

  it('is none where nothing of it changed but the order', () => {
    expect(compareVersions(before, before)).toEqual([])
    expect(compareVersions(before, { ...before, text: before.text.split('\n\n').toReversed().join('\n\n') })).toEqual(
      [],
    )
  })
})
