import type { Span } from '../domain/article.ts'
import type { Attribution, QuoteForm } from '../domain/claim.ts'
import { type Paragraph, readParagraphs } from '../text/paragraphs.ts'
import { words } from '../text/tokens.ts'
import { type Found, foundIn } from './found.ts'
import { joinQuotedSpeech } from './quoted-speech.ts'
import { findReports } from './reports.ts'
import { resolveSpeakers } from './speakers.ts'

/**
 * Finds who said what in a text: every attribution with its source, cue and content, and the speaker
 * resolved through the text. Spans are UTF-16 offsets into the text. Never throws.
 *
 * The triple of source, cue and content is that of the Penn Attribution Relations Corpus (Pareti 2012)
 * and PolNeAR (Newell et al. 2018).
 */
export function attribute(text: string): Attribution[] {
  return attributeParagraphs(text, readParagraphs(text))
}

/** The same for a text whose paragraphs have been read already. */
export function attributeParagraphs(text: string, paragraphs: readonly Paragraph[]): Attribution[] {
  const found = joinQuotedSpeech(paragraphs, paragraphs.map(foundInParagraph))
  const speakers = resolveSpeakers(text, paragraphs, found)
  return found.map((each, index) => {
    const quotes = quotesWithin(each, paragraphs)
    return {
      source: each.source ? [each.source] : [],
      cue: each.cue ? [each.cue] : [],
      content: each.content,
      quotes,
      venue: each.venue,
      speaker: speakers[index] ?? null,
      act: each.act,
      negated: each.negated,
      form: formOf(text, each.content, quotes),
    }
  })
}

function foundInParagraph(paragraph: Paragraph): Found[] {
  return paragraph.sentences.flatMap((sentence) =>
    findReports(sentence.tokens).map((report) => foundIn(sentence.tokens, report)),
  )
}

function quotesWithin({ content }: Found, paragraphs: readonly Paragraph[]): Span[] {
  return paragraphs
    .flatMap(({ quotations }) => quotations)
    .map(({ inner }) => inner)
    .filter((inner) => content.some((span) => inner.start < span.end && span.start < inner.end))
}

/** At least nine words in ten inside quotation marks is direct, none is indirect. */
function formOf(text: string, content: readonly Span[], quotes: readonly Span[]): QuoteForm {
  const all = content.reduce((sum, { start, end }) => sum + words(text.slice(start, end)).length, 0)
  const quoted = quotes.reduce((sum, { start, end }) => sum + words(text.slice(start, end)).length, 0)
  if (quoted === 0) return 'indirect'
  return quoted >= 0.9 * all ? 'direct' : 'mixed'
}
