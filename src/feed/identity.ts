import { addressKey } from '../domain/address.ts'
import type { Entry, SeenEntry } from '../domain/feed.ts'

/** A shorter title, in letters and digits, says too little to tell an entry by. */
const shortestTitle = 12

type Named = Pick<Entry, 'guid' | 'url' | 'title' | 'published'>

/**
 * The names by which entries can be told again, should their feed change some of them: what it calls them, where they
 * lead, and what they are titled on which day. Names that two of them share tell neither, and are left out.
 */
export function aliasesOf<T extends Named>(entries: readonly T[]): Map<T, readonly string[]> {
  return unshared(new Map(entries.map((entry) => [entry, namesOf(entry)])))
}

/** Entries seen before, by each of their names. */
export function indexByAlias(seen: readonly SeenEntry[]): Map<string, SeenEntry> {
  const named = unshared(new Map(seen.map((entry) => [entry, [...new Set([...namesOf(entry), ...entry.aliases])]])))
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
  return [
    `guid ${addressKey(guid) ?? guid}`,
    ...(address ? [`address ${address}`] : []),
    ...(plain.length >= shortestTitle ? [`title ${plain.slice(0, 200)} ${published?.slice(0, 10) ?? ''}`] : []),
  ]
}
