import { longestAddress } from '../domain/address.ts'
import { sectionLimits } from '../domain/article.ts'
import type { Entry } from '../domain/feed.ts'
import { shorten } from '../text/shorten.ts'
import { readDate } from '../text/values/dates.ts'
import { maxSummary, maxTitle } from './entry-text.ts'

/** The most entries read from one feed. */
export const maxEntries = 1_000

/** An entry as its feed gives it, its texts without markup; missing values are empty. */
export interface RawEntry {
  readonly guid: string
  /** As written, possibly relative; empty if the entry leads nowhere. */
  readonly url: string
  readonly title: string
  readonly summary: string
  readonly published: string | null
  readonly updated: string | null
  readonly sections: readonly string[]
  readonly closedToModels?: string | undefined
}

/**
 * Drops empty and repeated entries, and cleans the rest. A guid shared by entries with different addresses identifies
 * none of them: their addresses are used instead. Relative addresses are resolved against `base`.
 */
export function tidyEntries(raw: readonly RawEntry[], base: string | null): Entry[] {
  const entries = raw.slice(0, maxEntries).flatMap((entry) => tidyEntry(entry, base) ?? [])
  const addresses = Map.groupBy(entries, ({ guid }) => guid)
  const kept = new Map<string, Entry>()
  for (const entry of entries) {
    const isShared = new Set(addresses.get(entry.guid)?.map(({ url }) => url)).size > 1
    const guid = isShared ? entry.url || entry.title : entry.guid
    if (!kept.has(guid)) kept.set(guid, { ...entry, guid })
  }
  return [...kept.values()]
}

function tidyEntry({ guid, url: address, ...raw }: RawEntry, base: string | null): Entry | undefined {
  const url = absolute(address || (/^https?:/.test(guid) ? guid : null), base) ?? ''
  const title = shorten(raw.title, maxTitle)
  const summary = shorten(raw.summary, maxSummary)
  const published = readDate(raw.published ?? raw.updated)
  const name = guid || url || title || summary || (published ?? '')
  if (name === '') return undefined
  const sections = raw.sections
    .map((section) => shorten(section, sectionLimits.length))
    .filter((section) => section !== '')
  return {
    guid: nameOf(name),
    url,
    title,
    summary,
    published,
    updated: readDate(raw.updated),
    sections: [...new Set(sections)].slice(0, sectionLimits.most),
    ...(raw.closedToModels === undefined ? {} : { closedToModels: raw.closedToModels }),
  }
}

/** An entry's guid, shortened to fit an index: letters of other scripts take three bytes each. */
function nameOf(text: string): string {
  const plain = text.replace(/\p{Cc}/gu, '').toWellFormed()
  return shorten(plain, /^\p{ASCII}*$/u.test(plain) ? longestAddress : maxTitle)
}

/** A complete web address; null if it is not one. */
export function absolute(url: string | null | undefined, base: string | null): string | null {
  if (!url || url.length > longestAddress) return null
  try {
    const parsed = new URL(url.trim(), base ?? undefined)
    return /^https?:$/.test(parsed.protocol) ? parsed.href : null
  } catch {
    return null
  }
}
