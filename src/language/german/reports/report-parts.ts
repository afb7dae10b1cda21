import type { PlacedReport, Range, Report } from '../../report.ts'
import type { GermanSentence } from '../syntax/sentence.ts'
import { cueRange, type GermanCue } from './cues.ts'

/** A verb of saying in its sentence, and the reports before it. */
export interface AtGermanCue {
  readonly sentence: GermanSentence
  readonly at: number
  readonly cue: GermanCue
  readonly earlier: readonly Report[]
}

/** Makes a report whose content is trimmed; undefined without any. */
export function reportOf(
  { sentence, cue }: Pick<AtGermanCue, 'sentence' | 'cue'>,
  source: Range | undefined,
  content: readonly (Range | undefined)[],
): PlacedReport | undefined {
  const kept = content.flatMap((range) => (range && sentence.trimmed(range)) ?? [])
  if (kept.length === 0) return undefined
  return {
    act: cue.verb.act,
    source: source ?? null,
    cue: cueRange(cue),
    content: kept,
    venue: null,
    negated: cue.negated,
  }
}
