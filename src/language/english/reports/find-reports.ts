import type { PlacedReport, Range, Report } from '../../report.ts'
import { firstOf, type Rule } from '../../rule.ts'
import type { EnglishSentence } from '../syntax/sentence.ts'
import { accordingTo } from './according-to.ts'
import { nominalReport } from './cues/nominal-cues.ts'
import { doubts } from './doubts.ts'
import type { AtWord } from './report-parts.ts'
import { silencesAt } from './silences.ts'
import { verbReport } from './verb-reports.ts'
import { viewReport } from './view-reports.ts'

/** The kinds of report, in the order in which they are tried at each word. */
export const reportKinds: readonly Rule<AtWord, readonly PlacedReport[]>[] = [
  {
    name: 'silence',
    example: 'Ruiz declined to comment.',
    counterExample: 'A worker who declined to comment left.',
    find: silencesAt,
  },
  {
    name: 'according to',
    example: 'The dam had failed, according to Ruiz.',
    counterExample: 'Ruiz said that the dam accorded with the plan.',
    find: (given) => listOf(accordingTo(given)),
  },
  {
    name: 'noun of saying with its owner',
    example: 'Engineers doubted Ruiz’s claim that the dam was safe.',
    counterExample: 'Engineers doubted the claim that the dam was safe.',
    find: (given) => listOf(nominalReport(given)),
  },
  {
    name: 'somebody’s view',
    example: 'Ruiz went further: there was no such clause.',
    counterExample: 'Ruiz went further up the hill.',
    find: (given) => listOf(viewReport(given)),
  },
  {
    name: 'verb of saying',
    example: 'Ruiz said that the dam was safe.',
    counterExample: 'Ruiz thought that the dam was safe.',
    find: (given) => listOf(verbReport(given)),
  },
]

function listOf(found: PlacedReport | undefined): readonly PlacedReport[] | undefined {
  return found && [found]
}

/** Finds each report of speech that a verb, a noun or "according to" makes in a sentence. */
export function findReports(sentence: EnglishSentence): Report[] {
  const reports: Report[] = []
  for (let at = 0; at < sentence.length; at++) {
    const noted = sentence.notes.length
    const placed = firstOf(reportKinds, { sentence, at, earlier: reports })
    if (!placed) continue
    const found = placed.map((each) => withoutClause(sentence, each)).filter((each) => isSound(sentence, each))
    const rules = sentence.notes.slice(noted).map(({ rule }) => rule)
    const earlier = [...reports]
    for (const report of found) {
      const reasons = doubts.filter(({ find }) => find({ sentence, at, report, earlier })).map(({ name }) => name)
      for (const reason of reasons) sentence.note(reason, at)
      reports.push({ ...report, rules, doubts: reasons })
    }
    // A silence is one verb group, and none of its words reports anything else.
    if (rules.includes('silence')) at = Math.max(at, ...placed.map(({ cue }) => cue.to - 1))
  }
  return reports
}

/** “One of them, a baker who gave no name, said”: the source ends before the relative clause in its apposition. */
function withoutClause(sentence: EnglishSentence, report: PlacedReport): PlacedReport {
  const { source } = report
  if (!source) return report
  const comma = sentence.find((at) => sentence.isMark(at, ','), source.from + 1, source.to)
  const who = sentence.find((at) => /^(?:who|whose)$/.test(sentence.word(at)), comma + 1, source.to)
  // A relative clause between commas (“…, who spoke on condition of anonymity,”) stays with its speaker.
  if (comma < 0 || who < 0 || sentence.isMark(who - 1, ',')) return report
  return { ...report, source: { from: source.from, to: who } }
}

/** Returns true if source and content have words; broken text may leave either empty. */
function isSound(sentence: EnglishSentence, { source, content }: PlacedReport): boolean {
  const hasWord = ({ from, to }: Range) => sentence.some((at) => !sentence.isPunctuation(at), from, to)
  return (
    content.length > 0 &&
    content.every(hasWord) &&
    (source === null || (hasWord(source) && !holdsClause(sentence, source)))
  )
}

/** “Police are looking for a man”: a sentence cannot be a source; a relative clause within a mention is fine. */
function holdsClause(sentence: EnglishSentence, { from, to }: Range): boolean {
  const opens = /^(?:who|whose|whom|which|that|where|when|as|while|after|before|because|,)$/
  const clause = sentence.find((at) => opens.test(sentence.word(at)), from, to)
  return sentence.some((at) => sentence.isAuxiliary(at), from + 1, clause < 0 ? to : clause)
}
