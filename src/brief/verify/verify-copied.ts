import { type ArticleId, type Citation, coverSpans, sliceSpan } from '../../domain/article.ts'
import type { BriefSentence, Draft, DraftPart, Finding } from '../../domain/brief.ts'
import { type Claim, speakerName } from '../../domain/claim.ts'
import type { Evidence, EvidenceSource } from '../evidence.ts'
import { answeredBy } from '../responses.ts'
import { isResponse, statementOf } from './statements.ts'
import { verifyClaim } from './verify-claim.ts'
import { verifyHeadline } from './verify-headline.ts'
import { verifySentence } from './verify-sentence.ts'

/** Checks a draft in the articles' own words, as written by rules, against its articles. */

export type EvidenceByArticle = ReadonlyMap<ArticleId, Evidence>

/** The index of a part of a draft, and the evidence to check it against. */
export interface PlaceInArticle {
  readonly index: number
  readonly evidence: EvidenceByArticle
}

/** Finds the faults of a draft in the articles' own words. */
export function copiedFindings(
  { headline, summary, claims }: Draft,
  { articles, evidence }: EvidenceSource,
): Finding[] {
  return [
    ...verifyHeadline(headline, articles, evidence),
    ...summary.flatMap((sentence, index) => sentenceFindings(sentence, { index, evidence })),
    ...missingResponses(claims, evidence),
  ]
}

function sentenceFindings(sentence: BriefSentence, { index, evidence }: PlaceInArticle): Finding[] {
  const part: DraftPart = { kind: 'sentence', index }
  const passage = sentence.citations[0] ?? null
  if (!passage) return [{ kind: 'uncited-sentence', part, words: sentence.text, passage }]
  const passages = sentence.citations.flatMap((citation) => {
    const cited = evidenceFor(citation, evidence)
    return cited ? [{ evidence: cited, span: citation.span }] : []
  })
  if (passages.length < sentence.citations.length)
    return [{ kind: 'missing-passage', part, words: sentence.text, passage }]
  if (passages.some((each) => !each.evidence.grammar.isMeasured))
    return [{ kind: 'language-not-checked', part, words: sentence.text, passage }]
  return verifySentence(sentence, passages).map(({ kind, words: faulty }) => ({ kind, part, words: faulty, passage }))
}

/** Finds the faults of a claim in the article's words. */
export function claimFindings(claim: Claim, evidence: EvidenceByArticle): Finding[] {
  const part: DraftPart = { kind: 'claim', id: claim.id }
  const cited = evidenceFor(claim.citation, evidence)
  if (!cited) return [{ kind: 'missing-passage', part, words: claim.words, passage: null }]
  return verifyClaim(claim, cited).map((kind): Finding => ({ kind, part, words: claim.words, passage: claim.citation }))
}

/**
 * Finds accusations whose answer is missing: the article has an answer to that accusation, and the draft does not
 * report it. A silence about another matter is not an answer.
 */
function missingResponses(claims: readonly Claim[], evidence: EvidenceByArticle): Finding[] {
  const statements = claims.map((claim) => ({ ...statementOf(claim), claim }))
  const accusations = statements.filter(({ act }) => act === 'accuses')
  const missing = [...evidence].flatMap(([article, read]) =>
    read.attributions.flatMap(({ speaker, act, negated, content, cue, source }) => {
      if (!speaker || negated || !isResponse({ act })) return []
      const span = coverSpans([...source, ...cue, ...content])
      const denied = content.map((piece) => sliceSpan(read.text, piece)).join(' ')
      const response = { article, speaker, act, words: denied, start: span.start, end: span.end }
      const answered = answeredBy(response, statements, read)
      const isStated = claims.some(
        (claim) =>
          isResponse(claim) && read.grammar.names.sameSpeaker(speakerName(speaker), speakerName(claim.speaker)),
      )
      return answered && accusations.includes(answered) && !isStated ? [{ claim: answered.claim, article, span }] : []
    }),
  )
  return missing.map(({ claim, article, span }) => ({
    kind: 'response-missing',
    part: { kind: 'claim', id: claim.id },
    words: claim.words,
    passage: { article, span },
  }))
}

/** The reading of the cited article; undefined if it has no such passage. */
export function evidenceFor({ article, span }: Citation, evidence: EvidenceByArticle): Evidence | undefined {
  const found = evidence.get(article)
  return found && span.start >= 0 && span.start < span.end && span.end <= found.text.length ? found : undefined
}
