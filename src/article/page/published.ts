import { isInSentence, lineAround } from '../markup/lines.ts'

/** Elements in which a page lists other articles or covers something else. */
const elsewhere = /^(?:ASIDE|BLOCKQUOTE|FIGURE|NAV|TABLE)$/i
/** Class names and ids of the parts below or next to an article. */
const besides = /(?:^|[\s_-])(?:comments?|related|teasers?|sidebar|widget)(?:$|[\s_-])/i
const longestDate = 100

/** The publication date that the page shows. A time within a sentence is part of the news and does not count. */
export function shownDate(document: Document): string | null {
  const declared = document.querySelectorAll('[itemprop~="datePublished"], time[pubdate]')
  const times = [...declared, ...document.querySelectorAll('time[datetime]')]
  const found = times.find((element) => valueOf(element) !== null && isStamp(element))
  return found ? valueOf(found) : null
}

function valueOf(element: Element): string | null {
  const written = element.getAttribute('datetime') ?? element.getAttribute('content') ?? element.textContent
  return written?.trim().slice(0, longestDate) || null
}

function isStamp(element: Element): boolean {
  if (element.tagName.toUpperCase() === 'META') return true
  if (isElsewhere(element)) return false
  const link = element.closest('a[href]')
  // A link around a heading and its date leads to another article; one around the date alone leads to this one.
  if (link && (link.textContent?.trim().length ?? 0) > (element.textContent?.trim().length ?? 0) + 20) return false
  return !isInSentence(lineAround(element))
}

function isElsewhere(element: Element): boolean {
  for (let at: Element | null = element; at; at = at.parentElement) {
    if (/^(?:ARTICLE|BODY|HTML|MAIN)$/i.test(at.tagName)) return false
    if (elsewhere.test(at.tagName) || besides.test(`${at.getAttribute('class') ?? ''} ${at.id}`)) return true
    if (/^FOOTER$/i.test(at.tagName)) return at.closest('article') === null
  }
  return false
}
