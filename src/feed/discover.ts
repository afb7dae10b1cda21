import { decodeText } from '../text/decode.ts'

/** How much of a page is searched for feeds, in characters: they are announced in its head. */
const headLength = 200_000

/** The addresses of the feeds that a web page announces, in the page's order. */
export function discoverFeeds(body: Uint8Array, { url, contentType }: { url: string; contentType: string }): string[] {
  const head = decodeText(body, contentType).slice(0, headLength)
  const found: string[] = []
  for (const [tag] of head.matchAll(/<link\b[^>]{0,1000}>/gi)) {
    if (!/rel\s*=\s*["']?[^"'>]*\balternate\b/i.test(tag)) continue
    if (!/type\s*=\s*["']?application\/(?:rss\+xml|atom\+xml|feed\+json|rdf\+xml)/i.test(tag)) continue
    const href = /href\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i.exec(tag)
    const address = resolve(href?.[1] ?? href?.[2] ?? href?.[3], url)
    if (address && !found.includes(address)) found.push(address)
  }
  return found
}

function resolve(href: string | undefined, base: string): string | undefined {
  return href && URL.canParse(href, base) ? new URL(href.replaceAll('&amp;', '&'), base).href : undefined
}
