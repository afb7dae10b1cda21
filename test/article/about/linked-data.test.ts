import { describe, expect, it } from 'vitest'
import { readPage } from '../../../src/article/page/read-page.ts'
import type { Article } from '../../../src/domain/article.ts'

const url = 'https://weir.example/news/mill'
const mill = `<p>The old mill at Weir will become a school for bakers, its owner said on Friday after a year of talks with the town.</p>
<p>The first forty pupils will come in autumn, and the wheel will turn again for the first time since the flood.</p>
<p>“Flour is patient,” said Ida Sorrel, who bought the mill at an auction. She has promised to keep the meadow open.</p>`
function read(
  body: string,
  head = '<title>Mill becomes a school for bakers</title>',
  address: string | null = url,
): Article {
  const html = `<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`
  return readPage(new TextEncoder().encode(html), { url: address, contentType: 'text/html; charset=utf-8' })
}

describe('what a page declares in JSON-LD', () => {
  const page = `<article><h1>Mill becomes a school for bakers</h1>${mill}</article>`
  const graph = (...things: object[]) =>
    `<title>Mill becomes a school for bakers</title><script type="application/ld+json">${JSON.stringify({ '@graph': things })}</script>`
  const tramThing = {
    '@type': 'NewsArticle',
    headline: 'Tram stops at nine',
    url: 'https://weir.example/news/tram',
    datePublished: '2019-03-01T06:00:00Z',
    author: { name: 'Otto Brand' },
  }
  const millThing = { '@type': 'NewsArticle', datePublished: '2026-11-20T09:30:00Z', author: { name: 'Mara Quist' } }

  it.each([
    ['its address', { ...millThing, url }],
    ['its address with a tracking parameter', { ...millThing, url: `${url}?utm_source=feed` }],
    ['the page that it is the main thing of', { ...millThing, mainEntityOfPage: { '@id': url } }],
    ['its name', { ...millThing, '@id': `${url}#article` }],
    ['its headline', { ...millThing, headline: 'Mill becomes a school for bakers' }],
  ])('is read of the article itself, found by %s, and not of the first one', (_, thing) => {
    const { headline, byline, published } = read(page, graph(tramThing, thing))
    expect({ headline, byline, published }).toEqual({
      headline: 'Mill becomes a school for bakers',
      byline: 'Mara Quist',
      published: '2026-11-20T09:30:00.000Z',
    })
  })

  it('is not read where all of it is of other articles', () => {
    const list = { '@type': 'ItemList', itemListElement: [{ '@type': 'ListItem', item: tramThing }] }
    for (const head of [graph(tramThing), graph(list), graph(tramThing, { ...tramThing, headline: 'Ferry sinks' })]) {
      const { headline, byline, published } = read(page, head)
      expect({ headline, byline, published }).toEqual({
        headline: 'Mill becomes a school for bakers',
        byline: null,
        published: null,
      })
    }
  })

  it('is read where it is the only one and has another wording', () => {
    const only = { ...millThing, headline: 'Bakers get their school', url: 'https://weir.example/short/1' }
    expect(read(page, graph(only)).byline).toBe('Mara Quist')
  })

  it('names its author and its outlet by what they point to', () => {
    const head = graph(
      { ...millThing, url, author: [{ '@id': '#mara' }, { '@id': '#otto' }], publisher: { '@id': '#weir' } },
      { '@id': '#mara', '@type': 'Person', name: 'Mara Quist' },
      { '@id': '#otto', '@type': 'Person', name: ['Otto Brand'] },
      { '@id': '#weir', '@type': 'Organization', name: 'Weir Courier' },
    )
    const { byline, outlet } = read(page, head)
    expect({ byline, outlet }).toEqual({ byline: 'Mara Quist, Otto Brand', outlet: 'Weir Courier' })
  })
})
