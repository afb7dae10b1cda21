import { longestAddress } from '../domain/address.ts'
import { sectionLimits } from '../domain/article.ts'
import { readDate } from '../text/dates.ts'
import { shorten } from '../text/shorten.ts'
import { visible } from '../text/visible.ts'

/** What a page says about its article, apart from the text. */
export interface Metadata {
  readonly headline: string | null
  readonly byline: string | null
  readonly outlet: string | null
  /** ISO 8601 in UTC. */
  readonly published: string | null
  /** The canonical address. */
  readonly url: string | null
  /** What the page calls itself in JSON-LD: "OpinionNewsArticle". */
  readonly type: string | null
  readonly sections: readonly string[]
  /** False where the publisher marks the text as for subscribers. */
  readonly free: boolean
}

/** Longest value kept, in characters. */
const maxLength = 500

/** Reads JSON-LD first, then Open Graph and the other meta elements that publishers use. */
export function readMetadata(document: Document, url: string | null): Metadata {
  const linked = linkedArticle(document)
  const meta = (...names: string[]) =>
    names.map((name) => metaContent(document, name)).find((value) => value !== null) ?? null
  return {
    headline: headlineOf(document, tidy(asText(linked['headline'])) ?? tidy(meta('og:title', 'twitter:title'))),
    byline: tidy(authorNames(linked['author'])) ?? tidy(meta('author', 'article:author', 'parsely-author')),
    outlet: tidy(nameOf(linked['publisher'])) ?? tidy(meta('og:site_name', 'application-name')),
    published: readDate(
      asText(linked['datePublished']) ??
        meta('article:published_time', 'date', 'pubdate', 'parsely-pub-date') ??
        timeElement(document),
    ),
    url: canonical(document, url),
    type: typeOf(linked) || null,
    sections: sectionsOf(linked['articleSection'] ?? meta('article:section', 'parsely-section')),
    free: linked['isAccessibleForFree'] !== false && asText(linked['isAccessibleForFree'])?.toLowerCase() !== 'false',
  }
}

/** What the page declares, unless the page's own title has nothing of it and all of what is shown as heading. */
function headlineOf(document: Document, declared: string | null): string | null {
  const shown = tidy(document.querySelector('h1')?.textContent)
  if (!declared || !shown) return declared ?? shown
  const title = new Set(longWords(document.querySelector('title')?.textContent ?? ''))
  const shares = (text: string) => longWords(text).filter((word) => title.has(word)).length
  return shares(declared) === 0 && shares(shown) > 0 ? shown : declared
}

function longWords(text: string): string[] {
  return text.toLowerCase().match(/\p{L}{4,}/gu) ?? []
}

/** A title without the outlet's name that many pages put behind it: "Bridge closes | Tarn Weekly". */
export function withoutOutlet(written: string, names: readonly string[]): string {
  const title = shorten(written.replace(/\s+/g, ' ').trim(), maxLength)
  const [, rest = '', last = ''] = /^(.{15,}?)\s+[|–—-]\s+([^|]{2,40})$/.exec(title) ?? []
  const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
  const isName =
    last !== '' && names.some((name) => plain(name).includes(plain(last)) || plain(last).includes(plain(name)))
  return isName ? rest : title
}

type Linked = Readonly<Record<string, unknown>>

function linkedArticle(document: Document): Linked {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const found = findArticle(parseJson(script.textContent ?? ''), 0)
    if (found) return found
  }
  return {}
}

function findArticle(value: unknown, depth: number): Linked | undefined {
  if (depth > 4 || typeof value !== 'object' || value === null) return undefined
  if (Array.isArray(value))
    return value.map((inner) => findArticle(inner, depth + 1)).find((found) => found !== undefined)
  const linked = value as Linked
  if (/(?:News|Report|Opinion|Background|Analysis)?\w*Article|BlogPosting/.test(typeOf(linked))) return linked
  return findArticle(linked['@graph'], depth + 1)
}

function typeOf(linked: Linked): string {
  return [linked['@type']]
    .flat()
    .flatMap((name) => asText(name) ?? [])
    .join(' ')
}

function sectionsOf(value: unknown): string[] {
  const names = Array.isArray(value) ? value : [value]
  return names
    .flatMap((name) => {
      const plain = tidy(asText(name))
      return plain === null ? [] : shorten(plain, sectionLimits.length)
    })
    .slice(0, sectionLimits.most)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function metaContent(document: Document, name: string): string | null {
  const element = document.querySelector(`meta[property="${name}"], meta[name="${name}"]`)
  return element?.getAttribute('content')?.trim() || null
}

function timeElement(document: Document): string | null {
  return (
    document
      .querySelector('article time[datetime], time[datetime][pubdate], time[datetime]')
      ?.getAttribute('datetime') ?? null
  )
}

/** The canonical address, unless it leads to another host or to the front page. */
function canonical(document: Document, url: string | null): string | null {
  const href = document.querySelector('link[rel="canonical"]')?.getAttribute('href')
  if (!href || !url || !URL.canParse(href, url)) return null
  const found = new URL(href, url)
  const isOurs =
    found.hostname === new URL(url).hostname && found.pathname !== '/' && found.href.length <= longestAddress
  return isOurs ? found.href : null
}

function authorNames(author: unknown): string | null {
  const names = (Array.isArray(author) ? author : [author]).map(nameOf).filter((name) => name !== null)
  return names.length > 0 ? names.join(', ') : null
}

function nameOf(value: unknown): string | null {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return nameOf(value[0])
  return typeof value === 'object' && value !== null && 'name' in value ? asText(value.name) : null
}

function asText(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

function tidy(text: string | null | undefined): string | null {
  const plain = visible(text ?? '')
    .replace(/<[^>]{0,200}>/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toWellFormed()
  return (plain && shorten(plain, maxLength)) || null
}
