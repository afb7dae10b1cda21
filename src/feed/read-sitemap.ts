import { type FeedContent, noPace } from '../domain/feed.ts'
import { htmlText, maxTitle } from './entry-text.ts'
import { absolute, maxEntries, tidyEntries } from './tidy-entries.ts'

/** How far into a document its root element is searched for, in characters. */
const headLength = 2_000
/** The longest value read, in characters. */
const longestValue = 2_000
/** How much of one page's block is read, in characters. */
const longestBlock = 20_000

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
function readUrl(whole: string) {
  const block = whole.slice(0, longestBlock)
  const news = newsIn(block)
  const own = ownTags(block)
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

/** What the news element has in it. */
function newsIn(block: string): string {
  const open = /<(?:\w+:)?news\b[^<>]*>/i.exec(block)
  if (!open) return ''
  const rest = block.slice(open.index + open[0].length)
  const end = rest.search(/<\/(?:\w+:)?news>/i)
  return end < 0 ? rest : rest.slice(0, end)
}

/**
 * The parts outside elements of other namespaces: pictures and films have addresses and titles of the same names in
 * them, and so has the news.
 */
function ownTags(block: string): string {
  let depth = 0
  let at = 0
  let own = ''
  for (const { 0: tag, 1: closing, 2: name = '', index } of block.matchAll(/<(\/?)([\w:.-]{1,60})[^<>]*>/g)) {
    const isOther = name.includes(':') ? !/:(?:loc|lastmod)$/i.test(name) : /^news$/i.test(name)
    if (depth === 0) own += block.slice(at, isOther ? index : index + tag.length)
    at = index + tag.length
    if (isOther && !tag.endsWith('/>')) depth = Math.max(0, depth + (closing ? -1 : 1))
  }
  return depth === 0 ? own + block.slice(at) : own
}

function valueOf(block: string, name: string): string {
  const [, value = ''] = new RegExp(`<(?:\\w+:)?${name}>\\s*([^<]{1,${longestValue}})`, 'i').exec(block) ?? []
  return htmlText(value, longestValue)
}

function withoutCdata(block: string): string {
  return block.replace(/<!\[CDATA\[|\]\]>/g, '')
}
