import type { ClosedWords } from '../../language/lists/closed-words.ts'
import type { Quotation } from '../../text/quotations.ts'
import { words } from '../../text/tokens.ts'

/** A word of a text, with the index of its sentence. */
export interface PlacedWord {
  readonly lower: string
  readonly text: string
  readonly start: number
  readonly end: number
  readonly sentence: number
}

/** A text prepared for checks by nearness: its words in order, and the positions of each. */
export interface NearbyText {
  readonly text: string
  readonly words: readonly PlacedWord[]
  readonly places: ReadonlyMap<string, readonly number[]>
  readonly quotations: readonly Quotation[]
}

/** The position of the first word, and the position after the last. */
export type Run = readonly [from: number, to: number]

/** A language's lists of closed words, as sets. */
export type ClosedSets = Readonly<Record<(typeof lists)[number], ReadonlySet<string>>>

const lists = ['negations', 'hedges', 'conditions', 'determiners'] as const

export function setsOf(closed: ClosedWords): ClosedSets {
  return Object.fromEntries(lists.map((list) => [list, new Set(closed[list].split(/\s+/))])) as unknown as ClosedSets
}

/** Splits a text into words and sentences. A stop in a quotation, an abbreviation or an ordinal ends no sentence. */
export function readNearby(text: string, quotations: readonly Quotation[], closed: ClosedWords): NearbyText {
  const ends = sentenceEnds(text, quotations, closed)
  let sentence = 0
  const list = plainWords(text, closed).map((word) => {
    while (sentence < ends.length && word.start >= (ends[sentence] ?? 0)) sentence += 1
    return { ...word, sentence }
  })
  const places = new Map<string, number[]>()
  list.forEach(({ lower }, at) => {
    const known = places.get(lower)
    if (known) known.push(at)
    else places.set(lower, [at])
  })
  return { text, words: list, places, quotations }
}

/** The words of a text. In languages with elision, “l'élu” is two words. */
export function plainWords(text: string, { elides }: ClosedWords): Omit<PlacedWord, 'sentence'>[] {
  return words(text).flatMap(({ lower, text: shown, start, end }) => {
    const at = elides ? lower.search(/(?<=^\p{L}{1,5})'(?=\p{L})/u) : -1
    if (at < 0) return [{ lower, text: shown, start, end }]
    return [
      { lower: lower.slice(0, at), text: shown.slice(0, at), start, end: start + at },
      { lower: lower.slice(at + 1), text: shown.slice(at + 1), start: start + at + 1, end },
    ]
  })
}

const stop = /[.?!…]+[”“"»’')\]]*(?=\s+[^\p{Ll}\s])|\n+/gu

function sentenceEnds(
  text: string,
  quotations: readonly Quotation[],
  { abbreviations, ordinalStop }: ClosedWords,
): number[] {
  const short = new Set(abbreviations.split(/\s+/))
  const ends: number[] = []
  for (const { index, 0: found } of text.matchAll(stop)) {
    const end = index + found.length
    if (found.startsWith('\n')) {
      ends.push(end)
      continue
    }
    if (quotations.some(({ inner }) => inner.start <= index && end < inner.end)) continue
    const before = /[\p{L}\p{N}]+$/u.exec(text.slice(Math.max(0, index - 30), index))?.[0] ?? ''
    if (found === '.' && (short.has(before.toLowerCase()) || /^\p{Lu}$/u.test(before))) continue
    if (found === '.' && ordinalStop && /^\d{1,2}$/.test(before)) continue
    ends.push(end)
  }
  return ends
}
