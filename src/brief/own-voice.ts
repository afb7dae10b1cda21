import { type Article, type Citation, type Span, spansOverlap } from '../domain/article.ts'
import type { Evidence } from './evidence.ts'
import { contentWords, hasHedge, loadedWords } from './wording.ts'

/** A sentence that the outlet vouches for itself. */
export interface OwnSentence {
  readonly text: string
  readonly citation: Citation
  /** Which paragraph of its article it stands in, from 0. */
  readonly paragraph: number
  readonly content: ReadonlySet<string>
  readonly wordCount: number
}

/** A sentence with fewer or more words than this is no material for a summary. */
const fewestWords = 6
const mostWords = 42

/** Leans on what stands before it, so that it cannot stand alone. */
const dangling =
  /^(?:he|she|they|it|this|that|these|those|his|her|their|its|but|and|or|so|yet|however|meanwhile|instead|also|then|there|such|both|neither|here|still|in addition|as a result|for example|the (?:two|three|move|decision|comments?|remarks?|statement|latter|former))\b/i
/** Speech or hearsay that no attribution was made of: better left out than told as fact. */
const hearsay =
  /\b(?:sa(?:id|ys|ying)|told|according to|claim(?:s|ed)?|reported(?:ly)?|alleg\w+|insist\w*|accus\w+|den(?:y|ies|ied)|believe[sd]?|argue[sd]?|hope[sd]?|want(?:s|ed)?|expect(?:s|ed)?|rumou?r\w*|critics|supporters|sources?)\b/i
const addressed = /\b(?:I|[Ww]e|[Yy]ou|[Oo]ur|[Yy]our|[Mm]y|us|me)\b/
const notProse =
  /©|\bGetty\b|\bAP Photo\b|\b(?:read more|sign up|subscribe|newsletter|click here|follow us|share this|photograph)\b|https?:\/\/|@\w/i

/** The sentences of an article in its own voice that could stand in a summary, in order. */
export function ownSentences(article: Article, evidence: Evidence): OwnSentence[] {
  // That somebody has not said a thing is the outlet's own report.
  const attributed = evidence.attributions
    .filter(({ negated }) => !negated)
    .flatMap(({ content, cue, source }) => [...content, ...cue, ...source])
  const quoted = evidence.parts.flatMap(({ quotations }) => quotations.map(({ outer }) => outer))
  return evidence.parts.flatMap(({ sentences }, paragraph) =>
    sentences
      .filter(({ span }) => ![...attributed, ...quoted].some((other) => spansOverlap(span, other)))
      .flatMap(({ span }) => ownSentence(article, { span, paragraph })),
  )
}

/** A bracket without its other half is a sentence cut in the wrong place. */
function isBalanced(text: string): boolean {
  return (text.match(/[([]/g)?.length ?? 0) === (text.match(/[)\]]/g)?.length ?? 0)
}

function ownSentence(
  { id, text: whole }: Article,
  { span, paragraph }: { span: Span; paragraph: number },
): OwnSentence[] {
  const text = whole.slice(span.start, span.end)
  const wordCount = text.split(/\s+/).length
  if (
    wordCount < fewestWords ||
    wordCount > mostWords ||
    !/[.!]["”’)]?$/.test(text) ||
    !/^(?:\p{Lu}[\p{L}’'.-]|A |\p{N})/u.test(text) ||
    !isBalanced(text)
  )
    return []
  if (dangling.test(text) || hearsay.test(text) || addressed.test(text) || notProse.test(text)) return []
  if (hasHedge(text) || loadedWords(text).length > 0) return []
  return [{ text, citation: { article: id, span }, paragraph, content: new Set(contentWords(text)), wordCount }]
}
