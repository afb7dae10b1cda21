import { words } from '../text/tokens.ts'

/** How many words in a row are compared as one. */
const shingleLength = 8
/** One shingle in this many is kept, chosen by its own value, so that a copy keeps the same ones. */
const keepOneOf = 12
/** The most shingles kept of one text. */
const mostKept = 250
/** Fewer shingles than this say nothing. */
const leastKept = 3
/** With this share of the shorter text in the longer one, one is a copy of the other. */
const copied = 0.5

/**
 * Hashes of some of a text's shingles (words in a row): enough to recognize a copy that was shortened or added to. The method
 * is Manber's ("Finding similar files in a large file system", 1994): a shingle's own value decides whether it is kept.
 */
export function sketchOf(text: string): number[] {
  const lower = words(text).map((word) => word.lower)
  const kept = new Set<number>()
  for (let at = 0; at + shingleLength <= lower.length && kept.size < mostKept; at++) {
    const value = hash(lower.slice(at, at + shingleLength).join(' '))
    if (value % keepOneOf === 0) kept.add(value)
  }
  return [...kept]
}

/** Whether the shorter of two texts is for the most part in the longer one. */
export function isCopy(one: readonly number[], other: readonly number[]): boolean {
  const [shorter, longer] = one.length <= other.length ? [one, new Set(other)] : [other, new Set(one)]
  if (shorter.length < leastKept) return false
  return shorter.filter((value) => longer.has(value)).length >= copied * shorter.length
}

/** FNV-1a, 32 bits: http://www.isthe.com/chongo/tech/comp/fnv/ */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  return value >>> 0
}
