import type { Article } from './article.ts'
import type { Draft, Verified } from './brief.ts'
import type { FeedContent } from './feed.ts'

export interface PageToRead {
  readonly url: string | null
  readonly contentType: string
  /** Whether a person waits for it: then it is read before what nobody waits for. */
  readonly asked?: boolean
}

export type ReadFeed = { readonly kind: 'feed'; readonly feed: FeedContent } | Unreadable
export type ReadPage = { readonly kind: 'article'; readonly article: Article } | Unreadable

/** Why there is no text: told to people. */
export interface Unreadable {
  readonly kind: 'unreadable'
  readonly reason: string
  /** Whether the trouble was the reader's, so that it may be read another time. */
  readonly isPassing?: boolean
  /** What stands in the place of a page's text: its first lines before a paywall, a cookie notice. */
  readonly text?: string
}

/** What the rules wrote in another thread. */
export interface WrittenDraft {
  readonly kind: 'draft'
  readonly draft: Draft
}

/** What was verified there. */
export interface VerifiedDraft {
  readonly kind: 'verified'
  readonly verified: Verified
}
