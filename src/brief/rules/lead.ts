import { type Span, sliceSpan, spansOverlap } from '../../domain/article.ts'
import type { Paragraph } from '../../text/paragraphs.ts'
import { words } from '../../text/tokens.ts'
import type { Evidence } from '../evidence.ts'

/** Finds where an article gives its news, and which part the outlet states in its own voice. */

/**
 * Ranks paragraphs by how far down in the news they are, from 0. An article may open with bullet points or headings;
 * its first full paragraph is still 0, and the points are 1.
 */
export function newsOrder({ text, parts }: Evidence): (paragraph: number) => number {
  const isPoint = ({ span, sentences }: Paragraph) =>
    sentences.length > 0 &&
    span.start < (sentences[0]?.span.start ?? 0) &&
    /^[^\p{L}\p{N}\s]\s/u.test(sliceSpan(text, span))
  const isHeading = ({ span }: Paragraph) => !/[.!?][”"’')\]]*$/.test(sliceSpan(text, span))
  const first = parts.findIndex((part) => !isPoint(part) && !isHeading(part))
  return (paragraph) => (first <= 0 ? paragraph : paragraph < first ? 1 : paragraph - first)
}

/** The outlet's own words before any speech in a sentence: “The toll rose to 73, as survivors accused the operator”. */
export function narratedHalf(sentence: Span, { text, parts, attributions, grammar }: Evidence): Span | undefined {
  const { opensClaims, opensSecondHalf } = grammar.patterns.ownVoice
  const claims = opensClaims.exec(sliceSpan(text, sentence))
  const spans = [
    ...attributions.flatMap(({ source, cue, content }) => [...source, ...cue, ...content]),
    ...parts.flatMap(({ quotations }) => quotations.map(({ outer }) => outer)),
  ].filter((span) => spansOverlap(span, sentence))
  const first = Math.min(...spans.map(({ start }) => start))
  if (claims && sentence.start + claims.index < first)
    return { start: sentence.start, end: sentence.start + claims.index }
  if (spans.length === 0 || first <= sentence.start) return undefined
  const before = text.slice(sentence.start, first)
  const joint = opensSecondHalf.exec(before)
  const half = { start: sentence.start, end: sentence.start + (joint?.index ?? 0) }
  const read = grammar.clauses.readSentence(words(sliceSpan(text, half), grammar.text))
  return joint && read.some((at) => read.isFinite(at), 1) ? half : undefined
}
