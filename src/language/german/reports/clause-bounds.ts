import type { PlacedReport, Range } from '../../report.ts'
import type { GermanSentence } from '../syntax/sentence.ts'
import { complementizers, relatives, subordinators } from '../words/function-words.ts'

/** A position where a source is looked for that no verb names. */
export interface GermanPlace {
  readonly sentence: GermanSentence
  readonly at: number
}

interface Told {
  readonly cue: Range
  readonly content: readonly (Range | undefined)[]
}

/** Makes a report without a verb of saying; undefined with fewer than two words. */
export function made(
  sentence: GermanSentence,
  source: Range | undefined,
  { cue, content }: Told,
): PlacedReport | undefined {
  const kept = content.flatMap((range) => (range && sentence.trimmed(range)) ?? [])
  const words = kept.reduce((sum, range) => sum + sentence.countWords(range), 0)
  if (words < 2) return undefined
  return { act: 'says', source: source ?? null, cue, content: kept, venue: null, negated: false }
}

/** What stands around a phrase that names the source: its clause, on both sides. */
export function around(sentence: GermanSentence, whole: Range): Range[] {
  const from = clauseOpening(sentence, whole.from)
  const closing = sentence.find((at) => sentence.isMark(at, ',') && sentence.isFinite(at + 1), whole.to, sentence.end)
  const isRelative = from > 0 && sentence.isIn(from, relatives) && closing > 0
  const to = isRelative ? closing : clauseClosing(sentence, whole.to, from)
  return [
    { from, to: whole.from },
    { from: whole.to, to },
  ]
}

function clauseOpening(sentence: GermanSentence, before: number): number {
  const stop = sentence.findLast((at) => sentence.isMark(at, ';:'), 0, before)
  const comma = sentence.findLast(
    (at) => sentence.isMark(at, ',') && opensClause(sentence, at + 1) && before - at >= 2,
    Math.max(0, stop),
    before,
  )
  const main = sentence.findLast((at) => sentence.isMark(at, ','), Math.max(0, stop), before)
  const opensMain =
    main > 0 &&
    !sentence.isFinite(main + 1) &&
    sentence.some((at) => sentence.isFinite(at), stop + 1, main) &&
    sentence.some((at) => sentence.isFinite(at), main + 1, before)
  return Math.max(stop + 1, comma > stop + 2 ? comma + 1 : 0, opensMain ? main + 1 : 0)
}

function opensClause(sentence: GermanSentence, at: number): boolean {
  return (
    sentence.isIn(at, relatives) ||
    sentence.isIn(at, subordinators) ||
    sentence.isIn(at, complementizers) ||
    /^(?:aber|doch|sondern|und|denn)$/.test(sentence.word(at))
  )
}

function clauseClosing(sentence: GermanSentence, after: number, from: number): number {
  const end = sentence.find(
    (at) =>
      sentence.isMark(at, ';') ||
      (sentence.isMark(at, ',') &&
        at - from > 6 &&
        /^(?:und|aber|doch|während|wobei|sondern)$/.test(sentence.word(at + 1))),
    after,
    sentence.end - 2,
  )
  return end < 0 ? sentence.end : end
}
