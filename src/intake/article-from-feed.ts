import { textOfSummary } from '../article/feed-text.ts'
import { kindOf } from '../article/kind.ts'
import { publisherOf } from '../article/publisher.ts'
import { addressKey, isSameSite } from '../domain/address.ts'
import { type Article, articleId } from '../domain/article.ts'
import { detectLanguage } from '../language/detect.ts'
import type { UnreadEntry } from '../store/intake/articles.ts'
import { termsOf } from '../terms/wishes.ts'

/**
 * The article of an entry whose page is closed to us, in the words of its feed; undefined if the feed is of another site,
 * which can announce anything, or names no headline. `reason` is why the page is closed, and `wishes` what
 * its publisher says there of machines, as lines.
 */
export function articleFromFeed(
  entry: UnreadEntry,
  { reason, wishes = [] }: { readonly reason: string; readonly wishes?: readonly string[] },
): Article | undefined {
  const { url, title: headline, published, sections, outlet } = entry
  const { closedToModels = entry.closedToModels, shown } = termsOf(wishes)
  if (headline === '' || !isSameSite(entry.feedUrl, url)) return undefined
  const text = textOfSummary(entry.summary, headline)
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
    ...(shown ? { shown } : {}),
  }
}
