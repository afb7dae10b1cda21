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
  /** True if the sentence does not assert that it was said: "did not confirm", "if she says". */
  readonly negated: boolean
  /** The rules that found it, in order. */
  readonly rules: readonly string[]
  /** Reasons why its words or speaker may have been misread; a report with any doubt is withheld. */
  readonly doubts: readonly string[]
}

/** A report of speech as spans of its text, before its speaker is resolved. */
export interface Match {
  readonly act: Act
  readonly source: Span | null
  readonly cue: Span | null
  readonly content: readonly Span[]
  readonly venue: Span | null
  readonly negated: boolean
  readonly rules: readonly string[]
  readonly doubts: readonly string[]
}

/** A report before its rules and doubts are noted. */
export type PlacedReport = Omit<Report, 'rules' | 'doubts'>
