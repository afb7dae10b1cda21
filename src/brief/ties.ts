import { type Citation, citationsOverlap, spansOverlap } from '../domain/article.ts'
import { type Claim, entryOf, type Response, speakerName } from '../domain/claim.ts'
import { ownContent, type ReadArticle } from '../language/check.ts'
import type { Grammar } from '../language/grammar.ts'
import { plainGrammar } from '../language/plain.ts'
import { passagesOf } from './answer/draft-of-answer.ts'
import type { EvidenceSource } from './evidence.ts'
import { readArticle } from './ground.ts'

/**
 * The most paragraphs between a charge and its answer: by default, if the answer denies something, and if it rejects
 * something or shares a word with the charge.
 */
const farthest = 1
const farthestDenial = 4
const farthestShared = 8
/** Up to this many sentences after a charge, an answer needs no wording that marks it as one. */
export const closeBehind = 2

/**
 * Ties each claim that a writer gives as an answer to the claim that makes the charge, if both are kept, come from the
 * same article but different speakers, and are close together or about the same thing. It also ties nearby claims of
 * the same entry.
 */
export function tieAnswers(claims: readonly Claim[], source: EvidenceSource): Response[] {
  const given = claims.flatMap((claim) => {
    const target = claim.answers && claims.find((other) => other !== claim && makesCharge(other, claim, source))
    return target ? [{ claim, target }] : []
  })
  const sure = given.filter(({ claim, target }) => belongTogether(claim, target, source))
  const isSure = (tie: Tie) => sure.includes(tie) || sure.some((each) => goesOn(tie, each, source))
  const ties = given.filter(isSure)
  // If two claims answer each other, the later one in the brief is the answer.
  const answers = ties.filter(
    ({ claim, target }) =>
      claims.indexOf(target) < claims.indexOf(claim) ||
      !ties.some((other) => isOneEntry(other.claim, target) && isOneEntry(other.target, claim)),
  )
  return [...answers, ...tieRemarks(claims, answers, source)].map(({ claim, target }) => ({
    claim: claim.id,
    answers: target.id,
  }))
}

/**
 * Ties a claim that only points at the one before it (“conceded that this did not explain everything”) to that claim,
 * if it is an answer: it moves below its charge, and “this” would be something else.
 */
function tieRemarks(claims: readonly Claim[], answers: readonly Tie[], source: EvidenceSource): Tie[] {
  return claims.flatMap((claim, at): Tie[] => {
    const target = claims[at - 1]
    const whole = articleOf(claim, source)
    const isMoved = target !== undefined && answers.some((tie) => isOneEntry(tie.claim, target))
    if (!whole || !isMoved || isOneEntry(claim, target) || answers.some((tie) => tie.claim === claim)) return []
    const { pointingSubject } = grammarOfCitation(claim.citation, source).patterns.leaning
    const behind = sentenceOf(claim, whole) - sentenceOf(target, whole)
    const points = pointingSubject.test(claim.words.replace(/^\p{Ll}+ /u, ''))
    return points && behind > 0 && behind <= closeBehind ? [{ claim, target }] : []
  })
}

/** Anything that cites a passage. */
interface Cited {
  readonly citation: Citation
}

interface Tie {
  readonly claim: Claim
  readonly target: Claim
}

/** Returns true if a claim comes after the charge, and close to a certain answer from the same entry. */
function goesOn({ claim, target }: Tie, sure: Tie, source: EvidenceSource): boolean {
  const whole = isOneEntry(claim, sure.claim) && sure.target === target && articleOf(claim, source)
  if (!whole) return false
  const place = sentenceOf(claim, whole)
  return place > sentenceOf(target, whole) && Math.abs(place - sentenceOf(sure.claim, whole)) <= closeBehind
}

/** The cited article, prepared for the checks; undefined if it is not in the source. */
export function articleOf({ citation }: Cited, { articles, evidence }: EvidenceSource): ReadArticle | undefined {
  const article = articles.find(({ id }) => id === citation.article)
  const read = article && evidence.get(article.id)
  return read && readArticle(read, article)
}

/** The grammar of the cited article; a plain one if the article is not in the source. */
export function grammarOfCitation({ article }: Citation, { evidence }: EvidenceSource): Grammar {
  return evidence.get(article)?.grammar ?? plainGrammar('und')
}

/** Returns true if two claims belong to the same entry of the writer: "2.1" and "2.3". */
export function isOneEntry(one: Claim, other: Claim): boolean {
  return entryOf(one) === entryOf(other)
}

/** Returns true if a claim makes the charge that another claim is given as an answer to. */
export function makesCharge(other: Claim, { answers, speaker, citation }: Claim, source: EvidenceSource): boolean {
  return (
    answers !== undefined &&
    answers.article === citation.article &&
    !grammarOfCitation(citation, source).names.sameSpeaker(speakerName(other.speaker), speakerName(speaker)) &&
    passagesOf(other).some((passage) => citationsOverlap(passage, answers))
  )
}

/**
 * Returns true if a claim answers a charge, and does not merely come from a speaker who answers it elsewhere: it is
 * close to the charge and reads as an answer, or is about the same thing.
 */
function belongTogether(claim: Claim, target: Claim, source: EvidenceSource): boolean {
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

/** The index of the last article sentence that a citation touches. */
export function sentenceOf({ citation }: Cited, { sentences }: ReadArticle): number {
  return sentences.findLastIndex(({ span }) => spansOverlap(span, citation.span))
}

/** The index of the first article paragraph that a citation touches. */
export function paragraphOf({ citation }: Cited, { sentences }: ReadArticle): number {
  return sentences.find(({ span }) => spansOverlap(span, citation.span))?.paragraph ?? 0
}
