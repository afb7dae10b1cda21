import type { Span } from '../domain/article.ts'
import type { Attribution } from '../domain/claim.ts'
import type { Paragraph } from '../text/paragraphs.ts'
import type { WordIndex } from '../text/word-index.ts'

/** An article's text, read once for all checks of a draft. */
export interface Reading {
  readonly text: string
  /** ISO 639-1; attributions are read only if the language is measured. */
  readonly language: string
  /** The text as `standsInPlain` expects it, in lower case. */
  readonly plainLower: string
  readonly index: WordIndex
  readonly attributions: readonly Attribution[]
  readonly parts: readonly Paragraph[]
  /** The number of paragraphs in which each content word occurs. */
  readonly spread: ReadonlyMap<string, number>
}

/** A stretch of an article that a sentence cites. */
export interface CitedPassage<Read extends Reading = Reading> {
  readonly evidence: Read
  readonly span: Span
}
