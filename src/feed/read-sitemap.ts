import { type FeedContent, noPace } from '../domain/feed.ts'
import { maxEntries, tidyEntries } from './tidy-entries.ts'

/** How far into a document its root element is searched for, in characters. */
const headLength = 2_000

export function isSitemap(text: string): boolean {
  return /<(?:\w+:)?urlset\b/i.test(text.slice(0, headLength))
}

/** Reads a news sitemap: https://www.google.com/schemas/sitemap-news/0.9 */
export function readSitemap(text: string): FeedContent {
  const blocks = text.split(/<(?:\w+:)?url>/i).slice(1, 1 + maxEntries)
  const entries = blocks.map((block) => {
    const value = (name: string) =>
      decodeEntities(
        new RegExp(`<(?:\\w+:)?${name}>\\s*([^<]{1,2000})`, 'i').exec(withoutCdata(block))?.[1] ?? '',
      ).trim()
    return {
      guid: '',
      url: value('loc'),
      title: value('title'),
      summary: '',
      published: value('publication_date') || null,
      updated: value('lastmod') || null,
      sections: value('keywords').split(','),
      outlet: value('name'),
    }
  })
  const outlet = entries.find((each) => each.outlet !== '')?.outlet ?? null
  const news = entries.filter(({ title }) => title !== '')
  if (news.length === 0) throw new Error('this is a sitemap without news')
  return { title: outlet, description: null, site: null, pace: noPace, hub: null, entries: tidyEntries(news, null) }
}

function withoutCdata(block: string): string {
  return block.replace(/<!\[CDATA\[|\]\]>/g, '')
}

function decodeEntities(text: string): string {
  const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
  return text.replace(/&(#\d{1,7}|#x[\da-f]{1,6}|\w{2,4});/gi, (whole, inner: string) => {
    if (!inner.startsWith('#')) return named[inner.toLowerCase()] ?? whole
    const code = Number(inner.replace(/^#x/i, '0x').replace(/^#/, ''))
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
