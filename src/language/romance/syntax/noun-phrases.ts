import type { Range } from '../../report.ts'
import type { RomanceClause } from './clause-words.ts'

/** In tokens; a longer one has run into something else. */
const longestPhrase = 20
const longestAside = 9

/** Returns the noun phrase that begins at a position: “o presidente da câmara (PS)”. */
export function nounPhrase(sentence: RomanceClause, from: number): Range | undefined {
  const { words } = sentence
  if (sentence.isIn(from, words.pronouns) && !sentence.isIn(from, words.determiners)) return { from, to: from + 1 }
  if (sentence.isIn(from, words.pronouns) && !opensNoun(sentence, from)) return { from, to: from + 1 }
  const opensClause = [words.complementizers, words.subordinators, words.conjunctions].some((list) =>
    sentence.isIn(from, list),
  )
  if (opensClause || (isInfinitive(sentence, from) && !sentence.isIn(from, words.prepositions))) return undefined
  let at = from
  while (at < sentence.end && at - from < longestPhrase) {
    const step = stepOver(sentence, at, from)
    if (step === undefined) break
    at = step
  }
  while (at > from && isLoose(sentence, at - 1)) at--
  return at > from && sentence.some((each) => isNounLike(sentence, each), from, at) ? { from, to: at } : undefined
}

/** “Nair”, “Valdir”: a name may look like an infinitive. */
export function isInfinitive(sentence: RomanceClause, at: number): boolean {
  return sentence.words.infinitive.test(sentence.word(at)) && !sentence.isCapital(at)
}

function opensNoun(sentence: RomanceClause, at: number): boolean {
  return sentence.isWord(at + 1) && !sentence.isFinite(at + 1) && !isClosed(sentence, at + 1)
}

/** Returns true for a word that no phrase ends with. */
function isLoose(sentence: RomanceClause, at: number): boolean {
  const { words } = sentence
  if (sentence.isMark(at, ')')) return false
  return (
    sentence.isPunctuation(at) ||
    (!sentence.isCapital(at) &&
      (sentence.isIn(at, words.prepositions) ||
        sentence.isIn(at, words.determiners) ||
        sentence.isIn(at, words.conjunctions)))
  )
}

function isClosed(sentence: RomanceClause, at: number): boolean {
  const { prepositions, complementizers, subordinators, conjunctions, adverbs } = sentence.words
  return [prepositions, complementizers, subordinators, conjunctions, adverbs].some((list) => sentence.isIn(at, list))
}

function isNounLike(sentence: RomanceClause, at: number): boolean {
  if (sentence.isQuotation(at)) return true
  return (
    sentence.isWord(at) &&
    !isClosed(sentence, at) &&
    (sentence.isCapital(at) || !sentence.isIn(at, sentence.words.determiners))
  )
}

/** The position after the next word of a phrase; undefined where the phrase ends. */
function stepOver(sentence: RomanceClause, at: number, from: number): number | undefined {
  const { words } = sentence
  if (sentence.isMark(at, '(')) {
    const close = sentence.find((end) => sentence.isMark(end, ')'), at, at + longestAside)
    return close < 0 ? undefined : close + 1
  }
  if (sentence.isMark(at, "-/’'&")) return at + 1
  if (sentence.isPunctuation(at) || sentence.isSpokenQuotation(at)) return undefined
  if (sentence.isQuotation(at)) return at + 1
  if (at === from) return sentence.isFinite(at) && !sentence.isIn(at, words.determiners) ? undefined : at + 1
  return endsPhrase(sentence, at) ? undefined : at + 1
}

/** Returns true for a word that belongs to no phrase begun before it. */
function endsPhrase(sentence: RomanceClause, at: number): boolean {
  const { complementizers, subordinators, determiners } = sentence.words
  if (sentence.isFinite(at) || sentence.isIn(at, complementizers) || sentence.isIn(at, subordinators)) return true
  // “los más destacados críticos”
  if (isAdverb(sentence, at) && !sentence.isIn(at - 1, determiners)) return true
  return opensAdjunct(sentence, at) || opensNext(sentence, at)
}

/** “la Oficina del Censo los ingresos”: behind a noun, an article begins another phrase. */
function opensNext(sentence: RomanceClause, at: number): boolean {
  const { determiners, prepositions, conjunctions, subjectArticles } = sentence.words
  const isArticle = sentence.isIn(at, subjectArticles) && !sentence.isIn(at, prepositions) && !sentence.isCapital(at)
  const before = [determiners, prepositions, conjunctions].some((list) => sentence.isIn(at - 1, list))
  return isArticle && !before && !sentence.isPunctuation(at - 1)
}

export function isAdverb(sentence: RomanceClause, at: number): boolean {
  if (!sentence.isWord(at) || (sentence.isCapital(at) && at > 0)) return false
  return sentence.words.adverbs.has(sentence.word(at)) || sentence.words.adverbEnding.test(sentence.word(at))
}

/** “na terça-feira”, “em entrevista”: when and where it was said is no part of who said it. */
export function opensAdjunct(sentence: RomanceClause, at: number): boolean {
  const { prepositions, times, venues, determiners } = sentence.words
  const isTime = (next: number) => sentence.isIn(next, times) || venues.test(sentence.word(next))
  if (sentence.isIn(at, times) && (!sentence.isCapital(at) || (at === 0 && !sentence.isCapital(1)))) return true
  // “este sábado”
  if (sentence.isIn(at, determiners) && sentence.isIn(at + 1, times)) return true
  if (!sentence.isIn(at, prepositions)) return false
  const next = sentence.isIn(at + 1, determiners) || sentence.isIn(at + 1, sentence.words.adverbs) ? at + 2 : at + 1
  return isTime(next) || (isTime(next + 1) && sentence.isIn(next, determiners))
}
