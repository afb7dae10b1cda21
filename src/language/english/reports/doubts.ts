import type { Token } from '../../../text/tokens.ts'
import type { Report } from '../../report.ts'
import { hasQuotation } from './content-places.ts'
import { isMisreadSource } from './senses.ts'

/** Reports that are kept, so that they are counted, and told to nobody. */

/** A report whose source was read wrongly is kept, so that it is counted, and told to nobody. */
export function doubted(tokens: readonly Token[], report: Report): Report {
  const misread = report.source !== null && isMisreadSource(tokens, report.source)
  return misread || isDeedInPassing(tokens, report) || isHearsay(tokens, report) ? { ...report, unsure: true } : report
}

/** “dismissed after reporting unsafe staffing”: what somebody did, unless it gives the words. */
function isDeedInPassing(tokens: readonly Token[], { cue, content }: Report): boolean {
  const [said] = content
  if (!said || !tokens[cue.to - 1]?.lower.endsWith('ing') || said.from < cue.to) return false
  // “…, citing the pending case”: a reason, and nobody's words.
  const passing =
    tokens[cue.to - 1]?.lower === 'citing' ||
    /^(?:after|before|by|without|despite|for|since|from|of|in|on|while)$/.test(tokens[cue.from - 1]?.lower ?? '')
  return passing && !opensClause(tokens[said.from]) && !hasQuotation(tokens, said)
}

/** “It killed twelve, officials said, and left homes dark, according to the utility”: whose is which is not plain. */
export function holdsReport({ content }: Report, reports: readonly Report[]): boolean {
  return reports.some(({ cue }) => content.some(({ from, to }) => from <= cue.from && cue.to <= to))
}

/** Whether what stands here opens what was said, asked or ordered. */
export function opensClause(token: Token | undefined): boolean {
  return (
    token?.kind === 'quotation' || /^(?:that|whether|if|how|why|what|who|where|when|to|about)$/.test(token?.lower ?? '')
  )
}

/** “reportedly said”, “wrongly claimed”, “was quoted by the Post as saying”: the outlet does not say that it was said so. */
function isHearsay(tokens: readonly Token[], { cue }: Report): boolean {
  const group = tokens.slice(cue.from, cue.to).map(({ lower }) => lower)
  if (
    group.some((word) =>
      /^(?:reportedly|allegedly|apparently|supposedly|purportedly|seemingly|wrongly|falsely|incorrectly|mistakenly)$/.test(
        word,
      ),
    )
  )
    return true
  const passed = tokens
    .slice(0, cue.from)
    .some(({ lower }) => /^(?:quoted|cited|reported|overheard|heard|recorded|filmed)$/.test(lower))
  return passed && tokens[cue.from - 1]?.lower === 'as' && (group.at(-1)?.endsWith('ing') ?? false)
}
