import type { Brief } from './brief.ts'
import type { StoryId } from './story.ts'
import type { Channel, Shape, SubscriptionId, WorkspaceId } from './subscription.ts'

/** Briefs chosen for a channel. */
export interface Digest {
  readonly name: string
  /** ISO 8601 instant for which it was made. */
  readonly at: string
  /** IANA name of the zone in which readers are told the time. */
  readonly zone: string
  readonly briefs: readonly Brief[]
  /** Of stories that were told before: what has come since. */
  readonly followUps: ReadonlyMap<StoryId, FollowUp>
  /** Stories that were due and did not fit. */
  readonly more: number
  readonly feeds: FeedHealth
}

/** What has come of a story since its channel was told it. */
export interface FollowUp {
  /** When it was told last, ISO 8601. */
  readonly since: string
  /** The ids of the claims that are new. */
  readonly claims: ReadonlySet<string>
  /** The new sentences of the summary; if there are no new ones, readers get the whole summary. */
  readonly sentences: ReadonlySet<string>
}

/** How the feeds behind a digest are doing. */
export interface FeedHealth {
  readonly total: number
  /** Outlets whose feed could not be read last time. */
  readonly failing: readonly string[]
}

/** One issue of one subscription at one slot; the two together are its identity. */
export interface Edition {
  readonly id: EditionId
  readonly subscription: SubscriptionId
  /** The instant it was due, ISO 8601. */
  readonly slot: string
  readonly state: EditionState
}

/** Where the messages of an edition go: what its subscription said when it was made. */
export interface EditionTarget {
  readonly workspace: WorkspaceId
  readonly channel: Channel
  readonly silent: boolean
  /** How it was drawn; absent where an older version did not keep it. */
  readonly shape?: Shape
}

export type EditionId = string & { readonly brand: 'EditionId' }

export function editionId(text: string): EditionId {
  return text as EditionId
}

/** Where an edition stands. `unknown` is a post whose reply was lost: it may or may not have gone out. */
export type EditionState = 'due' | 'posting' | 'posted' | 'skipped' | 'failed' | 'unknown'

/** The states of an edition about which something is still to be done. */
export const unfinishedStates = ['due', 'posting'] as const satisfies readonly EditionState[]

/** The record that an edition went out. */
export interface Post {
  readonly edition: EditionId
  /** What the platform calls the message. */
  readonly message: string
  readonly at: string
}
