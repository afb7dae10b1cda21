import type { PlacedReport, Range } from '../../report.ts'
import { isAdverb, opensAdjunct } from '../syntax/noun-phrases.ts'
import type { RomanceSentence } from '../syntax/sentence.ts'
import { asideBefore, subjectAfter } from '../syntax/subjects.ts'
import { endAt } from './content-ends.ts'
import { cueAt, invertedSubject, type RomanceCue } from './cues.ts'
import { type AtRomanceCue, reportOf } from './report-parts.ts'
import { takesPerson } from './sources.ts'

const fewestWords = 2
const fewestFrontWords = 5
/** How far behind its verb the words go on, in tokens. */
const farthestRest = 16

/** “…, disse ela, …”: what precedes the verb's comma or quotation, and what goes on after it. */
export function inserted(given: AtRomanceCue): PlacedReport | undefined {
  const { sentence, cue } = given
  const front = cue.isPassive || cue.isGerund ? undefined : frontOf(given)
  const source = invertedSubject(cue) ?? subjectAfter(sentence, cue.to)
  const to = source ? Math.max(source.to, cue.to) : cue.to
  if (!front || !(isWords(sentence, front, cue) || goesOnBehind(sentence, front, to))) return undefined
  const isQuoted = sentence.some((at) => sentence.isSpokenQuotation(at), front.from, front.to)
  if (!isQuoted && !mayBeInserted(sentence, cue, source)) return undefined
  const mark = sentence.find((at) => sentence.isClauseMark(at) || sentence.isQuotation(at), to, sentence.end)
  return reportOf(given, source, [front, mark < 0 ? undefined : restBehind(given, mark, front)])
}

/** Returns true if a verb may stand between words that are not quoted: for what it may mean if they are no words. */
function mayBeInserted(sentence: RomanceSentence, cue: RomanceCue, source: Range | undefined): boolean {
  // “Ana Ruiz, há anos na casa, elogia o plano”: what follows such a verb is its object.
  if (takesPerson.has(cue.verb.act) && !invertedSubject(cue)) return false
  // “O documento, acrescentou, está no sítio”, “Não sei, disse.”: the subject of the verb is left out.
  const endsHere = sentence.isClauseMark(cue.to) || cue.to >= sentence.end
  const to = source ? Math.max(source.to, cue.to) : cue.to
  return (source !== undefined || endsHere) && !sentence.isIn(to, sentence.words.complementizers)
}

/** What stands between the last report and the mark before a verb. */
function frontOf({ sentence, cue, earlier }: AtRomanceCue): Range | undefined {
  const before = sentence.isIn(cue.at - 1, sentence.words.beforeVerbs) ? cue.at - 1 : cue.at
  const isBehind =
    sentence.isMark(before - 1, ',') || sentence.isDash(before - 1) || sentence.isSpokenQuotation(before - 1)
  if (!isBehind) return undefined
  const floor = Math.max(0, ...earlier.map((report) => Math.max(report.cue.to, ...report.content.map(({ to }) => to))))
  const stop = sentence.findLast((at) => sentence.isMark(at, ';'), floor, before)
  return sentence.trimmed({ from: Math.max(floor, stop + 1), to: before })
}

/** “Agora, dizem os médicos, já não há dúvidas”, “O maior problema, acrescenta, é o dinheiro”: the verb comes later. */
function goesOnBehind(sentence: RomanceSentence, front: Range, to: number): boolean {
  // “O ministro, Rui Alba, anunciou a obra, que custa muito”: the verb's object stands behind it.
  if (asideBefore(sentence, front.to, 0)) return false
  const next = sentence.find((at) => sentence.isMark(at, ','), to, to + farthestRest)
  const isShort = front.to - front.from <= 2 && isAdverb(sentence, front.to - 1)
  return (isShort || next === to) && sentence.some((at) => sentence.isFinite(at), next, sentence.end)
}

/** Returns true for a quotation, or for a clause with a verb of its own. */
function isWords(sentence: RomanceSentence, front: Range, cue: RomanceCue): boolean {
  if (sentence.some((at) => sentence.isSpokenQuotation(at), front.from, front.to)) return true
  if (sentence.isQuotation(front.from) && front.to === front.from + 1) return true
  if (!cue.verb.frames.includes('clause') || sentence.countWords(front) < fewestWords) return false
  // “Quando chove, a ponte fecha, disse …”: behind the subordinate clause comes a main one.
  const comma = sentence.find((at) => sentence.isMark(at, ','), front.from, front.to)
  if (sentence.isIn(front.from, sentence.words.subordinators))
    return comma > 0 && sentence.countWords({ from: comma, to: front.to }) >= fewestWords
  if (hasMainVerb(sentence, front)) return true
  // “O vereador, Rui Alba, negou”: a subject with an aside is nobody's words.
  if (asideBefore(sentence, front.to, 0)) return false
  // A verb in the present looks like a noun: “A mudança não basta, diz a ministra”.
  const opensClause = sentence.isIn(front.from, sentence.words.determiners) || sentence.isCapital(front.from)
  const isAdverbial =
    sentence.isIn(front.from, sentence.words.prepositions) && !sentence.isIn(front.from, sentence.words.determiners)
  return opensClause && !isAdverbial && sentence.countWords(front) >= fewestFrontWords
}

/** Returns true for words with a verb of their own; “Ana Ruiz, que viu a ponte,” has none outside what is told of her. */
function hasMainVerb(sentence: RomanceSentence, { from, to }: Range): boolean {
  const hasAside = asideBefore(sentence, to, 0) !== undefined
  const about = hasAside ? sentence.find((at) => sentence.isIn(at, sentence.words.relatives), from, to) : -1
  return sentence.some((at) => sentence.isFinite(at), from, about < 0 ? to : about)
}

/** “…, de 71 anos, …”, “…, para quem …”: something about the speaker. */
function isAboutSpeaker(sentence: RomanceSentence, from: number): boolean {
  const { relatives, prepositions } = sentence.words
  return sentence.isIn(from, prepositions) && (sentence.isNumber(from + 1) || sentence.isIn(from + 1, relatives))
}

/** “…, a dit Rémi Alba à Ana Ruiz, qui a rétorqué : « Non. »”: another one says what is quoted next. */
function isAnothers(sentence: RomanceSentence, from: number, quotation: number): boolean {
  return sentence.some((at) => cueAt(sentence, at) !== undefined, from, quotation)
}

function restBehind({ sentence, cue }: AtRomanceCue, mark: number, front: Range): Range | undefined {
  // “«Não sei», disse Ana Ruiz, durante a festa. «Fica.»”: beside a quotation only another one is said.
  const isBare = sentence.isQuotation(front.from) && front.to === front.from + 1
  const next = isBare ? sentence.find((at) => sentence.isQuotation(at), mark) : mark
  if (next < 0 || (isBare && isAnothers(sentence, mark, next))) return undefined
  return restFrom(sentence, sentence.isQuotation(next) ? next : next + 1, cue)
}

/** What is said from a position on; undefined if it is about the speaker, or too little. */
function restFrom(sentence: RomanceSentence, from: number, cue: RomanceCue): Range | undefined {
  // “…, é segura, embora Tom Lind insista …”: behind a contrast somebody else may speak.
  const rest = { from, to: sentence.isQuotation(from) ? sentence.end : endAt(sentence, from, cue.at) }
  const { relatives, gerundEnding } = sentence.words
  if (isAboutSpeaker(sentence, rest.from)) return undefined
  const isAside =
    sentence.isIn(rest.from, relatives) ||
    opensAdjunct(sentence, rest.from) ||
    (!sentence.isQuotation(rest.from) && gerundEnding.test(sentence.word(rest.from)))
  if (isAside && !sentence.hasQuotation(rest)) return undefined
  return sentence.countWords(rest) >= fewestWords || sentence.isQuotation(rest.from) ? rest : undefined
}
