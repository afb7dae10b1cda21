import type { WorkspaceId } from './subscription.ts'

/** One message as its platform takes it. Anything that JSON can hold. */
export interface RenderedMessage {
  readonly [part: string]: unknown
  /** Whether it hangs on no other message, though it is not the first. */
  readonly apart?: boolean
  /** What is sent in its place at first, to be filled with the whole; absent where the whole is sent. */
  readonly opening?: RenderedMessage
}

/** Where a message goes. */
export interface Destination {
  readonly workspace: WorkspaceId
  readonly channel: string
  /** The message that it hangs on; null for the first. */
  readonly parent: string | null
  /** The same for every try at the same message, and never for another: at most 25 characters. */
  readonly key: string
  readonly silent: boolean
  /** When it may have gone out at the earliest, ISO 8601; null where it never was begun. */
  readonly since: string | null
  /** Asked before each request for it: whether it is still ours to send. Absent where nobody else can have it. */
  renew?(): Promise<boolean>
}

/** Where a message stands that went out. */
export interface PostedMessage extends Destination {
  readonly message: string
  /** Whether some of it may stand below it, there having been no room for all. */
  readonly inParts?: boolean
}

export type Sent =
  /** In part: what there was room for. The rest comes with filling it; of what was filled it stands below. */
  | { readonly kind: 'sent'; readonly message: string; readonly inPart?: true }
  /** It is certain that nothing went out, and that trying again changes nothing until somebody acts. Told to people. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** It is certain that nothing went out; it may later. Exact: the wait was told, or is our own, and is no guess. */
  | { readonly kind: 'later'; readonly reason: string; readonly retryAfterMs: number; readonly isExact?: true }
  /** The reply was lost; it may have gone out. */
  | { readonly kind: 'unknown'; readonly reason: string }

export type Found =
  /** In part: so many of its pieces stand there. */
  | { readonly kind: 'found'; readonly message: string; readonly inPart?: true; readonly pieces?: number }
  | { readonly kind: 'absent' }
  /** We may not look. Told to people. */
  | { readonly kind: 'unsure'; readonly reason: string }
  /** The platform does not answer just now. */
  | { readonly kind: 'later'; readonly reason: string; readonly retryAfterMs: number }
