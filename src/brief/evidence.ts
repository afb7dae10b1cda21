import { attributeParagraphs } from '../attribution/attribute.ts'
import { type Article, type ArticleId, commonLength, lengthOf, type Span, spansOverlap } from '../domain/article.ts'
import { type Attribution, speakerName } from '../domain/claim.ts'
import type { Grammar } from '../language/grammar.ts'
import type { CitedPassage, Reading } from '../language/reading.ts'
import { type Paragraph, readParagraphs } from '../text/paragraphs.ts'
import { plain } from '../text/verbatim.ts'
import { indexWords } from '../text/word-index.ts'

/** An article's text read once, with the grammar of its language. */
export interface Evidence extends Reading {
  readonly grammar: Grammar
}

/** The articles that a draft is verified against, and their readings. */
export interface EvidenceSource {
  readonly articles: readonly Article[]
  readonly evidence: ReadonlyMap<ArticleId, Evidence>
}

/** A stretch of an article that part of a draft cites. */
export type Passage = CitedPassage<Evidence>

/** Reads a text for verification: its words and paragraphs and, in a language with a measured grammar, its attributions. */
export function readEvidence(text: string, grammar: Grammar): Evidence {
  const parts = readParagraphs(text, grammar.text)
  return {
    text,
    language: grammar.language,
    grammar,
    plainLower: plain(text.toLowerCase()),
    index: indexWords(text, grammar.text),
    attributions: grammar.isMeasured ? attributeParagraphs(text, parts, grammar) : [],
    parts,
    spread: spreadOf(text, parts, grammar),
  }
}

function spreadOf(text: string, parts: readonly Paragraph[], { words }: Grammar): Map<string, number> {
  const spread = new Map<string, number>()
  for (const { span } of parts) {
    for (const word of new Set(words.contentWords(text.slice(span.start, span.end))))
      spread.set(word, (spread.get(word) ?? 0) + 1)
  }
  return spread
}

/** The attributions whose content lies mostly in these spans or covers most of them, largest overlap first. */
export function attributionsOf(evidence: Evidence, spans: readonly Span[]): Attribution[] {
  return evidence.attributions
    .map((attribution) => ({ attribution, share: overlapShare(attribution.content, spans) }))
    .filter(({ share }) => share > 0.5)
    .toSorted((one, other) => other.share - one.share)
    .map(({ attribution }) => attribution)
}

/** The names that an attribution gives its speaker: the mention with the cue and, if resolved, the full name. */
export function namesOf({ text }: Evidence, { source, speaker }: Attribution): string[] {
  const mentions = source.map(({ start, end }) => text.slice(start, end))
  return speaker ? [...mentions, speakerName(speaker)] : mentions
}

/** One span over the paragraphs that these spans touch and the `before` paragraphs ahead of them. */
export function paragraphsAround({ parts }: Evidence, spans: readonly Span[], before = 0): Span | undefined {
  const touched = parts
    .map(({ span }, at) => ({ paragraph: span, at }))
    .filter(({ paragraph }) => spans.some((span) => spansOverlap(paragraph, span)))
  const first = touched[0]
  const last = touched.at(-1)
  if (!first || !last) return undefined
  return { start: parts[Math.max(0, first.at - before)]?.span.start ?? first.paragraph.start, end: last.paragraph.end }
}

function overlapShare(content: readonly Span[], spans: readonly Span[]): number {
  return commonLength(content, spans) / Math.max(1, Math.min(lengthOf(content), lengthOf(spans)))
}
