import type { Article, ArticleId, Citation } from '../../domain/article.ts'
import type { Draft, DraftPart, Finding } from '../../domain/brief.ts'
import { type Claim, isSilence } from '../../domain/claim.ts'
import { findQuotations } from '../../text/quotations.ts'
import type { TextRules } from '../../text/rules.ts'
import { words } from '../../text/tokens.ts'
import type { Evidence } from '../evidence.ts'

/** Finds what the policy of the draft's channel holds back: lone unnamed speakers, and long quotations. */
export function heldFindings({ held, claims, summary, details = [] }: Draft, rules: TextRules): Finding[] {
  if (!held) return []
  const { holdsUnnamed, quotationWords } = held
  const unnamed = claims.filter(
    ({ speaker, act }) => holdsUnnamed && speaker.kind === 'unnamed' && speaker.count === 1 && !isSilence(act),
  )
  const texts: readonly (readonly [DraftPart, string, readonly string[]])[] = [
    ...claims.map((claim) => [{ kind: 'claim' as const, id: claim.id }, claim.words, claim.quotes] as const),
    ...summary.map(({ text }, index) => [{ kind: 'sentence' as const, index }, text, []] as const),
    ...details.map(({ text }, index) => [{ kind: 'detail' as const, index }, text, []] as const),
  ]
  const long = texts.filter(
    ([, text, quotes]) => quotationWords !== null && longestQuotation(text, quotes, rules) > quotationWords,
  )
  return [
    ...unnamed.map(
      ({ id, words: said, citation }): Finding => ({
        kind: 'one-unnamed',
        part: { kind: 'claim', id },
        words: said,
        passage: citation,
      }),
    ),
    ...long.map(([part, text]): Finding => ({ kind: 'quotation-long', part, words: text, passage: null })),
  ]
}

/** A claim whose unnamed speaker's number its writer did not give, with the number that the article's reading has. */
export function withCount(claim: Claim, evidence: ReadonlyMap<ArticleId, Evidence>): Claim {
  const { speaker, citation } = claim
  if (speaker.kind !== 'unnamed' || speaker.count !== undefined) return claim
  const called = speaker.description.toLowerCase()
  const read = evidence
    .get(citation.article)
    ?.attributions.flatMap((each) => (each.speaker?.kind === 'unnamed' ? [each.speaker] : []))
    .find(({ description }) => description.toLowerCase() === called)
  return read?.count === undefined ? claim : { ...claim, speaker: { ...speaker, count: read.count } }
}

/** The number of words of the longest quotation in a text. */
function longestQuotation(text: string, quotes: readonly string[], rules: TextRules): number {
  const marked = findQuotations(text, { start: 0, end: text.length }, rules).map(({ inner }) =>
    text.slice(inner.start, inner.end),
  )
  return Math.max(0, ...[...marked, ...quotes].map((quoted) => words(quoted, rules).length))
}

/** A part of a draft, with its text and where that is from. */
interface ShownPart {
  readonly part: DraftPart
  readonly text: string
  readonly citations: readonly Citation[]
}

/**
 * Finds what is more than a publisher lets others show of an article: the parts are added up in the order in which they
 * are read, and those that no longer fit are found.
 */
export function displayFindings(draft: Draft, articles: readonly Article[]): Finding[] {
  const left = new Map<ArticleId, number>(articles.flatMap(({ id, shown }) => (shown ? [[id, shown.most]] : [])))
  if (left.size === 0) return []
  return partsOf(draft).flatMap(({ part, text, citations }): Finding[] => {
    const limited = [...new Set(citations.map(({ article }) => article))].filter((id) => left.has(id))
    // The evidence shows the passage, which may be longer.
    const cited = citations.reduce((sum, { span }) => sum + span.end - span.start, 0)
    const length = Math.max(text.length, cited)
    if (limited.some((id) => length > (left.get(id) ?? 0)))
      return [{ kind: 'display-limit', part, words: text, passage: citations[0] ?? null }]
    for (const id of limited) left.set(id, (left.get(id) ?? 0) - length)
    return []
  })
}

function partsOf({ summary, claims, differences, details = [] }: Draft): ShownPart[] {
  return [
    ...summary.map(({ text, citations }, index) => ({ part: { kind: 'sentence' as const, index }, text, citations })),
    ...claims.map(({ id, words: said, line, citation, further = [] }) => ({
      part: { kind: 'claim' as const, id },
      text: line ?? said,
      citations: [citation, ...further],
    })),
    ...details.map(({ text, citations }, index) => ({ part: { kind: 'detail' as const, index }, text, citations })),
    ...differences.map(({ versions }, index) => ({
      part: { kind: 'difference' as const, index },
      text: versions.map((version) => version.words).join(' '),
      citations: versions.map(({ citation }) => citation),
    })),
  ]
}
