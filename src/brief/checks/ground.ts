import { type Span, sliceSpan, spansOverlap } from '../../domain/article.ts'
import type { FindingKind } from '../../domain/brief.ts'
import type { Attribution } from '../../domain/claim.ts'
import type { CitedPassage } from '../bearing.ts'
import type { Evidence } from '../evidence.ts'
import { type ReadText, readWords, type Word } from './read-words.ts'
import { isAmong } from './word-forms.ts'

/** A sentence of a brief that is held to what it cites. */
export interface Statement extends ReadText {
  /** Whose words it tells, as the brief names them beside it; null where it stands alone. */
  readonly speaker: string | null
  /** The sentence that it is a part of, where it is one. */
  readonly line?: string
  /** All else that the brief tells: a caveat may stand there. */
  readonly context: ReadText
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
  readonly evidence: Evidence
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

/** What an article is published as. */
export interface Published {
  readonly headline: string
  readonly outlet: string
}

const read = new WeakMap<Evidence, Map<string, ReadArticle>>()

/** An article taken apart for the checks; kept as long as its reading is. */
export function readArticle(evidence: Evidence, published: Published): ReadArticle {
  // Callers hand in whole articles: of these only what is used here tells one reading from another.
  const key = JSON.stringify([published.headline, published.outlet])
  const known = read.get(evidence)?.get(key)
  if (known) return known
  const made = makeArticle(evidence, published)
  read.set(evidence, (read.get(evidence) ?? new Map<string, ReadArticle>()).set(key, made))
  return made
}

function makeArticle(evidence: Evidence, { headline, outlet }: Published): ReadArticle {
  const { text, parts, attributions } = evidence
  let index = 0
  const sentences = parts.flatMap(({ sentences: told }, paragraph) =>
    told.map(({ span }): ArticleSentence => {
      const own = attributions.filter(({ content, cue, source }) =>
        [...content, ...cue, ...source].some((piece) => spansOverlap(piece, span)),
      )
      const sentence = { ...readWords(sliceSpan(text, span)), span, paragraph, index, attributions: own }
      index += 1
      return sentence
    }),
  )
  const title = readWords(headline)
  const all = sentences.flatMap((sentence) => sentence.words)
  return {
    evidence,
    sentences,
    forms: new Set([...all, ...title.words].map(({ form }) => form)),
    names: new Set(all.filter(({ isCapital, opensSentence }) => isCapital && !opensSentence).map(({ lower }) => lower)),
    common: new Set(all.filter(({ text: word }) => /^\p{Ll}/u.test(word)).map(({ lower }) => lower)),
    headline: title,
    outlet,
  }
}

/** The ground of a sentence: what it cites, and what stands beside that. */
export function groundOf(passages: readonly CitedPassage[], publishedOf: (evidence: Evidence) => Published): Ground {
  const byArticle = new Map<ReadArticle, ArticleSentence[]>()
  for (const { evidence, span } of passages) {
    const article = readArticle(evidence, publishedOf(evidence))
    const cited = article.sentences.filter((sentence) => spansOverlap(sentence.span, span))
    byArticle.set(article, [...(byArticle.get(article) ?? []), ...cited])
  }
  const owner = new Map<ArticleSentence, ReadArticle>()
  for (const article of byArticle.keys()) for (const sentence of article.sentences) owner.set(sentence, article)
  const cited = [...new Set([...byArticle.values()].flat())]
  const near = [...byArticle].flatMap(([article, own]) =>
    article.sentences.filter(
      (sentence) =>
        own.includes(sentence) ||
        own.some(
          ({ paragraph, index }) =>
            (sentence.paragraph === paragraph && Math.abs(sentence.index - index) <= 2) ||
            Math.abs(sentence.index - index) === 1,
        ),
    ),
  )
  return {
    articles: [...byArticle.keys()],
    cited,
    near,
    citedForms: new Set(cited.flatMap(({ forms }) => [...forms])),
    articleOf: (sentence) => {
      const article = owner.get(sentence)
      if (!article) throw new Error('the sentence is of no cited article')
      return article
    },
  }
}

/** How many of some words a text has, or words that may stand for them. */
export function countKnown(sought: readonly Word[], { forms }: Pick<ReadText, 'forms'>): number {
  return sought.filter(({ form }) => isAmong(form, forms)).length
}

/** The words of a sentence that have content and stand in no quotation. */
export function ownContent({ words }: ReadText): Word[] {
  return words.filter(({ hasContent, isQuoted }) => hasContent && !isQuoted)
}

/** The share of a statement's words that a stretch must have for the statement to be of it. */
const mostly = 0.4

const reporting = /^(?:say|tell|add|ask)$/

/** Whether a statement is of a stretch: that has a good part of its words, or of the stretch's own. */
export function isMostlyOf(statement: ReadText, stretch: ReadText): boolean {
  const own = statement.words.filter(({ hasContent, form }) => hasContent && !reporting.test(form))
  const most = stretch.words.filter(({ hasContent, form }) => hasContent && !reporting.test(form)).length
  const needed = Math.max(Math.min(2, most, own.length), mostly * Math.min(own.length, most))
  return own.length > 0 && countKnown(own, stretch) >= needed
}
