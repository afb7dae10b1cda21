import { type Article, type ArticleId, type Citation, coverSpans, sliceSpan, spansOverlap } from '../domain/article.ts'
import type { Brief, Byline, Draft, DraftPart, Finding, Sentence, Version, Withheld } from '../domain/brief.ts'
import { type Claim, speakerName } from '../domain/claim.ts'
import type { Story } from '../domain/story.ts'
import { isMeasured } from '../language/measured.ts'
import { words } from '../text/tokens.ts'
import { standsIn } from '../text/verbatim.ts'
import type { CitedPassage } from './bearing.ts'
import { type Evidence, namesOf, readEvidence } from './evidence.ts'
import { answeredBy, isResponse, linkResponses, statementOf } from './responses.ts'
import { sameSpeaker } from './speaker-match.ts'
import { findUnanswered } from './unanswered.ts'
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
  const evidence = new Map(story.articles.map(({ id, text, language }) => [id, readEvidence(text, language)]))
  const findings = [
    ...verifyHeadline(draft.headline, story.articles, evidence),
    ...draft.summary.flatMap((sentence, index) => sentenceFindings(sentence, { index, evidence })),
    ...draft.claims.flatMap((claim) => claimFindings(claim, evidence)),
    ...missingResponses(draft.claims, evidence),
    ...draft.differences.flatMap(({ versions }, index) => differenceFindings(versions, { index, evidence })),
  ]
  return { findings, brief: withhold(draft, findings, { story, byline, evidence }) }
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
  const readable = articles.filter(({ language }) => isMeasured(language))
  if (readable.length === 0) return [{ kind: 'language-not-checked', part, words: headline, passage: null }]
  const passages = readable.flatMap(({ id, headline: own }) => {
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
  const claims = draft.claims.filter(({ id }) => !faulty({ kind: 'claim', id }))
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
    headline: faulty({ kind: 'headline' }) ? (story.articles[0]?.headline ?? '') : draft.headline,
    summary: draft.summary.filter((_, index) => !faulty({ kind: 'sentence', index })),
    claims,
    responses: linkResponses(claims, evidence),
    unanswered: findUnanswered(claims, evidence),
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
