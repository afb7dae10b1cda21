import type { Range } from '../../report.ts'
import type { GermanSentence } from '../syntax/sentence.ts'
import { determiners, prepositions } from '../words/function-words.ts'
import { opinionEnding, opinionNouns, rulingNoun } from '../words/nouns.ts'

/** How far from “nach” its noun may be, in tokens: “nach bisher nicht bestätigten Angaben”. */
const farthestNoun = 7
const longestBefore = 14

/** The phrase that names the source. A compound names it by itself: “nach Polizeiangaben zwei Tote”. */
export function namedSource(sentence: GermanSentence, from: number): Range | undefined {
  const phrase = sentence.phraseAfter(from)
  const noun = phrase ? sentence.find((at) => isOpinion(sentence, at), phrase.from, phrase.to) : -1
  if (!phrase) return undefined
  if (noun < 0) return cutShort(sentence, phrase)
  const goesOn = /^(?:der|des|von|vom|aus|dieser|seiner|ihrer|eines|einer|mehrerer)$/.test(sentence.word(noun + 1))
  const isOwned =
    sentence.isCapital(noun + 1) || sentence.isQuotation(noun + 1) || sentence.word(noun + 1).endsWith('er')
  const isCompound = !opinionNouns.has(sentence.word(noun))
  const isWhole = isCompound ? goesOn : goesOn || (isOwned && /(?:s|er)$/.test(sentence.word(noun + 1)))
  return isWhole ? cutShort(sentence, phrase, noun + 2) : { from, to: noun + 1 }
}

/** “laut Weber der Sprecher”, “laut Polizei 40 Menschen”, “nach Angaben von Interpol in Korat”: the source is the first. */
function cutShort(sentence: GermanSentence, { from, to }: Range, behind = from + 1): Range {
  const isBare = sentence.isNoun(from) && behind === from + 1
  const stop = sentence.find(
    (at) =>
      (sentence.isNumber(at) && sentence.isNoun(at - 1)) ||
      (sentence.isIn(at, prepositions) && !/^(?:von|vom|für|zur|zum)$/.test(sentence.word(at))) ||
      (isBare && /^(?:der|die|das|den|dem|ein|eine|einen)$/.test(sentence.word(at))),
    behind,
    to,
  )
  return stop < 0 ? { from, to } : { from, to: stop }
}

/** Where the source begins after “laut”, “nach” or “aus Sicht”; undefined if these mean something else. */
export function sourceStart(sentence: GermanSentence, at: number): number | undefined {
  const word = sentence.word(at)
  // “Es wurde laut am Abend”, “zu laut im Saal”.
  const isLoud = /^(?:wird|wurde|werden|wurden|ist|war|zu|so|sehr)$/.test(sentence.word(at - 1))
  if (isLoud || sentence.isIn(at + 1, prepositions)) return undefined
  if (word === 'laut' || (word === 'gemäß' && !sentence.isNoun(at - 1)))
    return opensNoun(sentence, at + 1) ? at + 1 : undefined
  if (word === 'aus') return isView(sentence, at) ? at + 1 : undefined
  return word === 'nach' && isInformation(sentence, at) ? at + 1 : undefined
}

function opensNoun(sentence: GermanSentence, at: number): boolean {
  return sentence.isNoun(at) || sentence.isIn(at, determiners) || isSmallBeforeNoun(sentence, at)
}

/** “aus Sicht der Kammer”. */
function isView(sentence: GermanSentence, at: number): boolean {
  return sentence.some((next) => sentence.word(next) === 'sicht', at + 1, at + 4)
}

/** “nach bisherigen Angaben”: nothing but small words stands between “nach” and its noun. */
function isInformation(sentence: GermanSentence, at: number): boolean {
  const noun = sentence.find((next) => isOpinion(sentence, next), at + 1, Math.min(sentence.end, at + farthestNoun))
  const isInWay = (next: number) =>
    sentence.isPunctuation(next) || (sentence.isNoun(next) && !sentence.isIn(next, determiners))
  return noun > 0 && !sentence.some(isInWay, at + 1, noun)
}

function isSmallBeforeNoun(sentence: GermanSentence, at: number): boolean {
  return sentence.isWord(at) && sentence.some((next) => sentence.isNoun(next), at + 1, at + 3)
}

function isOpinion(sentence: GermanSentence, at: number): boolean {
  const word = sentence.word(at)
  return sentence.isCapital(at) && (opinionNouns.has(word) || opinionEnding.test(word) || rulingNoun.test(word))
}

/** “seiner Meinung nach”. */
export function isOpinionBefore(sentence: GermanSentence, at: number): boolean {
  return sentence.word(at) === 'nach' && isOpinion(sentence, at - 1) && sentence.isIn(at - 2, determiners)
}

/** The last noun phrase before a position. */
export function phraseBefore(sentence: GermanSentence, before: number): Range | undefined {
  const stop = sentence.findLast(
    (at) => (sentence.isPunctuation(at) && !sentence.isMark(at, '()-/')) || sentence.isFinite(at),
    Math.max(0, before - longestBefore),
    before,
  )
  let from = Math.max(stop + 1, before - longestBefore, 0)
  const opening = sentence.findLast(
    (at) =>
      /^(?:dem|den|der|einem|einer|ersten|eigenen|dieser|seinen|ihren|mehreren)$/.test(sentence.word(at)) &&
      !sentence.isNoun(at - 1),
    from,
    before,
  )
  if (opening > from) from = opening
  return from < before ? { from, to: before } : undefined
}

/** “Angaben der Polizei”: the police, not what they gave. */
export function ownerIn(sentence: GermanSentence, phrase: Range): Range {
  const noun = sentence.find((at) => isOpinion(sentence, at), phrase.from, phrase.to)
  if (noun < 0 || noun + 1 >= phrase.to) return phrase
  const from = /^(?:von|vom|aus)$/.test(sentence.word(noun + 1)) ? noun + 2 : noun + 1
  return sentence.some((at) => sentence.isNoun(at), from, phrase.to) ? { from, to: phrase.to } : phrase
}
