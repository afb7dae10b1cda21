import { coverSpans, type Span, sliceSpan, spansOverlap } from '../domain/article.ts'
import { type Attribution, speakerLabel } from '../domain/claim.ts'
import type { GoldAttribution, GoldText } from './gold.ts'
import type { MatchedWords } from './matching.ts'

/** The kinds of mistake, named for what to look at. */
export type MistakeKind =
  | 'cue not recognised'
  | 'no cue stands there'
  | 'inside other words'
  | 'content too long'
  | 'content too short'
  | 'content elsewhere'
  | 'source wrong'
  | 'source not found'
  | 'speaker resolved wrongly'
  | 'nobody is speaking'
  | 'found twice'

export interface Mistake {
  readonly kind: MistakeKind
  readonly text: string
  /** The marked words, and the words found for them. */
  readonly gold: string
  readonly found: string
}

export interface JudgedAttribution {
  readonly gold: GoldAttribution
  readonly found: Attribution | undefined
  /** The found attribution with the same cue or else the most words in common, matched or not. */
  readonly likest: Attribution | undefined
}

/** Judges whether the sources and speakers found in one text are right. */
export interface Judges {
  readonly list: MatchedWords
  sourceIsRight(gold: GoldAttribution, found: Attribution): boolean
  speakerIsRight(gold: GoldAttribution, found: Attribution): boolean
}

export function mistakeIn(text: GoldText, { gold, found, likest }: JudgedAttribution, judges: Judges): Mistake[] {
  const mistake = (kind: MistakeKind, other: Attribution | undefined): Mistake[] => [
    { kind, text: text.id, gold: describe(text, gold), found: other ? inWords(text, other) : '' },
  ]
  if (!found) return mistake(missKind(text, { gold, found, likest }, judges.list), likest)
  if (!judges.sourceIsRight(gold, found))
    return mistake(found.source.length === 0 ? 'source not found' : 'source wrong', found)
  if (gold.speaker !== null && !judges.speakerIsRight(gold, found)) return mistake('speaker resolved wrongly', found)
  return []
}

/** The mistake of finding something unmarked; none if it only overlaps a miss, which is reported already. */
export function spuriousMistake(
  text: GoldText,
  found: Attribution,
  isMatched: (gold: GoldAttribution) => boolean,
): Mistake[] {
  const touched = text.attributions.filter(({ content }) =>
    content.some((span) => found.content.some((other) => spansOverlap(span, other))),
  )
  if (touched.length > 0 && !touched.some(isMatched)) return []
  const kind = touched.length > 0 ? 'found twice' : 'nobody is speaking'
  return [{ kind, text: text.id, gold: '', found: inWords(text, found) }]
}

function missKind(text: GoldText, { gold, likest }: JudgedAttribution, { within }: MatchedWords): MistakeKind {
  if (gold.cue.length === 0) return 'no cue stands there'
  const sameCue = likest?.cue.some((span) => gold.cue.some((other) => spansOverlap(span, other))) ?? false
  if (!likest || !sameCue) return isInsideAnother(text, gold) ? 'inside other words' : 'cue not recognised'
  const [wanted, given] = [within(gold.content), within(likest.content)]
  if (wanted.intersection(given).size === 0) return 'content elsewhere'
  return given.size > wanted.size ? 'content too long' : 'content too short'
}

function isInsideAnother({ attributions }: GoldText, gold: GoldAttribution): boolean {
  const span = coverSpans([...gold.cue, ...gold.content])
  return attributions.some(
    (other) => other !== gold && other.content.some((outer) => outer.start <= span.start && span.end <= outer.end),
  )
}

function describe({ text }: GoldText, { source, cue, content }: GoldAttribution): string {
  return [source, cue, content].map((spans) => wordsOf(text, spans)).join(' / ')
}

function inWords({ text }: GoldText, { source, cue, content, speaker }: Attribution): string {
  const name = speaker ? ` = ${speakerLabel(speaker)}` : ''
  return `${wordsOf(text, source)}${name} / ${wordsOf(text, cue)} / ${wordsOf(text, content)}`
}

function wordsOf(text: string, spans: readonly Span[]): string {
  return spans.map((span) => sliceSpan(text, span).replace(/\s+/g, ' ')).join(' … ')
}
