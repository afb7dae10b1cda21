import { describe, expect, it } from 'vitest'
import { readFeed } from '../../src/feed/read-feed.ts'

describe('a feed', () => {
  it.each([
    [
      'RSS 0.91',
      '<rss version="0.91"><channel><title>Tarn</title><item><title>One</title><link>http://tarn.example/1</link></item></channel></rss>',
    ],
    [
      'RSS 1.0 (RDF)',
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel><title>Tarn</title></channel><item rdf:about="http://tarn.example/1"><title>One</title><link>http://tarn.example/1</link></item></rdf:RDF>',
    ],
    [
      'Atom 0.3',
      '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title mode="base64">VGFybg==</title><entry><title>One</title><id>1</id><link rel="alternate" href="http://tarn.example/1"/></entry></feed>',
    ],
    [
      'Atom 1.0',
      '<feed xmlns="http://www.w3.org/2005/Atom"><title>Tarn</title><entry><title type="html">O&lt;i&gt;ne&lt;/i&gt;</title><id>1</id><link href="http://tarn.example/1"/></entry></feed>',
    ],
    [
      'JSON Feed',
      '{"version":"https://jsonfeed.org/version/1.1","title":"Tarn","items":[{"id":1,"url":"http://tarn.example/1","title":"One"}]}',
    ],
    [
      'a news sitemap',
      '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>http://tarn.example/1</loc><news:news><news:publication><news:name>Tarn</news:name></news:publication><news:publication_date>2026-11-24</news:publication_date><news:title>One</news:title></news:news></url></urlset>',
    ],
    [
      'a feed with something before it',
      'Warning: cannot modify header in /srv/x.php\n<?xml version="1.0"?><rss version="2.0"><channel><title>Tarn</title><item><title>One</title><link>http://tarn.example/1</link></item></channel></rss>',
    ],
    [
      'a feed that was cut off, without the entry in which it was',
      '<rss version="2.0"><channel><title>Tarn</title><item><title>One</title><link>http://tarn.example/1</link></item><item><title>Two</title><link>http://tarn.exa',
    ],
    [
      'a picture with a title of its own',
      '<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>Tarn</title><item><media:title>Picture</media:title><title>One</title><link>http://tarn.example/1</link></item></channel></rss>',
    ],
  ])('is read from %s', (_, text) => {
    const { title, entries } = readFeed(Buffer.from(text), '')
    expect(title).toBe('Tarn')
    expect(entries).toMatchObject([{ title: 'One', url: 'http://tarn.example/1' }])
  })

  it.each([
    ['UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(rss('Müller'), 'utf16le')]), ''],
    [
      'windows-1252 by declaration',
      Buffer.from(`<?xml version="1.0" encoding="windows-1252"?>${rss('Müller')}`, 'latin1'),
      '',
    ],
    [
      'windows-1252 that calls itself UTF-8',
      Buffer.from(`<?xml version="1.0" encoding="utf-8"?>${rss('Müller')}`, 'latin1'),
      '',
    ],
    [
      'a header against the declaration',
      Buffer.from(`<?xml version="1.0" encoding="utf-8"?>${rss('Müller')}`, 'latin1'),
      'text/xml; charset=iso-8859-1',
    ],
  ])('is decoded from its bytes: %s', (_, body, contentType) => {
    expect(readFeed(body, contentType).entries[0]?.title).toBe('Müller')
  })

  it('says how often it wants to be read, under what it files, and who tells of news', () => {
    const { pace, hub, entries } = readFeed(
      Buffer.from(`<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel><title>Tarn</title>
        <ttl>90</ttl><skipHours><hour>3</hour><hour>24</hour></skipHours><skipDays><day>Sunday</day></skipDays>
        <sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>
        <atom:link rel="hub" href="https://hub.example/"/><atom:link rel="self" href="http://tarn.example/feed"/>
        <item><title>One</title><link>http://tarn.example/1</link><category>Politics</category><category>Politics</category><category>Water</category></item></channel></rss>`),
      '',
    )
    expect(pace).toEqual({ minutes: 90, skipHours: [3, 0], skipDays: [0] })
    expect(hub).toEqual({ url: 'https://hub.example/', topic: 'http://tarn.example/feed' })
    expect(entries[0]?.sections).toEqual(['Politics', 'Water'])
  })

  it('shows no script, and stays what it is: no entity leads to a file, none grows', () => {
    const bomb = `<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(50)}"><!ENTITY c "${'&b;'.repeat(50)}"><!ENTITY d "${'&c;'.repeat(50)}"><!ENTITY f SYSTEM "file:///etc/passwd">]>`
    const text = readTitle(`${bomb}${rss('&d;&f;')}`)
    expect(text.length).toBeLessThan(1_000)
    expect(text).not.toContain('root:')
    expect(readTitle(rss('Safe&lt;script&gt;alert(1)&lt;/script&gt; &lt;b&gt;bold&lt;/b&gt;'))).toBe('Safe bold')
  })

  it('is read from its end where it has its newest entries there', () => {
    const items = Array.from({ length: 1_200 }, (_, at) => {
      const date = new Date(Date.parse('2026-11-01T00:00:00Z') + at * 60_000).toUTCString()
      return `<item><title>Item ${at}</title><link>http://tarn.example/${at}</link><pubDate>${date}</pubDate></item>`
    })
    const { title, entries } = readFeed(
      Buffer.from(`<rss version="2.0"><channel><title>Tarn</title>${items.join('')}</channel></rss>`),
      '',
    )
    expect([title, entries.length, entries.at(-1)?.title]).toEqual(['Tarn', 1_000, 'Item 1199'])
  })

  it('is dated in the zones that it names, whatever the zone of the machine', () => {
    const item = (date: string) =>
      `<item><title>One</title><link>http://t.example/${date.length}</link><pubDate>${date}</pubDate></item>`
    const dates = [
      'Wed, 25 Nov 2026 10:00:00 CET',
      '25.11.2026 10:00',
      '2026-11-25 10:00:00 UTC',
      'Wed, 25 Nov 2026 10:00:00 +0100',
    ]
    const { entries } = readFeed(
      Buffer.from(`<rss version="2.0"><channel>${dates.map(item).join('')}</channel></rss>`),
      '',
    )
    expect(entries.map(({ published }) => published)).toEqual([
      '2026-11-25T09:00:00.000Z',
      '2026-11-25T10:00:00.000Z',
      '2026-11-25T10:00:00.000Z',
      '2026-11-25T09:00:00.000Z',
    ])
  })

  it('says that its end is missing', () => {
    const whole = '<rss version="2.0"><channel><item><link>http://tarn.example/1</link></item></channel></rss>'
    expect(readFeed(Buffer.from(whole), '').isCut).toBeUndefined()
    expect(readFeed(Buffer.from(whole.slice(0, -20)), '').isCut).toBe(true)
  })

  it('is read no further than its first thousand entries', () => {
    const items = Array.from(
      { length: 20_000 },
      (_, at) => `<item><title>Item ${at}</title><link>http://tarn.example/${at}</link></item>`,
    )
    const { title, entries } = readFeed(
      Buffer.from(`<rss version="2.0"><channel><title>Tarn</title>${items.join('')}</channel></rss>`),
      '',
    )
    expect([title, entries.length, entries.at(-1)?.title]).toEqual(['Tarn', 1_000, 'Item 999'])
  })

  it('gives no name to entries that share one', () => {
    const two =
      '<rss version="2.0"><channel><title>Tarn</title><item><guid>x</guid><title>One</title><link>http://tarn.example/1</link></item><item><guid>x</guid><title>Two</title><link>http://tarn.example/2</link></item><item><guid>x</guid><title>Two</title><link>http://tarn.example/2</link></item></channel></rss>'
    expect(readFeed(Buffer.from(two), '').entries.map(({ guid }) => guid)).toEqual([
      'http://tarn.example/1',
      'http://tarn.example/2',
    ])
  })

  it.each([
    ['a page', '<!doctype html><p>no feed</p>', 'this is a web page, not a feed'],
    ['nothing', '  ', 'the feed is empty'],
    ['JSON of another kind', '{"a":1}', 'this is JSON, but not a JSON Feed'],
    ['half a JSON Feed', '{"version":"https://jsonfeed.org/version/1.1","items":[', 'cut off or broken'],
    [
      'a sitemap without news',
      '<urlset><url><loc>http://tarn.example/1</loc></url></urlset>',
      'a sitemap without news',
    ],
  ])('is not %s, which is said', (_, text, reason) => {
    expect(() => readFeed(Buffer.from(text), '')).toThrow(reason)
  })
})

function rss(title: string): string {
  return `<rss version="2.0"><channel><title>Tarn</title><item><title>${title}</title><link>http://tarn.example/1</link></item></channel></rss>`
}

function readTitle(xml: string): string {
  try {
    return readFeed(Buffer.from(xml), '').entries[0]?.title ?? ''
  } catch {
    return ''
  }
}
