import type { ReadSentence } from '../../grammar.ts'
import type { PlacedReport, Range, Report } from '../../report.ts'
import { firstNamed, firstOf } from '../../rule.ts'
import type { GermanSentence } from '../syntax/sentence.ts'
import { accordingTo } from './according-to.ts'
import { asides } from './asides.ts'
import { cueAt, type GermanCue } from './cues.ts'
import { doubts } from './doubts.ts'
import { places } from './places.ts'
import { silenceAt } from './silences.ts'
import { nominalReports, openReports } from './without-verb.ts'

/** Finds each report of speech in a sentence. */
export function findReports(read: ReadSentence): Report[] {
  const sentence = read as GermanSentence
  const reports: Report[] = []
  const claimed = new Set<number>()
  for (let at = 0; at < sentence.end; at++) {
    if (sentence.isQuotation(at) || claimed.has(at)) continue
    const noted = sentence.notes.length
    const found = reportAt(sentence, at, reports)
    if (!found) continue
    const { report, cue } = found
    for (const part of cue?.parts ?? []) claimed.add(part)
    for (let part = report.cue.from; part < report.cue.to; part++) claimed.add(part)
    const isDoubted = ({ find }: (typeof doubts)[number]) => find({ sentence, at, report, verb: cue?.verb })
    const reasons = doubts.filter(isDoubted).map(({ name }) => name)
    reports.push({ ...report, rules: sentence.notes.slice(noted).map(({ rule }) => rule), doubts: reasons })
  }
  return reports.length > 0 ? reports : openReportIn(sentence)
}

interface FoundReport {
  readonly report: PlacedReport
  readonly cue?: GermanCue
}

/** The report that begins at a position, with its verb of saying if it has one. */
function reportAt(sentence: GermanSentence, at: number, earlier: readonly Report[]): FoundReport | undefined {
  const aside = silenceAt(sentence, at) ?? firstOf(accordingTo, { sentence, at }) ?? firstOf(asides, { sentence, at })
  if (aside) return { report: aside }
  const cue = cueAt(sentence, at)
  // “Weber habe gesagt, …” is told by somebody else, and goes on with their words.
  const said = cue && !sentence.isReporting(cue.at) ? firstOf(places, { sentence, at, cue, earlier }) : undefined
  if (said && cue) return { report: said, cue }
  const report = nounAt(sentence, at, earlier)
  return report && { report }
}

/** A noun whose clause no verb has claimed. */
function nounAt(sentence: GermanSentence, at: number, earlier: readonly Report[]): PlacedReport | undefined {
  const found = firstOf(nominalReports, { sentence, at })
  const [content] = found?.content ?? []
  const isSame = (range: Range) => content !== undefined && range.from < content.to && content.from < range.to
  return earlier.some((report) => report.content.some(isSame)) ? undefined : found
}

function openReportIn(sentence: GermanSentence): Report[] {
  const found = firstNamed(openReports, { sentence })
  return found ? [{ ...found.found, rules: [found.rule], doubts: [found.rule] }] : []
}
