import { parseFeed } from '@rowanmanning/feed-parser'
import type { FeedContent, Pace } from '../domain/feed.ts'
import { readDate } from '../text/values/dates.ts'
import { absolute, maxEntries, plainText, type RawEntry, tidyEntries } from './tidy-entries.ts'

type Parsed = ReturnType<typeof parseFeed>
type Item = Parsed['items'][number]
type Element = Parsed['element']

const periods: Readonly<Record<string, number>> = {
  hourly: 60,
  daily: 1_440,
  weekly: 10_080,
  monthly: 43_200,
  yearly: 525_600,
}
const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']

/**
 * Reads RSS 0.9 to 2.0, RDF or Atom.
 *
 * @throws {Error} if it is none of them.
 */
export function readXmlFeed(xml: string): FeedContent {
  const feed = parseFeed(xml)
  const { element } = feed
  const site = absolute(feed.url, null)
  return {
    title: plainText(textOf(element, 'title') || feed.title || ''),
    description:
      first(element, ['description', 'subtitle', 'tagline', 'info', 'browserfriendly']) ||
      plainText(feed.description ?? ''),
    site,
    pace: paceOf(element),
    hub: hubOf(element),
    entries: tidyEntries(feed.items.slice(0, maxEntries).map(rawEntry), site),
  }
}

function rawEntry(item: Item): RawEntry {
  return {
    guid: item.id || item.url || '',
    url: item.url || addressOf(item.element),
    title: textOf(item.element, 'title') || item.title || '',
    summary: summaryOf(item.element),
    published: dateOf(item.element, ['pubdate', 'published', 'issued', 'date', 'created'], item.published),
    updated: dateOf(item.element, ['updated', 'modified'], item.updated),
    sections: item.categories.map(({ label, term }) => label || term),
  }
}

/** An entry's summary; for a film, the description in its media group. */
function summaryOf(element: Element): string {
  const names = ['summary', 'description', 'encoded', 'content', 'body', 'fullitem', 'subtitle']
  const [group] = element.findElementsWithName('group')
  return first(element, names) || (group ? first(group, ['description']) : '')
}

/** A date as written, if it can be read; the parser's date depends on this machine's zone. */
function dateOf(element: Element, names: readonly string[], made: Date | null): string | null {
  return readDate(first(element, names)) ?? made?.toISOString() ?? null
}

function textOf(element: Element, name: string): string {
  const all = element.findElementsWithName(name)
  // A picture's title has the same name in another namespace.
  const found = all.find(({ namespace }) => typeof namespace !== 'string') ?? all[0]
  if (!found) return ''
  // Atom 0.3, and RSS that contains Atom, could declare base64.
  if ([found.getAttribute('mode'), found.getAttribute('type')].includes('base64') || isBinary(found))
    return plainText(decodeBase64(found.textContent))
  return plainText(hidesScript(found) ? shownText(found) : found.textContentNormalized)
}

/** Atom content of a type other than text is in base64. */
function isBinary(element: Element): boolean {
  const type = element.getAttribute('type') ?? ''
  return /^application\/(?!xhtml|.*xml)/.test(type)
}

const scripts = new Set(['script', 'style'])

function hidesScript(element: Element): boolean {
  return element.children.some((child) => typeof child !== 'string' && (scripts.has(child.name) || hidesScript(child)))
}

function shownText(element: Element): string {
  return element.children
    .map((child) => (typeof child === 'string' ? child : scripts.has(child.name) ? '' : shownText(child)))
    .join('')
}

function decodeBase64(text: string): string {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(text.trim()), (character) => character.charCodeAt(0)))
  } catch {
    return ''
  }
}

/** The first link with an address, for an entry whose main link has none. */
function addressOf(element: Element): string {
  const links = element
    .findElementsWithName('link')
    .filter((link) => /^(?:alternate)?$/.test(link.getAttribute('rel') ?? ''))
  return links.map((link) => link.getAttributeAsUrl('href')).find((href) => href) ?? ''
}

function first(element: Element, names: readonly string[]): string {
  return names.map((name) => textOf(element, name)).find((text) => text !== '') ?? ''
}

function paceOf(element: Element): Pace {
  const ttl = Number(textOf(element, 'ttl')) || 0
  const period = periods[textOf(element, 'updateperiod').toLowerCase()] ?? 0
  const minutes = Math.max(ttl, period / (Number(textOf(element, 'updatefrequency')) || 1))
  return {
    minutes: minutes > 0 ? minutes : null,
    skipHours: skipped(element, 'skiphours', 'hour').flatMap((hour) => (/^\d\d?$/.test(hour) ? Number(hour) % 24 : [])),
    skipDays: skipped(element, 'skipdays', 'day').flatMap((day) => weekdays.indexOf(day.toLowerCase())),
  }
}

function skipped(element: Element, list: string, name: string): string[] {
  const found = element.findElementWithName(list)?.findElementsWithName(name) ?? []
  return found.map(({ textContentNormalized }) => textContentNormalized)
}

function hubOf(element: Element): FeedContent['hub'] {
  const links = element.findElementsWithName('link')
  const href = (rel: string) => links.find((link) => link.getAttribute('rel') === rel)?.getAttributeAsUrl('href')
  const hub = absolute(href('hub'), null)
  return hub ? { url: hub, topic: absolute(href('self'), null) } : null
}
