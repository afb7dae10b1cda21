/** An address where an outlet announces what it publishes. */
export interface Feed {
  readonly id: FeedId
  readonly url: string
  /** The publisher's name, as shown with each story. */
  readonly outlet: string
  readonly validators: Validators
  /** Failed polls in a row. */
  readonly failures: number
  /** When it began to fail, ISO 8601; null while it can be read. */
  readonly failingSince: string | null
  /** Why the last poll failed; null if it did not. */
  readonly problem: string | null
  /** Something odd about its latest entries, for its followers; null if there is nothing. */
  readonly note: string | null
  /** The last problem that its followers were notified of: that it fails, or has ended; null while there is none. */
  readonly notified: 'failing' | 'ended' | null
  /** ISO 8601; null until the feed has been read once. */
  readonly firstReadAt: string | null
  /** The time between two polls while all is well, in minutes, based on its entries so far. */
  readonly intervalMinutes: number
  /** A fingerprint of the bytes last read; null before the first. */
  readonly bodyKey: string | null
  /** The permanent redirect that recent polls have met; null if the last poll met none. */
  readonly move: Move | null
  readonly pace: Pace
  readonly hub: Hub | null
}

/** A server that notifies us of news before we poll (WebSub). */
export interface Hub {
  readonly url: string
  /** The name by which it knows the feed. */
  readonly topic: string
  /** When its promise to notify us ends, ISO 8601; null if it has made none. */
  readonly until: string | null
}

export type FeedId = string & { readonly brand: 'FeedId' }

export function feedId(text: string): FeedId {
  return text as FeedId
}

/** The values a server gave us for asking "has it changed?", byte for byte. */
export interface Validators {
  readonly etag: string | null
  readonly lastModified: string | null
}

export const noValidators: Validators = { etag: null, lastModified: null }

/** A permanent redirect, and the number of polls in a row that have met it. */
export interface Move {
  readonly to: string
  readonly times: number
}

/** How often a feed asks to be polled. */
export interface Pace {
  /** The least time between two polls; null if the feed does not say. */
  readonly minutes: number | null
  /** Hours of the day in UTC, 0 to 23, when it must not be polled. */
  readonly skipHours: readonly number[]
  /** Days of the week in UTC, Sunday being 0, when it must not be polled. */
  readonly skipDays: readonly number[]
}

export const noPace: Pace = { minutes: null, skipHours: [], skipDays: [] }

/** One item announced in a feed. */
export interface Entry {
  /** The feed's id for it; its address if the feed gives no id, or its title if it has neither. */
  readonly guid: string
  /** Empty if it has no link. */
  readonly url: string
  readonly title: string
  /** The feed's summary of it, without markup and cut short; empty if there is none. */
  readonly summary: string
  /** ISO 8601 in UTC; null if the feed does not say. */
  readonly published: string | null
  /** When it was last changed, ISO 8601; null if the feed does not say. */
  readonly updated: string | null
  /** The sections that the outlet files it under: "Politics". */
  readonly sections: readonly string[]
  /** What the feed says that keeps its page from models; absent if nothing does. */
  readonly closedToModels?: string
}

/** The parts of an entry that we remember. */
export interface SeenEntry extends Pick<Entry, 'guid' | 'url' | 'title' | 'published' | 'updated'> {
  /** Names under which it came later. */
  readonly aliases: readonly string[]
  /** When it was last seen in its feed, ISO 8601, to within a few days. */
  readonly seenAt: string
}

/** An entry that was seen before and has come again. */
export interface KnownEntry {
  readonly seen: SeenEntry
  readonly entry: Entry
  /** Its names that are not remembered yet. */
  readonly newNames: readonly string[]
  /** True if it has a different title or a later change than before. */
  readonly isChanged: boolean
}

/** A feed as parsed from its bytes. */
export interface FeedContent {
  /** True if its end was cut off, so that entries may be missing. */
  readonly isCut?: boolean
  readonly title: string | null
  /** The outlet's description of the feed, without markup. */
  readonly description: string | null
  /** The address of the site it belongs to. */
  readonly site: string | null
  readonly pace: Pace
  /** The hub that announces news (WebSub), and the name by which it knows the feed; null if there is no hub. */
  readonly hub: (Pick<Hub, 'url'> & { readonly topic: string | null }) | null
  readonly entries: readonly Entry[]
}
