import type { Act } from '../../domain/claim.ts'
import { isAdverb } from './noun-phrases.ts'
import type { RomanceSentence } from './sentence.ts'

/** The end of reported words: a semicolon, a colon, a contrast, or the sentence's end. */
export function endAt(sentence: RomanceSentence, from: number): number {
  const isContrast = (at: number) =>
    sentence.isMark(at, ',') &&
    sentence.isIn(at + 1, sentence.words.contrasts) &&
    !sentence.isIn(at + 2, sentence.words.relatives) &&
    opensMain(sentence, at + 2)
  const stop = sentence.find(
    (at) => sentence.isMark(at, ';:') || isContrast(at) || saysOn(sentence, at),
    from + 1,
    sentence.end,
  )
  return stop < 0 ? sentence.end : stop
}

/** “… e acrescentou que”, “…, acrescentando que”: the same speaker says something else. */
function saysOn(sentence: RomanceSentence, at: number): boolean {
  const { verbs, conjunctions, complementizers, infinitive } = sentence.words
  if (sentence.isMark(at, ',')) return verbs.gerunds.has(sentence.base(at + 1))
  if (!sentence.isIn(at, conjunctions)) return false
  const verb = isAdverb(sentence, at + 1) ? at + 2 : at + 1
  const behind = isAdverb(sentence, verb + 1) ? verb + 2 : verb + 1
  const reports =
    sentence.isIn(behind, complementizers) || sentence.isQuotation(behind) || infinitive.test(sentence.word(behind))
  const accuses = verbs.finite.get(sentence.base(verb))?.some(({ act }) => actsOfObjects.has(act))
  // “… e disse-se vítima”.
  const isReflexive = sentence.word(verb) !== sentence.base(verb)
  return (
    sentence.isFinite(verb) && verbs.finite.has(sentence.base(verb)) && [reports, accuses, isReflexive].includes(true)
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
