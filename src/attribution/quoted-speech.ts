import { type Span, spansOverlap } from '../domain/article.ts'
import type { Grammar, ReadSentence } from '../language/grammar.ts'
import type { Match, Range } from '../language/report.ts'
import type { Paragraph } from '../text/paragraphs.ts'
import { words } from '../text/tokens.ts'

/** Without a cue, a quotation of fewer words than this is a title, a motto or a scare quote. */
const fewestUnclaimedWords = 4
/** How many tokens after a quotation are searched for its verb; the subject may come between them. */
const longestSubject = 15

/** A sentence of a paragraph as its grammar has read it. */
export interface SpokenSentence {
  readonly span: Span
  readonly read: ReadSentence
}

/** A paragraph with its sentences, and the reports found in them by their verbs of saying. */
export interface SpokenParagraph {
  readonly paragraph: Paragraph
  readonly sentences: readonly SpokenSentence[]
  readonly found: readonly Match[]
}

/**
 * Attributes quotations without a cue to the current speaker: a quoted sentence continues the one before it, even
 * across a paragraph's end if the next paragraph reopens the speech.
 */
export function joinQuotedSpeech(paragraphs: readonly SpokenParagraph[], { clauses }: Grammar): Match[] {
  const joined: Match[] = []
  paragraphs.forEach((spoken, index) => {
    const previous = paragraphs[index - 1]
    const inherited =
      announced(previous, spoken) ?? (carriesOn(previous?.paragraph, spoken.paragraph) ? joined.at(-1) : undefined)
    joined.push(...joinParagraph(spoken, inherited, clauses.connectives))
  })
  return joined
}

function joinParagraph(
  { paragraph, sentences, found }: SpokenParagraph,
  inherited: Match | undefined,
  connectives: ReadonlySet<string>,
): Match[] {
  const result: Match[] = []
  for (const sentence of sentences) {
    const own = found.filter(({ content, cue }) =>
      [...content, ...(cue ? [cue] : [])].some((span) => spansOverlap(span, sentence.span)),
    )
    result.push(...own)
    for (const quotation of unclaimed(sentence, own, result.length > 0)) {
      const speaking = result.at(-1)
      const half = secondHalf(sentence, quotation, own)
      const reported = half ? undefined : reportedBehind(sentence, quotation, connectives)
      const isAlone = isNearlyAll(sentence, quotation, connectives)
      if (half) extend(result, half, quotation)
      else if (reported) result.push(reported)
      else if (isAlone && speaking && hasQuotation(speaking, paragraph)) extend(result, speaking, quotation)
      else if (isAlone && (speaking ?? inherited)) result.push(...continuation(speaking ?? inherited, quotation))
      else result.push(...speechBefore(sentence, quotation))
    }
  }
  return result
}

/** Adds a quotation to the content of a match already found for its speaker. */
function extend(result: Match[], match: Match, quotation: Span): void {
  result[result.indexOf(match)] = { ...match, content: [...match.content, quotation] }
}

function spokenBy(source: Span | null, content: readonly Span[], rule: string): Match {
  return { act: 'says', source, cue: null, content, venue: null, negated: false, rules: [rule], doubts: [] }
}

function continuation(speaking: Match | undefined, quotation: Span): Match[] {
  if (!speaking) return []
  const carried = spokenBy(speaking.source, [quotation], 'quotation that goes on')
  return [{ ...carried, act: speaking.act === 'asks' ? 'asks' : 'says' }]
}

/** Quotations without a cue; a short one only if it is the whole sentence and continues a speech: “We lost.” */
function unclaimed({ read: { tokens } }: SpokenSentence, found: readonly Match[], goesOn: boolean): Span[] {
  const alone = goesOn && tokens.every(({ kind }) => kind !== 'word')
  return tokens
    .filter(({ kind, text }) => kind === 'quotation' && (alone || words(text).length >= fewestUnclaimedWords))
    .filter((token) => !found.some(({ content }) => content.some((span) => spansOverlap(span, token))))
    .map(({ start, end }) => ({ start, end }))
}

/** The match continued by a second quotation: ““When the tide turns,” Pell said, pointing at it, “we lose a beach””. */
function secondHalf({ read }: SpokenSentence, quotation: Span, own: readonly Match[]): Match | undefined {
  const before = own.findLast(
    ({ cue, content }) => cue !== null && cue.end <= quotation.start && content.some(({ end }) => end <= cue.start),
  )
  const cue = before?.cue
  if (!before || !cue) return undefined
  const isQuoted = read.tokens.some(
    (token) => token.kind === 'quotation' && before.content.some((span) => spansOverlap(span, token)),
  )
  const from = read.find((at) => (read.tokens[at]?.start ?? 0) >= cue.end)
  const to = read.find((at) => (read.tokens[at]?.start ?? 0) >= quotation.start)
  return isQuoted && !read.some((at) => read.isFinite(at), from, to) ? before : undefined
}

/** Returns true if a sentence is only or, after a connective, mostly the quotation: “Now, “it is too late””. */
function isNearlyAll({ read: { tokens } }: SpokenSentence, quotation: Span, connectives: ReadonlySet<string>): boolean {
  const outside = tokens.filter((token) => token.kind === 'word' && !spansOverlap(token, quotation))
  if (outside.length === 0) return true
  const before = outside.filter(({ end }) => end <= quotation.start)
  const quoted = tokens.find((token) => spansOverlap(token, quotation))
  return before.every(({ lower }) => connectives.has(lower)) && words(quoted?.text ?? '').length > outside.length
}

function hasQuotation({ content }: Match, { quotations }: Paragraph): boolean {
  return quotations.some(({ outer }) => content.some((span) => spansOverlap(span, outer)))
}

/** “It is late,” riffed Ruiz: after a comma inside the marks, any verb counts as a verb of saying. */
function reportedBehind(
  { read }: SpokenSentence,
  quotation: Span,
  connectives: ReadonlySet<string>,
): Match | undefined {
  const at = positionOf(read, quotation)
  const opens = read.every((index) => !read.isWord(index) || connectives.has(read.word(index)), 0, at)
  if (!opens || !/,\P{L}{1,3}$/u.test(read.printed(at))) return undefined
  const verb = read.find((index) => read.isFinite(index), at + 1, at + longestSubject + 1)
  if (verb < 0) return undefined
  const isInverted = verb === at + 1
  const source = isInverted ? read.phraseAfter(verb + 1) : read.subjectBefore(verb, at + 1)
  const speaker = spanOf(read, source)
  const cue = spanOf(read, { from: verb, to: verb + 1 })
  if (!speaker || !cue || (!isInverted && source?.from !== at + 1)) return undefined
  return { ...spokenBy(speaker, [quotation], 'any verb behind a quotation'), cue }
}

/** “He was blunt: “…”: a colon before a quotation serves as a verb of saying. */
function speechBefore({ read }: SpokenSentence, quotation: Span): Match[] {
  const at = positionOf(read, quotation)
  if (at < 2 || read.printed(at - 1) !== ':') return []
  const source = spanOf(read, read.speakerBefore(at - 1))
  return source ? [spokenBy(source, [quotation], 'colon before a quotation')] : []
}

/** "The minister put it so:" at the end of a paragraph names the speaker of a quotation that opens the next one. */
function announced(previous: SpokenParagraph | undefined, { paragraph }: SpokenParagraph): Match | undefined {
  const read = previous?.sentences.at(-1)?.read
  const { span, quotations } = paragraph
  if (read?.printed(read.length - 1) !== ':' || quotations[0]?.outer.start !== span.start) return undefined
  const source = spanOf(read, read.speakerBefore(read.length - 1))
  return source && spokenBy(source, [], 'colon at a paragraph’s end')
}

/**
 * Returns true if a quotation that opens a paragraph continues the last one of the paragraph before: that one was left
 * open or ended its paragraph, or this paragraph is a single sentence.
 */
function carriesOn(previous: Paragraph | undefined, paragraph: Paragraph): boolean {
  const last = previous?.quotations.at(-1)
  const first = paragraph.quotations[0]
  if (!previous || !last || !first || first.outer.start > paragraph.span.start) return false
  return !last.closed || last.outer.end >= previous.span.end - 1 || paragraph.sentences.length === 1
}

function positionOf(read: ReadSentence, { start }: Span): number {
  return read.tokens.findIndex((token) => token.start === start)
}

function spanOf({ tokens }: ReadSentence, range: Range | undefined): Span | undefined {
  const [first, last] = [tokens[range?.from ?? -1], tokens[(range?.to ?? 0) - 1]]
  return first && last && { start: first.start, end: last.end }
}
