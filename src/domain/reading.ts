import type { Article } from './article.ts'
import type { Draft, Verified } from './brief.ts'
import type { FeedContent } from './feed.ts'

export interface PageToRead {
  readonly url: string | null
  readonly contentType: string
  /** True if a person is waiting: then it is read before pages that nobody is waiting for. */
  readonly asked?: boolean
  /** What came with it about use by machines, as in `Fetched`. */
  readonly wishes?: readonly string[]
}

export type ReadFeed = { readonly kind: 'feed'; readonly feed: FeedContent } | Unreadable
export type ReadPage = { readonly kind: 'article'; readonly article: Article } | Unreadable

/** Why there is no text, in words for people. */
export interface Unreadable {
  readonly kind: 'unreadable'
  readonly reason: string
  /** True if the fault was the reader's, so another attempt may succeed. */
  readonly isPassing?: boolean
  /** The text found in place of an article: its first lines before a paywall, a cookie notice. */
  readonly text?: string
}

/** A draft that the rules wrote in another thread. */
export interface WrittenDraft {
  readonly kind: 'draft'
  readonly draft: Draft
}

/** A draft verified in another thread. */
export interface VerifiedDraft {
  readonly kind: 'verified'
  readonly verified: Verified
}
