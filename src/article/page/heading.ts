import { eitherOf } from '../../language/lists/page-words.ts'
import { namesOf } from './near-heading.ts'

const siteName = /(?:^|[\s_-])(?:logo|masthead|site-?(?:title|name|branding)|brand|branding|wordmark)(?:$|[\s_-])/i
const outletArticle = new RegExp(String.raw`^(?:${eitherOf('outletArticle')})\s`)
/** An article's own heading has one of these ranks; lower ranks are used within an article. */
const headings = 'h1, h2, h3, [itemprop~="headline"], [role="heading"][aria-level="1"]'
/** How many of a page's headings are compared. */
const mostHeadings = 200

/**
 * The heading of the page's own article: the one, apart from the site's name, that shares most words with the page's
 * title, preferably outside menus. If none shares any, the first h1 outside menus, else the first heading there inside
 * an article.
 */
export function mainHeading(document: Document, outlets: readonly string[]): MainHeading | null {
  const possible = [...document.querySelectorAll(headings)]
    .slice(0, mostHeadings)
    .filter((heading) => wordsOf(heading.textContent ?? '').length > 0 && !isSiteName(heading, outlets))
  const titles = [document.querySelector('title')?.textContent ?? '', metaTitle(document) ?? '']
  const titleWords = titles.map((text) => new Set(wordsOf(text)))
  const score = (heading: Element) => {
    const words = wordsOf(heading.textContent ?? '')
    const shared = Math.max(...titleWords.map((title) => words.filter((word) => title.has(word)).length))
    // A long heading shares a word or two with many titles.
    return shared / words.length < leastShare ? 0 : shared * weightOf(heading) * (isLastOf(titles, words) ? 0.4 : 1)
  }
  const [best] = possible.map((heading) => ({ heading, score: score(heading) })).toSorted((a, b) => b.score - a.score)
  if (best && best.score > 0) return { element: best.heading, isSure: true }
  const outside = possible.filter((heading) => !isInMenu(heading))
  const element =
    outside.find((heading) => /^H1$/i.test(heading.tagName)) ??
    outside.find((heading) => heading.closest('article, main'))
  return element ? { element, isSure: titles.every((title) => title === '' || isOutletName(title, outlets)) } : null
}

/** The heading of a page's own article; `isSure` if no title of the page contradicts it. */
export interface MainHeading {
  readonly element: Element
  readonly isSure: boolean
}

const leastShare = 0.4

/** Among headings with similar words, favours those of higher rank, inside an article and outside menus. */
function weightOf(heading: Element): number {
  const rank = /^H1$/i.test(heading.tagName) ? 1.6 : 1
  return rank * (heading.closest('article, main') ? 1.1 : 1) * (isInMenu(heading) ? 0.8 : 1)
}

/** True if a heading is only the last part of a title, where sites put their name: "Bridge closes | Tarn Weekly". */
function isLastOf(titles: readonly string[], words: readonly string[]): boolean {
  return titles.some((title) => {
    const parts = title.trim().split(/\s+[|–—·»«-]+\s+/)
    return parts.length > 1 && wordsOf(parts.at(-1) ?? '').join(' ') === words.join(' ')
  })
}

function metaTitle(document: Document): string | null {
  const meta = document.querySelector('meta[property="og:title"], meta[name="og:title"], meta[name="twitter:title"]')
  return meta?.getAttribute('content') ?? null
}

function wordsOf(text: string): string[] {
  return [...new Set(text.toLowerCase().match(/\p{Lo}|[\p{L}\p{M}\p{N}]{2,}/gu))]
}

/** Returns true if a title is only its outlet's name. */
export function isOutletName(title: string, outlets: readonly string[]): boolean {
  return outlets.some((outlet) => plain(outlet) !== '' && plain(outlet) === plain(title))
}

function plain(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(outletArticle, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
}

function isSiteName(heading: Element, outlets: readonly string[]): boolean {
  const text = heading.textContent ?? ''
  const isPart = isInMenu(heading) && outlets.some((outlet) => plain(outlet).includes(plain(text)))
  return isPart || isOutletName(text, outlets) || leadsHome(heading) || isInMasthead(heading)
}

function leadsHome(heading: Element): boolean {
  const link = heading.closest('a[href]') ?? heading.querySelector('a[href]')
  return isFrontPage(link?.getAttribute('href') ?? '') && link?.textContent?.trim() === heading.textContent?.trim()
}

function isInMasthead(heading: Element): boolean {
  for (let at: Element | null = heading, steps = 0; at && steps < 4; at = at.parentElement, steps++) {
    if (/^(?:ARTICLE|BODY|MAIN|HTML)$/i.test(at.tagName)) return false
    if (siteName.test(namesOf(at))) return true
  }
  return false
}

function isFrontPage(href: string): boolean {
  return (
    href.trim() !== '' &&
    /^(?:https?:\/\/[^/?#]+)?\/?(?:index\.\w+)?(?:[?#].*)?$/i.test(href.trim()) &&
    !href.trim().startsWith('#')
  )
}

/** True if a heading is in the page's header or menus; a header inside an article belongs to the article. */
function isInMenu(heading: Element): boolean {
  const around = heading.closest('header, nav, footer, aside, [role="banner"], [role="navigation"]')
  return around !== null && (around.closest('article, main') === null || /^(?:NAV|FOOTER|ASIDE)$/i.test(around.tagName))
}
