import { describe, expect, it } from 'vitest'
import { discoverFeeds } from '../../src/feed/discover.ts'
import { lostNote } from '../../src/feed/lost-entries.ts'
import { readFeed } from '../../src/feed/read-feed.ts'

const address = 'https://paper.example/rss/news.xml'
const read = (text: string, type = '') => readFeed(Buffer.from(text), type, address)
const rss = (items: string) => `<rss version="2.0"><channel><title>Paper</title>${items}</channel></rss>`
const atom = (entries: string) =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><title>Paper</title><id>p</id>${entries}</feed>`

describe('the page of an entry', () => {
  it.each([
    ['relative to the feed itself', rss('<item><title>A</title><link>/a</link></item>'), 'https://paper.example/a'],
    [
      'relative to a relative xml:base',
      `<rss version="2.0" xml:base="../world/"><channel><title>P</title><item><title>A</title><link>a</link></item></channel></rss>`,
      'https://paper.example/world/a',
    ],
    [
      'relative to the site that the channel names',
      rss('<link>https://site.example/</link><item><title>A</title><link>x/a</link></item>'),
      'https://site.example/x/a',
    ],
    [
      'a permalink that is relative',
      rss('<item><title>A</title><guid isPermaLink="true">/a</guid></item>'),
      'https://paper.example/a',
    ],
    [
      'escaped twice',
      rss('<item><title>A</title><link><![CDATA[https://p.example/?a=1&amp;b=2]]></link></item>'),
      'https://p.example/?a=1&b=2',
    ],
    [
      'not a name of an entity that an address happens to have',
      rss('<item><title>A</title><link>https://p.example/?a=1&amp;copy=2</link></item>'),
      'https://p.example/?a=1&copy=2',
    ],
    [
      'the web page, not another form of the entry',
      atom(
        '<entry><id>1</id><title>A</title><link rel="alternate" type="application/pdf" href="/a.pdf"/><link rel="alternate" type="text/html" href="/a"/></entry>',
      ),
      'https://paper.example/a',
    ],
    [
      'not an address that no browser opens',
      atom(
        '<entry><id>1</id><title>A</title><link rel="alternate" href="nostr:abc"/><link rel="http://www.iana.org/assignments/relation/alternate" href="/a"/></entry>',
      ),
      'https://paper.example/a',
    ],
    [
      'the text of a link',
      atom('<entry><id>1</id><title>A</title><link>https://p.example/a</link></entry>'),
      'https://p.example/a',
    ],
    [
      'where its content is',
      atom('<entry><id>1</id><title>A</title><content type="text/html" src="/a"/></entry>'),
      'https://paper.example/a',
    ],
    ['nowhere, if its link is words', atom('<entry><id>1</id><title>A</title><link>Read it here</link></entry>'), ''],
    [
      'in a JSON Feed, relative to the feed’s own address',
      '{"version":"http://www.jsonfeed.org/version/1","title":"P","feed_url":"https://p.example/feed.json","items":[{"id":"1","url":"a","title":"A"}]}',
      'https://p.example/a',
    ],
  ])('is %s', (_, text, url) => {
    expect(read(text).entries.map((entry) => entry.url)).toEqual([url])
  })
})

describe('the words of an entry', () => {
  it.each([
    ['apart where a block ends', '&lt;p&gt;Shut.&lt;/p&gt;&lt;p&gt;Boats&lt;br/&gt;west&lt;/p&gt;', 'Shut. Boats west'],
    ['together where formatting ends', 'Bo&lt;b&gt;ats&lt;/b&gt;', 'Boats'],
    ['out of an escaped CDATA section', '&lt;![CDATA[&lt;p&gt;Shut&lt;/p&gt;]]&gt;', 'Shut'],
    ['decoded once', 'Marsh &amp;amp; Lund wrote &amp;amp;lt;b&amp;amp;gt;', 'Marsh & Lund wrote &lt;b&gt;'],
    ['with the gaps that typesetting left closed', 'Har&#xAD;bour', 'Harbour'],
  ])('are read %s', (_, text, words) => {
    const [entry] = read(rss(`<item><link>/a</link><description>${text}</description></item>`)).entries
    expect(entry?.summary).toBe(words)
  })

  it('are what stands there in an Atom title that is no markup, but for formatting', () => {
    const titles = read(
      atom(
        '<entry><id>1</id><title>Why the &lt;blink&gt; tag died</title></entry><entry><id>2</id><title type="text">A &lt;b&gt;bold&lt;/b&gt; plan</title></entry><entry><id>3</id><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One</p><p>Two</p></div></title></entry>',
      ),
    ).entries.map(({ title }) => title)
    expect(titles).toEqual(['Why the <blink> tag died', 'A bold plan', 'One Two'])
  })

  it.each([
    ['Why &lt;table&gt; lost', 'Why <table> lost'],
    ['Why &amp;lt;table&amp;gt; lost', 'Why <table> lost'],
    ['A &lt;b&gt;bold&lt;/b&gt; plan&lt;br&gt;for Vik', 'A bold plan for Vik'],
  ])('keep what a title names in brackets: %s', (written, title) => {
    expect(read(rss(`<item><title>${written}</title><link>/a</link></item>`)).entries[0]?.title).toBe(title)
  })

  it('are its own, not its picture’s', () => {
    const media = 'xmlns:m="http://search.yahoo.com/mrss/"'
    const [entry] = read(
      `<rss version="2.0" ${media}><channel><item><title>A</title><link>/a</link><m:content url="/p.jpg"><m:description>A pier</m:description></m:content><m:description>A pier</m:description></item></channel></rss>`,
    ).entries
    expect(entry?.summary).toBe('')
  })

  it('have the entities that the feed declares, if those are plain and few', () => {
    const declared = '<!DOCTYPE rss [<!ENTITY firm "Northmere"><!ENTITY more "&firm;&firm;">]>'
    expect(read(declared + rss('<item><title>&firm; wins</title><link>/a</link></item>')).entries[0]?.title).toBe(
      'Northmere wins',
    )
    const long = `<!DOCTYPE rss [<!ENTITY a "${'x'.repeat(500)}">]>`
    const grown = read(long + rss(`<item><link>/a</link><description>${'&a;'.repeat(9_000)}</description></item>`))
    expect(JSON.stringify(grown).length).toBeLessThan(10_000)
  })
})

describe('a sitemap', () => {
  it('is read by what its elements belong to, in whatever order they come', () => {
    const { title, entries } = read(
      `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"><url>
        <image:image><image:loc>https://p.example/p.jpg</image:loc><image:title>A pier</image:title></image:image>
        <loc>https://p.example/a</loc><video:video><video:title>A film</video:title><video:publication_date>2020-01-01</video:publication_date></video:video>
        <n:news><n:publication><n:name>Paper</n:name></n:publication><n:publication_date>2026-11-27</n:publication_date><n:title>A &amp; B</n:title></n:news></url></urlset>`,
    )
    expect([title, entries[0]?.url, entries[0]?.title, entries[0]?.published]).toEqual([
      'Paper',
      'https://p.example/a',
      'A & B',
      '2026-11-27T00:00:00.000Z',
    ])
  })

  it('of sitemaps is said to be one, with the one to add', () => {
    const index =
      '<sitemapindex><sitemap><loc>https://p.example/pages.xml</loc></sitemap><sitemap><loc>https://p.example/news.xml</loc></sitemap></sitemapindex>'
    expect(() => read(index)).toThrow('an index of sitemaps; add one of them, such as https://p.example/news.xml')
  })
})

describe('the bytes of a feed', () => {
  it('are not in an encoding of two bytes a letter that they only name', () => {
    const text = `<?xml version="1.0" encoding="utf-16"?>${rss('<item><title>Café</title><link>/a</link></item>')}`
    expect(read(text).entries[0]?.title).toBe('Café')
    expect(read(text, 'text/xml; charset=utf-16').entries[0]?.title).toBe('Café')
  })
})

describe('what a feed loses', () => {
  const entry = { url: 'https://p.example/a', published: '2026-11-27T00:00:00.000Z' }

  it('is told with its count', () => {
    expect(lostNote([entry, entry])).toBeNull()
    expect(lostNote([entry, { ...entry, url: '' }])).toBe('1 of its 2 entries leads nowhere and can’t be read')
    expect(
      lostNote([
        { ...entry, url: '' },
        { ...entry, published: null },
        { ...entry, published: null },
      ]),
    ).toBe('1 of its 3 entries leads nowhere and can’t be read; 2 of its 3 entries have no date that can be read')
  })
})

describe('the feeds of a page', () => {
  it('are those that a browser sees in its head', () => {
    const page = `<html><head><base href="https://p.example/blog/"><script>var s = '<link rel="alternate" type="application/rss+xml" href="/script.xml">'</script>
      <link title="News > all" rel="alternate" type="application/rss+xml" href="feed.xml"><link rel="ALTERNATE home" type='application/atom+xml' href="/atom?x=1&#38;y=2">
      <!-- <link rel="alternate" type="application/rss+xml" href="/old.xml"> --><link rel="alternate" type="text/html" href="/de"></head></html>`
    expect(discoverFeeds(Buffer.from(page), { url: 'https://p.example/', contentType: 'text/html' })).toEqual([
      'https://p.example/blog/feed.xml',
      'https://p.example/atom?x=1&y=2',
    ])
  })
})
