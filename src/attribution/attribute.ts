import type { Span } from '../domain/article.ts'
import type { Attribution, QuoteForm } from '../domain/claim.ts'
import type { Grammar } from '../language/grammar.ts'
import type { Match } from '../language/report.ts'
import { countBefore } from '../text/ordered.ts'
import { type Paragraph, readParagraphs } from '../text/paragraphs.ts'
import { words } from '../text/tokens.ts'
import { withDenials } from './denials.ts'
import { matchOf } from './matches.ts'
import { joinQuotedSpeech, type SpokenParagraph, type SpokenSentence } from './quoted-speech.ts'
import { resolveSpeakers } from './resolve-speakers.ts'
import { withQuotationsWithin, withSentencesBefore, withToldSpeech } from './told-speech.ts'

/** How many neighbours on either side of an attribution are searched for one whose content contains it. */
const neighbours = 8

/**
 * Finds who said what in a text: every attribution with its source, cue and content, and the speaker resolved through
 * the text. Spans are UTF-16 offsets into the text. Never throws.
 *
 * The triple of source, cue and content follows the Penn Attribution Relations Corpus (Pareti 2012) and PolNeAR (Newell
 * et al. 2018).
 */
export function attribute(text: string, grammar: Grammar): Attribution[] {
  return attributeParagraphs(text, readParagraphs(text, grammar.text), grammar)
}

/** Like `attribute`, for a text whose paragraphs have already been read. */
export function attributeParagraphs(text: string, paragraphs: readonly Paragraph[], grammar: Grammar): Attribution[] {
  return readAttributions(text, paragraphs, grammar).attributions
}

/** The attributions found in a text, and its sentences with the rules that applied in each. */
export interface ReadAttributions {
  readonly attributions: Attribution[]
  readonly sentences: readonly SpokenSentence[]
}

/** Like `attributeParagraphs`, but also returns the sentences as they were read, to explain the result. */
export function readAttributions(text: string, paragraphs: readonly Paragraph[], grammar: Grammar): ReadAttributions {
  const [first, ...rest] = paragraphs
  const headline = grammar.speech.headlineReport(first, rest)
  const spoken = paragraphs.map((paragraph) => {
    const read = readSpeech(paragraph, grammar)
    return headline && paragraph === first ? { ...read, found: [headline] } : read
  })
  const told = withToldSpeech(spoken, withSentencesBefore(spoken, joinQuotedSpeech(spoken, grammar)))
  const found = grammar.speech.quotationsWithin ? withQuotationsWithin(text, spoken, told) : told
  const speakers = resolveSpeakers(text, { paragraphs, found }, grammar)
  const quotations = paragraphs.flatMap((paragraph) => paragraph.quotations.map(({ inner }) => inner))
  const attributions = found.map((each, index): Attribution => {
    const quotes = quotesWithin(each, quotations)
    const resolved = speakers[index]
    return {
      source: each.source ? [each.source] : [],
      cue: each.cue ? [each.cue] : [],
      content: each.content,
      quotes,
      venue: each.venue,
      speaker: resolved?.speaker ?? null,
      rules: [...each.rules, ...(resolved?.rule === undefined ? [] : [resolved.rule])],
      doubts: resolved?.doubts ?? each.doubts,
      act: each.act,
      negated: each.negated,
      form: formOf(text, each.content, quotes),
      within: holderOf(found, index),
    }
  })
  const read = withDenials(attributions, { text, paragraphs }, grammar)
  return { attributions: read, sentences: spoken.flatMap(({ sentences }) => sentences) }
}

/** Finds the reports in a paragraph, and keeps its sentences as read, so that later steps need not read them again. */
function readSpeech(paragraph: Paragraph, { clauses, speech }: Grammar): SpokenParagraph {
  const sentences = paragraph.sentences.map(({ span, tokens }) => ({ span, read: clauses.readSentence(tokens) }))
  const found = sentences.flatMap(({ read }) => speech.findReports(read).map((report) => matchOf(read.tokens, report)))
  return { paragraph, sentences, found }
}

/** The quotations that overlap the content, in order. */
function quotesWithin({ content }: Match, quotations: readonly Span[]): Span[] {
  const [first, last] = [content[0], content.at(-1)]
  if (!first || !last) return []
  const from = Math.max(0, countBefore(quotations, Math.min(first.start, last.start)) - 1)
  const to = countBefore(quotations, Math.max(first.end, last.end))
  return quotations
    .slice(from, to)
    .filter((inner) => content.some((span) => inner.start < span.end && span.start < inner.end))
}

/** The index of the innermost attribution whose content contains this one; null if there is none. */
function holderOf(found: readonly Match[], index: number): number | null {
  const place = found[index]?.cue ?? found[index]?.source
  if (!place) return null
  let holder: { at: number; length: number } | null = null
  for (let at = Math.max(0, index - neighbours); at < Math.min(found.length, index + neighbours + 1); at++) {
    const around = found[at]?.content.find(({ start, end }) => start <= place.start && place.end <= end)
    const length = around && around.end - around.start
    if (at !== index && length !== undefined && (!holder || length < holder.length)) holder = { at, length }
  }
  return holder?.at ?? null
}

/** Direct if at least nine words in ten are inside quotation marks, indirect if none are, otherwise mixed. */
function formOf(text: string, content: readonly Span[], quotes: readonly Span[]): QuoteForm {
  const all = content.reduce((sum, { start, end }) => sum + words(text.slice(start, end)).length, 0)
  const quoted = quotes.reduce((sum, { start, end }) => sum + words(text.slice(start, end)).length, 0)
  if (quoted === 0) return 'indirect'
  return quoted >= 0.9 * all ? 'direct' : 'mixed'
}
