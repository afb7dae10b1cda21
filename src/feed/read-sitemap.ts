import { type FeedContent, noPace } from '../domain/feed.ts'
import { htmlText, maxTitle } from './entry-text.ts'
import { absolute, maxEntries, tidyEntries } from './tidy-entries.ts'

/** How far into a document its root element is searched for, in characters. */
const headLength = 2_000
/** The longest value read, in characters. */
const longestValue = 2_000

export function isSitemap(text: string): boolean {
  return /<(?:\w+:)?urlset\b/i.test(text.slice(0, headLength))
}

/** True for a list of sitemaps, which has no news itself. */
export function isSitemapIndex(text: string): boolean {
  return /<(?:\w+:)?sitemapindex\b/i.test(text.slice(0, headLength))
}

/** Says that a document is an index of sitemaps, and which of them to add: the first that is named for news. */
export function whichSitemap(text: string): string {
  const all = [...text.matchAll(/<(?:\w+:)?loc>([^<]{1,2000})/gi)].map(([, url = '']) => htmlText(url))
  const addresses = all.flatMap((url) => absolute(url, null) ?? [])
  const best = addresses.find((url) => /news/i.test(url)) ?? addresses[0]
  return `this is an index of sitemaps; add one of them${best ? `, such as ${best}` : ''}`
}

/** Reads a news sitemap: https://www.google.com/schemas/sitemap-news/0.9 */
export function readSitemap(text: string, address: string | null): FeedContent {
  const blocks = text.split(/<(?:\w+:)?url>/i).slice(1, 1 + maxEntries)
  const entries = blocks.map((block) => readUrl(withoutCdata(block)))
  const outlet = entries.find((each) => each.outlet !== '')?.outlet ?? null
  const news = entries.filter(({ title }) => title !== '')
  if (news.length === 0) throw new Error('this is a sitemap without news')
  return {
    title: outlet,
    description: null,
    site: null,
    pace: noPace,
    hub: null,
    entries: tidyEntries(news, address),
  }
}

/** One page of a sitemap: its address is the sitemap's word, everything else is in its news element. */
function readUrl(block: string) {
  const [whole = '', news = ''] = /<(?:\w+:)?news\b[^>]*>([\s\S]*?)<\/(?:\w+:)?news>/i.exec(block) ?? []
  // Pictures and films have addresses and titles of the same names, in elements of other namespaces.
  const own = block.replace(whole, ' ').replace(/<(\w+:(?!(?:loc|lastmod)\b)\w+)\b[^>]*>[\s\S]*?<\/\1>/gi, ' ')
  return {
    guid: '',
    url: valueOf(own, 'loc'),
    title: valueOf(news, 'title').slice(0, maxTitle),
    summary: '',
    published: valueOf(news, 'publication_date') || null,
    updated: valueOf(own, 'lastmod') || null,
    sections: valueOf(news, 'keywords')
      .split(',')
      .map((section) => section.trim()),
    outlet: valueOf(news, 'name'),
  }
}

function valueOf(block: string, name: string): string {
  const [, value = ''] = new RegExp(`<(?:\\w+:)?${name}>\\s*([^<]{1,${longestValue}})`, 'i').exec(block) ?? []
  return htmlText(value, longestValue)
}

function withoutCdata(block: string): string {
  return block.replace(/<!\[CDATA\[|\]\]>/g, '')
}
