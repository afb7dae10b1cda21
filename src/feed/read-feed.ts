import type { FeedContent } from '../domain/feed.ts'
import { decodeText } from '../text/decode.ts'
import { readJsonFeed } from './read-json-feed.ts'
import { isSitemap, readSitemap } from './read-sitemap.ts'
import { readXmlFeed } from './read-xml-feed.ts'
import { firstEntries, isWhole, lastEntries, repairXml } from './repair-xml.ts'
import { maxEntries } from './tidy-entries.ts'

/**
 * Reads RSS, Atom, RDF, JSON Feed or a news sitemap from its bytes.
 *
 * @throws {Error} with a reason for people if the bytes are not a feed.
 */
export function readFeed(body: Uint8Array, contentType: string): FeedContent {
  const text = decodeText(body, contentType).replace(/^[\s\u{feff}]+/u, '')
  if (text === '') throw new Error('the feed is empty')
  if (text.startsWith('{')) return readJsonFeed(text)
  if (/^<!doctype html|^<html/i.test(text)) throw new Error('this is a web page, not a feed')
  if (isSitemap(text)) return readSitemap(text)
  return readXml(text)
}

/** Reads a feed; if it is too long, only the part with its newest entries, which is usually the beginning. */
function readNewest(text: string): FeedContent {
  const beginning = firstEntries(text, maxEntries)
  const feed = readXmlFeed(beginning)
  const dates = feed.entries.flatMap(({ published }) => published ?? [])
  const isOldestFirst = (dates[0] ?? '') < (dates.at(-1) ?? '')
  return beginning !== text && isOldestFirst ? readXmlFeed(lastEntries(text, maxEntries)) : feed
}

/** Reads a feed, after repairing it if it was cut off or the strict reader refuses it. */
function readXml(text: string): FeedContent {
  if (!isWhole(text)) return { ...readMended(text), isCut: true }
  try {
    return readNewest(text)
  } catch {
    return readMended(text)
  }
}

function readMended(text: string): FeedContent {
  try {
    return readNewest(repairXml(text))
  } catch (cause) {
    throw new Error('this isn’t a feed Onrecord can read', { cause })
  }
}
