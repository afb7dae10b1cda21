import { type ArticleId, type Citation, coverSpans, sliceSpan } from '../domain/article.ts'
import {
  type Brief,
  type Byline,
  type Difference,
  type Draft,
  type DraftPart,
  type Finding,
  passageKey,
  type Sentence,
  samePart,
  type Version,
  type Withheld,
} from '../domain/brief.ts'
import { type Claim, speakerName } from '../domain/claim.ts'
import type { Story } from '../domain/story.ts'
import { isMeasured } from '../language/measured.ts'
import { standsIn } from '../text/verbatim.ts'
import { isDisputed } from './differences.ts'
import { type Evidence, readEvidence } from './evidence.ts'
import { placeDetails } from './place-details.ts'
import { answeredBy, isResponse, linkResponses, statementOf } from './responses.ts'
import { sameSpeaker } from './speaker-match.ts'
import { addOmitted, standInClaims, standInSummary } from './stand-ins.ts'
import { tieAnswers } from './ties.ts'
import { findUnanswered } from './unanswered.ts'
import { verifyClaim } from './verify-claim.ts'
import { verifyHeadline } from './verify-headline.ts'
import { verifySentence } from './verify-sentence.ts'
import { isWritten, type Source, verifyWritten } from './verify-written.ts'

export interface Verified {
  readonly findings: readonly Finding[]
  /** The draft without the parts that have findings; these are counted in `withheld`. */
  readonly brief: Brief
}

/**
 * Compares a draft with the articles of its story, whoever wrote it, and makes a brief of what they bear out.
 *
 * This says whether the articles bear the draft out, never whether the world does.
 */
export function verify(draft: Draft, story: Story, byline: Byline): Verified {
  const evidence = new Map(story.articles.map(({ id, text, language }) => [id, readEvidence(text, language)]))
  const source = { articles: story.articles, evidence }
  const findings = [
    ...(isWritten(draft) ? verifyWritten(draft, source) : copiedFindings(draft, source)),
    ...draft.claims.filter(({ wording }) => wording !== 'sentence').flatMap((claim) => claimFindings(claim, evidence)),
    ...disputedFigures(draft, story),
    ...draft.differences.flatMap(({ versions }, index) => differenceFindings(versions, { index, evidence })),
  ]
  return { findings, brief: withhold(draft, findings, { story, byline, evidence }) }
}

/** What is wrong with a draft in the articles' own words. */
function copiedFindings({ headline, summary, claims }: Draft, { articles, evidence }: Source): Finding[] {
  return [
    ...verifyHeadline(headline, articles, evidence),
    ...summary.flatMap((sentence, index) => sentenceFindings(sentence, { index, evidence })),
    ...missingResponses(claims, evidence),
  ]
}

type EvidenceByArticle = ReadonlyMap<ArticleId, Evidence>

interface Place {
  readonly index: number
  readonly evidence: EvidenceByArticle
}

/** A number on which outlets differ stands in no headline and no sentence, unless it says whose it is. */
function disputedFigures({ headline, summary, differences }: Draft, { articles }: Story): Finding[] {
  const parts: readonly (readonly [DraftPart, string])[] = [
    [{ kind: 'headline' }, headline],
    ...summary.map(({ text }, index) => [{ kind: 'sentence' as const, index }, text] as const),
  ]
  return parts
    .filter(([, text]) => isDisputed(text, differences) && !articles.some(({ outlet }) => standsIn(text, outlet)))
    .map(([part, text]) => ({ kind: 'disputed-figure', part, words: text, passage: null }))
}

/** The newest headline with no number on which the articles differ; where all have one, with whose it is. */
function headlineOf({ articles }: Story, differences: readonly Difference[]): string {
  const [first] = articles
  const plain = articles.find(({ headline }) => headline !== '' && !isDisputed(headline, differences))
  return plain?.headline ?? (first ? `${first.outlet}: ${first.headline}` : '')
}

function sentenceFindings(sentence: Sentence, { index, evidence }: Place): Finding[] {
  const part: DraftPart = { kind: 'sentence', index }
  const passage = sentence.citations[0] ?? null
  if (!passage) return [{ kind: 'uncited-sentence', part, words: sentence.text, passage }]
  const passages = sentence.citations.flatMap((citation) => {
    const cited = evidenceFor(citation, evidence)
    return cited ? [{ evidence: cited, span: citation.span }] : []
  })
  if (passages.length < sentence.citations.length)
    return [{ kind: 'missing-passage', part, words: sentence.text, passage }]
  if (passages.some(({ evidence: { language } }) => !isMeasured(language)))
    return [{ kind: 'language-not-checked', part, words: sentence.text, passage }]
  return verifySentence(sentence, passages).map(({ kind, words: faulty }) => ({ kind, part, words: faulty, passage }))
}

function claimFindings(claim: Claim, evidence: EvidenceByArticle): Finding[] {
  const part: DraftPart = { kind: 'claim', id: claim.id }
  const cited = evidenceFor(claim.citation, evidence)
  if (!cited) return [{ kind: 'missing-passage', part, words: claim.words, passage: null }]
  return verifyClaim(claim, cited).map((kind): Finding => ({ kind, part, words: claim.words, passage: claim.citation }))
}

/**
 * Whoever is accused gets their answer told, where the article of the accusation has one to that very accusation and the
 * draft does not. A silence about another matter is no answer, and is not asked for.
 */
function missingResponses(claims: readonly Claim[], evidence: EvidenceByArticle): Finding[] {
  const statements = claims.map((claim) => ({ ...statementOf(claim), claim }))
  const accusations = statements.filter(({ act }) => act === 'accuses')
  const missing = [...evidence].flatMap(([article, read]) =>
    read.attributions.flatMap(({ speaker, act, negated, content, cue, source }) => {
      if (!speaker || negated || !isResponse({ act })) return []
      const span = coverSpans([...source, ...cue, ...content])
      const denied = content.map((piece) => sliceSpan(read.text, piece)).join(' ')
      const response = { article, speaker, act, words: denied, start: span.start }
      const answered = answeredBy(response, statements, read)
      const isTold = claims.some(
        (claim) => isResponse(claim) && sameSpeaker(speakerName(speaker), speakerName(claim.speaker)),
      )
      return answered && accusations.includes(answered) && !isTold ? [{ claim: answered.claim, article, span }] : []
    }),
  )
  return missing.map(({ claim, article, span }) => ({
    kind: 'response-missing',
    part: { kind: 'claim', id: claim.id },
    words: claim.words,
    passage: { article, span },
  }))
}

function differenceFindings(versions: readonly Version[], { index, evidence }: Place): Finding[] {
  const part: DraftPart = { kind: 'difference', index }
  return versions
    .filter(({ words: told, citation }) => {
      const text = evidenceFor(citation, evidence)?.text.slice(citation.span.start, citation.span.end)
      return text === undefined || !standsIn(text, told)
    })
    .map((version): Finding => ({ kind: 'words-not-found', part, words: version.words, passage: version.citation }))
}

/** The reading of the cited article, if it has such a passage. */
function evidenceFor({ article, span }: Citation, evidence: EvidenceByArticle): Evidence | undefined {
  const found = evidence.get(article)
  return found && span.start >= 0 && span.start < span.end && span.end <= found.text.length ? found : undefined
}

function withhold(
  draft: Draft,
  findings: readonly Finding[],
  { story, byline, evidence }: { story: Story; byline: Byline; evidence: EvidenceByArticle },
): Brief {
  const faulty = (part: DraftPart) => findings.some((finding) => samePart(finding.part, part))
  const source = { articles: story.articles, evidence }
  const added = isWritten(draft) ? addOmitted(findings, source) : { claims: [], details: [] }
  const claims = [
    ...draft.claims
      .filter(({ id }) => !faulty({ kind: 'claim', id }))
      .map((claim) => withStanding(claim, draft, faulty)),
    ...added.claims,
  ]
  const summary = isWritten(draft)
    ? standInSummary(draft.summary, findings, source)
    : draft.summary.filter((_, index) => !faulty({ kind: 'sentence', index }))
  const details = draft.details?.filter((_, index) => !faulty({ kind: 'detail', index }))
  const checked = {
    story: story.id,
    articles: story.articles.map(({ id, outlet, publisher, headline, url, published, language }) => ({
      id,
      outlet,
      headline,
      url,
      published,
      publisher,
      language,
    })),
    headline: faulty({ kind: 'headline' }) ? headlineOf(story, draft.differences) : draft.headline,
    summary,
    claims,
    responses: isWritten(draft) ? tieAnswers(claims, source) : linkResponses(claims, evidence),
    unanswered: isWritten(draft) ? [] : findUnanswered(claims, evidence),
    differences: draft.differences.filter((_, index) => !faulty({ kind: 'difference', index })),
    ...(details
      ? {
          details: placeDetails(
            [...details, ...added.details, ...standInClaims(draft, ({ id }) => faulty({ kind: 'claim', id }), source)],
            claims,
            source,
          ),
          passages: passagesIn(source, { claims, summary, details }),
        }
      : {}),
    withheld: withheldParts(findings),
    byline,
  }
  // The one place where a brief is made: everything with a finding is gone.
  return checked as unknown as Brief
}

/** The texts that a brief's sentences rest on. */
function passagesIn(
  { evidence }: Source,
  { claims, summary, details }: Pick<Draft, 'claims' | 'summary' | 'details'>,
): ReadonlyMap<string, string> {
  const citations = [
    ...claims.map(({ citation }) => citation),
    ...summary.flatMap((each) => each.citations),
    ...(details ?? []).flatMap((each) => each.citations),
  ]
  return new Map(
    citations.map((citation) => [
      passageKey(citation),
      sliceSpan(evidence.get(citation.article)?.text ?? '', citation.span),
    ]),
  )
}

/** A claim without who its speaker is said to be, where the article does not say so of them. */
function withStanding(claim: Claim, { claims }: Draft, faulty: (part: DraftPart) => boolean): Claim {
  const { speaker } = claim
  const name = speakerName(speaker)
  const isFaulty = claims.some(
    (each) => speakerName(each.speaker) === name && faulty({ kind: 'standing', id: each.id }),
  )
  if (!isFaulty) return claim
  if (speaker.kind === 'person') return { ...claim, speaker: { ...speaker, role: null } }
  return speaker.kind === 'unnamed' ? { ...claim, speaker: { ...speaker, reason: null } } : claim
}

/** One line a part, for the first thing found wrong with it. */
function withheldParts(all: readonly Finding[]): Withheld[] {
  // What was left out is told, and a name without a wrong description is whole.
  const findings = all.filter(({ part }) => part.kind !== 'missing' && part.kind !== 'standing')
  const first = findings.filter((finding, at) => findings.findIndex(({ part }) => samePart(part, finding.part)) === at)
  return first.map(({ kind, part }) => ({ part: part.kind, finding: kind }))
}
