import { siteOf } from '../domain/address.ts'
import type { Entry, KnownEntry, SeenEntry } from '../domain/feed.ts'
import { aliasesOf, indexByAlias, isTitleAlone } from './identity.ts'

/** In a feed that is read for the first time, entries older than this are its past, not news. */
const firstSightHours = 24
/** The most entries that count as new when a feed is read for the first time. */
const firstSightEntries = 10
/** Later, unknown entries older than this are not news; one day of it allows for wrong clocks. */
const newsHours = 48
/** An entry newer than any the feed has had may be this many hours late. */
const lateHours = 7 * 24
/** How many hours after publication an entry is still checked for changes. */
const changeHours = 72
/** The most new entries taken from one poll. */
const mostAtOnce = 50
/** If a feed and its document share no entry and each have at least this many, another feed is now at the address. */
const leastForMigration = 5

export interface SightedEntries {
  readonly fresh: readonly Entry[]
  /** Remembered, so that they never count as new later. */
  readonly baseline: readonly Entry[]
  /** The entries that were there before. */
  readonly known: readonly KnownEntry[]
  /** The reason, for people, why new entries were counted as old; null if none were. */
  readonly held: string | null
}

/** Decides which of a feed's entries are news. `seen` is null if the feed is read for the first time. */
export function sightEntries(
  entries: readonly Entry[],
  seen: readonly SeenEntry[] | null,
  now: string,
): SightedEntries {
  const names = aliasesOf(entries)
  const byAlias = indexByAlias(seen ?? [])
  const find = (entry: Entry, counts: (name: string) => boolean) =>
    (names.get(entry) ?? [])
      .filter(counts)
      .map((name) => byAlias.get(name))
      .find((each) => each !== undefined)
  const certain = entries.filter((entry) => find(entry, (name) => !isTitleAlone(name)))
  // If a feed renames most of its entries at once, their titles show that they are the same.
  const isRenamed = 2 * certain.length < entries.length
  const known = entries.flatMap((entry) => {
    const before = find(entry, (name) => isRenamed || !isTitleAlone(name))
    if (!before) return []
    const newNames = (names.get(entry) ?? []).filter((name) => !byAlias.has(name))
    return [{ seen: before, entry, newNames, isChanged: isChanged(entry, before, now) }]
  })
  const familiar = new Set(known.map(({ entry }) => entry))
  const unseen = entries.filter((entry) => !familiar.has(entry))
  // An entry without an address has no text to check anything against.
  const candidates = unseen.filter(({ url }) => url !== '')
  const { fresh, held } = choose(candidates, { seen, anyKnown: known.length > 0, now })
  return { fresh, baseline: unseen.filter((entry) => !fresh.includes(entry)), known, held }
}

interface Sight {
  readonly seen: readonly SeenEntry[] | null
  readonly anyKnown: boolean
  readonly now: string
}

function choose(unseen: readonly Entry[], { seen, anyKnown, now }: Sight): Pick<SightedEntries, 'fresh' | 'held'> {
  const isOther =
    seen !== null &&
    !anyKnown &&
    seen.length >= leastForMigration &&
    unseen.length >= leastForMigration &&
    !isWhatCameSince(unseen, seen)
  if (seen === null || isOther) {
    const recent = unseen.filter(({ published }) => ageHours(published, now) <= firstSightHours)
    const fresh = newestFirst(recent).slice(0, firstSightEntries)
    const held = `none of its ${unseen.length} entries had been seen before; ${fresh.length} were used and the rest treated as old`
    return { fresh, held: isOther ? held : null }
  }
  const newest = newestOf(seen)
  const news = unseen.filter(({ published }) => {
    const age = ageHours(published, now)
    return age <= newsHours || (age <= lateHours && newest !== '' && (published ?? '') > newest)
  })
  if (news.length <= mostAtOnce) return { fresh: news, held: null }
  return {
    fresh: newestFirst(news).slice(0, mostAtOnce),
    held: `${news.length} new entries came at once; the newest ${mostAtOnce} were used and the rest treated as old`,
  }
}

/**
 * True for a feed not polled for long: none of its entries are known, but all are newer and most from the same sites.
 */
function isWhatCameSince(unseen: readonly Entry[], seen: readonly SeenEntry[]): boolean {
  const newest = newestOf(seen)
  const isNewer = newest !== '' && unseen.every(({ published }) => (published ?? '') > newest)
  const sites = new Set(seen.map(({ url }) => siteOf(url)))
  return isNewer && 2 * unseen.filter(({ url }) => sites.has(siteOf(url))).length > unseen.length
}

function newestOf(entries: readonly SeenEntry[]): string {
  return entries.flatMap(({ published }) => published ?? []).reduce((one, other) => (one > other ? one : other), '')
}

/** An unknown entry without a date is taken as new. */
function ageHours(published: string | null, now: string): number {
  return published === null ? 0 : (Date.parse(now) - Date.parse(published)) / 3_600_000
}

/** Returns true if an entry has changed; changes in old entries are not news. */
function isChanged(entry: Entry, before: SeenEntry, now: string): boolean {
  if (ageHours(before.published ?? before.seenAt, now) > changeHours) return false
  return entry.title !== before.title || (entry.updated !== null && entry.updated > (before.updated ?? entry.updated))
}

function newestFirst(entries: readonly Entry[]): Entry[] {
  return entries.toSorted((one, other) => (other.published ?? '').localeCompare(one.published ?? ''))
}
