import type { Span } from '../domain/article.ts'
import { monthMark, type TextRules } from './rules.ts'
import { words } from './tokens.ts'

interface IndexedWord extends Span {
  readonly lower: string
}

/** A text's words and the positions of each, for looking up passages. */
export interface WordIndex {
  readonly text: string
  readonly words: readonly IndexedWord[]
  readonly positions: ReadonlyMap<string, readonly number[]>
  /** How its language writes words. */
  readonly rules: TextRules
}

/** The most words between two pieces of one passage. */
const longestGap = 80
/** The most places tried as a passage's beginning. */
const maxStarts = 40

export function indexWords(text: string, rules: TextRules): WordIndex {
  const list = words(text, rules).map(({ lower, start, end }) => ({ lower: plainWord(lower), start, end }))
  const positions = new Map<string, number[]>()
  list.forEach(({ lower }, position) => {
    const places = positions.get(lower)
    if (places) places.push(position)
    else positions.set(lower, [position])
  })
  return { text, words: list, positions, rules }
}

/**
 * Finds all words of a passage in a text, in order, in as few and as close pieces as it can; undefined if the text does
 * not have them all. Punctuation and letter case do not matter. Among equally good places, the one nearest to the words
 * of `beside` is taken, if given. Places that start in `within` are preferred, since two stretches may say the same.
 */
export function findPassage(
  index: WordIndex,
  passage: string,
  { beside = '', within }: { readonly beside?: string; readonly within?: Span | undefined } = {},
): Span[] | undefined {
  const sought = words(passage, index.rules).map(({ lower }) => plainWord(lower))
  const first = sought[0]
  if (first === undefined) return undefined
  const landmarks = placesOf(index, beside)
  const all = index.positions.get(first) ?? []
  const inside = within && all.filter((position) => lies(index.words[position], within))
  return (
    (inside && passageFrom(index, sought, { positions: inside, landmarks })) ??
    passageFrom(index, sought, { positions: all, landmarks })
  )
}

function lies(word: Span | undefined, { start, end }: Span): boolean {
  return word !== undefined && start <= word.start && word.end <= end
}

function passageFrom(
  index: WordIndex,
  sought: readonly string[],
  { positions, landmarks }: { readonly positions: readonly number[]; readonly landmarks: readonly number[] },
): Span[] | undefined {
  const starts = positions
    .map((position) => ({ position, length: runLength(index, sought, { from: 0, position }) }))
    .map((piece) => ({ ...piece, distance: distanceTo(piece.position, landmarks) }))
    .toSorted((one, other) => other.length - one.length || one.distance - other.distance)
    .slice(0, maxStarts)
  for (const start of starts) {
    const pieces = collect(index, sought, start)
    if (pieces) return pieces
  }
  return undefined
}

/** The positions at which these words occur in a row, each given by the first word. */
export function placesOf(index: WordIndex, phrase: string): number[] {
  const sought = words(phrase, index.rules).map(({ lower }) => plainWord(lower))
  return (index.positions.get(sought[0] ?? '') ?? []).filter(
    (position) => runLength(index, sought, { from: 0, position }) === sought.length,
  )
}

/** The distance, in words, to the nearest landmark on either side; landmarks are in ascending order. */
function distanceTo(position: number, landmarks: readonly number[]): number {
  if (landmarks.length === 0) return 0
  let low = 0
  let high = landmarks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((landmarks[middle] ?? position) < position) low = middle + 1
    else high = middle
  }
  const near = [landmarks[low - 1], landmarks[low]].flatMap((landmark) => landmark ?? [])
  return Math.min(...near.map((landmark) => Math.abs(landmark - position)))
}

interface Piece {
  readonly position: number
  readonly length: number
}

function collect(index: WordIndex, sought: readonly string[], start: Piece): Span[] | undefined {
  const pieces = [start]
  let from = start.length
  while (from < sought.length) {
    const next = bestPiece(index, sought, { from, pieces })
    if (!next) return undefined
    pieces.push(next)
    from += next.length
  }
  return pieces.map(({ position, length }) => ({
    start: index.words[position]?.start ?? 0,
    end: index.words[position + length - 1]?.end ?? 0,
  }))
}

/**
 * The longest run that continues the passage soon after the last piece; a lone number or a lone “not” proves nothing.
 */
function bestPiece(
  index: WordIndex,
  sought: readonly string[],
  { from, pieces }: { from: number; pieces: readonly Piece[] },
): Piece | undefined {
  const last = pieces.at(-1)
  if (!last) return undefined
  let best: Piece | undefined
  for (const position of index.positions.get(sought[from] ?? '') ?? []) {
    const gap = position - (last.position + last.length)
    if (gap < 0 || gap > longestGap) continue
    const length = runLength(index, sought, { from, position })
    if (!best || length > best.length) best = { position, length }
  }
  const word = sought[from] ?? ''
  return best && best.length === 1 && (/\d/.test(word) || index.rules.negations.has(word)) ? undefined : best
}

function runLength(
  index: WordIndex,
  sought: readonly string[],
  { from, position }: { from: number; position: number },
): number {
  let length = 0
  while (from + length < sought.length && index.words[position + length]?.lower === sought[from + length]) length += 1
  return length
}

/** Treats an abbreviation with and without its full stop as one word, and so May the month and May the name. */
function plainWord(lower: string): string {
  return lower.replace(monthMark, '').replace(/\.$/, '').replace(/^[@#]/, '')
}
