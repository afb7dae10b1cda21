import type { Span } from '../domain/article.ts'
import { findQuotations, type Quotation } from './quotations.ts'
import type { TextRules } from './rules.ts'
import { splitSentences } from './sentences.ts'
import { type Token, tokenize } from './tokens.ts'
import { spokenTurns } from './turns.ts'
import { datelineEnd } from './values/dateline.ts'

/** One paragraph of a text, split into its parts. All offsets refer to the whole text. */
export interface Paragraph {
  readonly span: Span
  readonly quotations: readonly Quotation[]
  readonly sentences: readonly SentenceParts[]
}

export interface SentenceParts {
  readonly span: Span
  readonly tokens: readonly Token[]
}

/** The end of a sentence, which headings lack. */
const endsSentence = /[.!?][”"’')\]]*$/

/** The longest stretch read as one paragraph, in characters: keeps the cost linear for text without line breaks. */
const longestParagraph = 20_000

/** Splits a text into paragraphs, sentences and quotations. Any line break ends a paragraph. */
export function readParagraphs(text: string, rules: TextRules): Paragraph[] {
  const spans = paragraphSpans(text)
  const opening = spans.find(({ start, end }) => endsSentence.test(text.slice(start, end)))
  const spoken = spokenTurns(text, spans)
  return spans.map((span) => {
    const said = spoken.get(span.start)
    const quotations = said ? [{ outer: said, inner: said, closed: true }] : findQuotations(text, span, rules)
    const start = span.start + datelineEnd(text.slice(span.start, span.end), span === opening, rules)
    const own = tokenize(text, { span, quotations }, rules).filter((token) => token.start >= start)
    const sentences = splitSentences(own, rules).map((tokens) => ({
      span: { start: tokens[0]?.start ?? span.start, end: tokens.at(-1)?.end ?? span.end },
      tokens,
    }))
    return { span, quotations, sentences }
  })
}

/** The spans of the paragraphs, without surrounding white space. */
export function paragraphSpans(text: string): Span[] {
  const spans: Span[] = []
  for (const match of text.matchAll(/[^\n\r]+/g)) {
    const start = match.index + (match[0].length - match[0].trimStart().length)
    const end = match.index + match[0].trimEnd().length
    for (let at = start; at < end; at += longestParagraph) {
      spans.push({ start: at, end: Math.min(end, at + longestParagraph) })
    }
  }
  return spans
}
