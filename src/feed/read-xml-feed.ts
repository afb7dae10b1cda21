import { parseFeed } from '@rowanmanning/feed-parser'
import type { FeedContent, Pace } from '../domain/feed.ts'
import { readDate } from '../text/values/dates.ts'
import { htmlText } from './entry-text.ts'
import { closedByFeed } from './feed-licence.ts'
import { absolute, maxEntries, type RawEntry, tidyEntries } from './tidy-entries.ts'
import {
  type FeedElement,
  type FeedItem,
  firstText,
  groupText,
  pageOf,
  pictureTitle,
  textOf,
  titleOf,
} from './xml-entry.ts'

const periods: Readonly<Record<string, number>> = {
  hourly: 60,
  daily: 1_440,
  weekly: 10_080,
  monthly: 43_200,
  yearly: 525_600,
}
const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']

/**
 * Reads RSS 0.9 to 2.0, RDF or Atom. `address` is where it came from; relative links are resolved against what the feed
 * itself names, and else against that.
 *
 * @throws {Error} if it is none of them.
 */
export function readXmlFeed(xml: string, address: string | null): FeedContent {
  const feed = parseFeed(xml)
  const { element } = feed
  const site = absolute(feed.url, address)
  const base = site ?? address
  return {
    title: titleOf(element) || htmlText(feed.title ?? ''),
    description:
      firstText(element, ['description', 'subtitle', 'tagline', 'info', 'browserfriendly']) ||
      htmlText(feed.description ?? ''),
    site,
    pace: paceOf(element),
    hub: hubOf(element, address),
    entries: tidyEntries(
      feed.items.slice(0, maxEntries).map((item) => rawEntry(item, base)),
      base,
    ),
  }
}

function rawEntry(item: FeedItem, base: string | null): RawEntry {
  const url = pageOf(item, base)
  return {
    guid: item.id || url || item.url || '',
    url,
    title: titleOf(item.element) || pictureTitle(item.element),
    summary: summaryOf(item.element),
    published: dateOf(item.element, ['pubdate', 'published', 'issued', 'date', 'created'], item.published),
    updated: dateOf(item.element, ['updated', 'modified'], item.updated),
    sections: item.categories.map(({ label, term }) => htmlText(label || term)),
    closedToModels: closedByFeed(item.element, absolute(url, base)),
  }
}

/** An entry's summary; for a film, the description in its media group. */
function summaryOf(element: FeedElement): string {
  const names = ['summary', 'description', 'encoded', 'content', 'body', 'fullitem', 'subtitle']
  return firstText(element, names) || groupText(element, 'description')
}

/** A date as written, if it can be read; the parser's date depends on this machine's zone. */
function dateOf(element: FeedElement, names: readonly string[], made: Date | null): string | null {
  return readDate(firstText(element, names)) ?? made?.toISOString() ?? null
}

function paceOf(element: FeedElement): Pace {
  const ttl = Number(textOf(element, 'ttl')) || 0
  const period = periods[textOf(element, 'updateperiod').toLowerCase()] ?? 0
  const minutes = Math.max(ttl, period / (Number(textOf(element, 'updatefrequency')) || 1))
  return {
    minutes: minutes > 0 ? minutes : null,
    skipHours: skipped(element, 'skiphours', 'hour').flatMap((hour) => (/^\d\d?$/.test(hour) ? Number(hour) % 24 : [])),
    skipDays: skipped(element, 'skipdays', 'day').flatMap((day) => weekdays.indexOf(day.toLowerCase())),
  }
}

function skipped(element: FeedElement, list: string, name: string): string[] {
  const found = element.findElementWithName(list)?.findElementsWithName(name) ?? []
  return found.map(({ textContentNormalized }) => textContentNormalized)
}

function hubOf(element: FeedElement, address: string | null): FeedContent['hub'] {
  const links = element.findElementsWithName('link')
  const href = (rel: string) => links.find((link) => link.getAttribute('rel') === rel)?.getAttributeAsUrl('href')
  const hub = absolute(href('hub'), address)
  return hub ? { url: hub, topic: absolute(href('self'), address) } : null
}
