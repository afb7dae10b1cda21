import type { Validators } from './feed.ts'

/** Why something is fetched. */
export interface FetchOptions {
  /** What is known of it already. */
  readonly validators?: Validators
  /** Whether a person waits for it: then it goes at once, and robots.txt, which speaks to programs that go by themselves, is not asked. */
  readonly asked?: boolean
  /** So much of a longer body is enough, in bytes; without it a body that is too long is refused. */
  readonly firstBytes?: number
  /** When it is not wanted any more. */
  readonly signal?: AbortSignal
}

/** What fetching an address comes to. */
export type Fetched =
  | {
      readonly kind: 'page'
      /** Where the redirects ended. */
      readonly url: string
      readonly body: Uint8Array
      readonly contentType: string
      readonly validators: Validators
      /** How long it stays fresh by the server's word, in milliseconds; null where it does not say. */
      readonly freshForMs: number | null
      /** Where permanent redirects alone have led; null where there were none. */
      readonly movedTo: string | null
    }
  | {
      readonly kind: 'unchanged'
      /** As far as the server gave them anew. */
      readonly validators: Validators
      readonly freshForMs: number | null
      readonly movedTo: string | null
    }
  | { readonly kind: 'gone' }
  /** We will not, whoever asks. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** It did not work this time; the reason is told to people. `status` is null where no server answered. */
  | {
      readonly kind: 'failed'
      readonly reason: string
      readonly status: number | null
      readonly retryAfterMs: number | null
    }
