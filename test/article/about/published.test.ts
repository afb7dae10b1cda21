import { describe, expect, it } from 'vitest'
import { readPage } from '../../../src/article/page/read-page.ts'
import type { Article } from '../../../src/domain/article.ts'

const rest = `<p>The glacier above Brandal has lost a third of its ice since the hut was built, the society of guides said on Monday.</p>
<p>Nobody lives below it, but the road to the pass does, and with it the only bus that goes to the other valley.</p>`

function read(paragraph: string): Article {
  const html = `<!doctype html><html><head><title>Glacier shrinks</title></head><body><article><h1>Glacier shrinks</h1>${paragraph}${rest}</article></body></html>`
  return readPage(new TextEncoder().encode(html), { url: null, contentType: 'text/html; charset=utf-8' })
}

describe('when an article came', () => {
  it.each([
    ['<p>They left at <time datetime="2026-11-23T05:00">five</time> and came back late.</p>', null],
    ['<p>The hut opens on <time datetime="2027-05-01">1 May</time>.</p>', null],
    ['<nav><a href="/a">Hut burns <time datetime="2019-01-01">1 January</time></a></nav>', null],
    ['<p>By Liv Aas, <time datetime="2026-11-23T05:00Z">23 November</time></p>', '2026-11-23T05:00:00.000Z'],
    [
      '<p>They left at <time datetime="2026-11-20">ten</time> and slept.</p><p>Published on <time datetime="2026-11-23">23 November</time></p>',
      '2026-11-23T00:00:00.000Z',
    ],
    [
      '<p>They left at <time datetime="2026-11-20">ten</time> and slept.</p><div><span itemprop="datePublished" content="2026-11-23">Monday</span></div>',
      '2026-11-23T00:00:00.000Z',
    ],
  ])('is not when something in it happens: %s', (markup, published) => {
    expect(read(markup).published).toBe(published)
  })
})
