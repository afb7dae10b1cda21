import { spansOverlap } from '../domain/article.ts'
import type { Grammar } from '../language/grammar.ts'
import { words } from '../text/tokens.ts'
import { findQuantities, type Quantity } from '../text/values/quantities.ts'
import type { Passage } from './evidence.ts'

/** The most article sentences that may support one sentence of a draft. */
const mostSentences = 3

/** Finds the few sentences of passages that together have most of a text's content words, the fullest first. */
export function findSupport(text: string, passages: readonly Passage[]): Passage[] {
  const [first] = passages
  if (!first) return []
  const own = new Set(first.evidence.grammar.words.contentWords(text))
  const candidates = passages.flatMap(({ evidence, span }) =>
    evidence.parts
      .filter((part) => spansOverlap(part.span, span))
      .flatMap(({ sentences }) => sentences)
      .filter((sentence) => spansOverlap(sentence.span, span))
      .map((sentence) => ({ evidence, span: sentence.span })),
  )
  const taken: Passage[] = []
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

function without(sought: ReadonlySet<string>, candidate: Passage): Set<string> {
  const known = new Set(candidate.evidence.grammar.words.contentWords(textOf(candidate)))
  return new Set([...sought].filter((word) => !known.has(word)))
}

export function textOf({ evidence, span }: Passage): string {
  return evidence.text.slice(span.start, span.end)
}

/** The content words around each negation (“not”); two texts with the same meaning agree in these. */
export function negated(text: string, grammar: Grammar): string[] {
  return boundTo(text, grammar, (word) => grammar.words.isNegation(word)).map(
    ({ before, after }) => `${before} ${after}`,
  )
}

/** The content word after each hedge, such as “may” or “alleged”. */
export function hedged(text: string, grammar: Grammar): string[] {
  return boundTo(text, grammar, (word) => grammar.words.isHedge(word)).map(({ after }) => after)
}

function boundTo(
  text: string,
  { words: { contentWords }, text: rules }: Grammar,
  isMark: (word: string) => boolean,
): { before: string; after: string }[] {
  return words(text, rules)
    .filter(({ lower }) => isMark(lower))
    .map(({ start, end }) => ({
      before: contentWords(text.slice(Math.max(0, start - 60), start)).at(-1) ?? '',
      after: contentWords(text.slice(end, end + 60))[0] ?? '',
    }))
    .toSorted((one, other) => one.after.localeCompare(other.after) || one.before.localeCompare(other.before))
}

/** Finds numbers in a text that the source lacks with the same word after them and the same “at least” before them. */
export function changedQuantities(text: string, source: string, grammar: Grammar): Quantity[] {
  const { beforeNumber } = grammar.patterns.truncation
  const key = (whole: string, { value, start, end }: Quantity) =>
    [
      value,
      grammar.words.contentWords(whole.slice(end, end + 40))[0] ?? '',
      beforeNumber.exec(whole.slice(0, start))?.[1]?.toLowerCase() ?? '',
    ].join(' ')
  const known = new Set(findQuantities(source, grammar.text).map((quantity) => key(source, quantity)))
  return findQuantities(text, grammar.text).filter((quantity) => !known.has(key(text, quantity)))
}
