import { kindOf } from '../article/kind.ts'
import { publisherOf } from '../article/publisher.ts'
import { addressKey, isSameSite } from '../domain/address.ts'
import { type Article, articleId } from '../domain/article.ts'
import { detectLanguage } from '../language/detect.ts'
import type { UnreadEntry } from '../store/intake/articles.ts'

/** The end of a sentence, with the marks that close it. */
const sentenceEnd = /[.!?。！？।؟](?:["”’»)\]]|\p{Pf})*(?=\s|$)/gu
/** What a feed puts at the end of a summary that it has cut. */
const cutMark = /\s*(?:\[?(?:…|\.{3,})\]?)\s*$/u

/**
 * The article of an entry whose page is closed to us, in the words of its feed; undefined if the feed is of another site,
 * which can announce anything, or names no headline. `reason` is why the page is closed.
 */
export function articleFromFeed(entry: UnreadEntry, reason: string): Article | undefined {
  const { url, title: headline, published, sections, outlet, closedToModels } = entry
  if (headline === '' || !isSameSite(entry.feedUrl, url)) return undefined
  const text = wholeSentences(entry.summary, headline)
  return {
    id: articleId(addressKey(url) ?? url),
    outlet,
    publisher: publisherOf({ outlet, url, byline: null, text }),
    headline,
    url,
    byline: null,
    published,
    language: detectLanguage(`${headline}. ${text}`),
    kind: kindOf({ headline, url, type: null, sections }),
    sections,
    text,
    fromFeed: reason,
    ...(closedToModels === undefined ? {} : { closedToModels }),
  }
}

/** A feed's summary without a sentence that was cut; empty if it only repeats the headline. */
function wholeSentences(summary: string, headline: string): string {
  const ends = [...summary.replace(cutMark, '').matchAll(sentenceEnd)]
  const last = ends.at(-1)
  const text = last ? summary.slice(0, last.index + last[0].length).trim() : ''
  return text.replace(/\W+$/, '') === headline.replace(/\W+$/, '') ? '' : text
}
