import type { PlacedReport, Range } from '../../report.ts'
import type { GermanSentence } from '../syntax/sentence.ts'
import { opensPhrase, subjectAfter } from '../syntax/subjects.ts'
import { complementizers, prepositions, relatives, subordinators } from '../words/function-words.ts'
import type { GermanCue } from './cues.ts'
import { type AtGermanCue, reportOf } from './report-parts.ts'
import { placeOf } from './speakers-of-cues.ts'

const fewestFrontWords = 2

/** “…, sagte sie, …”: what precedes the verb's comma or quotation, and what goes on after it. */
export function inserted(given: AtGermanCue): PlacedReport | undefined {
  const { sentence, cue } = given
  if (!isBehindWords(sentence, cue.at) || cue.isPassive) return undefined
  const front = frontOf(given)
  if (!front || !isWords(sentence, front, cue) || isSubjectWithAside(sentence, front)) return undefined
  const source = cue.isImpersonal ? placeOf(sentence, cue.at + 2, sentence.end) : subjectAfter(sentence, cue.at)
  if (!source && !cue.isImpersonal) return undefined
  const behind = Math.max(source?.to ?? 0, ...cue.parts.map((part) => part + 1))
  const rest = restBehind(sentence, behind)
  if (rest === 'complement' || !(isSentence(sentence, front) || (rest && hasVerb(sentence, rest)))) return undefined
  return reportOf(given, source, [front, rest])
}

/** The words before the verb that no earlier report has claimed. */
function frontOf({ sentence, cue, earlier }: AtGermanCue): Range | undefined {
  const ends = earlier.flatMap((report) => [report.cue.to, ...report.content.map(({ to }) => to)])
  const from = frontStart(sentence, cue.at, Math.max(0, ...ends))
  return sentence.trimmed({ from, to: isSo(sentence, cue.at - 1) ? cue.at - 1 : cue.at })
}

/** “…, so betonte sie, …”. */
function isSo(sentence: GermanSentence, at: number): boolean {
  return sentence.word(at) === 'so' && sentence.isMark(at - 1, ',')
}

function isBehindWords(sentence: GermanSentence, at: number): boolean {
  if (isSo(sentence, at - 1)) return true
  if (sentence.isMark(at - 1, ',') || sentence.isDash(at - 1)) return true
  return sentence.isSpokenQuotation(at - 1) && !sentence.some((before) => sentence.isWord(before), 0, at - 1)
}

/** “rief sie in den Saal, in dem Applaus aufkam”: a relative clause or an adjunct belongs to the verb. */
function isAside(sentence: GermanSentence, at: number): boolean {
  return sentence.isIn(at, prepositions) || (sentence.isIn(at, relatives) && !opensPhrase(sentence, at))
}

/** The words that go on behind the speaker; “complement” if the verb has its words there: “…, sagte sie, dass …”. */
function restBehind(sentence: GermanSentence, behind: number): Range | 'complement' | undefined {
  const mark = sentence.find((at) => sentence.isClauseMark(at) || sentence.isQuotation(at), behind, sentence.end)
  if (mark < 0) return undefined
  if (sentence.isIn(mark + 1, complementizers) || sentence.isIn(mark, complementizers)) return 'complement'
  const rest = { from: sentence.isQuotation(mark) ? mark : mark + 1, to: sentence.end }
  if (!sentence.hasQuotation(rest) && isAside(sentence, rest.from)) return undefined
  return sentence.countWords(rest) >= fewestFrontWords || sentence.isQuotation(rest.from) ? rest : undefined
}

/** “Ein Händler, der ungenannt bleiben will, sagte”, “Der Leiter, Jan Grau, warf”: a subject and an aside about it. */
function isSubjectWithAside(sentence: GermanSentence, { from, to }: Range): boolean {
  const comma = sentence.find((at) => sentence.isMark(at, ','), from, to)
  if (comma < 0 || sentence.phraseAfter(from)?.to !== comma) return false
  if (sentence.isIn(comma + 1, relatives) && !opensPhrase(sentence, comma + 1)) return true
  const isApposition = !sentence.some((at) => sentence.isFinite(at) || sentence.isQuotation(at), comma + 1, to)
  return isApposition && sentence.isMark(to, ',') && sentence.phraseAfter(comma + 1)?.to === to
}

/** Returns true for a quotation or a stretch with a verb of its own. */
function isSentence(sentence: GermanSentence, range: Range): boolean {
  return sentence.hasQuotation(range) || hasVerb(sentence, range)
}

function hasVerb(sentence: GermanSentence, { from, to }: Range): boolean {
  return sentence.some((at) => sentence.isFinite(at), from, to)
}

function frontStart(sentence: GermanSentence, before: number, floor: number): number {
  const stop = sentence.findLast((at) => sentence.isMark(at, ';'), floor, before)
  let from = Math.max(floor, stop + 1)
  while (from < before && sentence.isPunctuation(from)) from++
  return from
}

/** Returns true if a stretch may be what was said, rather than a clause that tells when or why it was. */
function isWords(sentence: GermanSentence, front: Range, cue: GermanCue): boolean {
  if (sentence.some((at) => sentence.isSpokenQuotation(at), front.from, front.to)) return true
  if (sentence.isQuotation(front.from) && front.to === front.from + 1) return true
  if (!cue.verb.frames.includes('clause') || sentence.countWords(front) < fewestFrontWords) return false
  const isSubordinate = sentence.isIn(front.from, subordinators) || sentence.isIn(front.from, complementizers)
  const isAdverbial = /^(?:trotz|nach|bei|mit|seit)$/.test(sentence.word(front.from))
  const hasMain = sentence.some((at) => sentence.isMark(at, ','), front.from, front.to)
  return (
    !(isSubordinate || isAdverbial) || hasMain || sentence.some((at) => sentence.isReporting(at), front.from, front.to)
  )
}
