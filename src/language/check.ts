import type { Span } from '../domain/article.ts'
import type { FindingKind } from '../domain/brief.ts'
import type { Attribution } from '../domain/claim.ts'
import type { Quotation } from '../text/quotations.ts'
import type { Reading } from './reading.ts'

/** What the checks of a language are given, and what they give back. */

/** A word of a sentence, with all that checks ask of it. */
export interface Word {
  readonly text: string
  readonly lower: string
  /** What it has in common with its other forms. */
  readonly form: string
  /** UTF-16 offsets into the sentence. */
  readonly start: number
  readonly end: number
  /** Whether it says something by itself, as “the” and “had” do not. */
  readonly hasContent: boolean
  /** Written with a capital, and no day or month. */
  readonly isCapital: boolean
  readonly opensSentence: boolean
  readonly isDay: boolean
  /** “not”, “never”, “nobody”. */
  readonly isNegation: boolean
  /** The same, or a word that turns what is about it: “denied”, “failed”, “unable”, “baseless”. */
  readonly isNegative: boolean
  readonly isHedge: boolean
  readonly isQuoted: boolean
}

/** A stretch of text read for comparison. */
export interface ReadText {
  readonly text: string
  readonly words: readonly Word[]
  readonly forms: ReadonlySet<string>
  readonly quotations: readonly Quotation[]
}

/** A sentence of a brief that is held to what it cites. */
export interface Statement extends ReadText {
  /** Whose words it tells, as the brief names them beside it; null where it stands alone. */
  readonly speaker: string | null
  /** The sentence that it is a part of, where it is one. */
  readonly line?: string
  /** All else that the brief tells: a caveat may stand there. */
  readonly context: ReadText
  /** Who says what in the sentence itself, without what stands within another's words. Offsets count from its start. */
  attributions(): readonly Attribution[]
}

/** A sentence of an article, read for comparison. Offsets of its words count from its start. */
export interface ArticleSentence extends ReadText {
  readonly span: Span
  /** Its paragraph and its place among all sentences, from 0. */
  readonly paragraph: number
  readonly index: number
  /** What is said in it, or by whom, as far as the rules read it. */
  readonly attributions: readonly Attribution[]
}

/** An article, read once for all sentences that cite it. */
export interface ReadArticle {
  readonly evidence: Reading
  readonly sentences: readonly ArticleSentence[]
  readonly forms: ReadonlySet<string>
  /** Words that stand somewhere with a capital that no sentence's beginning gives them, lower case. */
  readonly names: ReadonlySet<string>
  /** Words that stand somewhere in small letters. */
  readonly common: ReadonlySet<string>
  readonly headline: ReadText
  readonly outlet: string
}

/** What a sentence rests on. */
export interface Ground {
  readonly articles: readonly ReadArticle[]
  readonly cited: readonly ArticleSentence[]
  /** The cited sentences, and those beside them in their paragraphs. */
  readonly near: readonly ArticleSentence[]
  readonly citedForms: ReadonlySet<string>
  readonly articleOf: (sentence: ArticleSentence) => ReadArticle
}

/** What is wrong with a sentence, and the words that show it. */
export interface Fault {
  readonly kind: FindingKind
  readonly words: string
}

/** One thing that a sentence may not do, with a passage, a sentence that does it and one that does not. */
export interface Check {
  readonly name: string
  readonly passage: string
  readonly bad: { readonly text: string; readonly speaker?: string }
  readonly good: { readonly text: string; readonly speaker?: string }
  find(statement: Statement, ground: Ground): Fault[]
}

/** The words of a sentence that have content and stand in no quotation. */
export function ownContent({ words }: ReadText): Word[] {
  return words.filter(({ hasContent, isQuoted }) => hasContent && !isQuoted)
}
