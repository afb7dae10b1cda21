import { type Span, spansOverlap } from '../domain/article.ts'
import type { Clauses, Grammar } from '../language/grammar.ts'
import type { Match } from '../language/report.ts'
import type { Paragraph, SentenceParts } from '../text/paragraphs.ts'
import { words } from '../text/tokens.ts'

/** A quotation of fewer words without a cue is a title, a motto or a scare quote. */
const fewestUnclaimedWords = 4
/** Tokens of a subject between a quotation and its verb. */
const longestSubject = 15

/**
 * Gives the quotations that no cue claims to whoever goes on speaking: the next quoted sentence belongs
 * to the one before it, also over a paragraph's end where speech is reopened there.
 */
export function joinQuotedSpeech(
  paragraphs: readonly Paragraph[],
  found: readonly (readonly Match[])[],
  { clauses }: Grammar,
): Match[] {
  const joined: Match[] = []
  paragraphs.forEach((paragraph, index) => {
    const previous = paragraphs[index - 1]
    const inherited =
      announced(previous, paragraph, clauses) ?? (carriesOn(previous, paragraph) ? joined.at(-1) : undefined)
    joined.push(...joinParagraph(paragraph, { found: found[index] ?? [], inherited }, clauses))
  })
  return joined
}

/** What a paragraph reports, and who spoke last before it. */
interface Spoken {
  readonly found: readonly Match[]
  readonly inherited: Match | undefined
}

function joinParagraph(paragraph: Paragraph, { found, inherited }: Spoken, clauses: Clauses): Match[] {
  const result: Match[] = []
  for (const sentence of paragraph.sentences) {
    const own = found.filter(({ content, cue }) =>
      [...content, ...(cue ? [cue] : [])].some((span) => spansOverlap(span, sentence.span)),
    )
    result.push(...own)
    for (const quotation of unclaimed(sentence, own, result.length > 0)) {
      const half = secondHalf(sentence, { quotation, own }, clauses)
      if (half) {
        result[result.indexOf(half)] = { ...half, content: [...half.content, quotation] }
        continue
      }
      const reported = reportedBehind(sentence, quotation, clauses)
      if (reported) {
        result.push(reported)
        continue
      }
      const alone = isNearlyAll(sentence, quotation, clauses)
      const speaking = result.at(-1)
      const before = speaking ?? inherited
      if (alone && speaking && hasQuotation(speaking, paragraph)) {
        result[result.length - 1] = { ...speaking, content: [...speaking.content, quotation] }
      } else if (alone && before) {
        result.push(continuation(before, quotation))
      } else {
        const told = toldBefore(sentence, quotation, clauses)
        if (told) result.push(told)
      }
    }
  }
  return result
}

function continuation(speaking: Match, quotation: Span): Match {
  return {
    act: speaking.act === 'asks' ? 'asks' : 'says',
    source: speaking.source,
    cue: null,
    content: [quotation],
    venue: null,
    negated: false,
  }
}

/** Quotations that no cue claims; a short one only where it goes on with what was said: “We lost.” */
function unclaimed({ tokens }: SentenceParts, found: readonly Match[], goesOn: boolean): Span[] {
  const alone = goesOn && tokens.every(({ kind }) => kind !== 'word')
  return tokens
    .filter(({ kind, text }) => kind === 'quotation' && (alone || words(text).length >= fewestUnclaimedWords))
    .filter((token) => !found.some(({ content }) => content.some((span) => spansOverlap(span, token))))
    .map(({ start, end }) => ({ start, end }))
}

/** ““When the tide turns,” Pell said, pointing at it, “we lose a beach””: the quotation that goes on behind its speaker. */
function secondHalf(
  { tokens }: SentenceParts,
  { quotation, own }: { readonly quotation: Span; readonly own: readonly Match[] },
  clauses: Clauses,
): Match | undefined {
  const before = own.findLast(
    ({ cue, content }) => cue !== null && cue.end <= quotation.start && content.some(({ end }) => end <= cue.start),
  )
  const cue = before?.cue
  if (!before || !cue) return undefined
  const between = tokens.filter(({ start, end }) => start >= cue.end && end <= quotation.start)
  const isQuoted = tokens.some(
    (token) => token.kind === 'quotation' && before.content.some((span) => spansOverlap(span, token)),
  )
  return isQuoted && between.every((_, at) => !clauses.isFinite(between, at)) ? before : undefined
}

/** Nothing but the quotation, or it opens the sentence and makes up most of it: “Now, “it is too late””. */
function isNearlyAll({ tokens }: SentenceParts, quotation: Span, { connectives }: Clauses): boolean {
  const outside = tokens.filter((token) => token.kind === 'word' && !spansOverlap(token, quotation))
  if (outside.length === 0) return true
  const before = outside.filter(({ end }) => end <= quotation.start)
  const quoted = tokens.find((token) => spansOverlap(token, quotation))
  return before.every(({ lower }) => connectives.has(lower)) && words(quoted?.text ?? '').length > outside.length
}

function hasQuotation({ content }: Match, { quotations }: Paragraph): boolean {
  return quotations.some(({ outer }) => content.some((span) => spansOverlap(span, outer)))
}

/** “It is late,” riffed Ruiz: behind a comma within the marks, any verb reports what was said. */
function reportedBehind({ tokens }: SentenceParts, quotation: Span, clauses: Clauses): Match | undefined {
  const at = tokens.findIndex(({ start }) => start === quotation.start)
  const opens = tokens.slice(0, at).every(({ kind, lower }) => kind !== 'word' || clauses.connectives.has(lower))
  if (!opens || !/,\P{L}{1,3}$/u.test(tokens[at]?.text ?? '')) return undefined
  const verb = tokens.findIndex((_, index) => index > at && clauses.isFinite(tokens, index))
  if (verb < 0 || verb > at + longestSubject) return undefined
  const source = verb === at + 1 ? clauses.phraseAfter(tokens, verb + 1) : clauses.subjectBefore(tokens, verb, at + 1)
  const [first, last, cue] = [tokens[source?.from ?? -1], tokens[(source?.to ?? 0) - 1], tokens[verb]]
  if (!first || !last || !cue || (verb > at + 1 && source?.from !== at + 1)) return undefined
  return {
    act: 'says',
    source: { start: first.start, end: last.end },
    cue: { start: cue.start, end: cue.end },
    content: [quotation],
    venue: null,
    negated: false,
  }
}

/** “He was blunt: “…”: a colon before a quotation is as good as a verb. */
function toldBefore({ tokens }: SentenceParts, quotation: Span, clauses: Clauses): Match | undefined {
  const at = tokens.findIndex(({ start }) => start === quotation.start)
  if (at < 2 || tokens[at - 1]?.text !== ':') return undefined
  const subject = clauses.subjectOfClause(tokens, at)
  const first = subject && tokens[subject.from]
  const last = subject && tokens[subject.to - 1]
  if (!first || !last) return undefined
  return {
    act: 'says',
    source: { start: first.start, end: last.end },
    cue: null,
    content: [quotation],
    venue: null,
    negated: false,
  }
}

/** "The minister put it so:" at a paragraph's end gives the quotation that opens the next one its speaker. */
function announced(
  previous: Paragraph | undefined,
  { span, quotations }: Paragraph,
  clauses: Clauses,
): Match | undefined {
  const tokens = previous?.sentences.at(-1)?.tokens
  if (!tokens || tokens.at(-1)?.text !== ':' || quotations[0]?.outer.start !== span.start) return undefined
  const subject = clauses.subjectOfClause(tokens, tokens.length - 1)
  const first = subject && tokens[subject.from]
  const last = subject && tokens[subject.to - 1]
  return (
    first &&
    last && {
      act: 'says',
      source: { start: first.start, end: last.end },
      cue: null,
      content: [],
      venue: null,
      negated: false,
    }
  )
}

/** Speech left open at a paragraph's end, or a paragraph of nothing but a quotation behind one that ended with one. */
function carriesOn(previous: Paragraph | undefined, paragraph: Paragraph): boolean {
  const last = previous?.quotations.at(-1)
  const first = paragraph.quotations[0]
  if (!previous || !last || !first || first.outer.start > paragraph.span.start) return false
  return !last.closed || last.outer.end >= previous.span.end - 1 || paragraph.sentences.length === 1
}
