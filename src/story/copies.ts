import { words } from '../text/tokens.ts'

/** How many words in a row make one shingle. */
const shingleLength = 8
/** One shingle in this many is kept, chosen by its own value, so that copies keep the same ones. */
const keepOneOf = 12
/** The most shingles kept per text. */
const mostKept = 250
/** Fewer shingles than this prove nothing. */
const leastKept = 3
/** If the longer text has this share of the shorter one, one is a copy of the other. */
const copied = 0.5

/**
 * Hashes of some of a text's shingles (words in a row), enough to recognize a shortened or extended copy. This is
 * Manber's method ("Finding similar files in a large file system", 1994): a shingle's own value decides whether it is
 * kept.
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

/** Returns true if most of the shorter text is in the longer one. */
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
