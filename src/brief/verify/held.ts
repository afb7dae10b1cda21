import type { ArticleId } from '../../domain/article.ts'
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
