import type { Span } from '../domain/article.ts'
import type { FindingKind } from '../domain/brief.ts'
import type { Attribution } from '../domain/claim.ts'
import type { Quotation } from '../text/quotations.ts'
import type { Reading } from './reading.ts'

/** What a language's checks receive, and what they return. */

/** A word of a sentence, with everything that checks need to know about it. */
export interface Word {
  readonly text: string
  readonly lower: string
  /** A reduced form that it shares with its inflections. */
  readonly form: string
  /** UTF-16 offsets into the sentence. */
  readonly start: number
  readonly end: number
  /** Whether it carries meaning by itself, unlike “the” and “had”. */
  readonly hasContent: boolean
  /** Capitalised, and not a day or month. */
  readonly isCapital: boolean
  readonly opensSentence: boolean
  readonly isDay: boolean
  /** “not”, “never”, “nobody”. */
  readonly isNegation: boolean
  /** The same, or a word that reverses what is around it: “denied”, “failed”, “unable”, “baseless”. */
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

/** A sentence of a brief that is checked against what it cites. */
export interface CheckedStatement extends ReadText {
  /** Whose words it reports, as the brief names them beside it; null if it stands alone. */
  readonly speaker: string | null
  /** The sentence that it is part of, if it is not a whole one. */
  readonly line?: string
  /** The rest of the brief, which may contain a caveat. */
  readonly context: ReadText
  /** Who says what in the sentence itself, leaving out attributions within others. Offsets count from its start. */
  attributions(): readonly Attribution[]
}

/** A sentence of an article, read for comparison. The offsets of its words count from its start. */
export interface ArticleSentence extends ReadText {
  readonly span: Span
  /** The index of its paragraph, and its own index among all sentences, both from 0. */
  readonly paragraph: number
  readonly index: number
  /** The attributions that overlap it, as far as the rules read them. */
  readonly attributions: readonly Attribution[]
}

/** An article, read once for all sentences that cite it. */
export interface ReadArticle {
  readonly evidence: Reading
  readonly sentences: readonly ArticleSentence[]
  readonly forms: ReadonlySet<string>
  /** Words that are capitalised somewhere other than at the start of a sentence, in lower case. */
  readonly names: ReadonlySet<string>
  /** Words that occur somewhere without a capital. */
  readonly common: ReadonlySet<string>
  readonly headline: ReadText
  readonly outlet: string
}

/** What a sentence rests on. */
export interface Ground {
  readonly articles: readonly ReadArticle[]
  readonly cited: readonly ArticleSentence[]
  /** The cited sentences, those up to two away in the same paragraph, and those right before and after. */
  readonly near: readonly ArticleSentence[]
  readonly citedForms: ReadonlySet<string>
  readonly articleOf: (sentence: ArticleSentence) => ReadArticle
}

/** What is wrong with a sentence, and the words that show it. */
export interface CheckFault {
  readonly kind: FindingKind
  readonly words: string
}

/** One thing that a sentence may not do, with a passage, a sentence that does it and one that does not. */
export interface Check {
  readonly name: string
  readonly passage: string
  readonly bad: { readonly text: string; readonly speaker?: string }
  readonly good: { readonly text: string; readonly speaker?: string }
  find(statement: CheckedStatement, ground: Ground): CheckFault[]
}

/** The content words of a sentence that are outside quotations. */
export function ownContent({ words }: ReadText): Word[] {
  return words.filter(({ hasContent, isQuoted }) => hasContent && !isQuoted)
}
