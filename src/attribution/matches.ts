import type { Span } from '../domain/article.ts'
import type { Match, Range, Report } from '../language/report.ts'
import type { Token } from '../text/tokens.ts'

/** Converts a report's token ranges to spans of the text. */
export function matchOf(tokens: readonly Token[], report: Report): Match {
  return {
    act: report.act,
    source: report.source && spanOf(tokens, report.source),
    cue: spanOf(tokens, report.cue),
    content: report.content.map((range) => spanOf(tokens, range)),
    venue: report.venue && spanOf(tokens, report.venue),
    negated: report.negated,
    rules: report.rules,
    doubts: report.doubts,
  }
}

function spanOf(tokens: readonly Token[], { from, to }: Range): Span {
  return { start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 }
}
