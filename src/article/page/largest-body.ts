import { isBesideArticle, textUpTo } from './near-heading.ts'

/** Names that pages give to the box of an article's text. */
const bodyNames = new RegExp(
  [
    'article-?body',
    'article-content',
    'article__',
    'entry-content',
    'post-content',
    'post-body',
    'story-body',
    'story-content',
  ].join('|'),
  'i',
)
/** Parts that are never an article's text. */
const never = 'aside, nav, footer, figure, form, blockquote, [role="complementary"]'
/** The shortest paragraph that counts, and the least that a body must have in such paragraphs, in characters. */
const shortestParagraph = 40
const longestParagraph = 5_000
const least = 300
/** How many of a body's first paragraphs are compared with what was read. */
const compared = 3
/** How far above its heading an article's body is looked for. */
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
  const found = [...paragraphsByBox(document)]
    .map(([element, inside]) => ({ element, ...inside }))
    .filter(({ length }) => length >= least)
    .filter(({ element }) => isBody(element, heading) && (heading === null || belongsTo(element, heading)))
  const most = Math.max(...found.map(({ length }) => length))
  const large = found.filter(({ length }) => length >= nearlyAll * most)
  return large.find(
    ({ element }) => !large.some((other) => other.element !== element && element.contains(other.element)),
  )
}

/** True for an element that pages use for an article's text, or one around the heading. */
function isBody(element: Element, heading: Element | null): boolean {
  if (/^(?:ARTICLE|MAIN)$/i.test(element.tagName) || element.getAttribute('role') === 'main') return true
  if (/(?:^|\s)articleBody(?:$|\s)/.test(element.getAttribute('itemprop') ?? '')) return true
  return bodyNames.test(element.getAttribute('class') ?? '') || (heading !== null && isAround(element, heading))
}

function isAround(element: Element, heading: Element): boolean {
  let at = heading.parentElement
  for (let level = 0; at && level < mostLevels && !/^BODY$/i.test(at.tagName); level++, at = at.parentElement)
    if (at === element) return true
  return false
}

/** True if an element has the heading in it, or stands below it. */
function belongsTo(element: Element, heading: Element): boolean {
  return element.contains(heading) || (heading.compareDocumentPosition(element) & 4) !== 0
}

/** How much text the page's paragraphs have, and how the first ones begin, by each element around them. */
function paragraphsByBox(document: Document): ReadonlyMap<Element, Omit<LargestBody, 'element'>> {
  const boxes = new Map<Element, { length: number; beginnings: string[] }>()
  for (const paragraph of document.querySelectorAll('p')) {
    const text = textUpTo(paragraph, longestParagraph)
    if (text === null || text.length < shortestParagraph) continue
    if (paragraph.closest(never) || isBesideArticle(paragraph)) continue
    for (let at = paragraph.parentElement; at; at = at.parentElement) {
      const inside = boxes.get(at) ?? { length: 0, beginnings: [] }
      inside.length += text.length
      if (inside.beginnings.length < compared) inside.beginnings.push(text.slice(0, shortestParagraph))
      boxes.set(at, inside)
    }
  }
  return boxes
}
