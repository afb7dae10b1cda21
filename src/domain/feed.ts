/** Where an outlet announces what it publishes. */
export interface Feed {
  readonly id: FeedId
  readonly url: string
  /** The publisher's name, as shown beside each story. */
  readonly outlet: string
  readonly validators: Validators
  /** Polls that failed in a row. */
  readonly failures: number
  /** Since when it has been failing, ISO 8601; null while it can be read. */
  readonly failingSince: string | null
  /** Why the last poll failed; null when it did not. */
  readonly problem: string | null
  /** What is odd about what it announced lately, for those who follow it. */
  readonly note: string | null
  /** What those who follow it were told last: that it fails, or has ended; null while there is nothing to tell. */
  readonly notified: 'failing' | 'ended' | null
  /** ISO 8601; null until the feed has been read once. */
  readonly firstReadAt: string | null
  /** How long between two polls while all is well, in minutes, by what it has brought so far. */
  readonly intervalMinutes: number
  /** A digest of the bytes that were read last; null before the first. */
  readonly bodyKey: string | null
  /** Where permanent redirects have led lately; null where the last poll met none. */
  readonly move: Move | null
  readonly pace: Pace
  readonly hub: Hub | null
}

/** Who tells us of news before we ask (WebSub). */
export interface Hub {
  readonly url: string
  /** By which name it knows the feed. */
  readonly topic: string
  /** Until when it has promised to tell, ISO 8601; null where it has not. */
  readonly until: string | null
}

export type FeedId = string & { readonly brand: 'FeedId' }

export function feedId(text: string): FeedId {
  return text as FeedId
}

/** What a server gave us to ask "has it changed?" with, byte for byte. */
export interface Validators {
  readonly etag: string | null
  readonly lastModified: string | null
}

export const noValidators: Validators = { etag: null, lastModified: null }

/** A permanent redirect, and how many polls in a row have met it. */
export interface Move {
  readonly to: string
  readonly times: number
}

/** How often a feed itself asks to be read. */
export interface Pace {
  /** The least time between two polls; null where it does not say. */
  readonly minutes: number | null
  /** Hours of the day in UTC, 0 to 23, in which it is not to be read. */
  readonly skipHours: readonly number[]
  /** Days of the week in UTC, Sunday being 0, on which it is not to be read. */
  readonly skipDays: readonly number[]
}

export const noPace: Pace = { minutes: null, skipHours: [], skipDays: [] }

/** One announcement in a feed. */
export interface Entry {
  /** What the feed calls it; its address where the feed gives no name, its title where it has neither. */
  readonly guid: string
  /** Empty where it leads nowhere. */
  readonly url: string
  readonly title: string
  /** What the feed says of it, without markup and cut short; empty where it says nothing. */
  readonly summary: string
  /** ISO 8601 in UTC; null where the feed does not say. */
  readonly published: string | null
  /** When it was changed last, ISO 8601; null where the feed does not say. */
  readonly updated: string | null
  /** What the outlet files it under: "Politics". */
  readonly sections: readonly string[]
}

/** What is remembered of an entry. */
export interface SeenEntry extends Pick<Entry, 'guid' | 'url' | 'title' | 'published' | 'updated'> {
  /** Names by which it came later. */
  readonly aliases: readonly string[]
  /** When it was last looked up in its feed, give or take some days: ISO 8601. */
  readonly seenAt: string
}

/** An entry that was seen before, as it came again. */
export interface KnownEntry {
  readonly seen: SeenEntry
  readonly entry: Entry
  /** Names of it that are not remembered yet. */
  readonly newNames: readonly string[]
  /** Whether it has another title or a later change than before. */
  readonly isChanged: boolean
}

/** A feed as read from its bytes. */
export interface FeedContent {
  /** Whether its end is missing, and with it entries that are there when it is read whole. */
  readonly isCut?: boolean
  readonly title: string | null
  /** What the outlet says of the feed, without markup. */
  readonly description: string | null
  /** The address of the site it belongs to. */
  readonly site: string | null
  readonly pace: Pace
  /** Who tells of news before it is asked for (WebSub), and by which name it knows the feed; null where nobody does. */
  readonly hub: (Pick<Hub, 'url'> & { readonly topic: string | null }) | null
  readonly entries: readonly Entry[]
}
