import { describe, expect, it } from 'vitest'
import { compareVersions } from '../../../src/article/changes.ts'
import { type KindSigns, kindOf } from '../../../src/article/kind.ts'
import { publisherOf } from '../../../src/article/publisher.ts'
import { addressKey, isSameSite } from '../../../src/domain/address.ts'
import type { ArticleKind } from '../../../src/domain/article.ts'

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
    ['https://tarn.example/a?cid=101', 'https://tarn.example/a?cid=102'],
    ['https://tarn.example/a?source=77', 'https://tarn.example/a'],
    ['https://tarn.example/#!/story/1', 'https://tarn.example/#!/story/2'],
  ])('%s is not %s', (one, other) => expect(addressKey(one)).not.toBe(addressKey(other)))

  it.each([
    ['https://www.tarn.example/feed', 'https://news.tarn.example/1', true],
    ['https://a.co.uk/feed', 'https://b.co.uk/1', false],
    ['https://ana.substack.com/feed', 'https://tomas.substack.com/p/1', false],
    ['http://127.0.0.1:80/feed', 'http://127.0.0.1:81/1', false],
    ['no address', 'no address', false],
  ])('%s and %s are of one site: %s', (one, other, same) => expect(isSameSite(one, other)).toBe(same))

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
  const signs = { url: null, type: null, sections: [] }
  it.each<[ArticleKind, string, Partial<KindSigns>]>([
    ['report', 'Ministry orders review of 31 dams', { url: 'https://tarn.example/news/dams' }],
    [
      'report',
      'Council lives with opinion poll',
      { url: 'https://tarn.example/politics/poll', sections: ['Politics'] },
    ],
    ['report', 'Comment by mayor ends talks', {}],
    ['opinion', 'Opinion: why the dam failed', {}],
    ['opinion', 'Why the dam failed', { url: 'https://tarn.example/commentisfree/2026/dam' }],
    ['opinion', 'Why the dam failed', { type: 'OpinionNewsArticle' }],
    ['opinion', 'Why the dam failed', { sections: ['Letters to the Editor'] }],
    ['live', 'Dam spill – live updates', {}],
    ['live', 'Dam spill: water falls', { url: 'https://tarn.example/news/live/dam' }],
    ['live', 'Dam spill', { type: 'LiveBlogPosting' }],
    ['roundup', 'Your Tuesday briefing', {}],
    ['roundup', 'Morning news briefing: dam, ferry, bread', {}],
    ['roundup', 'Five things to know this morning', {}],
  ])('is a %s: %s', (kind, headline, more) => {
    expect(kindOf({ ...signs, headline, ...more })).toBe(kind)
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
