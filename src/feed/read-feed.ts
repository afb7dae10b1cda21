import { parseFeed as parseXml } from '@rowanmanning/feed-parser'
import { parseFeed as parseAny } from 'feedsmith'
import type { Entry, FeedContent } from '../domain/feed.ts'
import { decodeText } from '../text/decode.ts'

/** The most entries read from one feed. */
export const maxEntries = 500
/** The longest title and address kept, in characters. */
const maxTitle = 500
const maxUrl = 2048

/**
 * Reads RSS, Atom, RDF or JSON Feed from its bytes.
 *
 * @throws {Error} with a reason for people when the bytes are no feed.
 */
export function readFeed(body: Uint8Array, contentType: string): FeedContent {
  const text = decodeText(body, contentType).replace(/^[\s\u{feff}]+/u, '')
  if (text === '') throw new Error('the feed is empty')
  if (text.startsWith('{')) return readJson(text)
  if (/^<!doctype html|^<html/i.test(text)) throw new Error('this is a web page, not a feed')
  return readXml(text)
}

function readXml(text: string): FeedContent {
  try {
    const feed = parseXml(text)
    const site = absolute(feed.url, null)
    const entries = feed.items.map((item) => ({
      guid: item.id ?? item.url ?? '',
      url: item.url ?? '',
      title: item.title ?? '',
      published: isoDate(item.published ?? item.updated),
    }))
    return { title: clean(feed.title ?? ''), site, entries: tidy(entries, site) }
  } catch (error) {
    return readLeniently(text, error)
  }
}

/** A second parser reads some of what the first one refuses. */
function readLeniently(text: string, cause: unknown): FeedContent {
  try {
    const { format, feed } = parseAny(text)
    if (format === 'json') return readJson(text)
    const entries = (format === 'atom' ? feed.entries : feed.items)?.map((entry) => looseEntry(entry)) ?? []
    return { title: clean(asText(feed.title)), site: null, entries: tidy(entries, null) }
  } catch {
    throw new Error('this is not a feed that can be read', { cause })
  }
}

interface LooseEntry {
  readonly id?: unknown
  readonly guid?: unknown
  readonly link?: unknown
  readonly links?: readonly { readonly href?: unknown }[]
  readonly title?: unknown
  readonly pubDate?: unknown
  readonly published?: unknown
  readonly updated?: unknown
}

function looseEntry(entry: LooseEntry): Entry {
  const url = asText(entry.link) || asText(entry.links?.[0]?.href)
  const guid =
    typeof entry.guid === 'object' && entry.guid !== null && 'value' in entry.guid ? asText(entry.guid.value) : ''
  return {
    guid: guid || asText(entry.id) || url,
    url,
    title: asText(entry.title),
    published: isoDate(asText(entry.pubDate) || asText(entry.published) || asText(entry.updated)),
  }
}

function readJson(text: string): FeedContent {
  const { format, feed } = parseAny(text)
  if (format !== 'json') throw new Error('this is JSON, but not a JSON Feed')
  const site = absolute(feed.home_page_url ?? null, null)
  const entries = (feed.items ?? []).map((item) => ({
    guid: item.id ?? item.url ?? '',
    url: item.url ?? item.external_url ?? '',
    title: item.title ?? '',
    published: isoDate(asText(item.date_published) || asText(item.date_modified)),
  }))
  return { title: clean(feed.title ?? ''), site, entries: tidy(entries, site) }
}

/** Drops what cannot be followed, cleans titles, and keeps the first of each guid. */
function tidy(entries: readonly Entry[], site: string | null): Entry[] {
  const seen = new Set<string>()
  const kept: Entry[] = []
  for (const entry of entries.slice(0, maxEntries)) {
    const url = absolute(entry.url || (/^https?:/.test(entry.guid) ? entry.guid : null), site)
    const guid = (entry.guid || url || '').slice(0, maxUrl)
    if (!url || seen.has(guid)) continue
    seen.add(guid)
    kept.push({ guid, url, title: clean(entry.title), published: entry.published })
  }
  return kept
}

function absolute(url: string | null, site: string | null): string | null {
  if (!url || url.length > maxUrl) return null
  try {
    const parsed = new URL(url.trim(), site ?? undefined)
    return /^https?:$/.test(parsed.protocol) ? parsed.href : null
  } catch {
    return null
  }
}

function clean(title: string): string {
  const plain = title.replace(/<[^>]{0,200}>/g, '').replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
  return plain.trim().slice(0, maxTitle)
}

function isoDate(value: Date | string | null | undefined): string | null {
  if (!value) return null
  const date = new Date(value)
  return Number.isNaN(date.getTime()) ? null : date.toISOString()
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
