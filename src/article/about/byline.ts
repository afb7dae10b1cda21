import { eitherOf, isInAny } from '../../language/lists/page-words.ts'
import { isOutletName } from '../page/heading.ts'
import { isBesideArticle, namesOf, nearHeading, textUpTo } from '../page/near-heading.ts'
import { tidyText } from '../page/tidy.ts'
import { dateIn } from './date-in-text.ts'

/** Names of meta elements for an article's author, the surest first. */
export const authorMetas = [
  'author',
  'parsely-author',
  'sailthru.author',
  'dc.creator',
  'dcterms.creator',
  'citation_author',
  'byl',
  'byline',
  'article:author',
  'og:article:author',
]

/** The longest text, in characters, that may be a byline. */
const longestByline = 150
/** Names of elements that hold a byline, and addresses of pages about a writer. */
const named = /byline|author|autor|auteur|writer|vcard/i
const asAuthor = /(?:^|\s)author(?:$|\s)/i
const ofWriters = /\/(?:author|autor|auteur|autore)s?\//i

/** Words before a name: "Posted on March 10 by", "Von". */
const before = new RegExp(String.raw`^(?:.{0,60}?\b)?(?:${eitherOf('byline')})(?:\s*:)?\s+(?=\p{L})`, 'u')
const label = new RegExp(String.raw`^(?:${eitherOf('bylineLabel')})\s*:?\s*`, 'iu')
/** What stands behind a name: a date, a time to read, a role after a bar. */
const behind = /\s*(?:[|•·/]|\s[–—-]\s|\(|\d).*$/su

/**
 * The names of a page's author as it shows them near the heading or below the text, without words like “by”; null if it
 * shows none.
 */
export function shownByline(
  document: Document,
  { heading, outlets }: { readonly heading: Element | null; readonly outlets: readonly string[] },
): string | null {
  const near = [...nearHeading(document, heading)]
  return (
    firstLine(near.filter(isMarked), { outlets, isSure: true }) ??
    firstLine(
      near.filter((element) => named.test(namesOf(element))),
      { outlets, isSure: false },
    )
  )
}

/** True if a page says that an element names its author. */
function isMarked(element: Element): boolean {
  return (
    asAuthor.test(element.getAttribute('itemprop') ?? '') ||
    asAuthor.test(element.getAttribute('rel') ?? '') ||
    (/^A$/i.test(element.tagName) && ofWriters.test(element.getAttribute('href') ?? ''))
  )
}

/** The names in the first line that has any. Where nothing says that it is a name, it must begin like one. */
function firstLine(
  elements: readonly Element[],
  { outlets, isSure }: { readonly outlets: readonly string[]; readonly isSure: boolean },
): string | null {
  const found: string[] = []
  let line: Element | null = null
  for (const element of elements.filter(mayHaveName)) {
    // Several names stand in one line.
    if (line && element.parentElement !== line) break
    const part = namePart(element)
    const name = cleanByline(part.getAttribute('content') ?? part.textContent, outlets)
    if (!name || (!isSure && !/\p{Lu}|\p{Lo}/u.test(name)) || found.some((each) => each.includes(name))) continue
    found.push(name)
    line = element.parentElement
  }
  return found.length > 0 ? found.join(', ') : null
}

/** The part of an element that has the name. */
function namePart(element: Element): Element {
  return element.querySelector('[itemprop~="name"]') ?? element
}

/** False for an element that has too much text for a name, or is beside the article. */
function mayHaveName(element: Element): boolean {
  const isLong = textUpTo(namePart(element), longestByline) === null
  return !isLong && !isBesideArticle(element)
}

/** A byline without what stands around its names; null if it names nobody, or only the outlet. */
export function cleanByline(text: string | null | undefined, outlets: readonly string[]): string | null {
  const whole = tidyText(text) ?? ''
  if (whole.length > longestByline) return null
  const date = dateIn(whole, 'day-first')
  const undated = date ? `${whole.slice(0, date.start)} ${whole.slice(date.start + date.length)}` : whole
  const unlabelled = undated.trim().replace(before, '').replace(label, '')
  const name = unlabelled.replace(behind, '').replace(/^[\s,;:–—|-]+|[\s,;:–—|-]+$/g, '')
  // Names without gaps, as in Japanese, are short.
  const isNone =
    name.length < 2 ||
    /\p{Lo}{14}/u.test(name) ||
    !/\p{L}/u.test(name) ||
    /^@|\S@\S|^\S+\.\w{2,6}(?:\/\S*)?$|^(?:https?:|www\.)/i.test(name)
  if (isNone || isInAny('noAuthor', name) || isOutletName(name, outlets)) return null
  return name
}
