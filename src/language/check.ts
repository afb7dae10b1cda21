import type { Span } from '../domain/article.ts'
import type { FindingKind } from '../domain/brief.ts'
import type { Attribution } from '../domain/claim.ts'
import type { Quotation } from '../text/quotations.ts'
import type { Reading } from './reading.ts'

/** The input and output of a language's checks. */

/** A word of a sentence, with everything that checks need to know about it. */
export interface Word {
  readonly text: string
  readonly lower: string
  /** A reduced form that it shares with its inflections. */
  readonly form: string
  /** UTF-16 offsets into the sentence. */
  readonly start: number
  readonly end: number
  /** True if it carries meaning by itself, unlike “the” and “had”. */
  readonly hasContent: boolean
  /** True if capitalised and not a day or month. */
  readonly isCapital: boolean
  readonly opensSentence: boolean
  readonly isDay: boolean
  /** True for words like “not”, “never” and “nobody”. */
  readonly isNegation: boolean
  /** True also for words that reverse what is around them: “denied”, “failed”, “unable”, “baseless”. */
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

/** A sentence of a brief, to be checked against the passages it cites. */
export interface CheckedStatement extends ReadText {
  /** The speaker that the brief names for it; null if the brief names none. */
  readonly speaker: string | null
  /** The whole sentence, if this is only part of one. */
  readonly line?: string
  /** The rest of the brief, which may contain a caveat. */
  readonly context: ReadText
  /** Returns the sentence's attributions, except those nested in others. Offsets count from its start. */
  attributions(): readonly Attribution[]
}

/** A sentence of an article, read for comparison. Word offsets count from its start. */
export interface ArticleSentence extends ReadText {
  readonly span: Span
  /** The index of its paragraph, and its own index among all sentences, both from 0. */
  readonly paragraph: number
  readonly index: number
  /** The attributions that overlap it, as found by the rules. */
  readonly attributions: readonly Attribution[]
}

/** An article, read once for all sentences that cite it. */
export interface ReadArticle {
  readonly evidence: Reading
  readonly sentences: readonly ArticleSentence[]
  readonly forms: ReadonlySet<string>
  /** The words, in lower case, that are capitalised somewhere other than at the start of a sentence. */
  readonly names: ReadonlySet<string>
  /** The words that occur somewhere without a capital. */
  readonly common: ReadonlySet<string>
  readonly headline: ReadText
  readonly outlet: string
}

/** The articles and sentences that a statement is checked against. */
export interface Ground {
  readonly articles: readonly ReadArticle[]
  readonly cited: readonly ArticleSentence[]
  /** The cited sentences, those up to two away in the same paragraph, and the ones directly before and after. */
  readonly near: readonly ArticleSentence[]
  readonly citedForms: ReadonlySet<string>
  readonly articleOf: (sentence: ArticleSentence) => ReadArticle
}

/** A fault in a sentence, and the words that show it. */
export interface CheckFault {
  readonly kind: FindingKind
  readonly words: string
}

/** A check for one kind of fault, with a passage, a sentence that has the fault and one that does not. */
export interface Check {
  readonly name: string
  readonly passage: string
  readonly bad: { readonly text: string; readonly speaker?: string }
  readonly good: { readonly text: string; readonly speaker?: string }
  find(statement: CheckedStatement, ground: Ground): CheckFault[]
}

/** Returns the content words of a sentence that are outside quotations. */
export function ownContent({ words }: ReadText): Word[] {
  return words.filter(({ hasContent, isQuoted }) => hasContent && !isQuoted)
}
