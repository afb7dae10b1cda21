import type { FeedContent } from '../domain/feed.ts'
import { decodeText } from '../text/decode.ts'
import { withOwnEntities } from './own-entities.ts'
import { readJsonFeed } from './read-json-feed.ts'
import { isSitemap, isSitemapIndex, readSitemap, whichSitemap } from './read-sitemap.ts'
import { readXmlFeed } from './read-xml-feed.ts'
import { firstEntries, isWhole, lastEntries, repairXml } from './repair-xml.ts'
import { maxEntries } from './tidy-entries.ts'

/**
 * Reads RSS, Atom, RDF, JSON Feed or a news sitemap from its bytes. `address` is where they came from, after redirects;
 * links that are relative to nothing else are relative to it.
 *
 * @throws {Error} with a reason for people if the bytes are not a feed.
 */
export function readFeed(body: Uint8Array, contentType: string, address: string | null = null): FeedContent {
  const text = decodeText(body, contentType).replace(/^[\s\u{feff}]+/u, '')
  if (text === '') throw new Error('the feed is empty')
  if (text.startsWith('{')) return readJsonFeed(text, address)
  if (/^<!doctype html|^<html/i.test(text)) throw new Error('this is a web page, not a feed')
  if (isSitemapIndex(text)) throw new Error(whichSitemap(text))
  if (isSitemap(text)) return readSitemap(text, address)
  return readXml(withOwnEntities(text), address)
}

/** Reads a feed; if it is too long, only the part with its newest entries, which is usually the beginning. */
function readNewest(text: string, address: string | null): FeedContent {
  const beginning = firstEntries(text, maxEntries)
  const feed = readXmlFeed(beginning, address)
  const dates = feed.entries.flatMap(({ published }) => published ?? [])
  const isOldestFirst = (dates[0] ?? '') < (dates.at(-1) ?? '')
  return beginning !== text && isOldestFirst ? readXmlFeed(lastEntries(text, maxEntries), address) : feed
}

/** Reads a feed, after repairing it if it was cut off or the strict reader refuses it. */
function readXml(text: string, address: string | null): FeedContent {
  if (!isWhole(text)) return { ...readMended(text, address), isCut: true }
  try {
    return readNewest(text, address)
  } catch {
    return readMended(text, address)
  }
}

function readMended(text: string, address: string | null): FeedContent {
  try {
    return readNewest(repairXml(text), address)
  } catch (cause) {
    throw new Error('this isn’t a feed Onrecord can read', { cause })
  }
}
