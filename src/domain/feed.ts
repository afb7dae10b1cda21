/** Where an outlet announces what it publishes. */
export interface Feed {
  readonly id: FeedId
  readonly url: string
  /** The publisher's name, as shown beside each story. */
  readonly outlet: string
  readonly validators: Validators
  /** Polls that failed in a row. */
  readonly failures: number
  /** Why the last poll failed; null when it did not. */
  readonly problem: string | null
  /** ISO 8601; null until the feed has been read once. */
  readonly firstReadAt: string | null
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

/** One announcement in a feed. */
export interface Entry {
  /** What the feed calls it; its address where the feed gives no name. */
  readonly guid: string
  readonly url: string
  readonly title: string
  /** ISO 8601 in UTC; null where the feed does not say. */
  readonly published: string | null
}

/** A feed as read from its bytes. */
export interface FeedContent {
  readonly title: string | null
  /** The address of the site it belongs to. */
  readonly site: string | null
  readonly entries: readonly Entry[]
}
