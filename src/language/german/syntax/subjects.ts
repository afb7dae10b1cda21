import type { Range } from '../../report.ts'
import {
  adverbs,
  complementizers,
  conjunctions,
  determiners,
  obliqueDeterminers,
  prepositions,
  pronouns,
  relatives,
  subordinators,
  times,
} from '../words/function-words.ts'
import type { GermanWords } from './clause-words.ts'
import { isAdjective, isBarePronoun } from './noun-phrases.ts'

/** How many small words may come between a verb and its subject: “sagte gestern auch Weber”. */
const mostBetween = 3

/**
 * Returns the subject of a finite verb. In a main clause exactly one phrase precedes the verb; if that is an adverb or a
 * prepositional phrase, the subject comes after it.
 */
export function subjectOf(sentence: GermanWords, verb: number, floor = 0): Range | undefined {
  if (isSubjectPronoun(sentence, verb + 1)) return { from: verb + 1, to: verb + 2 }
  const shared = sharedSubject(sentence, verb, floor)
  if (shared) return shared
  const front = clauseBefore(sentence, verb, floor)
  const before = front && subjectIn(sentence, front)
  if (before && !mayBeOther(sentence, before, verb)) return before
  return subjectAfter(sentence, verb) ?? before
}

/** Returns true for a phrase before the verb that may be an adverb with a capital, or an object. */
function mayBeOther(sentence: GermanWords, { from, to }: Range, verb: number): boolean {
  if (from === 0 && adverbEnding.test(sentence.word(0))) return true
  // “Die Bürgerinnen forderte Weber auf”: a plural cannot be the subject of a verb in the singular.
  const noun = sentence.find((at) => sentence.isNoun(at), from, to)
  const isPlural = /^(?:die|diese|ihre|seine|alle)$/.test(sentence.word(from)) && /[^s]en$/.test(sentence.word(noun))
  return isPlural && /(?:[^e]t|te)$/.test(sentence.word(verb))
}

/** “Unmissverständlich sagte das Gericht”: at the start of a sentence an adverb has a capital, too. */
const adverbEnding = /(?:lich|ig|isch|weise|bar|sam|haft|los|ell|end|zeit)$/

/** “Weber bestätigte den Fall, teilte aber mit”: without a subject of its own, a clause has that of the one before. */
function sharedSubject(sentence: GermanWords, verb: number, floor: number): Range | undefined {
  if (!sentence.isMark(verb - 1, ',')) return undefined
  const opening = sentence.findLast((at) => sentence.isClauseMark(at), floor, verb - 1)
  if ((sentence.isIn(opening + 1, relatives) && opening > 0) || isSubordinator(sentence, opening + 1)) return undefined
  const earlier = sentence.find((at) => sentence.isFinite(at), Math.max(floor, opening + 1), verb - 1)
  return earlier > 0 ? subjectOf(sentence, earlier, floor) : undefined
}

export function subjectBefore(sentence: GermanWords, verb: number, floor = 0): Range | undefined {
  const front = clauseBefore(sentence, verb, floor)
  return front && subjectIn(sentence, front)
}

/** The subject right after a verb, with only adverbs and pronouns between. */
export function subjectAfter(sentence: GermanWords, verb: number): Range | undefined {
  let at = verb + 1
  while (at <= verb + mostBetween && isBetween(sentence, at)) at++
  const phrase = sentence.phraseAfter(at)
  if (!phrase || !mayBeSubject(sentence, phrase)) return undefined
  // “sagte Weber mit leiser Stimme”: behind the verb, most prepositions tell how it was said.
  const manner = sentence.find(
    (each) => /^(?:mit|über|unter|auf|gegen|an|am|in|im|bei|beim|nach)$/.test(sentence.word(each)),
    phrase.from + 1,
    phrase.to,
  )
  return withApposition(sentence, manner < 0 ? phrase : { from: phrase.from, to: manner })
}

function isBetween(sentence: GermanWords, at: number): boolean {
  return sentence.isIn(at, adverbs) && !sentence.isCapital(at) && !isSubjectPronoun(sentence, at)
}

/** “ihr” and “es” are subjects only elsewhere. */
function isSubjectPronoun(sentence: GermanWords, at: number): boolean {
  return /^(?:er|sie|wir|ich|man)$/.test(sentence.word(at))
}

/** The words before a verb in its own clause, without the conjunction that joins it to the one before. */
function clauseBefore(sentence: GermanWords, verb: number, floor: number): Range | undefined {
  let from = clauseStart(sentence, verb, floor)
  if (from === verb && sentence.isMark(verb - 1, ',')) from = beforeAside(sentence, verb - 1, floor)
  while (from < verb && (sentence.isPunctuation(from) || sentence.isIn(from, conjunctions))) from++
  return from < verb ? { from, to: verb } : undefined
}

function clauseStart(sentence: GermanWords, verb: number, floor: number): number {
  const mark = sentence.findLast((at) => sentence.isClauseMark(at) || sentence.isSpokenQuotation(at), floor, verb)
  return Math.max(floor, mark + 1)
}

/** “Weber, der Leiter des Amts, sagte”: the subject stands before what is between the commas. */
function beforeAside(sentence: GermanWords, comma: number, floor: number): number {
  const opening = sentence.findLast((at) => sentence.isMark(at, ','), floor, comma)
  return opening < 0 ? floor : clauseStart(sentence, opening, floor)
}

/** The subject among the words before a verb, or undefined if they are something else. */
function subjectIn(sentence: GermanWords, front: Range): Range | undefined {
  const { from, to } = front
  if (sentence.isIn(from, complementizers) || isSubordinator(sentence, from)) {
    const isLast = to + 1 >= sentence.end || sentence.isClauseMark(to + 1)
    return isLast ? subjectBehind(sentence, from, to) : undefined
  }
  const pronoun = pronounIn(sentence, front)
  if (pronoun) return pronoun
  // “Weber kam und sagte”: one subject of two verbs.
  const comma = sentence.find((at) => sentence.isMark(at, ','), from, to)
  const earlier = sentence.find((at) => sentence.isFinite(at), from, comma < 0 ? to : comma)
  if (earlier >= from) return subjectOf(sentence, earlier, earlier > from ? from : 0)
  if (isBarePronoun(sentence, from)) return sentence.word(from) === 'es' ? undefined : { from, to: from + 1 }
  if (opensAdverbial(sentence, from)) return behindParticle(sentence, front)
  const phrase = sentence.phraseAfter(from)
  if (!phrase || !mayBeSubject(sentence, phrase)) return undefined
  return { from, to: sentence.isMark(to - 1, ',') ? to - 1 : to }
}

/** “der alle aufforderte”, “Der wies den Vorwurf zurück”: an article's form without a noun is a pronoun. */
function pronounIn(sentence: GermanWords, { from, to }: Range): Range | undefined {
  const isRelative = from > 0 && sentence.isIn(from, relatives) && !opensPhrase(sentence, from)
  const isAlone = to === from + 1 && /^(?:der|die)$/.test(sentence.word(from))
  return isRelative || isAlone ? { from, to: from + 1 } : undefined
}

function isSubordinator(sentence: GermanWords, at: number): boolean {
  return sentence.isIn(at, subordinators) && !sentence.isIn(at, determiners)
}

/** “indem er sagte”: in a subordinate clause the subject comes right after its conjunction. */
function subjectBehind(sentence: GermanWords, from: number, to: number): Range | undefined {
  const phrase = sentence.phraseAfter(from + 1)
  return phrase && phrase.to <= to && mayBeSubject(sentence, phrase) ? phrase : undefined
}

/** “Auch die Kammer warnte”: with a noun phrase up to the verb, the adverb only stresses it. */
function behindParticle(sentence: GermanWords, { from, to }: Range): Range | undefined {
  if (!sentence.isIn(from, adverbs)) return undefined
  const phrase = sentence.phraseAfter(from + 1)
  return phrase && phrase.to >= to - 1 && mayBeSubject(sentence, phrase) ? phrase : undefined
}

/** Returns true for an article with its noun, rather than a relative pronoun. */
export function opensPhrase(sentence: GermanWords, at: number): boolean {
  return sentence.isNoun(at + 1) || isAdjective(sentence, at + 1)
}

function opensAdverbial(sentence: GermanWords, at: number): boolean {
  const word = sentence.word(at)
  if (prepositions.has(word) || times.has(word)) return true
  return adverbs.has(word) && !sentence.isNoun(at + 1)
}

function mayBeSubject(sentence: GermanWords, { from, to }: Range): boolean {
  if (sentence.isIn(from, obliqueDeterminers) || sentence.isIn(from, prepositions)) return false
  return sentence.some((at) => sentence.isNoun(at) || sentence.isIn(at, pronouns), from, to)
}

/** “Weber, der Leiter des Amts,”: a phrase between commas that only says who it is. */
function withApposition(sentence: GermanWords, phrase: Range): Range {
  if (!sentence.isMark(phrase.to, ',')) return phrase
  const next = sentence.phraseAfter(phrase.to + 1)
  if (!next || isBarePronoun(sentence, phrase.to + 1) || !sentence.isNoun(next.to - 1)) return phrase
  const closes = next.to >= sentence.end || sentence.isClauseMark(next.to)
  const isPlain = !sentence.some((at) => sentence.isFinite(at) || sentence.isQuotation(at), next.from, next.to)
  return closes && isPlain ? { from: phrase.from, to: next.to } : phrase
}
