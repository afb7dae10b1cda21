import { type Article, type ArticleId, type Citation, coverSpans } from '../domain/article.ts'
import type { Brief, Byline, Draft, DraftPart, Finding, Sentence, Version, Withheld } from '../domain/brief.ts'
import { type Claim, speakerName } from '../domain/claim.ts'
import type { Story } from '../domain/story.ts'
import { standsIn } from '../text/verbatim.ts'
import { type Evidence, readEvidence } from './evidence.ts'
import { accusedIn, isResponse } from './responses.ts'
import { sameSpeaker } from './speaker-match.ts'
import { verifyClaim } from './verify-claim.ts'
import { novelNumbers, verifySentence } from './verify-sentence.ts'
import { contentWords, countInOrder, isAddressed, leadsElsewhere, nameWords } from './wording.ts'

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
  const evidence = new Map(story.articles.map(({ id, text }) => [id, readEvidence(text)]))
  const findings = [
    ...verifyHeadline(draft.headline, story.articles),
    ...draft.summary.flatMap((sentence, index) => sentenceFindings(sentence, { index, evidence })),
    ...draft.claims.flatMap((claim) => claimFindings(claim, evidence)),
    ...missingResponses(draft.claims, evidence),
    ...draft.differences.flatMap(({ versions }, index) => differenceFindings(versions, { index, evidence })),
  ]
  return { findings, brief: withhold(draft, findings, { story, byline }) }
}

/** The share of a headline's words that one headline or paragraph of the articles must have, in order. */
const leastBorneOut = 0.75

/** A headline tells what an article begins with. */
const leadParagraphs = 4

type EvidenceByArticle = ReadonlyMap<ArticleId, Evidence>

interface Place {
  readonly index: number
  readonly evidence: EvidenceByArticle
}

/** A headline may say what the articles and their headlines say, in their names and numbers. */
function verifyHeadline(headline: string, articles: readonly Article[]): Finding[] {
  if (articles.some((article) => article.headline === headline)) return []
  const all = articles.map((article) => `${article.headline}\n${article.text}`).join('\n')
  const told = articles.flatMap((article) => [article.headline, ...article.text.split(/\n+/, leadParagraphs)])
  const borneOut = told.some((passage) => isBorneOut(headline, passage))
  const names = nameWords(headline).filter((name) => !standsIn(all, name))
  return [
    ...novelNumbers(headline, all).map(
      ({ kind, words }): Finding => ({ kind, part: { kind: 'headline' }, words, passage: null }),
    ),
    ...names.map((words): Finding => ({ kind: 'name-not-found', part: { kind: 'headline' }, words, passage: null })),
    ...(leadsElsewhere(headline) || isAddressed(headline)
      ? [{ kind: 'not-news' as const, part: { kind: 'headline' as const }, words: headline, passage: null }]
      : []),
    ...(borneOut
      ? []
      : [{ kind: 'words-not-found' as const, part: { kind: 'headline' as const }, words: headline, passage: null }]),
  ]
}

function isBorneOut(headline: string, passage: string): boolean {
  const words = contentWords(headline)
  return countInOrder(words, contentWords(passage)) >= leastBorneOut * words.length
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
  return verifySentence(sentence, passages).map(({ kind, words }) => ({ kind, part, words, passage }))
}

function claimFindings(claim: Claim, evidence: EvidenceByArticle): Finding[] {
  const part: DraftPart = { kind: 'claim', id: claim.id }
  const cited = evidenceFor(claim.citation, evidence)
  if (!cited) return [{ kind: 'missing-passage', part, words: claim.words, passage: null }]
  return verifyClaim(claim, cited).map((kind): Finding => ({ kind, part, words: claim.words, passage: claim.citation }))
}

/** Whoever is accused gets their answer told, where an article has it and the draft does not. */
function missingResponses(claims: readonly Claim[], evidence: EvidenceByArticle): Finding[] {
  const answers = [...evidence].flatMap(([article, { attributions }]) =>
    attributions.flatMap(({ speaker, act, negated, content, cue }) =>
      speaker && isResponse({ act }) && !negated
        ? [{ name: speakerName(speaker), passage: { article, span: coverSpans([...cue, ...content]) } }]
        : [],
    ),
  )
  return claims
    .filter(({ act }) => act === 'accuses')
    .flatMap((claim) => accusedIn(claim).map((accused) => ({ claim, accused })))
    .filter(
      ({ accused }) => !claims.some((other) => isResponse(other) && sameSpeaker(accused, speakerName(other.speaker))),
    )
    .flatMap(({ claim, accused }) => {
      const answer = answers.find(({ name }) => sameSpeaker(accused, name))
      const part: DraftPart = { kind: 'claim', id: claim.id }
      return answer ? [{ kind: 'response-missing' as const, part, words: claim.words, passage: answer.passage }] : []
    })
}

function differenceFindings(versions: readonly Version[], { index, evidence }: Place): Finding[] {
  const part: DraftPart = { kind: 'difference', index }
  return versions
    .filter(({ words, citation }) => {
      const text = evidenceFor(citation, evidence)?.text.slice(citation.span.start, citation.span.end)
      return text === undefined || !standsIn(text, words)
    })
    .map(({ words, citation }): Finding => ({ kind: 'words-not-found', part, words, passage: citation }))
}

/** The reading of the cited article, if it has such a passage. */
function evidenceFor({ article, span }: Citation, evidence: EvidenceByArticle): Evidence | undefined {
  const found = evidence.get(article)
  return found && span.start >= 0 && span.start < span.end && span.end <= found.text.length ? found : undefined
}

function withhold(
  draft: Draft,
  findings: readonly Finding[],
  { story, byline }: { story: Story; byline: Byline },
): Brief {
  const faulty = (part: DraftPart) => findings.some((finding) => samePart(finding.part, part))
  const claims = draft.claims.filter(({ id }) => !faulty({ kind: 'claim', id }))
  const kept = new Set(claims.map(({ id }) => id))
  const checked = {
    story: story.id,
    articles: story.articles.map(({ id, outlet, headline, url, published }) => ({
      id,
      outlet,
      headline,
      url,
      published,
    })),
    headline: faulty({ kind: 'headline' }) ? (story.articles[0]?.headline ?? '') : draft.headline,
    summary: draft.summary.filter((_, index) => !faulty({ kind: 'sentence', index })),
    claims,
    responses: draft.responses.filter(({ claim, answers }) => kept.has(claim) && kept.has(answers)),
    unanswered: draft.unanswered.filter((name) => story.articles.some(({ text }) => standsIn(text, name))),
    differences: draft.differences.filter((_, index) => !faulty({ kind: 'difference', index })),
    withheld: withheldParts(findings),
    byline,
  }
  // The one place where a brief is made: everything with a finding is gone.
  return checked as unknown as Brief
}

/** One line a part, for the first thing found wrong with it. */
function withheldParts(findings: readonly Finding[]): Withheld[] {
  const first = findings.filter((finding, at) => findings.findIndex(({ part }) => samePart(part, finding.part)) === at)
  return first.map(({ kind, part }) => ({ part: part.kind, finding: kind }))
}

function samePart(one: DraftPart, other: DraftPart): boolean {
  if (one.kind === 'claim') return other.kind === 'claim' && one.id === other.id
  if (one.kind === 'headline') return other.kind === 'headline'
  return other.kind === one.kind && other.index === one.index
}
