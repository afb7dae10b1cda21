import { describe, expect, it } from 'vitest'
import { readPage } from '../../src/article/page/read-page.ts'
import type { Article } from '../../src/domain/article.ts'

const url = 'https://weir.example/news/mill'
const mill = `<p>The old mill at Weir will become a school for bakers, its owner said on Friday after a year of talks with the town.</p>
<p>The first forty pupils will come in autumn, and the wheel will turn again for the first time since the flood.</p>
<p>“Flour is patient,” said Ida Sorrel, who bought the mill at an auction. She has promised to keep the meadow open.</p>`
const tram = `<p>The tram to Castle Hill will stop at nine in the evening until its drivers have agreed with the company on pay.</p>
<p>Two thirds of them voted for the strike on Thursday. “Nobody wants it,” said Bruno Falk, who speaks for the drivers.</p>
<p>The company, which runs eleven lines, said that it would lend bicycles to those who work at night in the hospital.</p>
<p>Passengers at the terminus had little to say for either side, and much about the price of a taxi after midnight.</p>`

function read(
  body: string,
  head = '<title>Mill becomes a school for bakers</title>',
  address: string | null = url,
): Article {
  const html = `<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`
  return readPage(new TextEncoder().encode(html), { url: address, contentType: 'text/html; charset=utf-8' })
}

describe('a page with several articles', () => {
  const own = `<h1>Mill becomes a school for bakers</h1>${mill}`
  it.each([
    [
      'in elements of their own',
      `<main><article>${own}</article><article><h2>Tram stops at nine</h2>${tram}</article></main>`,
    ],
    ['the other one first', `<article><h1>Tram stops at nine</h1>${tram}</article><article>${own}</article>`],
    [
      'in boxes of one class',
      `<div class="story">${own}</div><div class="story"><h1>Tram stops at nine</h1>${tram}</div>`,
    ],
    [
      'with its address on its box',
      `<div>${own}</div><div data-url="/news/tram"><h2>Tram stops at nine</h2>${tram}</div>`,
    ],
    [
      'with its canonical address in its box',
      `<article>${own}<section itemscope itemtype="https://schema.org/NewsArticle"><link rel="canonical" href="${url}-tram"><h2>Tram stops at nine</h2>${tram}</section></article>`,
    ],
    ['in one flow', `<main>${own}<h1>Evening tram stops at nine</h1>${tram}</main>`],
    [
      'in one flow, below a rule',
      `<article>${own}<hr><header><h1>Evening tram stops at nine</h1></header>${tram}</article>`,
    ],
    [
      'in one flow, below a link to it',
      `<main>${own}<h2><a href="/news/tram">Tram stops at nine</a></h2>${tram}</main>`,
    ],
    [
      'below a heading of the page',
      `<header><h1>Mill becomes a school for bakers</h1></header><article>${mill}</article><article><h2>Tram stops at nine</h2>${tram}</article>`,
    ],
  ])('gives the text that belongs to its headline: %s', (_, body) => {
    const { headline, text } = read(body)
    expect(headline).toBe('Mill becomes a school for bakers')
    expect(text).toContain('Ida Sorrel')
    expect(text).not.toMatch(/tram|drivers|taxi/i)
  })

  it.each([
    [
      'headings of the first rank',
      `<article>${own}<h1>Ida Sorrel and the meadow behind the mill</h1><p>Ida Sorrel will let the Friday market stay on the meadow, where it has been since Weir was a town.</p></article>`,
    ],
    [
      'elements of their own for its parts',
      `<main><h1>Mill becomes a school for bakers</h1><article>${mill}</article><article><h2>How the mill came to be sold</h2><p>The mill was sold at an auction in Weir after the flood, and Ida Sorrel, who had baked there as a pupil, was the only one to bid.</p>${mill}</article></main>`,
    ],
  ])('keeps a text whole that has %s', (_, body) => {
    const { text } = read(body)
    expect(text).toContain('Flour is patient')
    expect(text).toMatch(/market stay|the only one to bid/)
  })

  it('keeps the updates of a live report, which have headings and addresses of their own', () => {
    const live = `<script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"Mill becomes a school for bakers","url":"${url}"}</script>`
    const { text } = read(
      `<article>${own}<article data-url="${url}/2"><h2>Falk answers</h2>${tram}</article></article>`,
      live,
    )
    expect(text).toContain('Bruno Falk')
  })
})
