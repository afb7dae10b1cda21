import type { Range } from '../../report.ts'
import {
  adverbs,
  attributive,
  conjunctions,
  determiners,
  prepositions,
  pronouns,
  times,
  venueNoun,
} from '../words/function-words.ts'
import type { GermanWords } from './clause-words.ts'

/** In tokens; a longer one has run into something else. */
const longestPhrase = 22
const longestAside = 9

/** Returns the noun phrase that begins at a position, with what belongs to it: “die Leiterin des Amts (CDU)”. */
export function nounPhrase(sentence: GermanWords, from: number): Range | undefined {
  if (isBarePronoun(sentence, from)) return { from, to: from + 1 }
  let to = from
  let at = from
  while (at < sentence.end && at - from < longestPhrase) {
    const step = stepOver(sentence, at, from)
    if (step === undefined) break
    at = step
    if (sentence.isNoun(at - 1) || sentence.isMark(at - 1, ')')) to = at
  }
  return to > from ? { from, to } : undefined
}

export function isBarePronoun(sentence: GermanWords, at: number): boolean {
  if (!sentence.isIn(at, pronouns)) return false
  return !(sentence.isIn(at, determiners) && (sentence.isNoun(at + 1) || isAdjective(sentence, at + 1)))
}

/** The position after the next word of a phrase; undefined where the phrase ends. */
function stepOver(sentence: GermanWords, at: number, from: number): number | undefined {
  if (sentence.isPunctuation(at)) return stepOverMark(sentence, at)
  // “(GKS) dem Aufruf”: behind brackets another phrase begins.
  if (sentence.isMark(at - 1, ')') && sentence.isIn(at, determiners)) return undefined
  if (sentence.isNoun(at)) return at + 1
  if (sentence.isFinite(at) && !sentence.isIn(at, determiners)) return undefined
  if (at > from && (opensAdjunct(sentence, at) || opensAddressee(sentence, at))) return undefined
  if (sentence.isIn(at, determiners) || sentence.isIn(at, attributive)) return at + 1
  return isAdjective(sentence, at) && (at === from || mayFollow(sentence, at)) ? at + 1 : undefined
}

/** Brackets, and marks within names: “(CDU)”, “Meyer-Landrut”. */
function stepOverMark(sentence: GermanWords, at: number): number | undefined {
  if (sentence.isMark(at, '(')) {
    const close = sentence.find((end) => sentence.isMark(end, ')'), at, at + longestAside)
    return close < 0 ? undefined : close + 1
  }
  return sentence.isMark(at, "-/’'&.") && sentence.isNoun(at + 1) ? at + 1 : undefined
}

/** Right behind a noun only a genitive or an age is left: “Vertreter mehrerer Parteien”, “eine 22 Jahre alte Frau”. */
function mayFollow(sentence: GermanWords, at: number): boolean {
  if (!sentence.isNoun(at - 1)) return true
  const isAge = /^alte[rsnm]?$/.test(sentence.word(at)) && /^(?:jahre|jahr|monate)$/.test(sentence.word(at - 1))
  return isAge || sentence.word(at).endsWith('er')
}

/** “sagte der Ratsherr unserer Zeitung”: whom it was told is no part of who said it. */
function opensAddressee(sentence: GermanWords, at: number): boolean {
  if (!sentence.isNoun(at - 1)) return false
  if (/^(?:unserer|dieser)$/.test(sentence.word(at))) return /(?:zeitung|redaktion)$/.test(sentence.word(at + 1))
  return (
    sentence.word(at) === 'der' &&
    (sentence.isQuotation(at + 1) ||
      /(?:presse-agentur|nachrichtenagentur|zeitung|dpa|afp)$/.test(sentence.word(at + 1)))
  )
}

/** “am Montag”, “in einem Interview”: when or where it was said is no part of who said it. */
function opensAdjunct(sentence: GermanWords, at: number): boolean {
  if (!sentence.isIn(at, prepositions)) return false
  if (/^(?:gegenüber|nach|vor|während|laut|seit|bis|angesichts|wegen|trotz|ohne|durch)$/.test(sentence.word(at)))
    return true
  return sentence.some((next) => sentence.isIn(next, times) || venueNoun.test(sentence.word(next)), at + 1, at + 4)
}

/** Returns true for an inflected word in small letters with a noun soon after it: “der neue, grüne Minister”. */
export function isAdjective(sentence: GermanWords, at: number): boolean {
  const word = sentence.word(at)
  if (!sentence.isWord(at) || sentence.isCapital(at) || adverbs.has(word) || conjunctions.has(word)) return false
  if (!/(?:e|en|er|es|em)$/.test(word) || sentence.isIn(at, prepositions) || determiners.has(word)) return false
  return sentence.some((next) => sentence.isNoun(next), at + 1, at + 4)
}
