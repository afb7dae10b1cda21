import { addressKey } from '../domain/address.ts'
import type { Entry, SeenEntry } from '../domain/feed.ts'
import { shorten } from '../text/shorten.ts'

/** A title with fewer letters and digits than this is too short to identify an entry. */
const shortestTitle = 12

type Named = Pick<Entry, 'guid' | 'url' | 'title' | 'published'>

/** The prefix of names made from a title alone, which are only weak evidence. */
const titleAlone = 'title alone '

/**
 * The names by which entries are recognized even if their feed changes some of them: their guid, their address, and
 * their title with its minute or alone. A name that two entries share identifies neither, and is left out.
 */
export function aliasesOf<T extends Named>(entries: readonly T[]): Map<T, readonly string[]> {
  return unshared(new Map(entries.map((entry) => [entry, namesOf(entry)])))
}

/** Returns true if a name is made from a title alone; forecasts and columns repeat such titles. */
export function isTitleAlone(name: string): boolean {
  return name.startsWith(titleAlone)
}

/**
 * Entries seen before, by each of their names. If two have the same guid, as after feeds were merged, the first counts.
 */
export function indexByAlias(seen: readonly SeenEntry[]): Map<string, SeenEntry> {
  const called = new Map(seen.toReversed().map((entry) => [calledOf(entry), entry]))
  const named = unshared(
    new Map([...called.values()].map((entry) => [entry, [...new Set([...namesOf(entry), ...entry.aliases])]])),
  )
  return new Map([...named].flatMap(([entry, names]) => names.map((name) => [name, entry] as const)))
}

function unshared<T>(named: ReadonlyMap<T, readonly string[]>): Map<T, readonly string[]> {
  const counts = new Map<string, number>()
  for (const names of named.values()) for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return new Map([...named].map(([entry, names]) => [entry, names.filter((name) => counts.get(name) === 1)]))
}

function namesOf({ guid, url, title, published }: Named): string[] {
  const plain = title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
  const address = addressKey(url)
  const titled = shorten(plain, 200)
  const timed = published === null ? [] : [`title ${titled} ${published.slice(0, 16)}`]
  return [
    calledOf({ guid }),
    ...(address ? [`address ${address}`] : []),
    ...(plain.length >= shortestTitle ? [...timed, `${titleAlone}${titled}`] : []),
  ]
}

function calledOf({ guid }: Pick<Named, 'guid'>): string {
  return `guid ${addressKey(guid) ?? guid}`
}
