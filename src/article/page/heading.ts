import { eitherOf } from '../../language/lists/page-words.ts'

const siteName = /(?:^|[\s_-])(?:logo|masthead|site-?(?:title|name|branding)|brand|branding|wordmark)(?:$|[\s_-])/i
const outletArticle = new RegExp(String.raw`^(?:${eitherOf('outletArticle')})\s`)
/** Headings of one of these ranks can be an article's; those of a lower rank are within one. */
const headings = 'h1, h2, h3, [itemprop~="headline"], [role="heading"][aria-level="1"]'
/** How many headings of a page are compared. */
const mostHeadings = 200

/**
 * The heading of the page's own article: apart from the site's name, the one with the most words of the page's title,
 * preferably outside menus. If none has any, the first h1 outside menus, else the first heading there that is in an article.
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
    // A long heading shares a word or two with many a title.
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

/** The heading of a page's own article, and whether no title of the page speaks against it. */
export interface MainHeading {
  readonly element: Element
  readonly isSure: boolean
}

const leastShare = 0.4

/** Among headings with nearly the same words, favours one that has a higher rank, is in an article, and is outside menus. */
function weightOf(heading: Element): number {
  const rank = /^H1$/i.test(heading.tagName) ? 1.6 : 1
  return rank * (heading.closest('article, main') ? 1.1 : 1) * (isInMenu(heading) ? 0.8 : 1)
}

/** Whether a heading is no more than the last part of a title, where sites put their name: "Bridge closes | Tarn Weekly". */
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

/** Whether a title is nothing but the name of its outlet. */
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
    if (siteName.test(`${at.getAttribute('class') ?? ''} ${at.id}`)) return true
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

/** Whether a heading is in the page's own header or menus; a header within an article is the article's. */
function isInMenu(heading: Element): boolean {
  const around = heading.closest('header, nav, footer, aside, [role="banner"], [role="navigation"]')
  return around !== null && (around.closest('article, main') === null || /^(?:NAV|FOOTER|ASIDE)$/i.test(around.tagName))
}
