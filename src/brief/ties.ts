import { type Citation, citationsOverlap, spansOverlap } from '../domain/article.ts'
import { type Claim, entryOf, type Response, speakerName } from '../domain/claim.ts'
import { ownContent, type ReadArticle } from '../language/check.ts'
import type { Grammar } from '../language/grammar.ts'
import { plainGrammar } from '../language/plain.ts'
import { passagesOf } from './draft-of-answer.ts'
import type { Source } from './evidence.ts'
import { readArticle } from './ground.ts'

/** Paragraphs between a charge and its answer, where nothing else shows that they belong together, and where a word does. */
const farthest = 1
const farthestDenial = 4
const farthestShared = 8
/** Sentences from a charge to what stands so close behind it that no word has to show what it answers. */
export const closeBehind = 2

/**
 * Ties each claim that a writer gives as an answer to the one that makes the charge, where both are kept, are of different
 * speakers and one article, and stand close together or are about the same thing; and what the same speaker goes on to say.
 */
export function tieAnswers(claims: readonly Claim[], source: Source): Response[] {
  const given = claims.flatMap((claim) => {
    const target = claim.answers && claims.find((other) => other !== claim && makesCharge(other, claim, source))
    return target ? [{ claim, target }] : []
  })
  const sure = given.filter(({ claim, target }) => belongTogether(claim, target, source))
  const isSure = (tie: Tie) => sure.includes(tie) || sure.some((each) => goesOn(tie, each, source))
  const ties = given.filter(isSure)
  // Of two who answer each other, the one who is told behind answers.
  return ties
    .filter(
      ({ claim, target }) =>
        claims.indexOf(target) < claims.indexOf(claim) ||
        !ties.some((other) => isOneEntry(other.claim, target) && isOneEntry(other.target, claim)),
    )
    .map(({ claim, target }) => ({ claim: claim.id, answers: target.id }))
}

/** What rests on a passage. */
interface Cited {
  readonly citation: Citation
}

interface Tie {
  readonly claim: Claim
  readonly target: Claim
}

/** Whether a sentence of an answer stands behind the charge, and close to one that surely answers it. */
function goesOn({ claim, target }: Tie, sure: Tie, source: Source): boolean {
  const whole = isOneEntry(claim, sure.claim) && sure.target === target && articleOf(claim, source)
  if (!whole) return false
  const place = sentenceOf(claim, whole)
  return place > sentenceOf(target, whole) && Math.abs(place - sentenceOf(sure.claim, whole)) <= closeBehind
}

/** The article that something rests on, as it is read; undefined where there is none such. */
export function articleOf({ citation }: Cited, { articles, evidence }: Source): ReadArticle | undefined {
  const article = articles.find(({ id }) => id === citation.article)
  const read = article && evidence.get(article.id)
  return read && readArticle(read, article)
}

/** The grammar of the article that something rests on. */
export function grammarOfCitation({ article }: Citation, { evidence }: Source): Grammar {
  return evidence.get(article)?.grammar ?? plainGrammar('und')
}

/** Whether two claims are of one entry of their writer: "2.1" and "2.3". */
export function isOneEntry(one: Claim, other: Claim): boolean {
  return entryOf(one) === entryOf(other)
}

/** Whether a claim is what another is given as an answer to. */
export function makesCharge(other: Claim, { answers, speaker, citation }: Claim, source: Source): boolean {
  return (
    answers !== undefined &&
    answers.article === citation.article &&
    !grammarOfCitation(citation, source).names.sameSpeaker(speakerName(other.speaker), speakerName(speaker)) &&
    passagesOf(other).some((passage) => citationsOverlap(passage, answers))
  )
}

/**
 * Whether a sentence answers a charge, and does not only come from somebody who answers it elsewhere: it stands close to it
 * and reads as an answer, or is about the same thing.
 */
function belongTogether(claim: Claim, target: Claim, source: Source): boolean {
  const whole = articleOf(claim, source)
  if (!whole) return false
  const { words, patterns } = grammarOfCitation(claim.citation, source)
  const { answering, denying, rejecting } = patterns.answers
  const behind = sentenceOf(claim, whole) - sentenceOf(target, whole)
  if (behind > 0 && behind <= closeBehind) return true
  const distance = Math.abs(paragraphOf(claim, whole) - paragraphOf(target, whole))
  const names = new Set(words.readWords(speakerName(claim.speaker)).words.map(({ form }) => form))
  const charge = words.readWords(target.words)
  const shared = ownContent(words.readWords(claim.words)).filter(
    ({ form, isCapital }) =>
      !patterns.speakers.saying.has(form) && !names.has(form) && !isCapital && words.isAmong(form, charge.forms),
  )
  if (shared.length > 0 || rejecting.test(claim.words)) return distance <= farthestShared
  return distance <= (denying.test(claim.words) ? farthestDenial : farthest) && answering.test(claim.words)
}

/** The last sentence of an article that something rests on, by its place. */
export function sentenceOf({ citation }: Cited, { sentences }: ReadArticle): number {
  return sentences.findLastIndex(({ span }) => spansOverlap(span, citation.span))
}

/** The paragraph of an article that something rests on, by its place. */
export function paragraphOf({ citation }: Cited, { sentences }: ReadArticle): number {
  return sentences.find(({ span }) => spansOverlap(span, citation.span))?.paragraph ?? 0
}
