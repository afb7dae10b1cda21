import { isBesideArticle } from './near-heading.ts'

/** Elements that pages use for an article's text. */
const bodies =
  '[itemprop~="articleBody"], article, main, [role="main"], [class*="article-body" i], [class*="articlebody" i], [class*="article-content" i], [class*="article__" i], [class*="entry-content" i], [class*="post-content" i], [class*="post-body" i], [class*="story-body" i], [class*="story-content" i]'
/** Parts that are never an article's text. */
const never = 'aside, nav, footer, figure, form, blockquote, [role="complementary"]'
/** The shortest paragraph that counts, and the least that a body must have in such paragraphs, in characters. */
const shortestParagraph = 40
const least = 300
/** How many of a body's first paragraphs are compared with what was read. */
const compared = 3
/** The most bodies compared, and how far above its heading an article's body is looked for. */
const mostBodies = 60
const mostLevels = 5
/** A body inside another is preferred if it has this share of the other's paragraphs. */
const nearlyAll = 0.9

/** The element with most of the page's paragraphs among those that pages use for an article. */
export interface LargestBody {
  readonly element: Element
  /** How much text its paragraphs have, in characters. */
  readonly length: number
  /** How its first paragraphs begin. */
  readonly beginnings: readonly string[]
}

/**
 * Finds the element that holds most paragraphs below a page's heading: what was read of a page is compared with it.
 * Undefined if no element has enough.
 */
export function largestBody(document: Document, heading: Element | null): LargestBody | undefined {
  const marked = [...document.querySelectorAll(bodies)].slice(0, mostBodies)
  const around: Element[] = []
  for (let at = heading?.parentElement; at && around.length < mostLevels && at !== document.body; at = at.parentElement)
    around.push(at)
  const found = [...new Set([...marked, ...around])]
    .filter((element) => heading === null || belongsTo(element, heading))
    .map((element) => ({ element, paragraphs: paragraphsOf(element) }))
    .map((body) => ({ ...body, length: body.paragraphs.reduce((sum, text) => sum + text.length, 0) }))
    .filter(({ length }) => length >= least)
  const most = Math.max(...found.map(({ length }) => length))
  const large = found.filter(({ length }) => length >= nearlyAll * most)
  const innermost = large.find(
    ({ element }) => !large.some((other) => other.element !== element && element.contains(other.element)),
  )
  if (!innermost) return undefined
  const { element, length, paragraphs } = innermost
  return { element, length, beginnings: paragraphs.slice(0, compared).map((text) => text.slice(0, shortestParagraph)) }
}

/** True if an element has the heading in it, or stands below it. */
function belongsTo(element: Element, heading: Element): boolean {
  return element.contains(heading) || (heading.compareDocumentPosition(element) & 4) !== 0
}

function paragraphsOf(element: Element): string[] {
  return [...element.querySelectorAll('p')].flatMap((paragraph) => {
    const text = (paragraph.textContent ?? '').replace(/\s+/g, ' ').trim()
    return text.length < shortestParagraph || paragraph.closest(never) || isBesideArticle(paragraph) ? [] : [text]
  })
}
