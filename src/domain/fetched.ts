import type { Validators } from './feed.ts'

/** Options for fetching an address. */
export interface FetchOptions {
  /** The validators from an earlier fetch. */
  readonly validators?: Validators
  /**
   * True if a person is waiting: then it starts at once and skips robots.txt, which is meant for unattended programs.
   */
  readonly asked?: boolean
  /** Reads only this many bytes of a longer body. If absent, a body that is too long is refused. */
  readonly firstBytes?: number
  /** Aborts the fetch when it is no longer wanted. */
  readonly signal?: AbortSignal
}

/** The result of fetching an address. */
export type Fetched =
  | {
      readonly kind: 'page'
      /** The address after all redirects. */
      readonly url: string
      readonly body: Uint8Array
      readonly contentType: string
      readonly validators: Validators
      /** How long it stays fresh according to the server, in milliseconds; null if the server does not say. */
      readonly freshForMs: number | null
      /** The address after permanent redirects alone; null if there were none. */
      readonly movedTo: string | null
      /** What its headers and its host's robots.txt say about use by machines, as lines: "Content-Signal: ai-input=no". */
      readonly wishes?: readonly string[]
    }
  | {
      readonly kind: 'unchanged'
      /** Those that the server sent again. */
      readonly validators: Validators
      readonly freshForMs: number | null
      readonly movedTo: string | null
    }
  | { readonly kind: 'gone' }
  /** We will not fetch it, no matter who asks. */
  | {
      readonly kind: 'refused'
      readonly reason: string
      /** True if the host's robots.txt is the reason. */
      readonly byRobots?: boolean
    }
  /** It failed this time; the reason is shown to people. `status` is null if no server answered. */
  | {
      readonly kind: 'failed'
      readonly reason: string
      readonly status: number | null
      readonly retryAfterMs: number | null
    }
