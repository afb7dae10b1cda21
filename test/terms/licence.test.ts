import { describe, expect, it } from 'vitest'
import { licenceLines } from '../../src/terms/licence.ts'
import { readLicenceText } from '../../src/terms/licence-file.ts'

const url = 'https://tarn.example/news/ferry?page=1'

describe('a licence in Really Simple Licensing', () => {
  it.each<[says: string, closed: string | undefined]>([
    // What is said of the use.
    ['<license><permits type="usage">all</permits></license>', undefined],
    ['<license><permits type="usage">ai-all</permits></license>', undefined],
    ['<license><permits type="usage">search ai-input</permits></license>', undefined],
    ['<license><permits type="usage">search,ai-use</permits></license>', undefined],
    ['<license><permits type="usage">search</permits></license>', 'ai-input is not permitted'],
    ['<license><permits type="usage">search ai-index</permits></license>', 'ai-input is not permitted'],
    ['<license><permits type="usage">ai-train</permits></license>', 'ai-input is not permitted'],
    ['<license><prohibits type="usage">ai-train</prohibits></license>', undefined],
    ['<license><prohibits type="usage">train-ai search</prohibits></license>', undefined],
    ['<license><prohibits type="usage">ai-input</prohibits></license>', 'ai-input is prohibited'],
    ['<license><prohibits type="usage">AI-ALL</prohibits></license>', 'ai-input is prohibited'],
    ['<license><prohibits type="usage">all</prohibits></license>', 'ai-input is prohibited'],
    ['<license><prohibits>ai-input</prohibits></license>', 'ai-input is prohibited'],
    [
      '<license><permits type="usage">all</permits><prohibits type="usage">ai-input</prohibits></license>',
      'ai-input is prohibited',
    ],
    // What is asked for it.
    ['<license/>', undefined],
    ['<license><payment type="free"/></license>', undefined],
    ['<license><payment type="attribution"><standard>https://a.example</standard></payment></license>', undefined],
    ['<license><payment type="training"><amount currency="EUR">9</amount></payment></license>', undefined],
    ['<license><payment type="subscription"/></license>', 'ai-input has a price (subscription)'],
    ['<license><payment type="purchase"/></license>', 'ai-input has a price (purchase)'],
    ['<license><payment type="crawl"/></license>', 'ai-input has a price (crawl)'],
    ['<license><payment type="use"/></license>', 'ai-input has a price (use)'],
    ['<license><payment type="contribution"/></license>', 'ai-input has a price (contribution)'],
    // Whom it is for.
    [
      '<license><permits type="user">non-commercial education</permits></license>',
      'ai-input is for some users or countries only',
    ],
    ['<license><prohibits type="geo">DE FR</prohibits></license>', 'ai-input is for some users or countries only'],
    // Of several licences one is enough, but what one prohibits, none gives back.
    [
      '<license><permits type="usage">search</permits></license><license><permits type="usage">ai-input</permits></license>',
      undefined,
    ],
    [
      '<license><permits type="usage">search</permits></license><license><permits type="usage">ai-input</permits><payment type="use"/></license>',
      'ai-input is not permitted',
    ],
    [
      '<license><prohibits type="usage">ai-input</prohibits></license><license><permits type="usage">ai-input</permits></license>',
      'ai-input is prohibited',
    ],
    ['<copyright>Tarn Weekly</copyright>', undefined],
  ])('that says %s of an article: %s', (says, closed) => {
    expect(linesOf(`<content url="/">${says}</content>`)).toEqual(closed === undefined ? [] : [`RSL: ${closed}`])
  })

  it('that has to be fetched from a server is none that we have', () => {
    const content =
      '<content url="/" server="https://rights.example/"><license><payment type="free"/></license></content>'
    expect(linesOf(content)).toEqual(['RSL: ai-input needs a licence from a server'])
  })

  it.each<[pattern: string, matches: boolean]>([
    ['/', true],
    ['/news/', true],
    ['/news/*', true],
    ['/news/ferry$', false],
    ['/*?page=1$', true],
    ['/sport/', false],
    ['*', true],
    ['', true],
    ['https://tarn.example/', true],
    ['https://tarn.example/news/*', true],
    ['https://tarn.example', true],
    ['https://TARN.example/news/', true],
    ['https://other.example/news/', false],
    ['https://www.tarn.example/news/', true],
    ['https://*.example/news/', true],
    ['//tarn.example/', true],
    ['tarn.example/*', true],
    ['./', true],
    ['/*/*/*/*/*/*/*/*/*/*/*', true],
  ])('for %j is about the article: %s', (pattern, matches) => {
    const lines = linesOf(`<content url="${pattern}"><license><prohibits>ai-input</prohibits></license></content>`)
    expect(lines.length > 0).toBe(matches)
  })

  it('is what its longest pattern says', () => {
    const all = '<content url="/"><license><prohibits>ai-all</prohibits></license></content>'
    const news = '<content url="/news/"><license><permits>ai-input</permits></license></content>'
    expect(linesOf(all + news)).toEqual([])
    expect(linesOf(news + all)).toEqual([])
    expect(linesOf(all + news.replace('/news/', '/sport/'))).toEqual(['RSL: ai-input is prohibited'])
  })

  it('may have a prefix and a declaration', () => {
    const xml = `<?xml version="1.0" encoding="UTF-8"?>
      <r:rsl xmlns:r="https://rslstandard.org/rsl"><r:content url="/"><r:license><r:prohibits type="usage">ai-input</r:prohibits></r:license></r:content></r:rsl>`
    expect(licenceLines(readLicenceText(xml), url)).toEqual(['RSL: ai-input is prohibited'])
  })

  it('that is cut, or too long, is none', () => {
    const cut = '<rsl><content url="/"><license><permits>all</permits></license></content><content url="/news/"><lic'
    expect(() => readLicenceText(cut)).toThrow('it is not a whole RSL licence')
    const content = '<content url="/"><license/></content>'
    expect(() => readLicenceText(`<rsl>${content.repeat(1_001)}</rsl>`)).toThrow('the licence is too long')
  })

  it('says of what is no address that it could not be read', () => {
    expect(licenceLines([], 'ferry')).toEqual(['RSL: the licence could not be read'])
  })

  it.each(['', 'no licence', '<html><body>Not found</body></html>', '<license/>'])('is not %j', (text) => {
    expect(() => readLicenceText(text)).toThrow('RSL licence')
  })
})

function linesOf(contents: string): string[] {
  return licenceLines(readLicenceText(`<rsl xmlns="https://rslstandard.org/rsl">${contents}</rsl>`), url)
}
