import { commonLength, coverSpans, meetSpans, type Span, spansOverlap } from '../domain/article.ts'
import type { FindingKind } from '../domain/brief.ts'
import type { Attribution } from '../domain/claim.ts'
import { findQuantities } from '../text/quantities.ts'
import { qualifier } from './bearing.ts'
import type { Evidence } from './evidence.ts'
import { countNegations, hasHedge } from './wording.ts'

/**
 * What words leave out of the sentence that they are from, as far as it is the same speaker's, and what that changes:
 * “I do not believe that [it was weak]”, “[it was] not [weak]”, “[I will go] if the court orders it”, “more than [20]”.
 */
export function leftOut(
  spans: readonly Span[],
  evidence: Evidence,
  attributions: readonly Attribution[],
): FindingKind[] {
  // Of what somebody said that another said, the innermost that has all of it is what the words are from.
  const [content = []] = attributions
    .map((each) => each.content)
    .filter((each) => commonLength(each, spans) >= mostlyAll * lengthOf(spans))
    .toSorted((one, other) => lengthOf(one) - lengthOf(other))
  const sentences = evidence.parts.flatMap((part) => part.sentences.map(({ span }) => span))
  const whole = content.flatMap((piece) =>
    sentences.filter((sentence) => spansOverlap(sentence, piece)).map((sentence) => meetSpans(sentence, piece)),
  )
  const stretches = whole.filter((stretch) => spans.some((span) => spansOverlap(stretch, span)))
  const unqualified = spans.some(
    ({ start, end }) =>
      beginsWithNumber(evidence.text.slice(start, end)) && qualifier.test(evidence.text.slice(0, start)),
  )
  const changed = stretches.flatMap((stretch) => {
    const cover = coverSpans(spans.filter((span) => spansOverlap(span, stretch)))
    const head = withoutSpans(evidence.text, { start: stretch.start, end: Math.max(stretch.start, cover.end) }, spans)
    const tail = evidence.text.slice(Math.min(cover.end, stretch.end), stretch.end)
    return [
      ...(countNegations(head) > 0 || turning.test(head) ? ['negation-changed' as const] : []),
      ...(hasHedge(head) || conditional.test(head) || conditional.test(tail) ? ['hedge-dropped' as const] : []),
    ]
  })
  return unqualified ? [...changed, 'hedge-dropped'] : changed
}

/** “20 people” out of “fewer than 20 people” says something else. */
function beginsWithNumber(words: string): boolean {
  return findQuantities(words)[0]?.start === 0
}

/** Whether words are picked from several sentences that nobody is known to have said together. */
export function isPutTogether(
  spans: readonly Span[],
  evidence: Evidence,
  attributions: readonly Attribution[],
): boolean {
  if (attributions.some(({ content }) => commonLength(content, spans) >= mostlyAll * lengthOf(spans))) return false
  const sentences = evidence.parts.flatMap((part) => part.sentences.map(({ span }) => span))
  return (
    sentences.filter((sentence) => spans.some((span) => spansOverlap(sentence, span))).length > 1 && spans.length > 1
  )
}

/** The share of words that lies in what an attribution holds, give or take a mark. */
const mostlyAll = 0.9
const turning = /\b(?:untrue|false|wrong|doubt(?:s|ed|ful)?|impossible|unlikely|deny|denies|denied|lie)\b/i
const conditional = /\b(?:if|unless|whether|provided|possible|possibility|chance|risk|suppose|hypothetically)\b/i

function lengthOf(spans: readonly Span[]): number {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0)
}

/** A stretch of text without these spans. */
export function withoutSpans(text: string, range: Span, spans: readonly Span[]): string {
  let rest = ''
  let at = range.start
  for (const { start, end } of spans.toSorted((one, other) => one.start - other.start)) {
    rest += text.slice(at, Math.max(at, start))
    at = Math.max(at, end)
  }
  return rest + text.slice(at, range.end)
}
