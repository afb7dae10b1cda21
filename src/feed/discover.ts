import { parseHTML } from 'linkedom'
import { decodeText } from '../text/decode.ts'

/** How much of a page is searched for feeds, in characters: they are announced in its head. */
const headLength = 200_000
const feedTypes = /^\s*application\/(?:rss\+xml|atom\+xml|feed\+json|rdf\+xml)\b/i

/** The addresses of the feeds that a web page announces, in the page's order, as a browser reads its head. */
export function discoverFeeds(body: Uint8Array, { url, contentType }: { url: string; contentType: string }): string[] {
  const { document } = parseHTML(decodeText(body, contentType).slice(0, headLength))
  const base = resolve(document.querySelector('base[href]')?.getAttribute('href'), url) ?? url
  const found = new Set<string>()
  for (const link of document.querySelectorAll('link[href]')) {
    const relations = (link.getAttribute('rel') ?? '').toLowerCase().split(/\s+/)
    const address = resolve(link.getAttribute('href'), base)
    const isFeed = relations.includes('alternate') && feedTypes.test(link.getAttribute('type') ?? '')
    if (address && isFeed && !link.closest('template, noscript, svg')) found.add(address)
  }
  return [...found]
}

function resolve(href: string | null | undefined, base: string): string | undefined {
  return href && URL.canParse(href.trim(), base) ? new URL(href.trim(), base).href : undefined
}
