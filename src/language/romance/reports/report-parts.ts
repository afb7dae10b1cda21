import type { PlacedReport, Range, Report } from '../../report.ts'
import type { RomanceSentence } from '../syntax/sentence.ts'
import { cueRange, type RomanceCue } from './cues.ts'

/** A verb of saying in its sentence, and the reports before it. */
export interface AtRomanceCue {
  readonly sentence: RomanceSentence
  readonly at: number
  readonly cue: RomanceCue
  readonly earlier: readonly Report[]
}

/** Makes a report whose content is trimmed; undefined without any. */
export function reportOf(
  { sentence, cue }: Pick<AtRomanceCue, 'sentence' | 'cue'>,
  source: Range | undefined,
  content: readonly (Range | undefined)[],
): PlacedReport | undefined {
  const kept = content.flatMap((range) => (range && sentence.trimmed(range)) ?? [])
  if (kept.length === 0) return undefined
  const { act } = cue.verb
  const isNobody =
    source !== undefined && [source.from, source.from - 1].some((at) => sentence.isIn(at, sentence.words.nobody))
  return {
    act,
    source: source ?? null,
    cue: cueRange(cue),
    content: kept,
    venue: null,
    negated: cue.negated || isNobody,
  }
}
