import { type Article, type Citation, citationsOverlap, sliceSpan } from '../../domain/article.ts'
import {
  type BriefSentence,
  type Detail,
  type Draft,
  type DraftPart,
  type Finding,
  type FindingKind,
  samePart,
} from '../../domain/brief.ts'
import { capitalize } from '../../domain/capitals.ts'
import { type Claim, isSilence, speakerName } from '../../domain/claim.ts'
import type { Grammar } from '../../language/grammar.ts'
import type { Evidence, EvidenceSource } from '../evidence.ts'
import { claimsOf } from '../rules/claims.ts'
import { grammarOfCitation, isOneEntry, makesCharge } from '../ties.ts'
import { isResponse } from '../verify/statements.ts'
import { leadsElsewhere } from '../wording.ts'
import { passagesOf } from './draft-of-answer.ts'
import { isSlippedIn } from './slipped-in.ts'

/** Fills in for what a writer got wrong or left out, with the article's own sentences, marked as such. */

/** The most faulty sentences to replace with quoted ones, and the most words in each. */
const mostQuoted = 2
const longestQuoted = 45

/**
 * Quotes a sentence of an article, with its outlet's name: “The Herald: “About 600 people left their homes.””. None of an
 * article whose publisher limits how much of it is shown.
 */
export function quoteOutlet(
  { article, span }: Citation,
  { articles, evidence }: EvidenceSource,
): BriefSentence | undefined {
  const found = articles.find(({ id }) => id === article)
  const text = sliceSpan(found?.text ?? '', span)
    .replace(/\s+/g, ' ')
    .trim()
  const isFit = /[.!]["”’]?$/.test(text) && text.split(' ').length <= longestQuoted
  const read = evidence.get(article)
  if (!found || found.shown || !read || !isFit || read.grammar.patterns.leaning.opening.test(text)) return undefined
  if (read.grammar.words.isAddressed(text) || leadsElsewhere(text, read.grammar)) return undefined
  if (isSlippedIn([{ evidence: read, span }])) return undefined
  return { text: `${found.outlet}: “${withInnerMarks(text)}”`, citations: [{ article, span }] }
}

/** Changes double quotation marks to single ones, for a quotation within a quotation. */
function withInnerMarks(text: string): string {
  return text
    .replace(/[“„]/g, '‘')
    .replace(/”/g, '’')
    .replace(/"([^"]*)"/g, '‘$1’')
}

/** True if a part is not wrong but left out on purpose, by an editor or by the channel's policy. */
export function isHeldBack(kind: FindingKind): boolean {
  return kind === 'cut' || kind === 'one-unnamed' || kind === 'quotation-long'
}

/** Replaces the first few faulty sentences of a summary with the article's own, and drops the others. */
export function standInSummary(
  summary: readonly BriefSentence[],
  findings: readonly Finding[],
  source: EvidenceSource,
): BriefSentence[] {
  return replaceFaulty(summary, {
    faultsOf: (index) => kindsOf({ kind: 'sentence', index }, findings),
    shown: [],
    quote: ([first], cited) => (first && !isCited(first, cited) ? quoteOutlet(first, source) : undefined),
    put: (_, quoted) => quoted,
  })
}

/** Replaces the first few faulty details with the outlet's own sentences, and drops the others. */
export function standInDetails(
  { details = [], claims, summary }: Pick<Draft, 'details' | 'claims' | 'summary'>,
  findings: readonly Finding[],
  source: EvidenceSource,
): Detail[] {
  return replaceFaulty(details, {
    faultsOf: (index) => kindsOf({ kind: 'detail', index }, findings),
    shown: [...summary.flatMap(({ citations }) => citations), ...claims.flatMap(passagesOf)],
    quote: (passages, cited) => quoteAlone(passages, cited, source),
    put: (detail, quoted) => ({ ...detail, ...quoted, isAdded: true }),
  })
}

interface Replacing<Each> {
  faultsOf(index: number): readonly FindingKind[]
  /** The passages that other parts show. */
  readonly shown: readonly Citation[]
  /** The outlet's own sentence for the passages of a faulty one; undefined if none will do. */
  quote(passages: readonly Citation[], cited: readonly Citation[]): BriefSentence | undefined
  put(faulty: Each, quoted: BriefSentence): Each
}

/** Replaces the first few faulty sentences. If one is not news, or is held back, so is the outlet's version. */
function replaceFaulty<Each extends BriefSentence>(
  sentences: readonly Each[],
  { faultsOf, shown, quote, put }: Replacing<Each>,
): Each[] {
  const kept = sentences.filter((_, index) => faultsOf(index).length === 0)
  const cited = [...kept.flatMap(({ citations }) => citations), ...shown]
  let left = mostQuoted
  return sentences.flatMap((sentence, index): Each[] => {
    const faults = faultsOf(index)
    if (faults.length === 0) return [sentence]
    if (left === 0 || faults.some((kind) => kind === 'not-news' || isHeldBack(kind))) return []
    const quoted = quote(sentence.citations, cited)
    if (!quoted) return []
    left -= 1
    cited.push(...quoted.citations)
    return [put(sentence, quoted)]
  })
}

function kindsOf(part: DraftPart, findings: readonly Finding[]): FindingKind[] {
  return findings.filter((finding) => samePart(finding.part, part)).map(({ kind }) => kind)
}

function isCited(passage: Citation, cited: readonly Citation[]): boolean {
  return cited.some((each) => citationsOverlap(each, passage))
}

/**
 * Replaces failed claims with the outlet's own sentences: after another claim by the same speaker, after the charge that
 * it answers, or else as background. A charge without its answer, or half of what somebody said, would mislead.
 */
export function standInClaims(
  { claims, summary }: Pick<Draft, 'claims' | 'summary'>,
  isFaulty: (claim: Claim) => boolean,
  source: EvidenceSource,
): Detail[] {
  const kept = claims.filter((claim) => !isFaulty(claim))
  const cited = [...kept.flatMap(passagesOf), ...summary.flatMap(({ citations }) => citations)]
  const behindOf = (claim: Claim) =>
    kept.findLast((other) => isOneEntry(other, claim)) ?? kept.find((other) => makesCharge(other, claim, source))
  const failed = claims
    .filter((claim) => isFaulty(claim) && claim.wording === 'sentence')
    .toSorted((one, other) => Number(other.answers !== undefined) - Number(one.answers !== undefined))
  return failed
    .flatMap((claim): Detail[] => {
      const quoted = quoteAlone(passagesOf(claim), cited, source)
      if (!quoted) return []
      cited.push(...quoted.citations)
      const behind = behindOf(claim)
      return [{ ...quoted, ...(behind ? { topic: 'said', behind: behind.id } : { topic: 'context' }), isAdded: true }]
    })
    .slice(0, mostQuoted)
}

/** Quotes the only passage of a failed sentence, if it is not shown yet and makes sense alone. */
function quoteAlone(
  [first, ...more]: readonly Citation[],
  cited: readonly Citation[],
  source: EvidenceSource,
): BriefSentence | undefined {
  if (!first || more.length > 0 || isCited(first, cited)) return undefined
  const quoted = quoteOutlet(first, source)
  const { pronoun } = grammarOfCitation(first, source).patterns.leaning
  return quoted && !pronoun.test(quoted.text.replace(/‘[^’]*’/g, '')) ? quoted : undefined
}

export interface Added {
  readonly claims: readonly Claim[]
  readonly details: readonly Detail[]
}

/** The answers and silences that a draft leaves out, in the articles' words: denials as claims, silences as details. */
export function addOmitted(findings: readonly Finding[], source: EvidenceSource): Added {
  const { articles, evidence } = source
  const passages = findings.flatMap(({ part, passage }) => (part.kind === 'missing' && passage ? [passage] : []))
  const byArticle = new Map<Article, Evidence>()
  for (const article of articles) {
    const read = evidence.get(article.id)
    if (read) byArticle.set(article, read)
  }
  const claims = [...byArticle].flatMap(([article, read]) =>
    claimsOf(article, read, 'added').filter(
      ({ act, citation, words }) =>
        isResponse({ act }) &&
        // “The union disputes that”: on its own, it does not say what.
        !read.grammar.patterns.leaning.bareObject.test(words) &&
        passages.some((passage) => citationsOverlap(passage, citation)),
    ),
  )
  return {
    claims: claims
      .filter(({ act }) => !isSilence(act))
      .map((claim, index) => ({ ...claim, id: `added.${index + 1}`, isAdded: true })),
    details: claims
      .filter(({ act }) => isSilence(act))
      .map(({ speaker, words, citation }) => ({
        topic: 'silence' as const,
        text: silenceSentence(speakerName(speaker), words, grammarOfCitation(citation, source)),
        citations: [citation],
        isAdded: true as const,
      })),
  }
}

/** A sentence for a silence: “Gatemaker Ltd did not respond to requests for comment.” */
function silenceSentence(name: string, words: string, { patterns }: Grammar): string {
  const stated = patterns.leaning.silentSubject.test(words) ? words : `${name} ${words}`
  return `${capitalize(stated)}${/[.!?]$/.test(stated) ? '' : '.'}`
}
