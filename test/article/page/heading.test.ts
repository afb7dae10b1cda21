import { describe, expect, it } from 'vitest'
import { readPage } from '../../../src/article/page/read-page.ts'
import type { Article } from '../../../src/domain/article.ts'

const text = `<p>The lighthouse on Gull Rock was lit again on Sunday, eleven years after the last keeper had left the island.</p>
<p>Boats came from as far as Sandwick to see it. The lamp has been given by a society that looks after old machines.</p>
<p>“It is a small light,” said Tove Hallam, who leads the society, “but it can be seen where it is needed.”</p>`
const title = 'Light returns to Gull Rock'

function read(html: string, url: string | null = 'https://www.sandwick-mail.example/2026/rock'): Article {
  return readPage(new TextEncoder().encode(html), { url, contentType: 'text/html; charset=utf-8' })
}

describe('a headline', () => {
  const page = (head: string, body: string) =>
    read(`<!doctype html><html><head>${head}</head><body>${body}</body></html>`).headline
  it.each([
    ['a link to the front page', '<h1><a href="/"><b>Sandwick Mail</b></a></h1>'],
    ['part of the masthead', '<div class="masthead"><h1>Sandwick Mail</h1></div>'],
    ['in the header of the page', '<header><h1>The Mail</h1></header>'],
    ['the last part of the title', '<div><h1>Sandwick Mail</h1></div>'],
  ])('is the heading of the article where the site has its name as first heading: %s', (_, logo) => {
    const body = `${logo}<main><h2>${title}</h2>${text}<h2>Read more</h2></main>`
    expect(page(`<title>${title} – Sandwick Mail</title>`, body)).toBe(title)
    expect(page('<title>Sandwick Mail</title>', body)).toBe(title)
  })

  it('is not what the site calls itself in its metadata', () => {
    const head = `<meta property="og:site_name" content="Sandwick Mail"><meta property="og:title" content="Sandwick Mail">`
    expect(page(head, `<article><h3>${title}</h3>${text}</article>`)).toBe(title)
  })

  it('is the first heading where that is the article’s, whatever stands below', () => {
    const body = `<article><h1>Light returns</h1>${text}<h2>The society that looks after Gull Rock</h2>${text}</article>`
    expect(page('<title>Light returns to the rock</title>', body)).toBe('Light returns')
  })

  it.each([
    `{"@type":"NewsArticle","headline":"Keeper&#8217;s &quot;small&quot; light &amp; lamp"}`,
    `{"@type":"NewsArticle","headline":"Keeper&amp;#8217;s &amp;quot;small&amp;quot; light &amp;amp; lamp"}`,
    `{"@type":"NewsArticle","headline":"<b>Keeper&rsquo;s</b> &#34;small&#34; light&nbsp;&#38; la&shy;mp"}`,
  ])('has its characters in place of references to them: %s', (json) => {
    expect(page(`<script type="application/ld+json">${json}</script>`, text)).toBe('Keeper’s "small" light & lamp')
  })

  it('keeps what only looks like a reference or a tag', () => {
    const head = '<meta property="og:title" content="Why the &amp;lt;table&amp;gt; lost at AT&amp;T; R&amp;D goes on">'
    expect(page(head, text)).toBe('Why the <table> lost at AT&T; R&D goes on')
  })

  it('is without what was struck out of it, and with its powers', () => {
    const body = `<article><h1>Lamp of 10<sup>4</sup> candles <del>broken</del> lit</h1>${text}</article>`
    expect(page('', body)).toBe('Lamp of 10⁴ candles lit')
  })

  it.each([
    ['neither html, head nor body', `<!doctype html><title>${title}</title><article>${text}</article>`],
    ['html only', `<!doctype html><html lang=en><title>${title}</title><article>${text}</article></html>`],
    [
      'a head without a body',
      `<html><head><meta charset=utf-8><title>${title}</title></head><article>${text}</article></html>`,
    ],
    [
      'a body without a head',
      `<html lang=en><!-- a --><title>${title}</title><body><article>${text}</article></body></html>`,
    ],
    [
      'a head that is never closed',
      `<html><head><title>${title}</title><body><article>${text}</article></body></html>`,
    ],
    [
      'the title in the body',
      `<html><head></head><body><title>${title}</title><article>${text}</article></body></html>`,
    ],
    [
      'the title of a picture before it',
      `<html><head><svg><title>Menu</title></svg><title>${title}</title></head><body>${text}</body></html>`,
    ],
  ])('is the title of a page with %s', (_, html) => {
    expect(read(html).headline).toBe(title)
  })
})

describe('the names on a page', () => {
  it('have their characters in place of references to them', () => {
    const json = `{"@type":"NewsArticle","headline":"${title}","author":[{"name":"Tove O&#x27;Hara"}],"publisher":{"name":"Mail &amp; Echo"},"articleSection":["Arts &amp; Crafts"]}`
    const { byline, outlet, sections } = read(
      `<html><head><script type="application/ld+json">${json}</script></head><body>${text}</body></html>`,
    )
    expect({ byline, outlet, sections }).toEqual({
      byline: "Tove O'Hara",
      outlet: 'Mail & Echo',
      sections: ['Arts & Crafts'],
    })
  })
})
