/** A request to a language model, and its result. */

export interface ModelRequest {
  readonly instructions: string
  /** The instructions for a server that cannot hold a model to JSON. */
  readonly instructionsInLines: string
  readonly material: string
  readonly schema: Readonly<Record<string, unknown>>
  readonly maxTokens: number
  /** The most HTTP requests that may be made for it. */
  readonly requests: number
  /** The time limit for all of them together, from the start of the first, in milliseconds. */
  readonly withinMs: number
  /** Receives an answer that comes after that limit, with the tokens not counted yet. */
  readonly late?: ((answer: LateAnswer) => void) | undefined
}

export type LateAnswer = Omit<Completion & { readonly kind: 'text' }, 'kind' | 'requests'>

export type Completion = {
  /** Requests made, tokens spent on them, and the number of those tokens that the model wrote. */
  readonly requests: number
  readonly tokens: number
  readonly written: number
} & (
  | { readonly kind: 'text'; readonly text: string }
  /** The model or its provider declined; asking again changes nothing. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** It answered, but not usably: the answer is cut short or empty. */
  | { readonly kind: 'useless'; readonly reason: string }
  | { readonly kind: 'failed'; readonly reason: string }
)
