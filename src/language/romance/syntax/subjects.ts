import type { Range } from '../../report.ts'
import type { RomanceClause } from './clause-words.ts'
import { isAdverb, isInfinitive, opensAdjunct } from './noun-phrases.ts'

/** Returns the subject of a finite verb: before it, or after it where nothing precedes it. */
export function subjectOf(sentence: RomanceClause, verb: number, floor = 0): Range | undefined {
  return subjectBefore(sentence, verb, floor) ?? subjectAfter(sentence, verb + 1)
}

/** The subject before a verb, in its clause. */
export function subjectBefore(sentence: RomanceClause, verb: number, floor = 0): Range | undefined {
  const to = verbStart(sentence, verb, floor)
  const aside = sentence.isMark(to - 1, ',') ? asideBefore(sentence, to - 1, floor) : undefined
  if (aside) return aside
  const mark = sentence.findLast((at) => sentence.isClauseMark(at) || sentence.isSpokenQuotation(at), floor, to)
  const range = { from: Math.max(floor, mark + 1), to }
  // “Ana Ruiz, que dirigiu a câmara até março disse”: no comma closes the clause about her.
  const isAbout = sentence.isMark(mark, ',') && sentence.isIn(mark + 1, sentence.words.relatives)
  const named =
    isAbout && sentence.some((at) => sentence.isFinite(at), mark, to)
      ? subjectIn(sentence, { from: floor, to: mark })
      : undefined
  return named?.to === mark ? named : subjectIn(sentence, range)
}

/** Where a verb begins, with the weak pronouns and negations in front of it. */
function verbStart(sentence: RomanceClause, verb: number, floor: number): number {
  let at = verb
  while (at > floor && (sentence.isIn(at - 1, sentence.words.beforeVerbs) || isAdverb(sentence, at - 1))) at--
  return at
}

/** “O vereador, Rui Alba, ouvido como testemunha, disse”: the subject stands before what is between the commas. */
export function asideBefore(sentence: RomanceClause, comma: number, floor: number): Range | undefined {
  let opening = comma
  for (let aside = 0; aside < mostAsides; aside++) {
    const before = sentence.findLast((at) => sentence.isMark(at, ','), floor, opening)
    if (before <= floor || !isAside(sentence, before, opening)) return undefined
    opening = before
    const mark = sentence.findLast((at) => sentence.isClauseMark(at) || sentence.isSpokenQuotation(at), floor, opening)
    const named = subjectIn(sentence, { from: Math.max(floor, mark + 1), to: opening })
    if (named?.to === opening && !isName(sentence, named, mark)) return { from: named.from, to: comma }
  }
  return undefined
}

/** In a row. */
const mostAsides = 3

/** Returns true for what stands between two commas without a verb of its own, or with a relative pronoun in front. */
function isAside(sentence: RomanceClause, opening: number, comma: number): boolean {
  const { relatives, prepositions, conjunctions } = sentence.words
  const opens = sentence.isIn(opening + 1, prepositions) || sentence.isIn(opening + 1, conjunctions)
  const isRelative = sentence.isIn(opening + 1, relatives) || (opens && sentence.isIn(opening + 2, relatives))
  return isRelative || !sentence.some((at) => sentence.isFinite(at), opening + 1, comma)
}

/** “O vereador, Rui Alba, …”: a name behind a comma is an aside itself. */
function isName(sentence: RomanceClause, { from }: Range, mark: number): boolean {
  return mark === from - 1 && sentence.isMark(mark, ',') && sentence.isCapital(from) && mark > 0
}

function subjectIn(sentence: RomanceClause, range: Range): Range | undefined {
  const { words } = sentence
  let { from, to } = range
  const opens = (at: number) => sentence.isIn(at, words.conjunctions) || sentence.isIn(at, words.subordinators)
  while (from < to && (sentence.isPunctuation(from) || opens(from))) from++
  if (from >= to) return undefined
  // “É falso que Ana Ruiz tenha dito”: the subject stands in the clause that “que” opens.
  const that = sentence.findLast((at) => sentence.isIn(at, words.complementizers), from, to)
  const inClause = that >= from ? sentence.phraseAfter(that + 1) : undefined
  if (inClause?.to === to) return inClause
  const earlier = sentence.find((at) => sentence.isFinite(at), from, to)
  const relative = sentence.findLast((at) => sentence.isIn(at, words.relatives), from, earlier)
  // “O ministro chegou e disse”: one subject of two verbs. “o homem que chegou disse”: the clause is part of it.
  if (earlier >= 0 && (relative < 0 || ownSubject(sentence, earlier, to)))
    return ofTwoVerbs(sentence, { from, to }, earlier)
  if (earlier >= 0 && relative === from) return undefined
  from = behindAdverbial(sentence, from, to)
  const isNoun = sentence.some((at) => isNominal(sentence, at), from, to)
  return from < to && isNoun ? { from, to } : undefined
}

/** The subject of a verb behind another one: its own, or that of the first. */
function ofTwoVerbs(sentence: RomanceClause, { from, to }: Range, earlier: number): Range | undefined {
  const own = ownSubject(sentence, earlier, to)
  if (own) return own
  // “Tom Lind voltou quando disseram que …”: in a clause of its own a verb has another subject.
  if (sentence.some((at) => sentence.isIn(at, sentence.words.subordinators), earlier, to)) return undefined
  // “Ana Ruiz, a ministra, chegou e disse”: the subject stands before what is between the commas.
  const opensRange = earlier === from && sentence.isMark(from - 1, ',')
  return earlier > from || opensRange ? subjectBefore(sentence, earlier, opensRange ? 0 : from) : undefined
}

/** “O juiz saiu e a ministra disse”: the second verb has a subject of its own. */
function ownSubject(sentence: RomanceClause, earlier: number, to: number): Range | undefined {
  if (earlier < 0) return undefined
  const { conjunctions, subjectArticles, relatives } = sentence.words
  const joint = sentence.findLast((at) => sentence.isIn(at, conjunctions), earlier, to)
  const isOpen = sentence.isIn(joint + 1, subjectArticles) || sentence.isCapital(joint + 1)
  const isBroken = (at: number) => sentence.isFinite(at) || sentence.isPunctuation(at) || sentence.isIn(at, relatives)
  if (joint < 0 || !isOpen || sentence.some(isBroken, joint + 1, to)) return undefined
  const phrase = sentence.phraseAfter(joint + 1)
  return phrase?.to === to ? phrase : undefined
}

/** “No sábado o ministro disse”, “Ontem o ministro disse”: the subject begins behind the adverbial. */
function behindAdverbial(sentence: RomanceClause, from: number, to: number): number {
  const { words } = sentence
  let at = from
  while (at < to && isAdverb(sentence, at)) at++
  const isPrepositional = sentence.isIn(at, words.prepositions) && !isArticle(sentence, at)
  if (!isPrepositional && !opensAdjunct(sentence, at)) return at
  const next = sentence.find(
    (each) =>
      (sentence.isIn(each, words.determiners) || sentence.isCapital(each)) &&
      !sentence.isIn(each - 1, words.prepositions) &&
      !sentence.isIn(each - 1, words.determiners) &&
      !sentence.isCapital(each - 1),
    at + 2,
    to,
  )
  return next < 0 ? to : next
}

/** “a” and “o” are articles as often as prepositions. */
function isArticle(sentence: RomanceClause, at: number): boolean {
  return sentence.isIn(at, sentence.words.determiners)
}

function isNominal(sentence: RomanceClause, at: number): boolean {
  const { prepositions, determiners, pronouns, beforeVerbs } = sentence.words
  if (sentence.isIn(at, pronouns) || sentence.isCapital(at) || sentence.isQuotation(at)) return true
  return (
    sentence.isWord(at) &&
    ![prepositions, determiners, beforeVerbs].some((list) => sentence.isIn(at, list)) &&
    !isAdverb(sentence, at)
  )
}

/** The subject that comes right after a verb: “disse ontem o ministro”. */
export function subjectAfter(sentence: RomanceClause, from: number): Range | undefined {
  let at = from
  while (at < from + 4 && (isAdverb(sentence, at) || isTime(sentence, at))) at++
  if (sentence.isMark(at, ',')) at = at > from ? at + 1 : behindRemark(sentence, at)
  at = behindPrepositional(sentence, at)
  if (at < 0) return undefined
  const phrase = sentence.phraseAfter(at)
  return phrase && withApposition(sentence, withoutAddressee(sentence, phrase))
}

/** “gritaram os vizinhos ao autarca”, “a lancé une habitante à Rémi Alba”: to whom it was said. */
function withoutAddressee(sentence: RomanceClause, { from, to }: Range): Range {
  const { determiners, isRole } = sentence.words
  const isSomebody = (at: number) =>
    sentence.isCapital(at) || isRole(sentence.word(sentence.isIn(at, determiners) ? at + 1 : at))
  const end = sentence.find((at) => sentence.isIn(at, sentence.words.to) && isSomebody(at + 1), from + 1, to)
  return { from, to: end < 0 ? to : end }
}

/** “ontem”, “na noite”, and the article of “el lunes”. */
function isTime(sentence: RomanceClause, at: number): boolean {
  const { times, determiners } = sentence.words
  // “el lunes”, “le même jour”
  const noun = isAdverb(sentence, at + 1) ? at + 2 : at + 1
  return sentence.isIn(at, times) || (sentence.isIn(at, determiners) && sentence.isIn(noun, times))
}

/** “explicou com calma o ministro”: where the subject begins behind a phrase with a preposition; -1 if there is none. */
function behindPrepositional(sentence: RomanceClause, at: number): number {
  const { prepositions, subjectArticles, determiners, isRole } = sentence.words
  if (!sentence.isIn(at, prepositions) || isArticle(sentence, at)) return at
  const isJoined = (each: number, isOpened: boolean) =>
    sentence.isIn(each, prepositions) ||
    sentence.isIn(each, determiners) ||
    (!isOpened && (sentence.isCapital(each) || isRole(sentence.word(each))))
  const end = sentence.find((each) => sentence.isClauseMark(each) || sentence.isFinite(each), at, at + farthestSubject)
  const found = sentence.find(
    (each) => opensSubject(sentence, each) && !isJoined(each - 1, sentence.isIn(each, determiners)),
    at + 2,
    end < 0 ? at + farthestSubject : end,
  )
  if (found >= 0 || !sentence.isMark(end, ',')) return found
  // “écrit à midi, sur sa page, la mairesse, Ana Ruiz”
  const opens = sentence.isIn(end + 1, subjectArticles) && isRole(sentence.word(end + 2))
  return opens || sentence.isIn(end + 1, prepositions) ? behindPrepositional(sentence, end + 1) : -1
}

/** An article, a possessive or a name. */
function opensSubject(sentence: RomanceClause, at: number): boolean {
  const { determiners, prepositions } = sentence.words
  // “na página Facebook”: a name of one word belongs to what stands before it.
  const hasName = sentence.isCapital(at) && sentence.isCapital(at + 1)
  return (sentence.isIn(at, determiners) && !sentence.isIn(at, prepositions)) || hasName
}

/** In tokens. */
const farthestSubject = 12

/** “Ana Ruiz, presidente da câmara”: a phrase between commas that only says who it is. */
export function withApposition(sentence: RomanceClause, phrase: Range): Range {
  if (!sentence.isMark(phrase.to, ',')) return phrase
  const to = sentence.find((at) => sentence.isClauseMark(at), phrase.to + 1, sentence.end)
  const end = to < 0 ? sentence.end : to
  if (end - phrase.to > longestApposition || end <= phrase.to + 1) return phrase
  const isClause =
    sentence.some((at) => sentence.isFinite(at), phrase.to + 1, end) ||
    sentence.isIn(phrase.to + 1, sentence.words.complementizers) ||
    sentence.isIn(phrase.to + 1, sentence.words.conjunctions) ||
    sentence.words.verbs.gerunds.has(sentence.base(phrase.to + 1)) ||
    [1, 2].some((next) => isInfinitive(sentence, phrase.to + next)) ||
    sentence.some((at) => sentence.isQuotation(at), phrase.to + 1, end)
  const isAdjunct = sentence.isIn(phrase.to + 1, sentence.words.prepositions) && !isArticle(sentence, phrase.to + 1)
  return isClause || isAdjunct ? phrase : { from: phrase.from, to: end }
}

/** In tokens. */
const longestApposition = 16

/** “diz, por seu lado, Ana Ruiz”: the position behind a remark between a verb and its subject. */
function behindRemark(sentence: RomanceClause, comma: number): number {
  const close = sentence.find((at) => sentence.isMark(at, ','), comma + 1, comma + longestRemark)
  const isRemark =
    close > 0 &&
    (sentence.isIn(comma + 1, sentence.words.prepositions) || isAdverb(sentence, comma + 1)) &&
    !sentence.some((at) => sentence.isFinite(at) || sentence.isQuotation(at), comma + 1, close)
  return isRemark ? close + 1 : comma
}

/** In tokens. */
const longestRemark = 6
