import { oneLine } from '../markup/lines.ts'

/** How far up from its heading an article is looked around in, and the most elements that are looked at. */
const mostLevels = 8
const mostElements = 4_000

/**
 * The elements around an article's heading, the nearest first: those in its parent, then those in the parent of that, and
 * so on, each time in the page's order. Without a heading, those of the whole page.
 */
export function* nearHeading(document: Document, heading: Element | null): Generator<Element> {
  let count = 0
  let inside: Element | null = null
  let around: Element | null = heading?.parentElement ?? document.body
  for (let level = 0; around && level < mostLevels; level++) {
    for (const element of within(around, inside)) {
      if (++count > mostElements) return
      yield element
    }
    inside = around
    around = level === mostLevels - 2 ? document.body : around.parentElement
  }
}

/** The elements in an element, in order, without another and what is in it. */
function* within(root: Element, except: Element | null): Generator<Element> {
  for (const child of root.children) {
    if (child === except) continue
    yield child
    yield* within(child, except)
  }
}

/** The class names and the id of an element, in one text. */
export function namesOf(element: Element): string {
  return `${element.getAttribute('class') ?? ''} ${element.id}`
}

/** Elements in which a page lists other articles or covers something else. */
const elsewhere = /^(?:ASIDE|BLOCKQUOTE|FIGURE|NAV|TABLE)$/i
/** Class names and ids of the parts below or next to an article. */
const besides =
  /(?:^|[\s_-])(?:comments?|comment-?list|related|teasers?|sidebar|widget|popular|trending|latest)(?:$|[\s_-])/i

/** True if an element is part of what a page shows beside its article. */
export function isBesideArticle(element: Element): boolean {
  for (let at: Element | null = element; at; at = at.parentElement) {
    if (/^(?:ARTICLE|BODY|HTML|MAIN)$/i.test(at.tagName)) return false
    if (elsewhere.test(at.tagName) || besides.test(namesOf(at))) return true
    if (/^FOOTER$/i.test(at.tagName)) return at.closest('article') === null
  }
  return false
}

/** The most nodes of an element whose text is read. */
const mostNodes = 300

/** An element's text on one line; null if it is longer than this, or in too many parts: a large part of a page is not read. */
export function textUpTo(element: Element, longest: number): string | null {
  let text = ''
  let nodes = 0
  const isShort = (node: Node): boolean => {
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (++nodes > mostNodes) return false
      if (child.nodeType === 3) text += child.textContent ?? ''
      if (text.length > 4 * longest + 400) return false
      if (child.nodeType === 1 && !isShort(child)) return false
    }
    return true
  }
  if (!isShort(element)) return null
  const line = oneLine(text)
  return line.length > longest ? null : line
}
