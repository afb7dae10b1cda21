import { spansOverlap } from '../domain/article.ts'
import type { Claim, Response } from '../domain/claim.ts'
import { speakerName } from '../domain/claim.ts'
import { ownContent, type ReadArticle, readArticle } from './checks/ground.ts'
import { readWords } from './checks/read-words.ts'
import { isAmong } from './checks/word-forms.ts'
import { passagesOf } from './draft-of-answer.ts'
import { sameSpeaker } from './speaker-match.ts'
import type { Source } from './verify-written.ts'

/** Paragraphs between a charge and its answer, where nothing else shows that they belong together, and where a word does. */
const farthest = 1
const farthestDenial = 2
const farthestShared = 8

/**
 * Ties each claim that a writer gives as an answer to the one that makes the charge, where both are kept, are of different
 * speakers and one article, and stand close together or are about the same thing.
 */
export function tieAnswers(claims: readonly Claim[], source: Source): Response[] {
  const ties = claims.flatMap((claim, at) => {
    const target = claim.answers && claims.find((other) => other !== claim && makesCharge(other, claim))
    return target && belongTogether(claim, target, source)
      ? [{ claim, target, isBehind: claims.indexOf(target) < at }]
      : []
  })
  // Of two who answer each other, the one who is told behind answers.
  return ties
    .filter(
      ({ claim, target, isBehind }) =>
        isBehind || !ties.some((other) => isOneEntry(other.claim, target) && isOneEntry(other.target, claim)),
    )
    .map(({ claim, target }) => ({ claim: claim.id, answers: target.id }))
}

/** Whether two claims are of one entry of their writer: "2.1" and "2.3". */
function isOneEntry(one: Claim, other: Claim): boolean {
  return one.id.split('.')[0] === other.id.split('.')[0]
}

function makesCharge(other: Claim, { answers, speaker, citation }: Claim): boolean {
  return (
    answers !== undefined &&
    answers.article === citation.article &&
    !sameSpeaker(speakerName(other.speaker), speakerName(speaker)) &&
    passagesOf(other).some(({ article, span }) => article === answers.article && spansOverlap(span, answers.span))
  )
}

/** Verbs by which a sentence answers a charge, and words by which it may. */
const denying = /\b(?:den(?:y|ies|ied|ying|ial)|reject\w*|dismiss\w*|disput\w*|refut\w*|rebut\w*|contradict\w*)\b/i
const answering =
  /\b(?:den(?:y|ies|ied|ying|ial)|reject\w*|dismiss\w*|disput\w*|refut\w*|rebut\w*|untrue|false\w*|baseless|unfounded|nonsense|lie|lies|wrong|not|never|no|nothing|nobody|none|disagree\w*|contradict\w*|apologi\w*|admit\w*|accept\w*|acknowledg\w*|declin\w*|that|this|insist\w*|defend\w*)\b|n[’']t\b/i

/**
 * Whether a sentence answers a charge, and does not only come from somebody who answers it elsewhere: it stands close to it
 * and reads as an answer, or is about the same thing.
 */
function belongTogether(claim: Claim, target: Claim, { articles, evidence }: Source): boolean {
  const article = articles.find(({ id }) => id === claim.citation.article)
  const read = article && evidence.get(article.id)
  if (!read) return false
  const whole = readArticle(read, article)
  const distance = Math.abs(paragraphOf(claim, whole) - paragraphOf(target, whole))
  const names = new Set(readWords(speakerName(claim.speaker)).words.map(({ form }) => form))
  const charge = readWords(target.words)
  const shared = ownContent(readWords(claim.words)).filter(
    ({ form, isCapital }) => form !== 'say' && !names.has(form) && !isCapital && isAmong(form, charge.forms),
  )
  if (shared.length > 0) return distance <= farthestShared
  return distance <= (denying.test(claim.words) ? farthestDenial : farthest) && answering.test(claim.words)
}

function paragraphOf({ citation }: Claim, { sentences }: ReadArticle): number {
  return sentences.find(({ span }) => spansOverlap(span, citation.span))?.paragraph ?? 0
}
