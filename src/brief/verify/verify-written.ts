import { type Article, type Citation, citationsOverlap, sliceSpan } from '../../domain/article.ts'
import { type Draft, type DraftPart, type Finding, type FindingKind, samePart } from '../../domain/brief.ts'
import { type Claim, speakerName } from '../../domain/claim.ts'
import { storyId } from '../../domain/story.ts'
import type { CheckFault } from '../../language/check.ts'
import { nowhere, passagesOf } from '../answer/draft-of-answer.ts'
import { isSlippedIn } from '../answer/slipped-in.ts'
import { type Evidence, type EvidenceSource, type Passage, readEvidence } from '../evidence.ts'
import type { Published } from '../ground.ts'
import { bestSentences } from '../rules/link.ts'
import { leadsElsewhere } from '../wording.ts'
import { checkStatement } from './check-statement.ts'
import { findOmissions } from './completeness.ts'
import { verifyStanding } from './verify-standing.ts'

/** Checks a draft in its writer's own sentences against its articles, sentence by sentence. */

interface Written {
  readonly part: DraftPart
  readonly text: string
  readonly speaker: string | null
  readonly citations: readonly Citation[]
  /** True if a second reader doubts it. */
  readonly isDoubted: boolean
}

/** A headline with fewer content words than this says nothing. */
const fewestWords = 2
/** The most sentences that a headline is checked against. */
const mostBehindHeadline = 4
/** The most rounds of checking: withholding a sentence may remove a caveat that another sentence relied on. */
const mostRounds = 3

/** Returns true if a draft is in its writer's own sentences rather than in the articles' words. */
export function isWritten({ details }: Draft): boolean {
  return details !== undefined
}

/** Finds the faults of a draft in its writer's own sentences, and its omissions. */
export function verifyWritten(draft: Draft, source: EvidenceSource): Finding[] {
  const { doubted = [] } = draft
  const all = writtenIn(draft).map((each) => ({
    ...each,
    isDoubted: doubted.some((part) => samePart(part, each.part)),
  }))
  let findings: Finding[] = []
  for (let round = 0; round < mostRounds; round++) {
    const kept = all.filter(({ part }) => !findings.some((finding) => samePart(finding.part, part)))
    const next = all.flatMap((written) => findingsOf(written, kept, source))
    const isStable = next.length === findings.length
    findings = next
    if (isStable) break
  }
  const standings = draft.claims.flatMap((claim) => standingFindings(claim, draft, source))
  const kept = all.filter(({ part }) => !findings.some((finding) => samePart(finding.part, part)))
  return [
    ...headlineFindings(draft.headline, source),
    ...findings,
    ...orphanFindings(draft, { all, kept }, source),
    ...standings,
    ...findOmissions([...kept, { text: draft.headline, speaker: null, citations: [] }], source),
  ]
}

/** Finds the faults of the parts that an editor put in their own words. */
export function editedFindings(draft: Draft, source: EvidenceSource): Finding[] {
  const { edited = [], headline } = draft
  const isEdited = (part: DraftPart) => edited.some((each) => samePart(each, part))
  const all = writtenIn(draft).map((each) => ({ ...each, isDoubted: false }))
  return [
    ...(isEdited({ kind: 'headline' }) ? headlineFindings(headline, source) : []),
    ...all.filter(({ part }) => isEdited(part)).flatMap((written) => findingsOf(written, all, source)),
  ]
}

/** Finds answers that say nothing by themselves because the charge that they answer is withheld. */
function orphanFindings(
  { claims }: Draft,
  { all, kept }: { readonly all: readonly Written[]; readonly kept: readonly Written[] },
  { evidence }: EvidenceSource,
): Finding[] {
  const tells = ({ citations }: Written, passage: Citation) => citations.some((each) => citationsOverlap(each, passage))
  return claims.flatMap((claim) => {
    const { id, words, answers, citation } = claim
    const part = { kind: 'claim' as const, id }
    const own = kept.find((written) => samePart(written.part, part))
    const { grammar } = evidence.get(citation.article) ?? {}
    if (!answers || !own || !grammar?.patterns.answers.leaningAnswer.test(words)) return []
    const isStated = kept.some((written) => written !== own && tells(written, answers))
    const wasStated = all.some((written) => written !== own && tells(written, answers))
    return wasStated && !isStated ? [{ kind: 'charge-missing' as const, part, words, passage: citation }] : []
  })
}

function writtenIn({ summary, claims, details = [] }: Draft): Omit<Written, 'isDoubted'>[] {
  return [
    ...summary.map(({ text, citations }, index) => ({
      part: { kind: 'sentence' as const, index },
      text,
      speaker: null,
      citations,
    })),
    ...claims
      .filter(({ wording }) => wording === 'sentence')
      .map((claim) => ({
        part: { kind: 'claim' as const, id: claim.id },
        text: claim.words,
        speaker: speakerName(claim.speaker),
        citations: passagesOf(claim).filter(({ span }) => span.end > span.start),
      })),
    ...details.map(({ text, citations }, index) => ({
      part: { kind: 'detail' as const, index },
      text,
      speaker: null,
      citations,
    })),
  ]
}

function findingsOf(written: Written, kept: readonly Written[], source: EvidenceSource): Finding[] {
  const { part, text, speaker, citations } = written
  const passage = citations[0] ?? null
  const one = (kind: FindingKind): Finding[] => [{ kind, part, words: text, passage }]
  if (!passage) return one('uncited-sentence')
  const passages = citations.flatMap((citation) => citedIn(citation, source))
  const [first] = passages
  if (!first || passages.length < citations.length) return one('missing-passage')
  if (passages.some(({ evidence }) => evidence.grammar.checks.length === 0)) return one('language-not-checked')
  const { grammar } = first.evidence
  if (written.isDoubted) return one('second-reader')
  if (
    leadsElsewhere(text, grammar) ||
    // “You would frighten hundreds”, she said: a quoted speaker may address somebody, but the brief may not.
    grammar.words.isAddressed(text.replace(/[“"][^”"]*[”"]/g, '“”')) ||
    (speaker !== null && leadsElsewhere(speaker, grammar)) ||
    (speaker === null && isSlippedIn(passages))
  )
    return one('not-news')
  const context = kept.filter((each) => each !== written).map((each) => each.text)
  const faults = checkStatement({ text, speaker, context: context.join(' ') }, passages, publishedIn(source))
  return asFindings(faults, { part, passage, sentence: text })
}

function asFindings(
  faults: readonly CheckFault[],
  { part, passage, sentence }: Required<Pick<Finding, 'part' | 'passage' | 'sentence'>>,
): Finding[] {
  const kinds = new Map(faults.map((fault) => [fault.kind, fault]))
  return [...kinds.values()].map(({ kind, words }) => ({ kind, part, words, passage, sentence }))
}

function publishedIn({ articles, evidence }: EvidenceSource): (read: Evidence) => Published {
  const byEvidence = new Map(articles.map((article) => [evidence.get(article.id), article]))
  return (read) => {
    const article = byEvidence.get(read)
    return { headline: article?.headline ?? '', outlet: article?.outlet ?? '' }
  }
}

function citedIn({ article, span }: Citation, { evidence }: EvidenceSource): Passage[] {
  const found = evidence.get(article)
  const isThere = found && span.start >= 0 && span.start < span.end && span.end <= found.text.length
  return isThere ? [{ evidence: found, span }] : []
}

/** Checks that a headline is an article's own, or that an article's headline and best-matching sentences support it. */
function headlineFindings(headline: string, source: EvidenceSource): Finding[] {
  const { articles, evidence } = source
  if (articles.some((article) => article.headline === headline)) return []
  const part: DraftPart = { kind: 'headline' }
  const readable = articles.filter(({ id }) => evidence.get(id)?.grammar.isMeasured)
  const grammar = evidence.get(readable[0]?.id ?? nowhere)?.grammar
  if (!grammar) return [{ kind: 'language-not-checked', part, words: headline, passage: null }]
  if (grammar.words.contentWords(headline).length < fewestWords)
    return [{ kind: 'words-not-found', part, words: headline, passage: null }]
  if (leadsElsewhere(headline, grammar) || grammar.words.isAddressed(headline))
    return [{ kind: 'not-news', part, words: headline, passage: null }]
  const best = fewestFaults(readable, (article) => {
    const read = evidence.get(article.id)
    const title = readEvidence(article.headline, grammar)
    const story = { id: storyId('headline'), articles: [article] }
    const stated = bestSentences(headline, story, { grammarFor: () => grammar, most: mostBehindHeadline })
    const leads = read ? stated.map(({ start, end }) => ({ evidence: read, span: { start, end } })) : []
    const own = { evidence: title, span: { start: 0, end: article.headline.length } }
    return fewestFaults(supportsOf(leads), (some) =>
      checkStatement(
        { text: headline, speaker: null, context: headline },
        article.headline === '' ? some : [own, ...some],
        () => ({ headline: article.headline, outlet: article.outlet }),
      ).filter(({ kind }) => kind !== 'qualifier-dropped'),
    )
  })
  return asFindings(best, { part, passage: null, sentence: headline })
}

/** What a headline may rest on: the sentences that fit it best, or one of them; it cites none itself. */
function supportsOf(leads: readonly Passage[]): (readonly Passage[])[] {
  const many = new Set([2, leads.length, 3].map((count) => Math.min(count, leads.length)))
  const alone = leads.length > 1 ? leads.map((lead) => [lead]) : []
  return [...[...many].map((count) => leads.slice(0, count)), ...alone]
}

/** The fewest faults that any of these leaves; the rest are not looked at once one leaves none. */
function fewestFaults<Each>(
  all: readonly Each[],
  faultsOf: (each: Each) => readonly CheckFault[],
): readonly CheckFault[] {
  let best: readonly CheckFault[] | undefined
  for (const each of all) {
    const faults = faultsOf(each)
    if (!best || faults.length < best.length) best = faults
    if (best.length === 0) break
  }
  return best ?? []
}

function standingFindings(claim: Claim, { claims }: Draft, source: EvidenceSource): Finding[] {
  const isFirst = claims.find(({ speaker }) => speakerName(speaker) === speakerName(claim.speaker)) === claim
  if (!isFirst || claim.wording !== 'sentence') return []
  const fault = verifyStanding(
    claim.speaker,
    passagesOf(claim).flatMap((citation) => citedIn(citation, source)),
  )
  const part: DraftPart = { kind: 'standing', id: claim.id }
  return fault === null ? [] : [{ kind: 'words-not-found', part, words: fault, passage: claim.citation }]
}

/** The sentences of a draft without findings, each with the text that it cites, for a second reader. */
export function standingSentences(
  draft: Draft,
  findings: readonly Finding[],
  articles: readonly Article[],
): { readonly part: DraftPart; readonly sentence: string; readonly passage: string }[] {
  return writtenIn(draft)
    .filter(({ part }) => !findings.some((finding) => samePart(finding.part, part)))
    .map(({ part, text, speaker, citations }) => ({
      part,
      sentence: speaker === null ? text : `${speaker} ${text}`,
      passage: citations
        .map(({ article, span }) => sliceSpan(articles.find(({ id }) => id === article)?.text ?? '', span))
        .join(' '),
    }))
}
