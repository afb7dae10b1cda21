import { eitherOf, isInAny } from '../../language/lists/page-words.ts'
import { isOutletName } from '../page/heading.ts'
import { isBesideArticle, nearHeading } from '../page/near-heading.ts'
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
const marked =
  '[itemprop~="author"] [itemprop~="name"], [itemprop~="author"], [rel~="author"], a[href*="/author/"], a[href*="/autor/"], a[href*="/auteur/"], a[href*="/autore/"]'
const named = ['byline', 'author', 'autor', 'auteur', 'writer', 'vcard']
  .map((name) => `[class*="${name}" i]`)
  .join(', ')
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
  for (const selector of [marked, named]) {
    const found: string[] = []
    let line: Element | null = null
    for (const element of nearHeading(document, heading, selector)) {
      if ((element.textContent?.length ?? 0) > longestByline || isBesideArticle(element)) continue
      // Several names stand in one line.
      if (line && element.parentElement !== line) break
      const name = cleanByline(element.getAttribute('content') ?? element.textContent, outlets)
      // A word in small letters may be a nickname, but only where the page says that it is a name.
      if (!name || (selector === named && !/\p{Lu}|\p{Lo}/u.test(name))) continue
      if (found.some((each) => each.includes(name))) continue
      found.push(name)
      line = element.parentElement
    }
    if (found.length > 0) return found.join(', ')
  }
  return null
}

/** A byline without what stands around its names; null if it names nobody, or only the outlet. */
export function cleanByline(text: string | null | undefined, outlets: readonly string[]): string | null {
  const whole = tidyText(text) ?? ''
  if (whole.length > longestByline) return null
  const date = dateIn(whole, 'day-first')
  const undated = date ? `${whole.slice(0, date.start)} ${whole.slice(date.start + date.length)}` : whole
  const unlabelled = undated.trim().replace(before, '').replace(label, '')
  const name = unlabelled.replace(behind, '').replace(/^[\s,;:–—|-]+|[\s,;:–—|-]+$/g, '')
  const isNone =
    name.length < 2 || !/\p{L}/u.test(name) || /^@|\S@\S|^\S+\.\w{2,6}(?:\/\S*)?$|^(?:https?:|www\.)/i.test(name)
  if (isNone || isInAny('noAuthor', name) || isOutletName(name, outlets)) return null
  return name
}
