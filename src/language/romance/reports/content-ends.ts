import type { Act } from '../../../domain/claim.ts'
import { isAdverb } from '../syntax/noun-phrases.ts'
import type { RomanceSentence } from '../syntax/sentence.ts'
import { cueAt, type RomanceCue } from './cues.ts'

/** The end of reported words: a semicolon, a colon, a contrast, or the sentence's end. */
export function endAt(sentence: RomanceSentence, from: number, cue: number): number {
  const closing = closingComma(sentence, cue, from)
  const isContrast = (at: number) =>
    sentence.isMark(at, ',') &&
    sentence.isIn(at + 1, sentence.words.contrasts) &&
    !sentence.isIn(at + 2, sentence.words.relatives) &&
    opensMain(sentence, at + 2)
  const stop = sentence.find(
    (at) => sentence.isMark(at, ';:') || isContrast(at) || saysOn(sentence, at) || actsOn(sentence, at),
    from + 1,
    sentence.end,
  )
  return Math.min(stop < 0 ? sentence.end : stop, closing)
}

/** “Dois guardas, que pedem para não ser nomeados, contam …”: the comma that closes the clause in which a verb stands. */
function closingComma(sentence: RomanceSentence, cue: number, from: number): number {
  const { relatives, subordinators } = sentence.words
  const opening = sentence.findLast((at) => sentence.isMark(at, ','), 0, cue) + 1
  const close = sentence.find((at) => sentence.isMark(at, ','), from, sentence.end)
  // “Ana Ruiz, a quem Tom Lind disse que …, saiu”
  const isRelative = sentence.some((at) => sentence.isIn(at, relatives), opening, Math.min(opening + 2, cue))
  const isAside = opening > 0 && isRelative && cue - opening <= longestOpening
  // “Embora Ana Ruiz diga que fica, a câmara …”
  const isSubordinate = opening === 0 && sentence.isIn(0, subordinators)
  const goesOn = sentence.some((at) => sentence.isFinite(at), close + 1, close + 1 + longestOpening)
  return (isAside || isSubordinate) && close >= 0 && goesOn ? close : sentence.end
}

/** In tokens. */
const longestOpening = 4

/** “… e acrescentou que”, “…, acrescentando que”, “… y le ha pedido”: the same speaker says something else. */
function saysOn(sentence: RomanceSentence, at: number): boolean {
  const { verbs, conjunctions, beforeVerbs } = sentence.words
  if (sentence.isMark(at, ',')) return verbs.gerunds.has(sentence.base(at + 1))
  if (!sentence.isIn(at, conjunctions)) return false
  const verb = sentence.find((each) => !isAdverb(sentence, each) && !sentence.isIn(each, beforeVerbs), at + 1)
  const cue = cueAt(sentence, verb) ?? participleAt(sentence, verb)
  if (!cue) return false
  const behind = isAdverb(sentence, cue.to) ? cue.to + 1 : cue.to
  // “… e disse-se vítima”.
  const isReflexive = sentence.word(verb) !== sentence.base(verb)
  return (
    isReflexive ||
    actsOfObjects.has(cue.verb.act) ||
    cue.verb.frames.includes('naming') ||
    opensReport(sentence, behind)
  )
}

/** “… são «parte da vida» e aceitou receber”: behind a quotation, whoever spoke may be the one who acts. */
function actsOn(sentence: RomanceSentence, at: number): boolean {
  const { conjunctions, beforeVerbs } = sentence.words
  if (!sentence.isQuotation(at - 1) || !sentence.isIn(at, conjunctions)) return false
  return sentence.isFinite(sentence.find((each) => !sentence.isIn(each, beforeVerbs), at + 1))
}

/** “a dit non et soutenu que”: the auxiliary of the first verb serves the second, too. */
function participleAt(sentence: RomanceSentence, at: number): Pick<RomanceCue, 'verb' | 'to'> | undefined {
  const { verbs, complementizers } = sentence.words
  const verb = sentence.isIn(at + 1, complementizers) ? verbs.participles.get(sentence.word(at))?.[0] : undefined
  return verb && { verb, to: at + 1 }
}

/** Returns true where reported words begin: “que”, a quotation, an infinitive. */
function opensReport(sentence: RomanceSentence, at: number): boolean {
  const { complementizers, infinitive, beforeInfinitives } = sentence.words
  const isInfinitive = (each: number) => infinitive.test(sentence.word(each))
  return (
    sentence.isIn(at, complementizers) ||
    sentence.isQuotation(at) ||
    isInfinitive(at) ||
    (beforeInfinitives.has(sentence.word(at)) && isInfinitive(at + 1))
  )
}

/** Acts whose verbs often have an object in place of a clause: “… e anunciou a chegada dos cães”. */
const actsOfObjects: ReadonlySet<Act> = new Set([
  'accuses',
  'announces',
  'demands',
  'denies',
  'rejects',
  'criticizes',
  'promises',
])

/** “mas não adiantou”, “mas ontem os serviços disseram”: a clause with a verb of its own follows. */
export function opensMain(sentence: RomanceSentence, from: number): boolean {
  const mark = sentence.find((at) => sentence.isClauseMark(at), from, sentence.end)
  const opensQue = sentence.isIn(from, sentence.words.complementizers)
  return !opensQue && sentence.some((at) => sentence.isFinite(at), from, mark < 0 ? sentence.end : mark)
}
