import { addressKey } from '../../domain/address.ts'
import { decodeReferences } from '../page/tidy.ts'

/** One thing that a page describes in JSON-LD. */
export type Linked = Readonly<Record<string, unknown>>

/** Everything that a page describes in JSON-LD. */
export interface LinkedData {
  readonly things: readonly Linked[]
  readonly byId: ReadonlyMap<string, Linked>
}

/** The signs that tell the page's own article from others that it describes. */
export interface OwnSigns {
  /** The page's own addresses, as addressKey makes them. */
  readonly addresses: ReadonlySet<string>
  /** The page's headline and title as shown. */
  readonly titles: readonly string[]
}

const mostThings = 2_000
const mostDepth = 8
/** Properties that lead to other works, or to parts of this one. */
const toOthers =
  /^(?:itemListElement|item|hasPart|isPartOf|liveBlogUpdate|mentions|citation|relatedLink|isBasedOn|comment|review|about|blogPost|subjectOf|workExample)$/

/** Collects the things that a page describes; parts of a list or of another work come last. */
export function readLinkedData(document: Document): LinkedData {
  const own: Linked[] = []
  const others: Linked[] = []
  const collect = (value: unknown, depth: number, isOther: boolean) => {
    if (typeof value !== 'object' || value === null || depth > mostDepth || own.length + others.length > mostThings)
      return
    if (Array.isArray(value)) return value.forEach((inner) => collect(inner, depth + 1, isOther))
    const linked = value as Linked
    ;(isOther ? others : own).push(linked)
    for (const [name, inner] of Object.entries(linked)) collect(inner, depth + 1, isOther || toOthers.test(name))
  }
  for (const script of document.querySelectorAll('script[type="application/ld+json"]'))
    collect(parseJson(script.textContent ?? ''), 0, false)
  const things = [...own, ...others]
  const byId = new Map<string, Linked>()
  for (const thing of things) {
    const id = thing['@id']
    // A thing that only refers to another has nothing but its @id.
    if (typeof id === 'string' && Object.keys(thing).length > 1 && !byId.has(id)) byId.set(id, thing)
  }
  return { things, byId }
}

/**
 * The description of the page's own article: the one that gives the page's address, else the one whose headline is
 * shown, else the only one. Empty if all are about other articles.
 */
export function ownArticle({ things }: LinkedData, { addresses, titles }: OwnSigns): Linked {
  const articles = things.filter(isArticle)
  const shared = (linked: Linked) => Math.max(0, ...titles.map((title) => alikeness(headlineOf(linked), title)))
  const isShown = (linked: Linked) => shared(linked) >= sameHeadline
  const here = articles.filter((linked) => addressRank(linked, addresses) > 0)
  const best = here.toSorted((one, other) => rankOf(other) - rankOf(one))
  function rankOf(linked: Linked): number {
    return addressRank(linked, addresses) + (isShown(linked) ? 2 : 0)
  }
  if (best.length > 0) return merge(best.filter((linked) => rankOf(linked) === rankOf(best[0] ?? {})))
  const shown = articles.filter(isShown)
  if (shown.length > 0) return merge(shown)
  const [only, ...more] = distinct(articles)
  if (!only || more.length > 0) return {}
  return isOfAnotherPage(only, addresses) && titles.length > 0 && shared(only) === 0 ? {} : only
}

/** Headlines that share this much of their words count as the same. */
const sameHeadline = 0.6

function isArticle(linked: Linked): boolean {
  const type = typeOf(linked)
  return (
    /Article|(?:Blog|News|SocialMedia|DiscussionForum|LiveBlog)\w*Posting|^Report$/.test(type) ||
    (typeof linked['headline'] === 'string' && 'datePublished' in linked)
  )
}

/** The types that a thing declares: "NewsArticle". */
export function typeOf(linked: Linked): string {
  return [linked['@type']]
    .flat()
    .filter((name) => typeof name === 'string')
    .join(' ')
}

/**
 * How surely a description is about this page, judged by its url, mainEntityOfPage and @id; 0 if they all point
 * elsewhere.
 */
function addressRank(linked: Linked, addresses: ReadonlySet<string>): number {
  const isHere = (value: unknown) => addressesIn(value).some((key) => addresses.has(key))
  if (isHere(linked['url'])) return 3
  const isElsewhere = addressesIn(linked['url']).length > 0
  if (isHere(linked['mainEntityOfPage'])) return isElsewhere ? 1 : 3
  return isHere(linked['@id']) && !isElsewhere ? 2 : 0
}

function isOfAnotherPage(linked: Linked, addresses: ReadonlySet<string>): boolean {
  const named = [...addressesIn(linked['url']), ...addressesIn(linked['mainEntityOfPage'])]
  return addresses.size > 0 && named.length > 0 && !named.some((key) => addresses.has(key))
}

function addressesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(addressesIn)
  if (typeof value === 'object' && value !== null) {
    const { '@id': id, url } = value as Linked
    return [...addressesIn(url), ...addressesIn(id)]
  }
  const key = typeof value === 'string' ? addressKey(value) : undefined
  return key === undefined ? [] : [key]
}

function headlineOf(linked: Linked): string {
  const { headline, name } = linked
  return typeof headline === 'string' ? headline : typeof name === 'string' ? name : ''
}

/** The share of the shorter text's words that both have. */
function alikeness(one: string, other: string): number {
  const [first, second] = [wordsOf(one), wordsOf(other)]
  const common = [...first].filter((word) => second.has(word)).length
  return common / Math.max(1, Math.min(first.size, second.size))
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(
    decodeReferences(text)
      .toLowerCase()
      .match(/[\p{L}\p{N}]{2,}/gu),
  )
}

/** Merges descriptions of one article, which sites spread over several places; earlier ones take precedence. */
function merge(descriptions: readonly Linked[]): Linked {
  return Object.assign({}, ...descriptions.toReversed())
}

function distinct(articles: readonly Linked[]): Linked[] {
  const known = new Map(articles.toReversed().map((linked) => [headlineOf(linked), linked]))
  return [...known.values()]
}

/**
 * Parses JSON as sites write it: inside comment or CDATA marks, with raw line breaks in strings, or a comma too many.
 */
function parseJson(text: string): unknown {
  const plain = text
    .trim()
    .replace(
      /^(?:<!--|\/\/\s*<!\[CDATA\[|\/\*\s*<!\[CDATA\[\s*\*\/|<!\[CDATA\[)|(?:-->|\/\/\s*\]\]>|\/\*\s*\]\]>\s*\*\/|\]\]>)$/g,
      '',
    )
  for (const attempt of [
    text,
    plain,
    plain.replace(/\p{Cc}+/gu, ' '),
    plain.replace(/\p{Cc}+/gu, ' ').replace(/,\s*(?=[}\]])/g, ''),
  ]) {
    try {
      return JSON.parse(attempt)
    } catch {
      continue
    }
  }
  return null
}
