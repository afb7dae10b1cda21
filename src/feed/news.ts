import type { Entry } from '../domain/feed.ts'

/** At the first sight of a feed, what is older than this is its past, not news. */
const firstSightHours = 24
/** The most entries of one feed that count as new at its first sight. */
const firstSightEntries = 10

export interface SightedEntries {
  readonly fresh: readonly Entry[]
  /** Remembered, so that they never count as new later. */
  readonly baseline: readonly Entry[]
}

/**
 * Tells which of a feed's entries are news. `known` holds the guids and addresses seen before; null at the
 * first sight of the feed.
 */
export function sightEntries(
  entries: readonly Entry[],
  known: ReadonlySet<string> | null,
  now: string,
): SightedEntries {
  const unseen = entries.filter(({ guid, url }) => !known?.has(guid) && !known?.has(url))
  const recent = unseen.filter(({ published }) => isRecent(published, now))
  const fresh = known ? recent : newestFirst(recent).slice(0, firstSightEntries)
  return { fresh, baseline: unseen.filter((entry) => !fresh.includes(entry)) }
}

/** An entry without a date that was not there before is taken at its word; with one, it must be of the last day or two. */
function isRecent(published: string | null, now: string): boolean {
  if (!published) return true
  const ageMs = Date.parse(now) - Date.parse(published)
  return ageMs <= firstSightHours * 3_600_000
}

function newestFirst(entries: readonly Entry[]): Entry[] {
  return entries.toSorted((one, other) => (other.published ?? '').localeCompare(one.published ?? ''))
}
