import { addressKey, longestAddress } from '../../domain/address.ts'
import { sectionLimits } from '../../domain/article.ts'
import { shorten } from '../../text/shorten.ts'
import { readDate } from '../../text/values/dates.ts'
import { isOutletName } from './heading.ts'
import { type Linked, type LinkedData, ownArticle, typeOf } from './linked-data.ts'
import { shownDate } from './published.ts'
import { maxLength, tidyMarkup, tidyText } from './tidy.ts'

/** Everything that a page says about its article besides the text. */
export interface Metadata {
  readonly headline: string | null
  readonly byline: string | null
  readonly outlet: string | null
  /** ISO 8601 in UTC. */
  readonly published: string | null
  /** The canonical address. */
  readonly url: string | null
  /** The page's type in JSON-LD: "OpinionNewsArticle". */
  readonly type: string | null
  readonly sections: readonly string[]
  /** False if the publisher marks the text as for subscribers. */
  readonly free: boolean
}

/** Reads a page's metadata: JSON-LD first, then Open Graph and other meta elements that publishers use. */
export function readMetadata(document: Document, page: PageSigns): Metadata {
  const { heading, linkedData } = page
  const addresses = ownAddresses(document, page.url)
  const shown = tidyText(heading?.textContent)
  const title = tidyText(document.querySelector('title')?.textContent)
  const meta = (...names: string[]) =>
    names.map((name) => metaContent(document, name)).find((value) => value !== null) ?? null
  const shared = tidyMarkup(meta('og:title', 'twitter:title'))
  const titles = [shown, title, shared].filter((text) => text !== null)
  const linked = ownArticle(linkedData, { addresses: new Set(addresses), titles })
  const declared = [tidyMarkup(asText(linked['headline'])), shared].filter(
    (text) => text !== null && !isOutletName(text, page.outlets),
  )
  return {
    headline: headlineOf({ declared: declared[0] ?? null, shown, title }),
    byline:
      tidyMarkup(authorNames(linked['author'] ?? linked['creator'], linkedData)) ??
      tidyMarkup(notAddress(meta('author', 'parsely-author')) ?? notAddress(meta('article:author'))),
    outlet: tidyMarkup(nameOf(linked['publisher'], linkedData)) ?? tidyMarkup(meta('og:site_name', 'application-name')),
    published: readDate(
      asText(linked['datePublished']) ??
        meta('article:published_time', 'date', 'pubdate', 'parsely-pub-date') ??
        shownDate(document),
    ),
    url: canonical(document, page.url),
    type: typeOf(linked) || null,
    sections: sectionsOf(linked['articleSection'] ?? meta('article:section', 'parsely-section')),
    free: linked['isAccessibleForFree'] !== false && asText(linked['isAccessibleForFree'])?.toLowerCase() !== 'false',
  }
}

/** What is known about a page before its metadata is read. */
export interface PageSigns {
  readonly url: string | null
  /** The heading of the page's article. */
  readonly heading: Element | null
  readonly linkedData: LinkedData
  /** The outlet's names, as outletNames finds them. */
  readonly outlets: readonly string[]
}

/** No outlet's name has more words than this; some sites declare a headline as their name. */
const longestName = 7

/** All names that a page gives its outlet, in JSON-LD and in meta elements. */
export function outletNames(document: Document, { things, byId }: LinkedData): string[] {
  const publishers = things.flatMap((thing) => [
    nameOf(thing['publisher'], { things, byId }),
    /^(?:News(?:Media)?)?(?:WebSite|Organization)$/.test(typeOf(thing)) ? nameOf(thing, { things, byId }) : null,
  ])
  const metas = ['og:site_name', 'application-name'].map((name) => metaContent(document, name))
  return [...publishers, ...metas]
    .flatMap((name) => tidyMarkup(name) ?? [])
    .filter((name) => name.split(' ').length <= longestName)
}

/** The addresses that a page gives as its own, as addressKey makes them. */
export function ownAddresses(document: Document, url: string | null): string[] {
  const named = [url, canonicalLink(document), metaContent(document, 'og:url')]
  return named.flatMap((address) => {
    if (!address || !URL.canParse(address, url ?? undefined)) return []
    const { href, pathname } = new URL(address, url ?? undefined)
    return pathname === '/' && address !== url ? [] : (addressKey(href) ?? [])
  })
}

interface Headlines {
  readonly declared: string | null
  readonly shown: string | null
  readonly title: string | null
}

/** The declared headline, unless the page's title shares no long word with it but some with the heading shown. */
function headlineOf({ declared, shown, title }: Headlines): string | null {
  if (!declared || !shown) return declared ?? shown
  const words = new Set(longWords(title ?? ''))
  const shares = (text: string) => longWords(text).filter((word) => words.has(word)).length
  return shares(declared) === 0 && shares(shown) > 0 ? shown : declared
}

function longWords(text: string): string[] {
  return text.toLowerCase().match(/\p{L}{4,}/gu) ?? []
}

/** A title without the outlet's name after it: "Bridge closes | Tarn Weekly". */
export function withoutOutlet(written: string, names: readonly string[]): string {
  const title = shorten(written.replace(/\s+/g, ' ').trim(), maxLength)
  const [, rest = '', last = ''] = /^(.{15,}?)\s+[|–—-]\s+([^|]{2,40})$/.exec(title) ?? []
  const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
  const isName =
    last !== '' && names.some((name) => plain(name).includes(plain(last)) || plain(last).includes(plain(name)))
  return isName ? rest : title
}

function sectionsOf(value: unknown): string[] {
  const names = Array.isArray(value) ? value : [value]
  return names
    .flatMap((name) => {
      const plain = tidyMarkup(asText(name))
      return plain === null ? [] : shorten(plain, sectionLimits.length)
    })
    .slice(0, sectionLimits.most)
}

function metaContent(document: Document, name: string): string | null {
  const element = document.querySelector(`meta[property="${name}"], meta[name="${name}"]`)
  return element?.getAttribute('content')?.trim() || null
}

/**
 * The address that a page gives as its own. A link inside an article or section belongs to that part, not to the page.
 */
export function canonicalLink(document: Document): string | null {
  const links = [...document.querySelectorAll('link[rel="canonical"]')]
  const own = links.find((link) => link.closest('article, section, [itemscope]:not(html):not(body)') === null)
  return own?.getAttribute('href') ?? null
}

/** The canonical address, unless it leads to another host or to the front page. */
function canonical(document: Document, url: string | null): string | null {
  const href = canonicalLink(document)
  if (!href || !url || !URL.canParse(href, url)) return null
  const found = new URL(href, url)
  const isOurs =
    found.hostname === new URL(url).hostname && found.pathname !== '/' && found.href.length <= longestAddress
  return isOurs ? found.href : null
}

function authorNames(author: unknown, linkedData: LinkedData): string | null {
  const names = listOf(author)
    .map((each) => nameOf(each, linkedData))
    .filter((name) => name !== null)
  return names.length > 0 ? names.join(', ') : null
}

function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  return typeof value === 'object' && value !== null && '@list' in value ? listOf(value['@list']) : [value]
}

/** The name of a person or outlet, which may be given elsewhere on the page: {"@id": "#wren"}. */
function nameOf(value: unknown, { byId }: LinkedData): string | null {
  if (typeof value === 'string') return notAddress(byId.has(value) ? asText(byId.get(value)?.['name']) : value)
  if (Array.isArray(value)) return nameOf(value[0], { things: [], byId })
  if (typeof value !== 'object' || value === null) return null
  const own: Linked = { ...value }
  const name = own['name'] ?? byId.get(asText(own['@id']) ?? '')?.['name']
  return notAddress(asText(Array.isArray(name) ? name[0] : name))
}

/** The text, unless it is an address: a profile's address is not a name. */
function notAddress(text: string | null): string | null {
  return text !== null && /^\s*(?:https?:)?\/\/|^\s*www\./i.test(text) ? null : text
}

function asText(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
