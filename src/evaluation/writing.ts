import { claimsOf } from '../brief/claims.ts'
import { readEvidence } from '../brief/evidence.ts'
import { spansOverlap } from '../domain/article.ts'
import type { Brief, Finding } from '../domain/brief.ts'
import type { Story } from '../domain/story.ts'
import { words } from '../text/tokens.ts'

/** What became of one article in a writer's hands. */
export interface WrittenText {
  readonly outcome: 'accepted' | 'repaired' | 'withheld' | 'replaced'
  /** Kinds of finding that cost a part, one a part. */
  readonly withheld: readonly string[]
  /** Words of the summary, by words of the article. */
  readonly compression: number
  /** Claims that rules find in the article, and how many of them the brief tells. */
  readonly claims: { readonly found: number; readonly told: number }
  readonly requests: number
  readonly tokens: number
  readonly ms: number
}

/** Measures a brief against its article; how it came about is the caller's to add. */
export function measureBrief(brief: Brief, findings: readonly Finding[], { articles }: Story) {
  const [article] = articles
  const known = article ? claimsOf(article, readEvidence(article.text), '') : []
  const told = known.filter(({ citation }) =>
    brief.claims.some((claim) => spansOverlap(claim.citation.span, citation.span)),
  )
  const summary = brief.summary.reduce((sum, { text }) => sum + words(text).length, 0)
  const parts = new Map(findings.map(({ part, kind }) => [JSON.stringify(part), kind]))
  return {
    withheld: [...parts.values()],
    compression: summary / Math.max(1, words(article?.text ?? '').length),
    claims: { found: known.length, told: told.length },
  }
}
