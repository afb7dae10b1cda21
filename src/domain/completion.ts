/** What a language model is asked, and what comes of it. */

export interface ModelRequest {
  readonly instructions: string
  /** The same for a server that holds a model to no JSON. */
  readonly instructionsInLines: string
  readonly material: string
  readonly schema: Readonly<Record<string, unknown>>
  readonly maxTokens: number
  /** The most HTTP requests that may be made for it. */
  readonly requests: number
  /** How long all of them together may take once they are begun, in milliseconds. */
  readonly withinMs: number
  /** Takes what is answered after that, with the tokens that were not counted yet. */
  readonly late?: ((answer: LateAnswer) => void) | undefined
}

export type LateAnswer = Omit<Completion & { readonly kind: 'text' }, 'kind' | 'requests'>

export type Completion = {
  /** Requests made, tokens spent on them, and how many of those the model wrote. */
  readonly requests: number
  readonly tokens: number
  readonly written: number
} & (
  | { readonly kind: 'text'; readonly text: string }
  /** The model or its keeper will not; asking again changes nothing. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** It answered, and the answer is none: cut short, or empty. */
  | { readonly kind: 'useless'; readonly reason: string }
  | { readonly kind: 'failed'; readonly reason: string }
)
