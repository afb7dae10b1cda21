import type { Brief } from './brief.ts'
import type { StoryId } from './story.ts'
import type { Channel, Shape, SubscriptionId, WorkspaceId } from './subscription.ts'

/** Briefs chosen for a channel. */
export interface Digest {
  readonly name: string
  /** The instant for which it was made, ISO 8601. */
  readonly at: string
  /** IANA name of the time zone in which times are shown. */
  readonly zone: string
  readonly briefs: readonly Brief[]
  /** The new developments in stories that were posted before. */
  readonly followUps: ReadonlyMap<StoryId, FollowUp>
  /** Stories that were due but did not fit. */
  readonly more: number
  readonly feeds: FeedHealth
  /** How it came through its approval; absent if it needs none. */
  readonly review?: 'approved' | 'lapsed'
}

/** The developments in a story since it was last posted to the channel. */
export interface FollowUp {
  /** When it was last posted, ISO 8601. */
  readonly since: string
  /** The ids of the claims that are new. */
  readonly claims: ReadonlySet<string>
  /** The new sentences of the summary; if there are none, readers get the whole summary. */
  readonly sentences: ReadonlySet<string>
}

/** The state of the feeds behind a digest. */
export interface FeedHealth {
  readonly total: number
  /** Outlets whose feed could not be read at the last poll. */
  readonly failing: readonly string[]
}

/** One issue of one subscription at one slot; the two together identify it. */
export interface Edition {
  readonly id: EditionId
  readonly subscription: SubscriptionId
  /** The instant at which it was due, ISO 8601. */
  readonly slot: string
  readonly state: EditionState
}

/** Where the messages of an edition go, according to its subscription when the edition was made. */
export interface EditionTarget {
  readonly workspace: WorkspaceId
  readonly channel: Channel
  readonly silent: boolean
  /** The shape it was rendered in; absent if an older version did not keep it. */
  readonly shape?: Shape
}

export type EditionId = string & { readonly brand: 'EditionId' }

export function editionId(text: string): EditionId {
  return text as EditionId
}

/**
 * The progress of an edition. `review`: it is with its editors. `unknown` is a post whose reply was lost: it may or may
 * not have gone out.
 */
export type EditionState = 'due' | 'review' | 'posting' | 'posted' | 'skipped' | 'failed' | 'unknown'

/** The states in which an edition still needs work, by us or by its editors. */
export const unfinishedStates = ['due', 'review', 'posting'] as const satisfies readonly EditionState[]

/** The record that an edition went out. */
export interface Post {
  readonly edition: EditionId
  /** The platform's id of the message. */
  readonly message: string
  readonly at: string
}
