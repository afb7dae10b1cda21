import { globSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Readable } from 'node:stream'
import { parseFeed as parseWithRowan } from '@rowanmanning/feed-parser'
import { parseFeed as parseWithFeedsmith } from 'feedsmith'
import { readFeed } from '../src/feed/read-feed.ts'
import { decodeText } from '../src/text/decode.ts'

/**
 * How many of feedparser's own tests a reader passes, as far as they ask for what a digest needs: titles, descriptions,
 * addresses, names and dates, compared as the text that a reader sees.
 *
 * node bench/feeds.ts <folder of the tests> [--failures]
 * Peers: npm ci --prefix bench/peers
 */
interface Seen {
  readonly title: string
  readonly description: string
  readonly link: string
  readonly entries: readonly SeenEntry[]
}

interface SeenEntry {
  readonly title: string
  readonly link: string
  readonly id: string
  readonly description: string
  readonly date: string
}

type Reading = (body: Uint8Array) => Promise<Seen> | Seen
/** What the parsers give back is read loosely: each has other names for the same. */
type Loose = ReturnType<typeof JSON.parse>

const fields: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ['title', 'title title_detail'],
    [
      'description',
      'description summary subtitle tagline info content summary_detail subtitle_detail tagline_detail info_detail',
    ],
    ['link', 'link'],
    ['id', 'id guid'],
    ['date', 'published updated created modified issued date'],
  ].flatMap(([field = '', names = '']) => names.split(' ').map((name) => [name, field])),
)

const require = createRequire(new URL('./peers/package.json', import.meta.url))
const [folder = '', ...flags] = process.argv.slice(2)
const cases = globSync(`${folder}/**/*.{xml,json}`).flatMap(readCase)
const readers: Readonly<Record<string, Reading>> = {
  onrecord: (body) => seenByUs(body),
  '@rowanmanning/feed-parser': (body) => seenByRowan(body),
  feedsmith: (body) => seenByFeedsmith(body),
  'rss-parser': async (body) => await seenByRssParser(body),
  feedparser: async (body) => await seenByFeedparser(body),
}

for (const [name, read] of Object.entries(readers)) {
  let passed = 0
  const start = performance.now()
  for (const each of cases) {
    const wrong = await judge(each, read)
    if (wrong === undefined) passed += 1
    else if (name === 'onrecord' && flags.includes('--failures')) console.log(`${each.file}: ${wrong}`)
  }
  const share = ((100 * passed) / cases.length).toFixed(1)
  console.log(`${name}: ${passed} of ${cases.length} (${share} %), ${Math.round(performance.now() - start)} ms`)
}

interface Case {
  readonly file: string
  readonly body: Uint8Array
  readonly expected: readonly { readonly path: string; readonly value: string }[]
}

/** A test whose expectation names something that a digest needs. */
function readCase(file: string): Case[] {
  const body = readFileSync(file)
  const [, expectation = ''] = /Expect:\s*(.*)/.exec(decodeText(body, '')) ?? []
  const expected = [
    ...expectation.matchAll(
      /(feed|entries\[(\d+)\])(?:\['(\w+)'\]|\.(\w+))(\[0\])?(?:\['value'\])? == u?(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")/g,
    ),
  ].flatMap(([, where = '', index, quoted, dotted, , single, double]) => {
    const field = fields[quoted ?? dotted ?? '']
    // Of the feed itself a digest shows its title and what it is.
    if (!field || (where === 'feed' && /id|date/.test(field))) return []
    const path = where === 'feed' ? field : `entries.${index}.${field}`
    return [{ path, value: visible(unescape(single ?? double ?? '')) }]
  })
  return expected.length > 0 ? [{ file: file.slice(folder.length + 1), body, expected }] : []
}

async function judge({ body, expected }: Case, read: Reading): Promise<string | undefined> {
  try {
    const seen = await read(body)
    const wrong = expected.find(({ path, value }) => !isSame(path, valueAt(seen, path), value))
    return wrong && `${wrong.path} is “${valueAt(seen, wrong.path)}”, not “${wrong.value}”`
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

function isSame(path: string, found: string, expected: string): boolean {
  if (path.endsWith('date') || path.endsWith('link'))
    return found === expected || instantOf(found) === instantOf(expected) || addressOf(found) === addressOf(expected)
  return visible(found) === expected
}

function instantOf(text: string): number | string {
  return Date.parse(text) || text
}

function addressOf(text: string): string {
  return URL.canParse(text) ? new URL(text).href : text
}

function valueAt(seen: Seen, path: string): string {
  const [first, index, field] = path.split('.')
  if (first !== 'entries') return seen[first === 'title' || first === 'link' ? first : 'description']
  return seen.entries[Number(index)]?.[field as keyof SeenEntry] ?? ''
}

/** Without markup and what is not shown, entities decoded once more than the parser did, on one line. */
function visible(text: string): string {
  const shown = text.replace(/<(script|style|object|embed|applet)\b[\s\S]*?<\/\1>/gi, '').replace(/<[^<>]*>/g, '')
  return entities(shown)
    .replace(/<[^<>]*>/g, '')
    .replace(/[\p{Cf}\s]+/gu, ' ')
    .trim()
}

function entities(text: string): string {
  const { decode } = require('entities')
  return decode(text)
}

function unescape(text: string): string {
  return text
    .replace(/\\(?:u[\da-f]{4}|x[\da-f]{2}|U[\da-f]{8})/gi, (escape) =>
      String.fromCodePoint(Number.parseInt(escape.slice(2), 16)),
    )
    .replace(/\\n/g, '\n')
    .replace(/\\(['"\\])/g, '$1')
}

function seenByUs(body: Uint8Array): Seen {
  const { title, description, site, entries } = readFeed(body, '')
  return {
    title: title ?? '',
    description: description ?? '',
    link: site ?? '',
    entries: entries.map((entry) => ({
      title: entry.title,
      link: entry.url,
      id: entry.guid,
      description: entry.summary,
      date: entry.published ?? '',
    })),
  }
}

function seenByRowan(body: Uint8Array): Seen {
  const feed = parseWithRowan(decodeText(body, ''))
  return {
    title: feed.title ?? '',
    description: feed.description ?? '',
    link: feed.url ?? '',
    entries: feed.items.map((item) => ({
      title: item.title ?? '',
      link: item.url ?? '',
      id: item.id ?? '',
      description: item.description ?? item.content ?? '',
      date: (item.published ?? item.updated)?.toISOString() ?? '',
    })),
  }
}

function seenByFeedsmith(body: Uint8Array): Seen {
  const { feed } = parseWithFeedsmith(decodeText(body, '')) as Loose
  return {
    title: feed.title?.value ?? feed.title ?? '',
    description: feed.description ?? feed.subtitle ?? feed.tagline ?? '',
    link: feed.link ?? feed.links?.[0]?.href ?? '',
    entries: (feed.items ?? feed.entries ?? []).map((item: Loose) => ({
      title: firstOf(item.title?.value, item.title),
      link: firstOf(item.link, item.links?.[0]?.href),
      id: firstOf(item.guid?.value, item.id),
      description: firstOf(item.description, item.summary, item.content?.value, item.content),
      date: firstOf(item.pubDate, item.published, item.updated, item.dc?.date),
    })),
  }
}

/** Of the names that formats have for one thing, the first that is there. */
function firstOf(...values: unknown[]): Loose {
  return values.find((value) => value !== undefined && value !== null) ?? ''
}

async function seenByRssParser(body: Uint8Array): Promise<Seen> {
  const Parser = require('rss-parser')
  const feed = await new Parser().parseString(Buffer.from(body).toString())
  return {
    title: feed.title ?? '',
    description: feed.description ?? '',
    link: feed.link ?? '',
    entries: feed.items.map((item: Loose) => ({
      title: item.title ?? '',
      link: item.link ?? '',
      id: item.guid ?? item.id ?? '',
      description: item.content ?? item.summary ?? '',
      date: item.isoDate ?? '',
    })),
  }
}

async function seenByFeedparser(body: Uint8Array): Promise<Seen> {
  const FeedParser = require('feedparser')
  const parser = new FeedParser({})
  const entries: Loose[] = []
  await new Promise<void>((done, fail) => {
    parser.on('error', fail).on('end', done)
    parser.on('readable', () => {
      for (let item = parser.read(); item; item = parser.read()) entries.push(item)
    })
    Readable.from([Buffer.from(body)]).pipe(parser)
  })
  return {
    title: parser.meta?.title ?? '',
    description: parser.meta?.description ?? '',
    link: parser.meta?.link ?? '',
    entries: entries.map((item) => ({
      title: item.title ?? '',
      link: item.link ?? '',
      id: item.guid ?? '',
      description: item.description ?? item.summary ?? '',
      date: (item.pubdate ?? item.date)?.toISOString() ?? '',
    })),
  }
}
