import { isInAny } from '../../language/lists/page-words.ts'
import { readDate } from '../../text/values/dates.ts'
import { isInSentence, lineAround } from '../markup/lines.ts'
import { isBesideArticle, namesOf, nearHeading, textUpTo } from '../page/near-heading.ts'
import { type DayOrder, dateIn, dateInAddress } from './date-in-text.ts'

/** Names of meta elements for an article's date, the surest first. */
export const dateMetas = [
  'article:published_time',
  'og:article:published_time',
  'og:published_time',
  'article:published',
  'datePublished',
  'publish-date',
  'publishdate',
  'publish_date',
  'publication_date',
  'published_time',
  'published_at',
  'pubdate',
  'parsely-pub-date',
  'sailthru.date',
  'cXenseParse:recs:publishtime',
  'OriginalPublicationDate',
  'article_date_original',
  'citation_publication_date',
  'dcterms.issued',
  'dcterms.created',
  'dc.date.issued',
  'dc.date.created',
  'dc.date',
  'dcterms.date',
  'displaydate',
  'release_date',
  'ptime',
  'date',
]

const longestDate = 100
/** The longest text, in characters, of an element that is named for a date, and of any other that is little but a date. */
const longestNamed = 150
const longestOther = 70
/** Names of elements that hold a date, and elements that may hold one without saying so. */
const named = new RegExp(
  ['date', 'datum', 'time', 'publi', 'posted', 'stamp', 'fecha', 'meta', 'byline', 'info'].join('|'),
  'i',
)
const others = /^(?:P|SPAN|DIV|LI|SMALL|TD|EM|I|B|STRONG|H[2-6]|DD|A)$/i

/** English is written with the month first, but not in these countries. */
const dayFirstEnglish = /^en-(?!us\b)|\.(?:uk|au|ie|nz|za|in|ke|ng|sg|my|pk|eu)$/i

/**
 * When a page says that its article was published, ISO 8601 in UTC: as it is marked up, as it is shown near the heading,
 * or as the address says. A time within a sentence is part of the news and does not count.
 */
export function publishedOn(
  document: Document,
  { heading, url }: { readonly heading: Element | null; readonly url: string | null },
): string | null {
  const order = orderOf(document, url)
  const declared = [...document.querySelectorAll('[itemprop~="datePublished"], time[pubdate]')]
  const near = [...nearHeading(document, heading)]
  const marked = near.filter((element) => /^(?:TIME|ABBR)$/i.test(element.tagName) || named.test(namesOf(element)))
  return (
    firstDate(declared, order) ??
    firstDate(marked, order) ??
    firstDate(
      near.filter(({ tagName }) => others.test(tagName)),
      order,
      { isNamed: false },
    ) ??
    (url ? (dateInAddress(url) ?? null) : null)
  )
}

function firstDate(
  elements: Iterable<Element>,
  order: DayOrder,
  { isNamed = true }: { readonly isNamed?: boolean } = {},
): string | null {
  for (const element of elements) {
    const date = machineDate(element) ?? shownDate(element, order, isNamed)
    if (date && isStamp(element)) return date
  }
  return null
}

function machineDate(element: Element): string | null {
  const isTitled = /^ABBR$/i.test(element.tagName)
  const written = element.getAttribute('datetime') ?? element.getAttribute(isTitled ? 'title' : 'content')
  return readDate(written?.trim().slice(0, longestDate) || null)
}

/** The date that an element shows; if nothing says that it holds one, it must be most of the text. */
function shownDate(element: Element, order: DayOrder, isNamed: boolean): string | null {
  const text = textUpTo(element, isNamed ? longestNamed : longestOther)
  if (text === null || !/\d/.test(text)) return null
  const found = dateIn(text, order)
  if (!found || (!isNamed && found.length < text.length / 3)) return null
  return isInAny('changed', text.slice(0, found.start)) ? null : found.at
}

function isStamp(element: Element): boolean {
  if (element.tagName.toUpperCase() === 'META') return true
  if (isBesideArticle(element)) return false
  const link = element.closest('a[href]')
  // A link around a heading and its date leads to another article; one around the date alone leads to this one.
  if (link && (link.textContent?.trim().length ?? 0) > (element.textContent?.trim().length ?? 0) + 20) return false
  return !isInSentence(lineAround(element))
}

function orderOf(document: Document, url: string | null): DayOrder {
  const language = document.documentElement?.getAttribute('lang') ?? ''
  const host = url && URL.canParse(url) ? new URL(url).hostname : ''
  const isEnglish = /^en\b/i.test(language) || language === ''
  return isEnglish && !dayFirstEnglish.test(language) && !dayFirstEnglish.test(host) ? 'month-first' : 'day-first'
}
