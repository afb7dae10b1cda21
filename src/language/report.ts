import type { Span } from '../domain/article.ts'
import type { Act } from '../domain/claim.ts'

/** A half-open range of positions in a sentence's tokens. */
export interface Range {
  readonly from: number
  readonly to: number
}

/** A report of speech within one sentence, as positions in its tokens. */
export interface Report {
  readonly act: Act
  readonly source: Range | null
  readonly cue: Range
  readonly content: readonly Range[]
  readonly venue: Range | null
  /** Present and true where the sentence does not say that it was said: "did not confirm", "if she says". */
  readonly negated?: boolean
  /** Present and true where the words or their speaker may have been misread: then nothing is told of it. */
  readonly unsure?: boolean
}

/** A report of speech as spans of its text, its speaker not yet resolved. */
export interface Match {
  readonly act: Act
  readonly source: Span | null
  readonly cue: Span | null
  readonly content: readonly Span[]
  readonly venue: Span | null
  readonly negated: boolean
  /** Whether the words or their speaker may have been misread. */
  readonly unsure?: boolean
}
