import { readEvidence } from '../brief/evidence.ts'
import { claimsOf } from '../brief/rules/claims.ts'
import { spansOverlap } from '../domain/article.ts'
import type { Brief, Draft, Finding } from '../domain/brief.ts'
import type { Story } from '../domain/story.ts'
import { grammarFor } from '../language/grammars.ts'
import { words } from '../text/tokens.ts'

/** The result for one article of one writer. */
export interface WrittenText {
  readonly outcome: 'accepted' | 'repaired' | 'withheld' | 'replaced'
  /** One kind of finding for each withheld part. */
  readonly withheld: readonly string[]
  /** Words in the summary, divided by words in the article. */
  readonly compression: number
  /** Claims that rules find in the article, and how many of them the brief covers. */
  readonly claims: { readonly found: number; readonly covered: number }
  readonly requests: number
  readonly tokens: number
  /** Tokens that the model wrote; part of `tokens`. */
  readonly written: number
  readonly ms: number
  /** How many of the writer's own sentences are kept, and whether its headline is; absent if it copies the article. */
  readonly sentences?: { readonly kept: number; readonly of: number; readonly isHeadlineKept: boolean }
  /** True if a second completion would be requested. */
  readonly isWorthMending?: boolean
}

/** Measures a brief against its article; the caller adds how it was made. */
export function measureBrief(brief: Brief, findings: readonly Finding[], { articles }: Story) {
  const [article] = articles
  const known = article ? claimsOf(article, readEvidence(article.text, grammarFor(article.language)), '') : []
  const covered = known.filter(({ citation }) =>
    brief.claims.some((claim) => spansOverlap(claim.citation.span, citation.span)),
  )
  const summary = brief.summary.reduce((sum, { text }) => sum + words(text).length, 0)
  const parts = new Map(findings.map(({ part, kind }) => [JSON.stringify(part), kind]))
  return {
    withheld: [...parts.values()],
    compression: summary / Math.max(1, words(article?.text ?? '').length),
    claims: { found: known.length, covered: covered.length },
  }
}

/** Counts the sentences of a draft, and those without findings. */
export function countSentences(
  { summary, claims, details = [] }: Draft,
  findings: readonly Finding[],
): { readonly kept: number; readonly of: number; readonly isHeadlineKept: boolean } {
  const faulty = new Set(
    findings
      .filter(({ part }) => part.kind === 'sentence' || part.kind === 'claim' || part.kind === 'detail')
      .map(({ part }) => JSON.stringify(part)),
  )
  const of = summary.length + claims.length + details.length
  return { kept: of - faulty.size, of, isHeadlineKept: !findings.some(({ part }) => part.kind === 'headline') }
}

/** The results for all articles: means per article, and shares. */
export interface WritingTotals {
  readonly shares: Readonly<Record<WrittenText['outcome'], number>>
  /** Share of the claims found by rules that the briefs cover. */
  readonly coverage: number
  readonly compression: number
  readonly requests: number
  readonly tokens: number
  /** In the currency of the prices; null if no prices are known. */
  readonly cost: number | null
  readonly ms: { readonly half: number; readonly most: number }
  readonly sentences: { readonly kept: number; readonly of: number }
  readonly headlines: { readonly kept: number; readonly of: number }
  /** Stories for which a second completion was, or would be, requested. */
  readonly worthMending: number
  /** Withheld parts by kind of finding, most frequent first. */
  readonly withheld: readonly { readonly kind: string; readonly count: number }[]
}

/** Sums up the results for articles; prices are per million tokens, read and written. */
export function summarizeWriting(
  all: readonly WrittenText[],
  prices: { readonly read: number; readonly written: number } | null,
): WritingTotals {
  const sum = (pick: (one: WrittenText) => number) => all.reduce((total, one) => total + pick(one), 0)
  const mean = (pick: (one: WrittenText) => number) => sum(pick) / Math.max(1, all.length)
  const share = (outcome: WrittenText['outcome']) => mean((one) => (one.outcome === outcome ? 1 : 0))
  const kinds = Map.groupBy(
    all.flatMap(({ withheld }) => withheld),
    (kind) => kind,
  )
  const times = all.map(({ ms }) => ms).toSorted((one, other) => one - other)
  const cost = ({ tokens, written }: WrittenText) =>
    prices ? ((tokens - written) * prices.read + written * prices.written) / 1_000_000 : 0
  return {
    shares: {
      accepted: share('accepted'),
      repaired: share('repaired'),
      withheld: share('withheld'),
      replaced: share('replaced'),
    },
    coverage:
      sum(({ claims }) => claims.covered) /
      Math.max(
        1,
        sum(({ claims }) => claims.found),
      ),
    compression: mean(({ compression }) => compression),
    requests: mean(({ requests }) => requests),
    tokens: mean(({ tokens }) => tokens),
    cost: prices && mean(cost),
    sentences: { kept: sum(({ sentences }) => sentences?.kept ?? 0), of: sum(({ sentences }) => sentences?.of ?? 0) },
    headlines: {
      kept: sum(({ sentences }) => (sentences?.isHeadlineKept ? 1 : 0)),
      of: sum(({ sentences }) => (sentences ? 1 : 0)),
    },
    worthMending: sum(({ isWorthMending, requests }) => ((isWorthMending ?? requests > 1) ? 1 : 0)),
    ms: { half: times[Math.floor(times.length / 2)] ?? 0, most: times.at(-1) ?? 0 },
    withheld: [...kinds]
      .map(([kind, list]) => ({ kind, count: list.length }))
      .toSorted((one, other) => other.count - one.count),
  }
}
