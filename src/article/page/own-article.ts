import { addressKey } from '../../domain/address.ts'
import { namesShared, shareOf, wordsOf } from '../likeness.ts'

/** The signs that tell the page's own article from others on the page. */
export interface OwnArticle {
  readonly heading: Element
  /** The page's own addresses, as addressKey makes them; the page's links are relative to `base`. */
  readonly addresses: ReadonlySet<string>
  readonly base: string | null
  /** True for a live article, whose updates have headings and containers that are not separate articles. */
  readonly isLive: boolean
}

/** Each element's position in the document; the parser's own comparison of positions goes by nesting depth. */
type Order = ReadonlyMap<Element, number>
type Own = OwnArticle & { readonly order: Order }

const addressAttributes =
  'data-url data-href data-canonical data-canonical-url data-permalink data-article-url data-page-url data-story-url itemid'.split(
    ' ',
  )
const articleLike =
  'article, [role="article"], [itemtype*="Article"], [itemtype*="BlogPosting"], [data-article-id], [data-story-id], [data-post-id], .hentry'
const ranks = 'h1, h2, h3'
/** A paragraph of at least this many characters is running text, not a teaser or a caption. */
const realParagraph = 60
/** A container with less running text than this, in characters, holds no article. */
const leastText = 140
/** How many of a page's containers, headings and paragraphs are compared with each other. */
const mostContainers = 300
const mostHeadings = 100
const mostParagraphs = 500

/**
 * Removes the other articles from a page that has several: those in their own containers or under their own headings,
 * so that no text appears under the wrong headline.
 */
export function dropOtherArticles(document: Document, article: OwnArticle): void {
  const own = { ...article, order: new Map([...document.querySelectorAll('*')].map((element, at) => [element, at])) }
  const containers = [...document.querySelectorAll(possibleContainers)]
    .slice(0, mostContainers)
    .filter((each) => textOf(each) > 0)
  const home = homeOf(containers, own)
  for (const container of containers)
    if (container.isConnected && isOther(container, { ...own, home })) container.remove()
  for (const heading of [...document.querySelectorAll('h1, h2')].slice(0, mostHeadings)) {
    const start = heading.isConnected ? startOfAnother(heading, own) : undefined
    if (start) for (const element of start) element.remove()
  }
}

const possibleContainers = [articleLike, ...addressAttributes.map((name) => `[${name}]`)].join(', ')

/**
 * The page's own article: the container around its heading, else a later one with the same heading, else the next one.
 */
function homeOf(containers: readonly Element[], { heading, order }: Own): Element | undefined {
  const articles = containers.filter((each) => each.matches(articleLike) && textOf(each) >= leastText)
  const around = articles.filter((each) => each.contains(heading))
  if (around.length > 0) return around.at(-1)
  const behind = articles.filter((each) => isBehind(each, heading, order))
  return behind.find((each) => alikeness(headingOf(each, order), heading) >= sameHeading) ?? behind[0]
}

const sameHeading = 0.5

/** Returns true if a container has another article: a heading that is not the page's, with text below it. */
function isOther(container: Element, own: Own & { readonly home: Element | undefined }): boolean {
  const { home } = own
  if (container.contains(own.heading) || (home && container.contains(home))) return false
  const heading = headingOf(container, own.order)
  if (!heading || alikeness(heading, own.heading) === 1) return false
  const isNamed = leadsElsewhere(container, heading, own)
  if (!home)
    return isNamed && textBehind(container.ownerDocument.body, own.heading, own.order) - textOf(container) >= leastText
  if (isNamed || home.contains(container)) return isNamed && !own.isLive
  const limit = home.contains(own.heading) ? 0.5 : 0.2
  return container.matches(articleLike) && namesShared(runningText(home), runningText(container)) < limit
}

/** A container's heading, if it comes before the text. */
function headingOf(container: Element, order: Order): Element | null {
  const heading = container.querySelector(ranks)
  const first = paragraphsIn(container)[0]
  return heading && first && isBehind(first, heading, order) ? heading : null
}

/** Returns true if a container or its heading gives the address of another page. */
function leadsElsewhere(container: Element, heading: Element, own: Own): boolean {
  const named = addressAttributes.flatMap((name) => container.getAttribute(name) ?? [])
  const canonical = container.querySelector('link[rel="canonical"], [itemprop~="mainEntityOfPage"]')
  const inside = ['href', 'itemid', 'content'].flatMap((name) => canonical?.getAttribute(name) ?? [])
  return [...named, ...inside].some((address) => isOfAnotherPage(address, own)) || isLinkToArticle(heading, own)
}

function isLinkToArticle(heading: Element, own: Own): boolean {
  const link = heading.querySelector('a[href]') ?? heading.closest('a[href]')
  const href = link?.getAttribute('href') ?? ''
  return link?.textContent?.trim() === heading.textContent?.trim() && isOfAnotherPage(href, own)
}

/** True for the address of another page on the same site; false if the page's own address is not known. */
function isOfAnotherPage(address: string, { addresses, base }: OwnArticle): boolean {
  if (base === null || address.startsWith('#') || !URL.canParse(address, base)) return false
  const url = new URL(address, base)
  const key = addressKey(url.href)
  return key !== undefined && url.host === new URL(base).host && url.pathname.length > 1 && !addresses.has(key)
}

/** The elements to remove if a heading begins another article below the page's own; undefined if it does not. */
function startOfAnother(heading: Element, own: Own): Element[] | undefined {
  if (
    heading.contains(own.heading) ||
    !isBehind(heading, own.heading, own.order) ||
    alikeness(heading, own.heading) === 1
  )
    return
  if (heading.closest('nav, aside, footer, blockquote, figure')) return
  return wholeBranch(heading, own) ?? restOfFlow(heading, own)
}

/** The box of another article next to the box of the page's own, judged by its heading; undefined if it is not one. */
function wholeBranch(heading: Element, own: Own): Element[] | undefined {
  let branch: Element = heading
  while (branch.parentElement && !branch.parentElement.contains(own.heading)) branch = branch.parentElement
  const mine = [...(branch.parentElement?.children ?? [])].find((each) => each.contains(own.heading))
  if (
    !mine ||
    branch === heading ||
    textBehind(mine, own.heading, own.order) < leastText ||
    textBehind(branch, heading, own.order) < leastText
  )
    return
  if (namesShared(runningText(mine), runningText(branch)) >= limitOf(heading, own.heading)) return
  const isTwin = mine.tagName === branch.tagName && mine.getAttribute('class') === branch.getAttribute('class')
  const isOfRank = (rankOf(heading) === 1 || isTwin) && rankOf(heading) <= rankOf(own.heading)
  return isOfRank ? [branch] : undefined
}

/** Another article that begins where the page's own ends, with only its heading in between; undefined if none does. */
function restOfFlow(heading: Element, own: Own): Element[] | undefined {
  const isNamed =
    (isLinkToArticle(heading, own) && wordsOf(heading).size > 2) ||
    addressAttributes.some((name) => isOfAnotherPage(heading.getAttribute(name) ?? '#', own))
  if (rankOf(heading) > 1 && !isNamed) return
  let branch: Element = heading
  for (let steps = 0; steps < mostSteps && branch.parentElement; steps++) {
    const all = [...branch.parentElement.children]
    const at = all.indexOf(branch)
    const before = all.slice(0, at).filter((each) => isReal(each) && isBehind(each, own.heading, own.order))
    const after = all.slice(at + 1)
    if (before.length > 0)
      return after.some(isReal) && (isNamed || areTwoStories(heading, own, { before, after }))
        ? all.slice(at)
        : undefined
    branch = branch.parentElement
  }
  return undefined
}

interface Flow {
  readonly before: readonly Element[]
  readonly after: readonly Element[]
}

/** True if a heading of the first rank begins another story; many sites use that rank within a story too. */
function areTwoStories(heading: Element, own: Own, { before, after }: Flow): boolean {
  if (rankOf(own.heading) > 1 || wordsOf(heading).size < 4 || isInCapitals(heading)) return false
  return namesShared(joined(before), joined(after.filter(isReal))) < limitOf(heading, own.heading)
}

/** True if a heading is all in capitals, which marks it as one within a story. */
function isInCapitals(heading: Element): boolean {
  return !/\p{Ll}/u.test(heading.textContent ?? '') && /\p{Lu}/u.test(heading.textContent ?? '')
}

/** The most that the texts of two stories have in common; less if their headings share a word too. */
function limitOf(heading: Element, own: Element): number {
  const words = wordsOf(own)
  return [...wordsOf(heading)].some((word) => word.length > 4 && words.has(word)) ? 0.2 : 0.5
}

/** How many boxes a heading in the flow of a text may be in. */
const mostSteps = 3

function paragraphsIn(container: Element): Element[] {
  return [...container.querySelectorAll('p')].slice(0, mostParagraphs).filter(isReal)
}

/** The length of a container's running text, in characters. */
function textOf(container: Element): number {
  return paragraphsIn(container).reduce((sum, each) => sum + (each.textContent?.trim().length ?? 0), 0)
}

function textBehind(container: Element, heading: Element, order: Order): number {
  const behind = paragraphsIn(container).filter((each) => isBehind(each, heading, order))
  return behind.reduce((sum, each) => sum + (each.textContent?.trim().length ?? 0), 0)
}

function isReal(element: Element): boolean {
  return element.tagName.toUpperCase() === 'P' && (element.textContent?.trim().length ?? 0) >= realParagraph
}

function isBehind(element: Element, other: Element, order: Order): boolean {
  return (order.get(element) ?? 0) > (order.get(other) ?? 0)
}

/** The share of the shorter heading's words that both have; 1 if either has no words, since that proves nothing. */
function alikeness(heading: Element | null, own: Element): number {
  return heading === null ? 0 : (shareOf(wordsOf(heading), wordsOf(own)) ?? 1)
}

function runningText(container: Element): string {
  return joined(paragraphsIn(container))
}

function joined(paragraphs: readonly Element[]): string {
  return paragraphs.map((each) => each.textContent ?? '').join('\n')
}

function rankOf(heading: Element): number {
  return Number(/\d/.exec(heading.tagName)?.[0] ?? 1)
}
