import type { Span } from '../domain/article.ts'
import { type Token, words } from '../text/tokens.ts'

/** The words of a text, for comparing spans by their words, without punctuation and spaces. */
export interface MatchedWords {
  readonly list: readonly Token[]
  /** The positions in `list` that lie at least partly in the spans. */
  within(spans: readonly Span[]): ReadonlySet<number>
}

export function readWords(text: string): MatchedWords {
  const list = words(text)
  return {
    list,
    within: (spans) => new Set(spans.flatMap(({ start, end }) => between(list, start, end))),
  }
}

function between(list: readonly Token[], start: number, end: number): number[] {
  const found: number[] = []
  for (let at = firstEndingBehind(list, start); at < list.length && (list[at]?.start ?? end) < end; at++) found.push(at)
  return found
}

/** Binary search, since the words are in order. */
function firstEndingBehind(list: readonly Token[], offset: number): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((list[middle]?.end ?? 0) > offset) high = middle
    else low = middle + 1
  }
  return low
}

/** The share of the words in either set that are in both (intersection over union), from 0 to 1. */
export function likeness(one: ReadonlySet<number>, other: ReadonlySet<number>): number {
  const common = one.intersection(other).size
  return common === 0 ? 0 : common / (one.size + other.size - common)
}

/**
 * Pairs each gold content with at most one found content, the most alike first.
 *
 * @returns for each gold position, the position of the found content.
 */
export function pairUp(
  gold: readonly ReadonlySet<number>[],
  found: readonly ReadonlySet<number>[],
  least: number,
): ReadonlyMap<number, number> {
  const pairs = gold
    .flatMap((one, at) => found.map((other, position) => ({ at, position, like: likeness(one, other) })))
    .filter(({ like }) => like >= least)
    .toSorted((one, other) => other.like - one.like || one.at - other.at || one.position - other.position)
  const paired = new Map<number, number>()
  const used = new Set<number>()
  for (const { at, position } of pairs) {
    if (paired.has(at) || used.has(position)) continue
    paired.set(at, position)
    used.add(position)
  }
  return paired
}
