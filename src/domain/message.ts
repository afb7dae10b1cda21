import type { WorkspaceId } from './subscription.ts'

/** One message in its platform's format: anything that JSON can hold. */
export interface RenderedMessage {
  readonly [part: string]: unknown
  /** True if it is posted on its own rather than under the first message. */
  readonly apart?: boolean
  /** A short form to send first, then replace with the whole; absent if the whole is sent at once. */
  readonly opening?: RenderedMessage
}

/** Where a message goes. */
export interface Destination {
  readonly workspace: WorkspaceId
  readonly channel: string
  /** The message that it is posted under; null if there is none. */
  readonly parent: string | null
  /** The same for every attempt at a message, and never used for another; at most 25 characters. */
  readonly key: string
  readonly silent: boolean
  /** The earliest time at which it may have gone out, ISO 8601; null if it was never begun. */
  readonly since: string | null
  /** Called before each request for it: true if it is still ours to send. Absent if nobody else can have it. */
  renew?(): Promise<boolean>
}

/** A message that went out, and where it is. */
export interface PostedMessage extends Destination {
  readonly message: string
  /** True if part of it may be in messages below it, because there was not room for it all. */
  readonly inParts?: boolean
}

export type Sent =
  /** `inPart`: only what fitted. After sending, filling brings the rest; after filling, the rest is below it. */
  | { readonly kind: 'sent'; readonly message: string; readonly inPart?: true }
  /** Nothing went out, and trying again changes nothing until someone acts. The reason is shown to people. */
  | { readonly kind: 'refused'; readonly reason: string; readonly code?: 'not-editable' | 'deleted' }
  /** Nothing went out, but it may later. `isExact`: the wait is ours or was given to us, and is not a guess. */
  | { readonly kind: 'later'; readonly reason: string; readonly retryAfterMs: number; readonly isExact?: true }
  /** The reply was lost, so it may have gone out. */
  | { readonly kind: 'unknown'; readonly reason: string }

export type Found =
  /** `inPart`: only part of it is there, namely this many `pieces`. */
  | { readonly kind: 'found'; readonly message: string; readonly inPart?: true; readonly pieces?: number }
  | { readonly kind: 'absent' }
  /** We may not look. The reason is shown to people. */
  | { readonly kind: 'unsure'; readonly reason: string }
  /** The platform is not answering at the moment. */
  | { readonly kind: 'later'; readonly reason: string; readonly retryAfterMs: number }
