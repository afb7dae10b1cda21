import { describe, expect, it } from 'vitest'
import { readPage } from '../../../src/article/page/read-page.ts'

const paragraphs = [
  'The council of Vik voted on Monday to close the road above the lake until the snow has melted, said Nils Falk, who leads it.',
  'Two ploughs have broken down since the new year, and the third is needed for the way to the hospital and to the school.',
  '“Nobody likes to be cut off for a month,” said Ida Rosen, who keeps the inn at the end of the road and has done so since 1998.',
  'The county will send a helicopter twice a week with post and bread, and the doctor will come by boat as long as the lake is open.',
]
const body = paragraphs.map((text) => `<p>${text}</p>`).join('')
const title = 'Road above the lake closes until spring'

function read(inner: string, { head = '', url = 'https://paper.example/news/road', lang = 'en' } = {}) {
  const html = `<!doctype html><html lang="${lang}"><head><title>${title}</title>${head}</head><body>${inner}</body></html>`
  return readPage(Buffer.from(html), { url, contentType: 'text/html' })
}

const story = (above = '', below = '') =>
  `<main><article><h1>${title}</h1>${above}<div>${body}</div>${below}</article></main>`

/** The story with something between its first paragraph and the others. */
const within = (inner: string) => story().replace('</p><p>', `</p>${inner}<p>`)

describe('the date of a page', () => {
  it.each([
    ['in a meta element', story(), '<meta name="publish-date" content="March 10, 2026">'],
    [
      'in one that Open Graph does not know',
      story(),
      '<meta property="og:article:published_time" content="2026-03-10T09:30:00Z">',
    ],
    [
      'in the next source, if the first cannot be read',
      story(),
      '<meta property="article:published_time" content="soon"><meta name="dc.date.issued" content="2026-03-10">',
    ],
    ['under a name', story('<div class="post-date">March 10th 2026</div>'), ''],
    ['as an abbreviation', story('<abbr class="published" title="2026-03-10T10:30:00+0100">10. März</abbr>'), ''],
    ['without a name, near the heading', story('<p>10 March 2026, 09:30</p>'), ''],
    [
      'near the heading, not of a teaser above it',
      `<div class="top"><a href="/9">Ferry timetable</a> <time datetime="2026-03-19">19 March</time></div>${story('<p><time>10 March 2026</time></p>')}`,
      '',
    ],
    [
      'of publication, not of a change',
      story('<p class="dates">Updated 12 March 2026</p><p class="dates">Published 10 March 2026</p>'),
      '',
    ],
  ])('is found %s', (_, inner, head) => {
    expect(read(inner, { head }).published?.slice(0, 10)).toBe('2026-03-10')
  })

  it('is in the order of the country where that is open', () => {
    const shown = story('<div class="date">10/03/2026</div>')
    expect(read(shown, { lang: 'es' }).published?.slice(0, 10)).toBe('2026-03-10')
    expect(read(shown, { lang: 'en-GB' }).published?.slice(0, 10)).toBe('2026-03-10')
    expect(read(shown, { lang: 'en-US' }).published?.slice(0, 10)).toBe('2026-10-03')
    expect(read(story('<div class="date">28/03/2026</div>'), { lang: 'en-US' }).published?.slice(0, 10)).toBe(
      '2026-03-28',
    )
  })

  it('is the day in the address, if the page shows none', () => {
    expect(read(story(), { url: 'https://paper.example/2026/03/10/road' }).published).toBe('2026-03-10T00:00:00.000Z')
    expect(read(story(), { url: 'https://paper.example/news/2026-13-10-road' }).published).toBeNull()
  })
})

describe('the byline of a page', () => {
  it.each([
    ['after “by”', story('<p class="byline">By Mira Tolland</p>'), ''],
    [
      'without a date and the time to read',
      story('<div class="byline">By Mira Tolland - March 10, 2026 3 minutes - 312 words</div>'),
      '',
    ],
    [
      'behind the date of a blog',
      story(
        '<div class="byline">Posted on <a href="/2026">March 10, 2026</a> <span>by <a rel="author" href="/author/mira">Mira Tolland</a></span></div>',
      ),
      '',
    ],
    [
      'beside a label',
      story(
        '<div><span class="author-prep byline">Veröffentlicht von</span> <span class="author vcard"><a href="/autor/mira">Mira Tolland</a></span></div>',
      ),
      '',
    ],
    [
      'below the text',
      story('', '<footer><span class="author">von <a href="/autor/mira">Mira Tolland</a></span></footer>'),
      '',
    ],
    ['in a meta element', story(), '<meta name="sailthru.author" content="Mira Tolland">'],
    [
      'shown, where machines are told the outlet',
      story('<p class="byline">By Mira Tolland</p>'),
      '<meta property="og:site_name" content="Lake Paper"><meta name="author" content="Lake Paper">',
    ],
  ])('is found %s', (_, inner, head) => {
    expect(read(inner, { head }).byline).toBe('Mira Tolland')
  })

  it('has every name of a line, and nobody where only words stand', () => {
    const two =
      '<p class="byline">By <a rel="author" href="/author/a">Mira Tolland</a> and <a rel="author" href="/author/b">Jon Vass</a></p>'
    expect(read(story(two)).byline).toBe('Mira Tolland, Jon Vass')
    expect(read(story('<p class="byline">Posted on</p><p class="author">mira@paper.example</p>')).byline).toBeNull()
  })
})

describe('the text of a page', () => {
  const textOf = (inner: string, options = {}) => read(inner, options).text.split('\n\n')
  const lead = 'Inn and school are cut off; the county sends bread by helicopter, and the doctor comes by boat.'

  it('begins with the standfirst, also outside the box of the paragraphs', () => {
    const boxed = `<main><article><header><h1>${title}</h1><h2>${lead}</h2></header><div class="columns"><div>${body}</div></div></article></main>`
    expect(textOf(boxed)).toEqual([lead, ...paragraphs])
    expect(textOf(story(`<p>${lead}</p>`))).toEqual([lead, ...paragraphs])
    expect(
      textOf(
        story(
          '<figure><figcaption>The road above the lake, seen from the inn on Monday morning.</figcaption></figure>',
        ),
      ),
    ).toEqual(paragraphs)
  })

  it('keeps subheads, whatever their names, and paragraphs with a link in boxes of their own', () => {
    const [first = '', ...rest] = paragraphs
    const boxes = rest
      .map((text) => `<div><div><p>${text.replace(/^(.{40}\S*)/, '<a href="/x">$1</a>')}</p></div></div>`)
      .join('')
    expect(
      textOf(`<article><h1>${title}</h1><p>${first}</p><h3 class="share-anchor">Who is cut off</h3>${boxes}</article>`),
    ).toEqual([first, 'Who is cut off', ...rest])
  })

  it('has the rows of a table with what their numbers are of, and no table of the layout', () => {
    const table =
      '<table><tr><th>Ward</th><th>For</th><th>Against</th></tr><tr><td>North</td><td>12</td><td>3</td></tr></table>'
    expect(textOf(within(table))).toContain('North: For 12, Against 3')
  })

  it('is not a dialog over the page, nor a footer that is longer than the article’s beginning', () => {
    const legal = `<p>${'You may tell a business not to sell your personal details to others. '.repeat(12)}</p>`
    expect(textOf(`<div id="consent-sdk">${legal}</div>${story()}`)).toEqual(paragraphs)
    expect(textOf(`<div class="page has-sidebar">${story()}</div><div id="print_message">${legal}</div>`)).toEqual(
      paragraphs,
    )
  })

  it('is read from a page that streams it behind, or that draws hundreds of icons', () => {
    const streamed = (script: string) =>
      textOf(
        `<main><template id="B:0"></template><div class="spinner">Loading</div></main><div hidden id="S:0"><article><h1>${title}</h1>${body}</article></div><script>${script}</script>`,
      )
    expect(streamed('$RC("B:0","S:0")')).toEqual(paragraphs)
    expect(() => streamed('')).toThrow('no article text')
    const icons = '<svg viewBox="0 0 9 9"><path d="M0 1h2v2z"/><circle cx="3" cy="3" r="1"/></svg>'.repeat(400)
    expect(textOf(story(icons))).toEqual(paragraphs)
  })

  it('keeps a paragraph that only assistive software is told to skip', () => {
    const [first, ...rest] = paragraphs
    expect(
      textOf(
        `<article><h1>${title}</h1><p>${first}</p>${rest.map((text) => `<p aria-hidden="true">${text}</p>`).join('')}</article>`,
      ),
    ).toEqual(paragraphs)
  })

  it('has an embedded post as its writer’s words', () => {
    const post =
      '<blockquote class="twitter-tweet"><p>The ploughs are ours.</p>&mdash; Jon Vass (@vass) <a href="/x">March 9, 2026</a></blockquote>'
    expect(textOf(within(post))).toContain('“The ploughs are ours.” — Jon Vass (@vass)')
    const nobody = '<blockquote class="instagram-media"><p>Look at this.</p></blockquote>'
    expect(textOf(within(nobody))).toEqual(paragraphs)
  })

  it.each([
    [
      'de',
      ['Lesezeit: 3 Min.', 'Teilen', 'Aktualisiert am 10. März 2026'],
      ['Das könnte Sie auch interessieren', 'Fischmarkt zieht um'],
    ],
    ['fr', ['Publié le 10 mars 2026 à 10:30', 'Partager'], ['Sur le même sujet', 'Le bac change d’horaires']],
    ['es', ['Guardar', 'Publicado el 10 de marzo'], ['Noticias relacionadas', 'El ferry cambia']],
    ['ja', ['［PR］'], ['【関連記事】', '渡し船']],
  ])('is without what sites put around it: %s', (lang, above, below) => {
    const lines = (texts: readonly string[]) => texts.map((text) => `<p>${text}</p>`).join('')
    const inner = `<article><h1>${title}</h1><div>${lines(above)}${body}${lines(below)}</div></article>`
    expect(textOf(inner, { lang })).toEqual(paragraphs)
  })

  it('does not repeat the headline below a kicker, nor the byline', () => {
    const inner = `<article><div><h1><span>Winter at Vik</span> ${title}</h1><p>Mira Tolland</p>${body}</div></article>`
    expect(textOf(inner, { head: '<meta name="author" content="Mira Tolland">' })).toEqual(paragraphs)
  })

  it('keeps news about people who write, and what only sounds like an appeal', () => {
    const extra = [
      'Ada Lisle is a reporter for the Lake Paper who was on the road when it closed.',
      'Like many pupils in Vik, she first saw the snow in a video on Instagram.',
    ]
    expect(textOf(story('', extra.map((text) => `<p>${text}</p>`).join('')))).toEqual([...paragraphs, ...extra])
  })
})

describe('what no reader sees of a page', () => {
  it.each([
    [
      'a table',
      '<table style="display:none"><tr><th>Name</th><th>Year</th></tr><tr><td>Secret</td><td>2026</td></tr></table>',
    ],
    ['a row of a table', '<table><tr><td>A</td><td>1</td></tr><tr hidden><td>Secret</td><td>2</td></tr></table>'],
    [
      'a script in a table',
      '<table><tr><td>A<script>Secret</script></td><td>1</td></tr><tr><td>B</td><td>2</td></tr></table>',
    ],
    ['a post', '<blockquote class="twitter-tweet" hidden><p>Secret.</p>&mdash; Jon Vass (@vass)</blockquote>'],
    [
      'a part with an id like a streamed one',
      '<div hidden id="S:x"><p>Secret words that nobody was to read here.</p></div>',
    ],
  ])('is not in its text: %s', (_, inner) => {
    expect(read(within(inner)).text).not.toContain('Secret')
  })

  it('is not its byline', () => {
    expect(read(story('<span class="byline" style="display:none">Secret Name</span>')).byline).toBeNull()
  })

  it('is not a box that is only named like a dialog, nor a quotation that is named like a post', () => {
    const box =
      '<div class="cookie-recipes"><p>Bakers in Vik sold a record number of cookies in the week of the snow.</p></div>'
    const quote =
      '<blockquote class="twitter-pullquote"><p>“The ploughs are ours,” said the mayor of Vik on Monday.</p></blockquote>'
    expect(read(within(box)).text).toContain('Bakers in Vik')
    expect(read(within(quote)).text).toContain('The ploughs are ours')
  })
})

describe('a page that is made to be slow', () => {
  it.each([
    ['paragraphs', '<p>a b c</p>'.repeat(10_000)],
    ['words in spans', `<p>${'<span>word </span>'.repeat(10_000)}</p>`],
    ['tables in tables', `${'<table><tr><td>'.repeat(20)}${'word '.repeat(100_000)}`],
    ['posts in posts', `${'<blockquote class="twitter-tweet">'.repeat(20)}${'word '.repeat(200_000)}`],
    ['bold in bold', `${'<p><b>'.repeat(20)}${'word '.repeat(200_000)}`],
  ])('is read, with its own headline: %s', (_, inner) => {
    expect(read(`<article><h1>${title}</h1>${body}${inner}</article>`).headline).toBe(title)
  })
})

describe('the headline of a page', () => {
  it.each([
    ['Road above the lake closes · Lake Paper', 'Road above the lake closes'],
    ['Lake Paper | Road above the lake closes', 'Road above the lake closes'],
    ['湖の上の道路、春まで通行止め：湖新聞', '湖の上の道路、春まで通行止め'],
  ])('is without the outlet: %s', (declared, headline) => {
    const name = declared.includes('湖新聞') ? '湖新聞' : 'Lake Paper'
    const head = `<meta property="og:title" content="${declared}"><meta property="og:site_name" content="${name}">`
    const html = `<html><head>${head}</head><body><article>${body}</article></body></html>`
    expect(
      readPage(Buffer.from(html), { url: 'https://paper.example/a', contentType: 'text/html; charset=utf-8' }).headline,
    ).toBe(headline)
  })
})
