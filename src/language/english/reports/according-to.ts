import type { PlacedReport, Range } from '../../report.ts'
import { type At, firstOf, type Rule } from '../../rule.ts'
import { nothingLeft, skipAdjuncts } from '../syntax/adjuncts.ts'
import type { EnglishSentence } from '../syntax/sentence.ts'
import { contentEnd } from './content-ends.ts'

interface According extends At<EnglishSentence> {
  readonly source: Range
  /** The position after the source, and after any place and time. */
  readonly next: number
  readonly venue: Range | null
}

export function isAccordingTo(sentence: EnglishSentence, at: number): boolean {
  return sentence.word(at) === 'according' && sentence.word(at + 1) === 'to'
}

/** "According to S, C" and "C, according to S". */
export function accordingTo({ sentence, at }: At<EnglishSentence>): PlacedReport | undefined {
  const source = isAccordingTo(sentence, at) ? sentence.phraseAfter(at + 2) : undefined
  if (!source) return undefined
  const { next, venue } = skipAdjuncts(sentence, behindRelative(sentence, source.to))
  return firstOf(accordingReports, { sentence, at, source, next, venue })
}

function reportOf({ at, source, venue }: According, content: readonly Range[]): PlacedReport {
  return { act: 'says', source, cue: { from: at, to: at + 2 }, content, venue, negated: false }
}

export const accordingReports: readonly Rule<According, PlacedReport>[] = [
  {
    name: '“according to” in front',
    example: 'According to Ruiz, the dam had failed.',
    counterExample: 'The dam had failed, according to Ruiz.',
    find: (given) => {
      const { sentence, next } = given
      if (!leads(given)) return undefined
      const from = sentence.isMark(next, ',') ? next + 1 : next
      const to = contentEnd(sentence, from)
      return to > from && reportOf(given, [{ from, to }])
    },
  },
  {
    name: '“according to” behind',
    example: 'The dam had failed, according to Ruiz.',
    counterExample: 'According to Ruiz, the dam had failed.',
    find: (given) => {
      const { sentence, at, next } = given
      if (leads(given)) return undefined
      const to = sentence.isMark(at - 1, ',') ? at - 1 : at
      const front = { from: sentence.findLast((index) => sentence.isMark(index, ';:'), 0, to) + 1, to }
      // “…, according to a neighbour, but his wife said”: the outlet or another speaker continues.
      const goesOn = !/^(?:but|and|though|although|which|who|while|whereas)$/.test(sentence.word(next + 1))
      const hasBack = sentence.isMark(next, ',') && goesOn && !nothingLeft(sentence, next + 1)
      return reportOf(given, hasBack ? [front, { from: next + 1, to: contentEnd(sentence, next + 1) }] : [front])
    },
  },
]

function leads({ sentence, at }: At<EnglishSentence>): boolean {
  return at === 0 || sentence.isMark(at - 1, ';—–(') || (at === 1 && /^(?:and|but|yet)$/.test(sentence.word(0)))
}

/** Returns the position after a clause such as “…, who asked not to be named because the talks are private, …”. */
function behindRelative(sentence: EnglishSentence, at: number): number {
  // “According to Lind, a surveyor at Tarn Hall who has looked since 2009, the dam …”: the clause may have no comma of its own.
  const opener = sentence.isMark(at, ',') ? at + 1 : at
  if (!/^(?:who|whose|whom|which|speaking|citing)$/.test(sentence.word(opener))) return at
  const comma = sentence.find((index) => sentence.isMark(index, ','), opener + 1)
  return comma > 0 ? comma : at
}
