import { siteOf } from '../domain/address.ts'
import type { Entry, KnownEntry, SeenEntry } from '../domain/feed.ts'
import { aliasesOf, indexByAlias, isTitleAlone } from './identity.ts'

/** At the first sight of a feed, what is older than this is its past, not news. */
const firstSightHours = 24
/** The most entries of one feed that count as new at its first sight. */
const firstSightEntries = 10
/** Later, what was not there before and is older than this is no news; a day of it is for clocks that go wrong. */
const newsHours = 48
/** Unless nothing as new was ever in the feed: then it may have come late by so many hours. */
const lateHours = 7 * 24
/** How long after it was published an entry is looked at for changes, in hours. */
const changeHours = 72
/** The most new entries taken from one poll. */
const mostAtOnce = 50
/** A document without a single known entry, in a feed that had some, is another feed under the same address. */
const leastForMigration = 5

export interface SightedEntries {
  readonly fresh: readonly Entry[]
  /** Remembered, so that they never count as new later. */
  readonly baseline: readonly Entry[]
  /** Those that were there before. */
  readonly known: readonly KnownEntry[]
  /** Why new entries were counted as old, for people; null where none were. */
  readonly held: string | null
}

/** Tells which of a feed's entries are news. `seen` is null at the first sight of the feed. */
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
  // Where a feed calls most of its entries something else at once, their titles tell that they are the same.
  const isRenamed = 2 * certain.length < entries.length
  const known = entries.flatMap((entry) => {
    const before = find(entry, (name) => isRenamed || !isTitleAlone(name))
    if (!before) return []
    const newNames = (names.get(entry) ?? []).filter((name) => !byAlias.has(name))
    return [{ seen: before, entry, newNames, isChanged: isChanged(entry, before, now) }]
  })
  const familiar = new Set(known.map(({ entry }) => entry))
  const unseen = entries.filter((entry) => !familiar.has(entry))
  // What leads nowhere has no text that we could hold anything to.
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
    const held = `none of the ${unseen.length} entries was there before; ${fresh.length} were taken and the others counted as old`
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
    held: `${news.length} new entries came at once; the newest ${mostAtOnce} were taken and the others counted as old`,
  }
}

/** A feed that was not asked for long may have nothing that it had, but most of it is of the same sites, and all of it is newer. */
function isWhatCameSince(unseen: readonly Entry[], seen: readonly SeenEntry[]): boolean {
  const newest = newestOf(seen)
  const isNewer = newest !== '' && unseen.every(({ published }) => (published ?? '') > newest)
  const sites = new Set(seen.map(({ url }) => siteOf(url)))
  return isNewer && 2 * unseen.filter(({ url }) => sites.has(siteOf(url))).length > unseen.length
}

function newestOf(entries: readonly SeenEntry[]): string {
  return entries.flatMap(({ published }) => published ?? []).reduce((one, other) => (one > other ? one : other), '')
}

/** An entry without a date that was not there before is taken at its word. */
function ageHours(published: string | null, now: string): number {
  return published === null ? 0 : (Date.parse(now) - Date.parse(published)) / 3_600_000
}

/** What old entries change is no news. */
function isChanged(entry: Entry, before: SeenEntry, now: string): boolean {
  if (ageHours(before.published ?? before.seenAt, now) > changeHours) return false
  return entry.title !== before.title || (entry.updated !== null && entry.updated > (before.updated ?? entry.updated))
}

function newestFirst(entries: readonly Entry[]): Entry[] {
  return entries.toSorted((one, other) => (other.published ?? '').localeCompare(one.published ?? ''))
}
