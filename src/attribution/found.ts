import type { Span } from '../domain/article.ts'
import type { Act } from '../domain/claim.ts'
import type { Token } from '../text/tokens.ts'
import type { Report } from './contents.ts'
import { type Range } from './noun-phrases.ts'

/** A report of speech as spans of the text, its speaker not yet resolved. */
export interface Found {
  readonly act: Act
  readonly source: Span | null
  readonly cue: Span | null
  readonly content: readonly Span[]
  readonly venue: Span | null
  readonly negated: boolean
  /** Whether the words or their speaker may have been misread. */
  readonly unsure?: boolean
}

export function foundIn(tokens: readonly Token[], report: Report): Found {
  return {
    act: report.act,
    source: report.source && spanOf(tokens, report.source),
    cue: spanOf(tokens, report.cue),
    content: report.content.map((range) => spanOf(tokens, range)),
    venue: report.venue && spanOf(tokens, report.venue),
    negated: report.negated ?? false,
    unsure: report.unsure ?? false,
  }
}

function spanOf(tokens: readonly Token[], { from, to }: Range): Span {
  return { start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 }
}
