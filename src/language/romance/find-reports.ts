import type { ReadSentence } from '../grammar.ts'
import type { PlacedReport, Report } from '../report.ts'
import { firstOf } from '../rule.ts'
import { accordingTo } from './according-to.ts'
import { cueAt } from './cues.ts'
import { places } from './places.ts'
import type { RomanceSentence } from './sentence.ts'

/** Finds each report of speech in a sentence. */
export function findReports(read: ReadSentence): Report[] {
  const sentence = read as RomanceSentence
  const reports: Report[] = []
  for (let at = 0; at < sentence.end; at++) {
    if (sentence.isQuotation(at) || reports.some(({ cue }) => cue.from <= at && at < cue.to)) continue
    const noted = sentence.notes.length
    const found = firstOf(accordingTo, { sentence, at }) ?? saidAt(sentence, at, reports)
    if (!found) continue
    reports.push({ ...found, rules: sentence.notes.slice(noted).map(({ rule }) => rule), doubts: [] })
  }
  return reports
}

function saidAt(sentence: RomanceSentence, at: number, earlier: readonly Report[]): PlacedReport | undefined {
  const cue = cueAt(sentence, at)
  return cue && firstOf(places, { sentence, at, cue, earlier })
}
