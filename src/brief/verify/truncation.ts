import {
  commonLength,
  coverSpans,
  lengthOf,
  meetSpans,
  type Span,
  sliceSpan,
  spansOverlap,
} from '../../domain/article.ts'
import type { FindingKind } from '../../domain/brief.ts'
import type { Attribution } from '../../domain/claim.ts'
import type { Grammar } from '../../language/grammar.ts'
import { findQuantities } from '../../text/values/quantities.ts'
import type { Evidence } from '../evidence.ts'
import { countNegations, hasHedge } from '../wording.ts'

/**
 * Finds how the meaning of words changes through what was cut from the same speaker's sentence: “I do not believe that
 * [it was weak]”, “[it was] not [weak]”, “[I will go] if the court orders it”, “more than [20]”.
 */
export function lostByTruncation(
  spans: readonly Span[],
  evidence: Evidence,
  attributions: readonly Attribution[],
): FindingKind[] {
  // If reports are nested, the words are from the innermost one that contains all of them.
  const [content = []] = attributions
    .map((each) => each.content)
    .filter((each) => commonLength(each, spans) >= mostlyAll * lengthOf(spans))
    .toSorted((one, other) => lengthOf(one) - lengthOf(other))
  const { grammar } = evidence
  const { turning, conditional, embedding, qualifying, beforeNumber } = grammar.patterns.truncation
  const { endsInLimiter } = grammar.words.limits
  const sentences = evidence.parts.flatMap((part) => part.sentences.map(({ span }) => span))
  const whole = content.flatMap((piece) =>
    sentences.filter((sentence) => spansOverlap(sentence, piece)).map((sentence) => meetSpans(sentence, piece)),
  )
  const stretches = whole.filter((stretch) => spans.some((span) => spansOverlap(stretch, span)))
  const unqualified = spans.some(
    ({ start, end }) =>
      beginsWithNumber(evidence.text.slice(start, end), grammar) && beforeNumber.test(evidence.text.slice(0, start)),
  )
  const changed = stretches.flatMap((stretch) => {
    const cover = coverSpans(spans.filter((span) => spansOverlap(span, stretch)))
    const head = withoutSpans(evidence.text, { start: stretch.start, end: Math.max(stretch.start, cover.end) }, spans)
    const tail = evidence.text.slice(Math.min(cover.end, stretch.end), stretch.end)
    const before = evidence.text.slice(stretch.start, Math.max(stretch.start, cover.start))
    return [
      ...(countNegations(head, grammar) > 0 || turning.test(head) ? ['negation-changed' as const] : []),
      ...(hasHedge(head, grammar) || conditional.test(head) || conditional.test(tail)
        ? ['hedge-dropped' as const]
        : []),
      ...(embedding.test(before) || qualifying.test(tail) ? ['qualifier-dropped' as const] : []),
      ...(endsInLimiter(before) ? ['limiter-dropped' as const] : []),
    ]
  })
  return [
    ...changed,
    ...(unqualified ? ['hedge-dropped' as const] : []),
    ...(isLimited(spans, evidence, attributions) ? ['limiter-dropped' as const] : []),
    ...(isQualifiedBehind(spans, evidence) || isLimitedInFront(spans, evidence) ? ['qualifier-dropped' as const] : []),
  ]
}

/** Returns true if a limiter was left out between the words that were kept, or comes right before them. */
function isLimited(spans: readonly Span[], { text, grammar }: Evidence, attributions: readonly Attribution[]): boolean {
  const { endsInLimiter, isLimitedBy, isLimiter } = grammar.words.limits
  const sorted = spans.toSorted((one, other) => one.start - other.start)
  // “In the long run, many economists say, this …”: the gap is the attribution, which is shown with the words.
  const stated = attributions.flatMap(({ source, cue }) => [...source, ...cue])
  return sorted.some(({ start }, at) => {
    const before = sorted[at - 1]
    if (!before) return isLimitedBy(text.slice(Math.max(0, start - 40), start))
    if (stated.some((span) => spansOverlap(span, { start: before.end, end: start }))) return false
    const gap = text.slice(before.end, start)
    return isLimiter(gap) || endsInLimiter(gap)
  })
}

/** Returns true if the sentence then qualifies the words: “… that it was a rocket, but that this was an assessment”. */
function isQualifiedBehind(spans: readonly Span[], { text, parts, grammar }: Evidence): boolean {
  const { end } = coverSpans(spans)
  const sentence = parts.flatMap(({ sentences }) => sentences).find(({ span }) => span.start < end && end <= span.end)
  return sentence !== undefined && grammar.patterns.truncation.goesOnWithBut.test(text.slice(end, sentence.span.end))
}

/** True if the sentence first limits the words: “Excluding the effects of the attack, Orrin said sales rose”. */
function isLimitedInFront(spans: readonly Span[], { text, parts, grammar }: Evidence): boolean {
  const { start } = coverSpans(spans)
  const sentence = parts
    .flatMap(({ sentences }) => sentences)
    .find(({ span }) => span.start < start && start < span.end)
  const opening = sentence && grammar.patterns.truncation.limitingOpening.exec(sliceSpan(text, sentence.span))
  return (
    opening !== null &&
    opening !== undefined &&
    sentence !== undefined &&
    sentence.span.start + opening[0].length <= start
  )
}

/** Returns true if words begin with a number: “20 people” from “fewer than 20 people” says something else. */
function beginsWithNumber(words: string, { text: rules }: Grammar): boolean {
  return findQuantities(words, rules)[0]?.start === 0
}

/** Returns true if words are picked from several sentences that no attribution shows to be said together. */
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

/** The share of the words that must lie in an attribution's content: all of them, apart from a mark or two. */
const mostlyAll = 0.9

/** The text of a range without these spans. */
export function withoutSpans(text: string, range: Span, spans: readonly Span[]): string {
  let rest = ''
  let at = range.start
  for (const { start, end } of spans.toSorted((one, other) => one.start - other.start)) {
    rest += text.slice(at, Math.max(at, start))
    at = Math.max(at, end)
  }
  return rest + text.slice(at, range.end)
}
