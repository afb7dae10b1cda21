import type { Span } from '../domain/article.ts'
import type { Attribution } from '../domain/claim.ts'
import type { Paragraph } from '../text/paragraphs.ts'
import type { WordIndex } from '../text/word-index.ts'

/** An article's text read once, for every check that a draft needs. */
export interface Reading {
  readonly text: string
  /** ISO 639-1; who said what was read only if it is measured. */
  readonly language: string
  /** The text as `standsInPlain` takes it, in small letters. */
  readonly plainLower: string
  readonly index: WordIndex
  readonly attributions: readonly Attribution[]
  readonly parts: readonly Paragraph[]
  /** In how many paragraphs each content word stands. */
  readonly spread: ReadonlyMap<string, number>
}

/** A stretch of an article that is named as the reason for a sentence. */
export interface CitedPassage<Read extends Reading = Reading> {
  readonly evidence: Read
  readonly span: Span
}
