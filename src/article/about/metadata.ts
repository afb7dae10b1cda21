import { addressKey, longestAddress } from '../../domain/address.ts'
import { sectionLimits } from '../../domain/article.ts'
import { shorten } from '../../text/shorten.ts'
import { readDate } from '../../text/values/dates.ts'
import { isOutletName } from '../page/heading.ts'
import { maxLength, tidyMarkup, tidyText } from '../page/tidy.ts'
import { authorMetas, cleanByline, shownByline } from './byline.ts'
import { type Linked, type LinkedData, ownArticle, typeOf } from './linked-data.ts'
import { wishesIn } from './page-wishes.ts'
import { dateMetas, publishedOn } from './published.ts'

/** Everything that a page says about its article besides the text. */
export interface Metadata {
  readonly headline: string | null
  readonly byline: string | null
  readonly outlet: string | null
  /** ISO 8601 in UTC. */
  readonly published: string | null
  /** What the page declares as its summary. */
  readonly description: string | null
  /** The canonical address. */
  readonly url: string | null
  /** The page's type in JSON-LD: "OpinionNewsArticle". */
  readonly type: string | null
  readonly sections: readonly string[]
  /** False if the publisher marks the text as for subscribers. */
  readonly free: boolean
  /** What its robots elements say, as lines: "robots: noai". */
  readonly wishes: readonly string[]
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
  // Some sites declare a tagline as the headline, and the headline as the name.
  const isNamed = shown !== null && tidyMarkup(asText(linked['name'])) === shown
  const declared = [isNamed ? shown : tidyMarkup(asText(linked['headline'])), shared].filter(
    (text) => text !== null && !isOutletName(text, page.outlets),
  )
  return {
    headline: headlineOf({ declared: declared[0] ?? null, shown, title }),
    byline: bylineOf(document, page, linked),
    outlet: tidyMarkup(nameOf(linked['publisher'], linkedData)) ?? tidyMarkup(meta('og:site_name', 'application-name')),
    published: dateOf(document, page, linked),
    description: tidyMarkup(meta('og:description', 'description') ?? asText(linked['description'])),
    url: canonical(document, page.url),
    type: typeOf(linked) || null,
    sections: sectionsOf(linked['articleSection'] ?? meta('article:section', 'parsely-section')),
    free: linked['isAccessibleForFree'] !== false && asText(linked['isAccessibleForFree'])?.toLowerCase() !== 'false',
    wishes: wishesIn(document, page.url),
  }
}

/** Who wrote the article: as declared for machines, or as shown; the outlet itself only if nobody else is named. */
function bylineOf(document: Document, page: PageSigns, linked: Linked): string | null {
  const authors = [
    authorNames(linked['author'] ?? linked['creator'], page.linkedData),
    ...authorMetas.map((name) => notAddress(metaContent(document, name))),
  ]
  return declaredByline(authors, page.outlets) ?? shownByline(document, page) ?? declaredByline(authors, [])
}

/** When the article was published: the first source that can be read, from the surest to the least sure. */
function dateOf(document: Document, page: PageSigns, linked: Linked): string | null {
  const declared = [
    asText(linked['datePublished']),
    asText(linked['dateCreated']),
    ...dateMetas.map((name) => metaContent(document, name)),
  ]
  return declared.map((written) => readDate(written)).find((date) => date !== null) ?? publishedOn(document, page)
}

/** The first byline that a page declares for machines and that is not one of the outlet's names. */
function declaredByline(written: readonly (string | null)[], outlets: readonly string[]): string | null {
  for (const each of written) {
    const names = tidyMarkup(each)
    const name = names?.includes(',') ? names : cleanByline(names, outlets)
    if (name) return name
  }
  return null
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

/** A title without the outlet's name after it or before it: "Bridge closes | Tarn Weekly". */
export function withoutOutlet(written: string, names: readonly string[]): string {
  const title = shorten(written.replace(/\s+/g, ' ').trim(), maxLength)
  const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
  const isName = (part: string) =>
    names.some((name) => plain(name) !== '' && (plain(name).includes(plain(part)) || plain(part).includes(plain(name))))
  const [, rest = '', last = ''] =
    /^(.{15,}?)\s+[|–—·•›»-]\s+([^|]{2,40})$/.exec(title) ?? /^(.{6,}?)\s*[：｜]\s*([^：｜]{2,40})$/.exec(title) ?? []
  if (last !== '' && isName(last)) return rest
  const [, first = '', own = ''] = /^([^|·•»]{2,40}?)\s*[|｜·•»]\s+(.{15,})$/.exec(title) ?? []
  return first !== '' && isName(first) ? own : title
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

/** The contents of each page's meta elements, by their names in small letters. */
const metas = new WeakMap<Document, ReadonlyMap<string, string>>()

function metaContent(document: Document, name: string): string | null {
  const known = metas.get(document) ?? readMetas(document)
  metas.set(document, known)
  return known.get(name.toLowerCase()) ?? null
}

function readMetas(document: Document): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const meta of document.querySelectorAll('meta[content]')) {
    const content = meta.getAttribute('content')?.trim()
    for (const attribute of ['property', 'name', 'itemprop']) {
      const name = meta.getAttribute(attribute)?.toLowerCase()
      if (name && content && !found.has(name)) found.set(name, content)
    }
  }
  return found
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
