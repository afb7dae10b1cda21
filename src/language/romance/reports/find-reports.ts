import type { ReadSentence } from '../../grammar.ts'
import type { PlacedReport, Report } from '../../report.ts'
import { firstOf, namesOf, type Rule } from '../../rule.ts'
import type { RomanceSentence } from '../syntax/sentence.ts'
import { accordingTo } from './according-to.ts'
import { cueAt, type RomanceCue } from './cues.ts'
import { places } from './places.ts'

/** A report, with its verb if it has one. */
interface FoundReport {
  readonly report: PlacedReport
  readonly cue: RomanceCue | undefined
}

/** A report with its sentence, and whether it stands within what somebody else says. */
interface DoubtedReport extends FoundReport {
  readonly sentence: RomanceSentence
  readonly isInside: boolean
}

/** A reason why a report may have been misread. */
export type ReportDoubt = Rule<DoubtedReport, true>

/** What one language adds to the reports of all Romance languages. */
export interface OwnReports {
  /** Returns the silence that the clause at a position tells. */
  silenceAt(sentence: RomanceSentence, at: number): PlacedReport | undefined
  readonly doubts: readonly ReportDoubt[]
}

/** Returns a function that finds each report of speech in a sentence. */
export function reportFinder({ silenceAt, doubts }: OwnReports): (read: ReadSentence) => Report[] {
  return (read) => {
    const sentence = read as RomanceSentence
    const reports: Report[] = []
    for (let at = 0; at < sentence.end; at++) {
      if (sentence.isQuotation(at) || reports.some(({ cue }) => cue.from <= at && at < cue.to)) continue
      const noted = sentence.notes.length
      const silence = silenceAt(sentence, at)
      const found = silence ? { report: silence, cue: undefined } : reportAt(sentence, at, reports)
      if (!found) continue
      const rules = sentence.notes.slice(noted).map(({ rule }) => rule)
      const isInside = reports.some(({ content }) => content.some(({ from, to }) => from <= at && at < to))
      reports.push({ ...found.report, rules, doubts: silence ? [] : namesOf(doubts, { sentence, isInside, ...found }) })
    }
    return reports
  }
}

function reportAt(sentence: RomanceSentence, at: number, earlier: readonly Report[]): FoundReport | undefined {
  const named = firstOf(accordingTo, { sentence, at })
  if (named) return { report: named, cue: undefined }
  const cue = cueAt(sentence, at)
  const report = cue && firstOf(places, { sentence, at, cue, earlier })
  return report && { report, cue }
}
