import { type Span, spansOverlap } from '../domain/article.ts'
import type { Match } from '../language/report.ts'
import { pointsBackRule } from '../language/surface/rule-names.ts'
import { countBefore } from '../text/ordered.ts'
import { words } from '../text/tokens.ts'
import type { SpokenParagraph, SpokenSentence } from './quoted-speech.ts'

/** The rule for sentences that continue somebody's words without naming them. */
export const carriedOnRule = 'the mood goes on'

/** How many paragraphs back a speaker may have been named whose words go on. */
const farthestSpeaker = 1
/** A quotation within told words has at least this many words; a shorter one is a single borrowed word. */
const fewestQuotedWords = 2
const longestName = 3
/** In characters. */
const longestWord = 40

/**
 * Adds the sentences that continue what the last speaker said without naming them, in languages whose mood shows it:
 * “Der Damm sei sicher.” Each sentence is a match of its own.
 */
export function withToldSpeech(paragraphs: readonly SpokenParagraph[], found: readonly Match[]): Match[] {
  const all = [...found]
  const own = matchesByParagraph(paragraphs, found)
  paragraphs.forEach((spoken, index) => {
    if (spoken.sentences.every(({ read }) => read.carriesOn === 'no')) return
    const near = [...new Set(own.slice(Math.max(0, index - farthestSpeaker), index + 1).flat())]
    const from = paragraphs[Math.max(0, index - farthestSpeaker)]?.paragraph.span.start ?? 0
    let told: Match | undefined
    let isReport = false
    for (const sentence of spoken.sentences) {
      const isOpen = !near.some((match) => touches(match, sentence.span))
      const { carriesOn } = sentence.read
      if (isOpen && carriesOn === 'rumour') all.push(rumourOf(sentence, lastSource(near, sentence, from)))
      const goesOn = isOpen && (carriesOn === 'sure' || ((told ?? isReport) && carriesOn === 'possibly'))
      isReport = !isOpen
      const speaking = goesOn ? (told ?? speakerOf(spoken, sentence, { found: near, from })) : undefined
      if (!speaking?.source) {
        told = undefined
        continue
      }
      told = toldBy(speaking, contentOf(sentence))
      all.push(told)
    }
  })
  return all.toSorted((one, other) => startOf(one) - startOf(other))
}

/** The matches with a part in each paragraph, in order. */
function matchesByParagraph(paragraphs: readonly SpokenParagraph[], found: readonly Match[]): Match[][] {
  const spans = paragraphs.map(({ paragraph }) => paragraph.span)
  const lists = spans.map((): Match[] => [])
  for (const match of found) {
    const places = new Set(spansOf(match).map(({ start }) => countBefore(spans, start + 1) - 1))
    for (const place of places) lists[place]?.push(match)
  }
  return lists
}

/** Gives a report of what the sentence before says its content: “Der Damm ist sicher. Das teilte Weber mit.” */
export function withSentencesBefore(paragraphs: readonly SpokenParagraph[], found: readonly Match[]): Match[] {
  return found.flatMap((match) => {
    const [pointer] = match.content
    if (!pointer || !match.rules.includes(pointsBackRule)) return [match]
    const { sentences } = paragraphs.find(({ paragraph }) => spansOverlap(paragraph.span, pointer)) ?? { sentences: [] }
    const at = sentences.findIndex(({ span }) => span.start === pointer.start)
    if (at < 0 || match.cue === null || pointer.end + 1 < match.cue.start) return [match]
    const before = sentences[at - 1]
    return before ? [{ ...match, content: [contentOf(before)] }] : []
  })
}

/**
 * Adds the quotations within told words as reports of their own: “Der Plan sei „reiner Unsinn“, sagte Weber”. A single
 * word, or a name behind its noun, is left out.
 */
export function withQuotationsWithin(
  text: string,
  paragraphs: readonly SpokenParagraph[],
  found: readonly Match[],
): Match[] {
  const quotations = paragraphs
    .flatMap(({ paragraph }) => paragraph.quotations.map(({ outer }) => outer))
    .filter((outer) => words(text.slice(outer.start, outer.end)).length >= fewestQuotedWords)
    .filter(({ start, end }) => !isName(text.slice(start, end), text.slice(Math.max(0, start - longestWord), start)))
  return found.flatMap((match) => {
    const within = match.content.flatMap((span) =>
      quotations
        .slice(countBefore(quotations, span.start), countBefore(quotations, span.end))
        .filter((outer) => isPartOf(outer, span)),
    )
    return [match, ...within.map((outer) => ({ ...match, content: [outer], rules: ['quotation within told words'] }))]
  })
}

/** Returns true for a short name or title in marks: behind a capital, or with capitals only. */
function isName(quotation: string, before: string): boolean {
  const printed = words(quotation).map((word) => word.text)
  if (printed.length > longestName || /[.,!?…]\P{L}?$/u.test(quotation)) return false
  return /\p{Lu}[\p{L}-]*\s$/u.test(before) || printed.every((word) => /^\p{Lu}/u.test(word))
}

function isPartOf(outer: Span, { start, end }: Span): boolean {
  return start <= outer.start && outer.end <= end && end - start > outer.end - outer.start + 2
}

function touches({ content, cue }: Match, span: Span): boolean {
  return [...content, ...(cue ? [cue] : [])].some((own) => spansOverlap(own, span))
}

/** The one whose words go on, and what they do by saying it. */
type Speaking = Pick<Match, 'source' | 'act' | 'doubts'>

const farDoubt = 'doubt: the last speaker may not go on'

interface SoFar {
  /** The matches of this paragraph and the ones before it that may hold the last speaker. */
  readonly found: readonly Match[]
  /** Where to stop looking for the last speaker. */
  readonly from: number
}

/**
 * The one whose words a sentence continues: the last speaker, or in a paragraph that reports nothing so far the subject
 * of the sentence before: “Weber malte ein düsteres Bild. Der Damm sei …”.
 */
function speakerOf(spoken: SpokenParagraph, sentence: SpokenSentence, so: SoFar): Speaking | undefined {
  const previous = spoken.sentences[spoken.sentences.indexOf(sentence) - 1]
  const isReport = previous !== undefined && so.found.some((match) => touches(match, previous.span))
  const opening = { start: spoken.paragraph.span.start, end: sentence.span.start }
  const isFirst = previous?.read.denies !== undefined || !so.found.some((match) => touches(match, opening))
  const told = previous && isFirst && !isReport ? actorOf(previous) : undefined
  if (told) return told
  const source = lastSource(so.found, sentence, so.from)
  return source ? { source, act: 'says', doubts: isReport ? [] : [farDoubt] } : undefined
}

/** The subject of a sentence that reports nothing. In “Weber widersprach. Der Damm sei …” what follows is the denial. */
function actorOf({ read }: SpokenSentence): Speaking | undefined {
  const actor = read.actorOf({ from: 0, to: read.length })
  const [first, last] = [read.tokens[actor?.from ?? -1], read.tokens[(actor?.to ?? 0) - 1]]
  if (!first || !last) return undefined
  return { source: { start: first.start, end: last.end }, act: read.denies ?? 'says', doubts: [] }
}

function lastSource(found: readonly Match[], { span }: SpokenSentence, from: number): Span | null {
  const before = found.findLast(
    (match) => startOf(match) < span.start && startOf(match) >= from && match.source !== null,
  )
  return before?.source ?? null
}

function rumourOf(sentence: SpokenSentence, source: Span | null): Match {
  const said = { act: 'says', source, cue: null, content: [contentOf(sentence)], venue: null, negated: false } as const
  return { ...said, rules: ['a rumour'], doubts: ['a rumour'] }
}

function toldBy({ source, act, doubts }: Speaking, content: Span): Match {
  return {
    act,
    source,
    cue: null,
    content: [content],
    venue: null,
    negated: false,
    rules: [carriedOnRule],
    doubts,
  }
}

/** A sentence without the mark that ends it. */
function contentOf({ span, read }: SpokenSentence): Span {
  const last = read.tokens.findLast(({ kind }) => kind !== 'mark')
  return { start: span.start, end: last?.end ?? span.end }
}

function startOf(match: Match): number {
  return Math.min(...spansOf(match).map(({ start }) => start))
}

function spansOf({ source, cue, content }: Match): Span[] {
  return [source, cue, ...content].flatMap((span) => (span ? [span] : []))
}
