import type { Telling } from '../domain/story.ts'
import { Pool } from './pool.ts'
import { TermTable } from './term-table.ts'
import { labelMark, type Term, termsOf } from './terms.ts'

/** Terms of one telling that others are looked up by: the rarest. */
const lookedUp = 48
/** How many tellings with a term are looked at, the newest first, and how many for all terms of one telling. */
const perTerm = 100
const perTelling = 1_200
/** So many tellings without a word are taken to have been before the first: of a few, those of one event would make its words common. */
const prior = 30
/** In a packed term, from the top: 24 bits of its number, one for names, 7 for how often it stands there. */
const countBits = 7
const nameBit = 1 << countBits
const most = nameBit - 1

/** Of how often a word stands in one telling, and of how many tellings have it: reckoned once. */
const counted = Array.from({ length: most + 1 }, (_, count) => (count === 0 ? 0 : 1 + Math.log(count)))
const logarithms = Array.from({ length: 4_096 }, (_, frequency) => Math.log(frequency + 0.5))

/** A telling as it is compared: term numbers with the weight of each, the whole of length 1. */
export interface Weighted {
  readonly terms: readonly WeightedTerm[]
  readonly byTerm: ReadonlyMap<number, WeightedTerm>
}

interface WeightedTerm {
  readonly term: number
  /** As it stood there; of a telling that is held, known no more. */
  readonly word: string
  readonly weight: number
  readonly isName: boolean
}

/** How two tellings compare. */
export interface Likeness {
  /** The cosine of their TF-IDF vectors, 0 to 1. */
  readonly cosine: number
  readonly sharedNames: number
  readonly names: number
  /** What the held one tells apart by number: "flight#302". */
  readonly labels: readonly string[]
}

/**
 * Tellings by their terms, so that those like a new one are found without looking at all. TF-IDF weights follow the
 * tellings seen so far; each telling takes a few bytes a term.
 */
export class TermIndex {
  readonly #table = new TermTable()
  /** The text of those terms that tell things apart by number. */
  readonly #labels = new Map<number, string>()
  /** How many tellings have a term. */
  readonly #frequency = new Pool()
  /** The last posting of a term, plus one. */
  readonly #heads = new Pool()
  readonly #postings = { telling: new Pool(), before: new Pool() }
  readonly #packed = new Pool()
  readonly #starts: number[] = []
  /** By telling, while those like one are looked for; 0 otherwise. */
  readonly #scores: number[] = []
  /** A telling is looked through once, however often it is asked for. */
  readonly #read = new WeakMap<Telling, readonly Term[]>()
  #seen = 0

  /** Takes note of which terms are common, without holding the telling. */
  learn(telling: Telling): void {
    this.#seen += 1
    for (const term of this.#terms(telling)) this.#count(this.#numberOf(term))
  }

  weigh(telling: Telling): Weighted {
    const terms = this.#terms(telling).map((each) => {
      const term = this.#numberOf(each)
      return { term, word: each.word, isName: each.isName, weight: this.#weight(term, Math.min(each.count, most)) }
    })
    return normalized(terms)
  }

  /** Holds a telling that has been learned from; returns its number, from 0. */
  hold(telling: Telling): number {
    const terms = this.#terms(telling)
    const number = this.#starts.length
    this.#starts.push(this.#packed.length)
    this.#scores.push(0)
    const numbered = terms.map((each) => ({ term: this.#numberOf(each), count: each.count, isName: each.isName }))
    for (const { term, count, isName } of numbered)
      this.#packed.push(((term << (countBits + 1)) | (isName ? nameBit : 0) | Math.min(count, most)) >>> 0)
    const rare = numbered.toSorted((one, other) => this.#frequency.get(one.term) - this.#frequency.get(other.term))
    for (const { term } of rare.slice(0, lookedUp)) {
      this.#postings.telling.push(number)
      this.#postings.before.push(this.#heads.get(term))
      this.#heads.set(term, this.#postings.telling.length)
    }
    return number
  }

  /** Tellings that share weighty terms with this one, the likeliest first. */
  find({ terms }: Weighted, limit: number): number[] {
    const found: number[] = []
    let left = perTelling
    for (const { term, weight } of terms.toSorted((one, other) => other.weight - one.weight)) {
      let posting = weight > 0 ? this.#heads.get(term) : 0
      for (let turn = 0; posting > 0 && turn < perTerm && left > 0; turn++, left--) {
        const telling = this.#postings.telling.get(posting - 1)
        const score = this.#scores[telling] ?? 0
        if (score === 0) found.push(telling)
        this.#scores[telling] = score + weight * weight
        posting = this.#postings.before.get(posting - 1)
      }
    }
    const best = this.#best(found, limit)
    for (const telling of found) this.#scores[telling] = 0
    return best
  }

  /** Those with the highest scores, the highest first. */
  #best(found: readonly number[], limit: number): number[] {
    const best: number[] = []
    for (const telling of found) {
      const score = this.#scores[telling] ?? 0
      let at = best.length
      while (at > 0 && (this.#scores[best[at - 1] ?? 0] ?? 0) < score) at -= 1
      if (at >= limit) continue
      best.splice(at, 0, telling)
      if (best.length > limit) best.pop()
    }
    return best
  }

  /** A telling that is held, as its terms weigh now. */
  weighedAgain(held: number): Weighted {
    const terms = this.#termsOf(held).map((packed) => {
      const term = packed >>> (countBits + 1)
      return { term, word: '', isName: (packed & nameBit) !== 0, weight: this.#weight(term, packed & most) }
    })
    return normalized(terms)
  }

  /** How like a telling is to one that is held. */
  compare({ byTerm }: Weighted, held: number): Likeness {
    let dot = 0
    let squares = 0
    let sharedNames = 0
    let names = 0
    const labels: string[] = []
    const end = this.#starts[held + 1] ?? this.#packed.length
    for (let at = this.#starts[held] ?? 0; at < end; at++) {
      const packed = this.#packed.get(at)
      const term = packed >>> (countBits + 1)
      const weight = this.#weight(term, packed & most)
      squares += weight * weight
      const own = byTerm.get(term)
      if (own) dot += own.weight * weight
      if ((packed & nameBit) !== 0) {
        names += 1
        if (own?.isName) sharedNames += 1
        const label = this.#labels.get(term)
        if (label !== undefined) labels.push(label)
      }
    }
    return { cosine: squares > 0 ? dot / Math.sqrt(squares) : 0, sharedNames, names, labels }
  }

  /** The words of a telling that is not held with one that is, the weightiest first. */
  shared({ terms }: Weighted, held: number): string[] {
    const theirs = new Set(this.#termsOf(held).map((packed) => packed >>> (countBits + 1)))
    return terms
      .filter(({ term }) => theirs.has(term))
      .toSorted((one, other) => other.weight - one.weight)
      .map(({ word }) => word)
  }

  /** What a telling tells apart by number. */
  labels({ terms }: Weighted): string[] {
    return terms.flatMap(({ term }) => this.#labels.get(term) ?? [])
  }

  #terms(telling: Telling): readonly Term[] {
    const known = this.#read.get(telling)
    if (known) return known
    const terms = termsOf(telling)
    this.#read.set(telling, terms)
    return terms
  }

  #termsOf(held: number): number[] {
    const start = this.#starts[held] ?? 0
    const end = this.#starts[held + 1] ?? this.#packed.length
    return Array.from({ length: end - start }, (_, at) => this.#packed.get(start + at))
  }

  #weight(term: number, count: number): number {
    const frequency = this.#frequency.get(term)
    const rarity = Math.log(this.#seen + prior) - (logarithms[frequency] ?? Math.log(frequency + 0.5))
    return (counted[count] ?? 0) * rarity
  }

  #numberOf({ text }: Pick<Term, 'text'>): number {
    const number = this.#table.numberOf(text)
    if (number === this.#frequency.length) {
      this.#frequency.push(0)
      this.#heads.push(0)
      if (text.includes(labelMark)) this.#labels.set(number, text)
    }
    return number
  }

  #count(term: number): void {
    this.#frequency.set(term, this.#frequency.get(term) + 1)
  }
}

function normalized(raw: readonly WeightedTerm[]): Weighted {
  const length = Math.hypot(...raw.map(({ weight }) => weight)) || 1
  const terms = raw.map((each) => ({ ...each, weight: each.weight / length }))
  return { terms, byTerm: new Map(terms.map((each) => [each.term, each])) }
}
