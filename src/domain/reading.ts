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
export type ReadPage =
  | {
      readonly kind: 'article'
      readonly article: Article
      /** The addresses of the licences that its page and its site name, still to be read. */
      readonly licences?: readonly string[]
      /** All that the page and what came with it say about use by machines. */
      readonly wishes?: readonly string[]
    }
  | Unreadable

/** What a licence says of some addresses. */
export interface LicensedContent {
  /** A path pattern or an absolute address, as written. */
  readonly url: string
  /** Why a model may not read them: "ai-input is prohibited"; null if it may. */
  readonly closed: string | null
}

export type ReadLicence = { readonly kind: 'licence'; readonly contents: readonly LicensedContent[] } | Unreadable

/** Why there is no text, in words for people. */
export interface Unreadable {
  readonly kind: 'unreadable'
  readonly reason: string
  /** True if the fault was the reader's, so another attempt may succeed. */
  readonly isPassing?: boolean
  /** True if the article is there for others: for those who pay, agree or prove that they are people. */
  readonly isClosed?: boolean
  /** What was said on it of use by machines, as lines. */
  readonly wishes?: readonly string[]
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
