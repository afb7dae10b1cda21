/** How far up from its heading an article is looked around in, and the most elements that are looked at. */
const mostLevels = 8
const mostElements = 1_500

/**
 * The elements that match a selector, those nearest to an article's heading first: in its parent, then in the parent of
 * that, and so on, each time in the page's order. Without a heading, those of the whole page.
 */
export function* nearHeading(document: Document, heading: Element | null, selector: string): Generator<Element> {
  const seen = new Set<Element>()
  let around: Element | null = heading?.parentElement ?? document.body
  for (let level = 0; around && level < mostLevels; level++) {
    for (const element of around.querySelectorAll(selector)) {
      if (seen.has(element)) continue
      if (seen.size >= mostElements) return
      seen.add(element)
      yield element
    }
    around = level === mostLevels - 2 ? document.body : around.parentElement
  }
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
    if (elsewhere.test(at.tagName) || besides.test(`${at.getAttribute('class') ?? ''} ${at.id}`)) return true
    if (/^FOOTER$/i.test(at.tagName)) return at.closest('article') === null
  }
  return false
}
