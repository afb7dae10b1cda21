import { describe, expect, it } from 'vitest'
import { describeFilter, isOpen, readFilter } from '../../src/chat/commands/filter-words.ts'
import { admits, wants } from '../../src/digest/filter.ts'
import { type Filter, noFilter } from '../../src/domain/subscription.ts'
import { article } from '../fakes/articles.ts'

describe('a filter', () => {
  it('is read from words, each part under several names, and told in the same words', () => {
    const read = (text: string) => {
      const { filter } = readFilter(text) as { filter: Partial<Filter> }
      return { ...noFilter, ...filter }
    }
    const whole = read(
      'Words: dam, “flood wall”, levee*; not: football; outlets: River Post; not outlets: x.example; sections: Politics; languages: EN, de; publishers: 2',
    )
    expect(whole).toEqual({
      words: ['dam', 'flood wall', 'levee*'],
      notWords: ['football'],
      outlets: ['River Post'],
      notOutlets: ['x.example'],
      sections: ['Politics'],
      languages: ['en', 'de'],
      publishers: 2,
    })
    expect(read(describeFilter(whole))).toEqual(whole)
    expect(readFilter('words:; without: a')).toEqual({ kind: 'filter', filter: { words: [], notWords: ['a'] } })
    expect(isOpen(read('off'))).toBe(true)
  })

  it.each([
    ['a part that is none', 'wrds: dam', 'isn’t clear'],
    ['words without a part', 'dam', 'isn’t clear'],
    ['nothing', ' ; ', 'Write a filter like this'],
    ['a value without letters', 'words: .*', 'has no letter'],
    ['a language that is none', 'languages: English', 'isn’t a language code'],
    ['a number that is none', 'publishers: many', 'a number from 1 to 20'],
    ['too many values', `words: ${Array.from({ length: 31 }, (_, at) => `w${at}`).join(',')}`, '30 values.'],
    ['a value without end', `words: ${'x'.repeat(100)}`, 'too long'],
  ])('says what is wrong with %s', (_, text, reason) => {
    expect(readFilter(text)).toMatchObject({ kind: 'unclear', reason: expect.stringContaining(reason) as string })
  })

  it('admits articles by outlet or host, language and section', () => {
    const told = article('The dam holds.', {
      outlet: 'River Post',
      url: 'https://news.river.example/1',
      language: 'en',
      sections: ['Politics', 'Water'],
    })
    const admitted = (filter: Partial<Filter>) => admits({ ...noFilter, ...filter }, told)
    expect(admitted({})).toBe(true)
    expect(
      [['river post'], ['river.example'], ['other', 'news.river.example']].map((outlets) => admitted({ outlets })),
    ).toEqual([true, true, true])
    expect([['post'], ['example'], ['iver.example']].map((outlets) => admitted({ outlets }))).toEqual([
      false,
      false,
      false,
    ])
    expect([admitted({ notOutlets: ['river.example'] }), admitted({ notOutlets: ['x'] })]).toEqual([false, true])
    expect([admitted({ languages: ['de'] }), admitted({ languages: ['de', 'en'] })]).toEqual([false, true])
    expect([admitted({ sections: ['water'] }), admitted({ sections: ['sport'] })]).toEqual([true, false])
  })

  it('wants stories by whole words and phrases, and by how many independent publishers tell them', () => {
    const told = [
      article('The Flood\nwall of Tarn-on-Weir holds.', { publisher: 'A' }),
      article('Floodwater rises.', { publisher: 'A', headline: 'Ärger am Damm' }),
    ]
    const wanted = (filter: Partial<Filter>) => wants({ ...noFilter, ...filter }, told)
    expect(
      ['flood wall', 'FLOOD', 'floodwa*', 'tarn on weir', 'ärger', 'damm'].map((word) => wanted({ words: [word] })),
    ).toEqual(Array.from({ length: 6 }, () => true))
    expect(['loodwater', 'wall flood', 'dam', '(a+)+$', 'tar'].map((word) => wanted({ words: [word] }))).toEqual(
      Array.from({ length: 5 }, () => false),
    )
    expect([wanted({ words: ['flood'], notWords: ['rises'] }), wanted({ notWords: ['rise'] })]).toEqual([false, true])
    expect([
      wanted({ publishers: 2 }),
      wants({ ...noFilter, publishers: 2 }, [...told, article('x', { publisher: 'B' })]),
    ]).toEqual([false, true])
  })
})
