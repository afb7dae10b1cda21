import { type Article, openTo, sliceSpan } from '../../domain/article.ts'
import {
  type ArticleReference,
  type Brief,
  type Byline,
  type Difference,
  type Draft,
  type DraftPart,
  type Finding,
  passageKey,
  samePart,
  type Verified,
  type Version,
  type Withheld,
} from '../../domain/brief.ts'
import { type Claim, speakerName } from '../../domain/claim.ts'
import type { Story } from '../../domain/story.ts'
import type { Grammar } from '../../language/grammar.ts'
import type { GrammarFor } from '../../language/grammars.ts'
import { standsIn } from '../../text/verbatim.ts'
import { grammarOf } from '../answer/draft-of-answer.ts'
import { placeDetails } from '../answer/place-details.ts'
import { addOmitted, isHeldBack, standInClaims, standInDetails, standInSummary } from '../answer/stand-ins.ts'
import { weighVouched } from '../editing/vouched.ts'
import { type EvidenceSource, readEvidence } from '../evidence.ts'
import { linkResponses } from '../responses.ts'
import { isDisputed } from '../rules/differences.ts'
import { tieAnswers } from '../ties.ts'
import { findUnanswered } from '../unanswered.ts'
import { displayFindings, heldFindings, withCount } from './held.ts'
import { claimFindings, copiedFindings, evidenceFor, type PlaceInArticle } from './verify-copied.ts'
import { editedFindings, isWritten, verifyWritten } from './verify-written.ts'

/** A draft's writer, and the grammars for reading its articles. */
export interface Verification {
  readonly byline: Byline
  readonly grammarFor: GrammarFor
}

/**
 * Compares any writer's draft with the articles of its story, and makes a brief of what they support.
 *
 * It checks only that the articles support the draft, never that they are true.
 */
export function verify(given: Draft, story: Story, { byline, grammarFor }: Verification): Verified {
  const articles = openTo(byline.writer, story.articles)
  const evidence = new Map(articles.map(({ id, text, language }) => [id, readEvidence(text, grammarFor(language))]))
  const draft = { ...given, claims: given.claims.map((claim) => withCount(claim, evidence)) }
  const source = { articles, evidence }
  const grammar = grammarOf(story, grammarFor)
  const found = [
    ...(isWritten(draft) ? verifyWritten(draft, source) : copiedOrEdited(draft, source)).filter(
      // If only its headline may be shown, there is no text to check the headline against.
      ({ part }) => part.kind !== 'headline' || !hasHeadline(story, draft.headline),
    ),
    ...draft.claims.filter(({ wording }) => wording !== 'sentence').flatMap((claim) => claimFindings(claim, evidence)),
    ...disputedFigures(draft, story, grammar),
    ...draft.differences.flatMap(({ versions }, index) => differenceFindings(versions, { index, evidence })),
    ...heldFindings(draft, grammar.text),
    ...displayFindings(draft, articles),
  ]
  const weighed = weighVouched(found, draft, source)
  const { vouched } = weighed
  const findings = [...weighed.findings, ...cutFindings(draft)]
  return {
    findings,
    brief: withhold(draft.vouched ? { ...draft, vouched } : draft, findings, { story, byline, source, grammar }),
  }
}

/** Returns true if a headline is exactly that of one of the story's articles. */
function hasHeadline({ articles }: Story, headline: string): boolean {
  return articles.some((article) => article.headline === headline)
}

/** Finds the faults of a draft that copies the articles' words, and of what an editor rewrote in it. */
function copiedOrEdited(draft: Draft, source: EvidenceSource): Finding[] {
  const { edited = [] } = draft
  const copied = copiedFindings(draft, source).filter(({ part }) => !edited.some((each) => samePart(each, part)))
  return [...copied, ...editedFindings(draft, source)]
}

/** What an editor left out, as findings. */
function cutFindings({ cut = [], claims, summary }: Draft): Finding[] {
  return cut.flatMap((part): Finding[] => {
    const words = part.kind === 'claim' ? claims.find(({ id }) => id === part.id)?.words : undefined
    const text = part.kind === 'sentence' ? summary[part.index]?.text : words
    return text === undefined ? [] : [{ kind: 'cut', part, words: text, passage: null }]
  })
}

/** Finds a headline or sentence that gives a number on which outlets differ, and names no outlet. */
function disputedFigures({ headline, summary, differences }: Draft, { articles }: Story, grammar: Grammar): Finding[] {
  const parts: readonly (readonly [DraftPart, string])[] = [
    [{ kind: 'headline' }, headline],
    ...summary.map(({ text }, index) => [{ kind: 'sentence' as const, index }, text] as const),
  ]
  return parts
    .filter(
      ([, text]) => isDisputed(text, differences, grammar) && !articles.some(({ outlet }) => standsIn(text, outlet)),
    )
    .map(([part, text]) => ({ kind: 'disputed-figure', part, words: text, passage: null }))
}

/** The newest headline without a number on which the articles differ, or else the newest after its outlet's name. */
function headlineOf({ articles }: Story, differences: readonly Difference[], grammar: Grammar): string {
  const [first] = articles
  const plain = articles.find(({ headline }) => headline !== '' && !isDisputed(headline, differences, grammar))
  return plain?.headline ?? (first ? `${first.outlet}: ${first.headline}` : '')
}

function differenceFindings(versions: readonly Version[], { index, evidence }: PlaceInArticle): Finding[] {
  const part: DraftPart = { kind: 'difference', index }
  return versions
    .filter(({ words: stated, citation }) => {
      const text = evidenceFor(citation, evidence)?.text.slice(citation.span.start, citation.span.end)
      return text === undefined || !standsIn(text, stated)
    })
    .map((version): Finding => ({ kind: 'words-not-found', part, words: version.words, passage: version.citation }))
}

interface Withholding {
  readonly story: Story
  readonly byline: Byline
  /** The articles that its writer could read. */
  readonly source: EvidenceSource
  readonly grammar: Grammar
}

function withhold(draft: Draft, findings: readonly Finding[], { story, byline, source, grammar }: Withholding): Brief {
  const faulty = (part: DraftPart) => findings.some((finding) => samePart(finding.part, part))
  const isHeld = (part: DraftPart) =>
    findings.some((finding) => samePart(finding.part, part) && isHeldBack(finding.kind))
  const withoutHeld = { ...draft, claims: draft.claims.filter(({ id }) => !isHeld({ kind: 'claim', id })) }
  const { evidence } = source
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
  const details = draft.details && standInDetails(draft, findings, source)
  const placed =
    details &&
    placeDetails(
      [...details, ...added.details, ...standInClaims(withoutHeld, ({ id }) => faulty({ kind: 'claim', id }), source)],
      claims,
      source,
    )
  const checked = {
    story: story.id,
    articles: story.articles.map(referenceTo),
    headline: faulty({ kind: 'headline' }) ? headlineOf(story, draft.differences, grammar) : draft.headline,
    summary,
    claims,
    responses: isWritten(draft) ? tieAnswers(claims, source) : linkResponses(claims, evidence),
    unanswered: isWritten(draft) ? [] : findUnanswered(claims, evidence),
    differences: draft.differences.filter((_, index) => !faulty({ kind: 'difference', index })),
    ...(draft.edited ? { edited: partsLeft(draft.edited, draft, { summary, faulty }) } : {}),
    ...(draft.vouched ? { vouched: partsLeft(draft.vouched, draft, { summary, faulty }) } : {}),
    ...(placed ? { details: placed, passages: passagesIn(source, { claims, summary, details: placed }) } : {}),
    withheld: withheldParts(findings),
    byline,
  }
  // The only place where a brief is made: everything with a finding has been removed.
  return checked as unknown as Brief
}

/** The parts that are not withheld; a sentence by its position among those that are left. */
function partsLeft(
  parts: readonly DraftPart[],
  draft: Draft,
  { summary, faulty }: { readonly summary: Draft['summary']; readonly faulty: (part: DraftPart) => boolean },
): DraftPart[] {
  return parts.flatMap((part): DraftPart[] => {
    if (faulty(part)) return []
    if (part.kind !== 'sentence') return [part]
    const index = summary.findIndex(({ text }) => text === draft.summary[part.index]?.text)
    return index < 0 ? [] : [{ kind: 'sentence', index }]
  })
}

/** The texts of the passages that a brief cites, by passage key. */
function passagesIn(
  { evidence }: EvidenceSource,
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

/** Removes a speaker's description from a claim if the article does not support it. */
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

/** One entry per withheld part, with its first finding. */
function withheldParts(all: readonly Finding[]): Withheld[] {
  // Omissions are added to the brief, and a claim is still whole without a wrong description.
  const findings = all.filter(({ part, kind }) => part.kind !== 'missing' && part.kind !== 'standing' && kind !== 'cut')
  const first = findings.filter((finding, at) => findings.findIndex(({ part }) => samePart(part, finding.part)) === at)
  return first.map(({ kind, part }) => ({ part: part.kind, finding: kind }))
}

function referenceTo({
  text: _text,
  byline: _byline,
  kind: _kind,
  sections: _sections,
  ...reference
}: Article): ArticleReference {
  return reference
}
