import { addressKey } from '../domain/address.ts'
import type { Entry, SeenEntry } from '../domain/feed.ts'
import { shorten } from '../text/shorten.ts'

/** A shorter title, in letters and digits, says too little to tell an entry by. */
const shortestTitle = 12

type Named = Pick<Entry, 'guid' | 'url' | 'title' | 'published'>

/** What the name begins with that a title alone makes: it is no more than a sign. */
const titleAlone = 'title alone '

/**
 * The names by which entries can be told again, should their feed change some of them: what it calls them, where they
 * lead, and what they are titled at which minute. Names that two of them share tell neither, and are left out.
 */
export function aliasesOf<T extends Named>(entries: readonly T[]): Map<T, readonly string[]> {
  return unshared(new Map(entries.map((entry) => [entry, namesOf(entry)])))
}

/** Whether a name is made of a title alone, which forecasts and columns have again and again. */
export function isTitleAlone(name: string): boolean {
  return name.startsWith(titleAlone)
}

/** Entries seen before, by each of their names. Of two that are called the same, as after feeds became one, the first counts. */
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
