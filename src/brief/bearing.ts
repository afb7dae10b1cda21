import { type Span, spansOverlap } from '../domain/article.ts'
import { findQuantities, type Quantity } from '../text/quantities.ts'
import { words } from '../text/tokens.ts'
import type { Evidence } from './evidence.ts'
import { contentWords, hedges, negations } from './wording.ts'

/** A stretch of an article that is named as the reason for a sentence. */
export interface CitedPassage {
  readonly evidence: Evidence
  readonly span: Span
}

/** The most sentences that one of ours may be put together from. */
const mostSentences = 3

/** The sentences of passages that bear a sentence out: as few as have most of its words. */
export function findBearing(text: string, passages: readonly CitedPassage[]): CitedPassage[] {
  const own = new Set(contentWords(text))
  const candidates = passages.flatMap(({ evidence, span }) =>
    evidence.parts
      .filter((part) => spansOverlap(part.span, span))
      .flatMap(({ sentences }) => sentences)
      .filter((sentence) => spansOverlap(sentence.span, span))
      .map((sentence) => ({ evidence, span: sentence.span })),
  )
  const taken: CitedPassage[] = []
  let missing = own
  while (taken.length < mostSentences && missing.size > 0) {
    const [best] = candidates
      .filter((candidate) => !taken.includes(candidate))
      .map((candidate) => ({ candidate, left: without(missing, candidate) }))
      .toSorted((one, other) => one.left.size - other.left.size)
    if (!best || best.left.size === missing.size) break
    taken.push(best.candidate)
    missing = best.left
  }
  return taken
}

function without(sought: ReadonlySet<string>, candidate: CitedPassage): Set<string> {
  const known = new Set(contentWords(textOf(candidate)))
  return new Set([...sought].filter((word) => !known.has(word)))
}

export function textOf({ evidence, span }: CitedPassage): string {
  return evidence.text.slice(span.start, span.end)
}

/** What each “not” stands between: for two texts to say the same, these must be the same. */
export function negated(text: string): string[] {
  return boundTo(text, negations).map(({ before, after }) => `${before} ${after}`)
}

/** What each “may” or “alleged” stands before. */
export function hedged(text: string): string[] {
  return boundTo(text, hedges).map(({ after }) => after)
}

function boundTo(text: string, marks: ReadonlySet<string>): { before: string; after: string }[] {
  return words(text)
    .filter(({ lower }) => marks.has(lower))
    .map(({ start, end }) => ({
      before: contentWords(text.slice(Math.max(0, start - 60), start)).at(-1) ?? '',
      after: contentWords(text.slice(end, end + 60))[0] ?? '',
    }))
    .toSorted((one, other) => one.after.localeCompare(other.after) || one.before.localeCompare(other.before))
}

/** What stands right before a number and changes it. */
export const qualifier =
  /\b(at least|at most|more than|less than|fewer than|nearly|almost|about|around|some|over|under|up to|as many as|as few as|only|roughly|approximately|an estimated)\s+(?:[$€£]\s*)?$/i

/** Numbers of a text of which another has not the same number of the same things, with the same “at least” before it. */
export function changedQuantities(text: string, source: string): Quantity[] {
  const key = (whole: string, { value, start, end }: Quantity) =>
    [
      value,
      contentWords(whole.slice(end, end + 40))[0] ?? '',
      qualifier.exec(whole.slice(0, start))?.[1]?.toLowerCase() ?? '',
    ].join(' ')
  const known = new Set(findQuantities(source).map((quantity) => key(source, quantity)))
  return findQuantities(text).filter((quantity) => !known.has(key(text, quantity)))
}
