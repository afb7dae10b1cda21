import { z } from 'zod'
import { type FeedContent, noPace } from '../domain/feed.ts'
import { htmlText, maxTitle, wordsOf } from './entry-text.ts'
import { absolute, maxEntries, type RawEntry, tidyEntries } from './tidy-entries.ts'

const text = z.string().catch('')
const item = z
  .object({
    id: z.union([z.string(), z.number().transform(String)]).catch(''),
    url: text,
    external_url: text,
    title: text,
    summary: text,
    content_text: text,
    content_html: text,
    date_published: text,
    date_modified: text,
    tags: z.array(text).catch([]),
  })
  .partial()
const jsonFeed = z.object({
  // Writers in the wild also name it with http: or www.
  version: z.string().regex(/^https?:\/\/(?:www\.)?jsonfeed\.org\/version\/1/),
  title: text.optional(),
  description: text.optional(),
  home_page_url: text.optional(),
  feed_url: text.optional(),
  hubs: z.array(z.object({ type: text, url: text })).catch([]),
  items: z.array(z.unknown()),
})

/**
 * Reads a JSON Feed: https://www.jsonfeed.org/version/1.1/ `address` is where it came from.
 *
 * @throws {Error} if it is not one.
 */
export function readJsonFeed(json: string, address: string | null): FeedContent {
  const parsed = jsonFeed.safeParse(parseJson(json))
  if (!parsed.success) throw new Error('this is JSON, but not a JSON Feed')
  const { title = '', description = '', home_page_url: home, feed_url: topic = null, hubs, items } = parsed.data
  const own = absolute(topic, address) ?? address
  const site = absolute(home, own)
  const hub = absolute(hubs.find(({ type }) => /^websub$/i.test(type))?.url, null)
  const entries = items.slice(0, maxEntries).flatMap((each) => rawEntry(each) ?? [])
  return {
    title: wordsOf(title, maxTitle),
    description: wordsOf(description),
    site,
    pace: noPace,
    hub: hub ? { url: hub, topic: absolute(topic, null) } : null,
    entries: tidyEntries(entries, site ?? own),
  }
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch (cause) {
    throw new Error('this starts like a JSON Feed but is cut off or broken', { cause })
  }
}

function rawEntry(value: unknown): RawEntry | undefined {
  const parsed = item.safeParse(value)
  if (!parsed.success) return undefined
  const { id = '', url, external_url: other = '', title = '', tags = [], ...rest } = parsed.data
  return {
    guid: id || url || '',
    url: url || other,
    title: wordsOf(title, maxTitle),
    summary: wordsOf(rest.summary || rest.content_text || '') || htmlText(rest.content_html ?? ''),
    published: rest.date_published || null,
    updated: rest.date_modified || null,
    sections: tags.map((tag) => wordsOf(tag)),
  }
}
