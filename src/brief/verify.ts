import { accusedIn } from '../attribution/institutions.ts'
import { type Article, type ArticleId, type Citation, coverSpans, spansOverlap } from '../domain/article.ts'
import type { Brief, Byline, Draft, DraftPart, Finding, Sentence, Version, Withheld } from '../domain/brief.ts'
import { type Claim, speakerName } from '../domain/claim.ts'
import type { Story } from '../domain/story.ts'
import { words } from '../text/tokens.ts'
import { standsIn } from '../text/verbatim.ts'
import type { CitedPassage } from './bearing.ts'
import { type Evidence, namesOf, readEvidence } from './evidence.ts'
import { isResponse } from './responses.ts'
import { sameSpeaker } from './speaker-match.ts'
import { verifyClaim } from './verify-claim.ts'
import { type SentenceFault, verifySentence } from './verify-sentence.ts'
import { contentWords, stem } from './wording.ts'

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
    ...verifyHeadline(draft.headline, story.articles, evidence),
    ...draft.summary.flatMap((sentence, index) => sentenceFindings(sentence, { index, evidence })),
    ...draft.claims.flatMap((claim) => claimFindings(claim, evidence)),
    ...missingResponses(draft.claims, evidence),
    ...draft.differences.flatMap(({ versions }, index) => differenceFindings(versions, { index, evidence })),
  ]
  return { findings, brief: withhold(draft, findings, { story, byline }) }
}

/** A headline tells what an article begins with. */
const leadParagraphs = 4
/** A headline with fewer words that mean something says nothing. */
const fewestWords = 2

type EvidenceByArticle = ReadonlyMap<ArticleId, Evidence>

interface Place {
  readonly index: number
  readonly evidence: EvidenceByArticle
}

/** A headline is held to the articles' own headlines, and to what they begin with: to one of them, as a sentence is. */
function verifyHeadline(headline: string, articles: readonly Article[], evidence: EvidenceByArticle): Finding[] {
  if (articles.some((article) => article.headline === headline)) return []
  const part: DraftPart = { kind: 'headline' }
  if (contentWords(headline).length < fewestWords)
    return [{ kind: 'words-not-found', part, words: headline, passage: null }]
  const passages = articles.flatMap(({ id, headline: own }) => {
    const told = readEvidence(own)
    const read = evidence.get(id)
    const leads = read ? read.parts.slice(0, leadParagraphs).map(({ span }) => ({ evidence: read, span })) : []
    return [{ evidence: told, span: { start: 0, end: own.length } }, ...leads]
  })
  const [best = []] = passages
    .map((passage) =>
      verifySentence({ text: headline, citations: [] }, [passage]).filter(
        ({ kind }) => kind !== 'claim-as-fact' || !namesSpeaker(headline, passage),
      ),
    )
    .toSorted((one, other) => strangeness(one) - strangeness(other))
  return best.map(({ kind, words: faulty }) => ({ kind, part, words: faulty, passage: null }))
}

/** How little a passage has to do with a text of which these are the faults: words that it lacks weigh most. */
function strangeness(faults: readonly SentenceFault[]): number {
  return faults.reduce(
    (sum, { kind, words: faulty }) => sum + (kind.endsWith('-not-found') ? 10 * faulty.split(' ').length : 1),
    0,
  )
}

/** “Ruiz denies bribes”: whether a headline gives what somebody said to that one, with the article's own verb. */
function namesSpeaker(headline: string, { evidence, span }: CitedPassage): boolean {
  const own = new Set(words(headline).map(({ lower }) => stem(lower.replace(/^sa(?:id|ys|ying)$/, 'say'))))
  const has = (text: string) =>
    words(text).some(({ lower }) => own.has(stem(lower.replace(/['’]s?$/, '').replace(/^sa(?:id|ys|ying)$/, 'say'))))
  return evidence.attributions
    .filter(({ content, negated }) => !negated && content.some((piece) => spansOverlap(piece, span)))
    .some((attribution) => {
      const cue = attribution.cue.map(({ start, end }) => evidence.text.slice(start, end)).join(' ')
      return has(cue) && namesOf(evidence, attribution).some((name) => has(name.split(' ').at(-1) ?? ''))
    })
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
  return verifySentence(sentence, passages).map(({ kind, words: faulty }) => ({ kind, part, words: faulty, passage }))
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
    .flatMap((claim) => {
      const accused = accusedIn(claim.words)
      return accused ? [{ claim, accused }] : []
    })
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
  { story, byline }: { story: Story; byline: Byline },
): Brief {
  const faulty = (part: DraftPart) => findings.some((finding) => samePart(finding.part, part))
  const claims = draft.claims.filter(({ id }) => !faulty({ kind: 'claim', id }))
  const kept = new Set(claims.map(({ id }) => id))
  const checked = {
    story: story.id,
    articles: story.articles.map(({ id, outlet, publisher, headline, url, published }) => ({
      id,
      outlet,
      headline,
      url,
      published,
      publisher,
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
