import { Uint32List } from './uint32-list.ts'

const firstBits = 12

/**
 * Numbers terms from 0 in order of arrival, without keeping their text: a term is identified by its 32-bit hash
 * (FNV-1a, mixed once more). One pair of terms in four thousand million collides, which hardly affects likeness.
 */
export class TermTable {
  readonly #hashes = new Uint32List()
  /** A hash table of term numbers plus one, 0 for a free place; never more than half full. */
  #places = new Uint32Array(1 << firstBits)

  get size(): number {
    return this.#hashes.length
  }

  /** The hash of a term's text, which does not depend on the order of arrival. */
  hashAt(number: number): number {
    return this.#hashes.get(number)
  }

  numberOf(text: string): number {
    const hash = hashOf(text)
    const place = this.#find(hash)
    const known = this.#places[place] ?? 0
    if (known > 0) return known - 1
    this.#hashes.push(hash)
    this.#places[place] = this.size
    if (2 * this.size > this.#places.length) this.#grow()
    return this.size - 1
  }

  /** The place that holds this hash, or the free place for it. */
  #find(hash: number): number {
    const mask = this.#places.length - 1
    for (let place = hash & mask; ; place = (place + 1) & mask) {
      const number = this.#places[place] ?? 0
      if (number === 0 || this.#hashes.get(number - 1) === hash) return place
    }
  }

  #grow(): void {
    this.#places = new Uint32Array(2 * this.#places.length)
    for (let number = 0; number < this.size; number++) this.#places[this.#find(this.#hashes.get(number))] = number + 1
  }
}

export function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b)
  return (hash ^ (hash >>> 16)) >>> 0
}
