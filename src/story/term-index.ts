import type { Telling } from '../domain/story.ts'
import { rarityOf } from './common-words.ts'
import type { Mark } from './marks.ts'
import { Pool } from './pool.ts'
import { TermTable } from './term-table.ts'
import { labelMark, nameStem, type Term, termsOf } from './terms.ts'

/** Terms of one telling that it can be found by: those that tell most. */
const lookedUp = 40
/** Nothing is found by words that tell no more than this, in hundredths: those that the news of every day is full of. */
const leastTelling = 30
/** Of no more tellings than this all are looked at that share a term: what is found then follows from them alone. */
const fewEnough = 2_000
/** Of more, so many with a term, the newest first, and so many for all terms of one telling. */
const perTerm = 500
const perTelling = 2_500
/** In a packed term, from the top: 24 bits of its number, one each for names, title and opening, 5 for how often it stands there. */
const flagBits = 8
const most = 31
const nameBit = 1 << 7
const titleBit = 1 << 6
const openingBit = 1 << 5

/** Of how often a word stands in one telling: reckoned once. */
const counted = Array.from({ length: most + 1 }, (_, count) => (count === 0 ? 0 : 1 + Math.log(count)))
/** What a term tells is kept in hundredths, plus one. */
const hundredths = 100

/** The terms of one telling in numbers, in their order. */
export interface Profile {
  readonly packed: Uint32Array
  /** Of its vector of weights. */
  readonly length: number
}

/** One term of a profile. */
export interface ReadTerm {
  readonly term: number
  readonly weight: number
  readonly isName: boolean
  readonly inTitle: boolean
  readonly inOpening: boolean
  /** The same for a name's other forms: "Orsenia", "Orsenian". */
  readonly nameKey: number
  readonly mark: Mark | undefined
}

/** Tellings by their terms, so that those like a new one are found without looking at all; each takes a few bytes a term. */
export class TermIndex {
  readonly #table = new TermTable()
  readonly #marks = new Map<number, Mark>()
  /** By term: what it tells as a word and as a name, and the number of its stem as a name; 0 where it is not known yet. */
  readonly #rarity = { word: new Pool(), name: new Pool() }
  readonly #nameKeys = new Pool()
  /** The last posting of a term, plus one, and how many there are. */
  readonly #heads = new Pool()
  readonly #postingsOf = new Pool()
  readonly #postings = { telling: new Pool(), before: new Pool() }
  readonly #packed = new Pool()
  readonly #starts: number[] = []
  /** Of the vectors of tellings. */
  readonly #lengths: number[] = []
  /** By telling, while those like one are looked for; 0 otherwise. */
  readonly #scores: number[] = []

  /** A telling as it is compared. */
  read(telling: Telling): Profile {
    const packed = termsOf(telling).map(
      (term) =>
        ((this.#numberOf(term) << flagBits) |
          (term.isName ? nameBit : 0) |
          (term.inTitle ? titleBit : 0) |
          (term.inOpening ? openingBit : 0) |
          Math.min(term.count, most)) >>>
        0,
    )
    return this.#profile(Uint32Array.from(packed).toSorted())
  }

  /** Holds a telling; returns its number, from 0. */
  hold({ packed, length }: Profile): number {
    const number = this.#starts.length
    this.#starts.push(this.#packed.length)
    this.#lengths.push(length)
    this.#scores.push(0)
    for (const term of packed) this.#packed.push(term)
    for (const { term } of this.#telling(packed)) {
      this.#postings.telling.push(number)
      this.#postings.before.push(this.#heads.get(term))
      this.#heads.set(term, this.#postings.telling.length)
      this.#postingsOf.set(term, this.#postingsOf.get(term) + 1)
    }
    return number
  }

  /** A telling that is held. */
  profileOf(held: number): Profile {
    const start = this.#starts[held] ?? 0
    const end = this.#starts[held + 1] ?? this.#packed.length
    return { packed: this.#packed.slice(start, end), length: this.#lengths[held] ?? 0 }
  }

  /** Tellings that share with this one what tells most. The rarest terms come first, so that all are found where few are held. */
  find({ packed }: Profile, limit: number): number[] {
    const found: number[] = []
    const isSmall = this.#starts.length <= fewEnough
    let left = isSmall ? Number.POSITIVE_INFINITY : perTelling
    const mostTurns = isSmall ? fewEnough : perTerm
    const rarest = this.#telling(packed).toSorted(
      (one, other) => this.#postingsOf.get(one.term) - this.#postingsOf.get(other.term),
    )
    for (const { term, weight } of rarest) {
      let posting = this.#heads.get(term)
      for (let turn = 0; posting > 0 && turn < mostTurns && left > 0; turn++, left--) {
        const telling = this.#postings.telling.get(posting - 1)
        const score = this.#scores[telling] ?? 0
        if (score === 0) found.push(telling)
        this.#scores[telling] = score + weight * weight
        posting = this.#postings.before.get(posting - 1)
      }
    }
    const best = isSmall ? found : this.#best(found, limit)
    for (const telling of found) this.#scores[telling] = 0
    return best
  }

  /**
   * Those with the highest scores. Of those that share the last place none is taken, so that none is for having come first;
   * where all share it, which copies of one text do, some are.
   */
  #best(found: readonly number[], limit: number): number[] {
    if (found.length <= limit) return [...found]
    const scores = new Float64Array(found.length)
    for (const [at, telling] of found.entries()) scores[at] = this.#scores[telling] ?? 0
    scores.sort()
    const last = scores[scores.length - limit - 1] ?? 0
    const above = found.filter((telling) => (this.#scores[telling] ?? 0) > last)
    return above.length > 0 ? above : found.filter((telling) => this.#scores[telling] === last).slice(0, limit)
  }

  /** The cosine of the vectors of a telling and of one that is held, 0 to 1. */
  cosine(one: Profile, held: number): number {
    const length = one.length * (this.#lengths[held] ?? 0)
    if (length === 0) return 0
    const end = this.#starts[held + 1] ?? this.#packed.length
    let dot = 0
    let at = this.#starts[held] ?? 0
    for (const packed of one.packed) {
      const term = packed >>> flagBits
      while (at < end && this.#packed.get(at) >>> flagBits < term) at += 1
      if (at === end) break
      const theirs = this.#packed.get(at)
      if (theirs >>> flagBits === term) dot += this.#weight(packed) * this.#weight(theirs)
    }
    return dot / length
  }

  /** The terms of a telling, each as it stands there. */
  terms({ packed }: Profile): ReadTerm[] {
    return Array.from(packed, (each) => {
      const term = each >>> flagBits
      return {
        term,
        weight: this.#weight(each),
        isName: (each & nameBit) !== 0,
        inTitle: (each & titleBit) !== 0,
        inOpening: (each & openingBit) !== 0,
        nameKey: this.#nameKeys.get(term),
        mark: this.#marks.get(term),
      }
    })
  }

  /** The words of a telling that another has too, those that tell most first. */
  shared(telling: Telling, { packed }: Profile): string[] {
    const theirs = new Set(Array.from(packed, (each) => each >>> flagBits))
    const weigh = ({ text, count, isName }: Term) => rarityOf(text, isName) * (counted[Math.min(count, most)] ?? 0)
    return termsOf(telling)
      .filter((term) => term.count > 0 && theirs.has(this.#numberOf(term)))
      .toSorted((one, other) => weigh(other) - weigh(one))
      .map(({ word }) => word)
  }

  #profile(packed: Uint32Array): Profile {
    let squares = 0
    for (const each of packed) squares += this.#weight(each) ** 2
    return { packed, length: Math.sqrt(squares) }
  }

  /** The terms that tell most; where two tell as much, the one of the lower hash, whichever came first. */
  #telling(packed: Uint32Array): { term: number; weight: number }[] {
    const terms: { term: number; weight: number }[] = []
    for (const each of packed) {
      const term = each >>> flagBits
      const rarity = (each & nameBit) === 0 ? this.#rarity.word.get(term) : this.#rarity.name.get(term)
      if ((each & most) > 0 && rarity > leastTelling) terms.push({ term, weight: this.#weight(each) })
    }
    if (terms.length <= lookedUp) return terms
    return terms
      .sort((one, other) => other.weight - one.weight || this.#table.hashAt(one.term) - this.#table.hashAt(other.term))
      .slice(0, lookedUp)
  }

  #weight(packed: number): number {
    const term = packed >>> flagBits
    const rarity = (packed & nameBit) === 0 ? this.#rarity.word.get(term) : this.#rarity.name.get(term)
    return ((counted[packed & most] ?? 0) * rarity) / hundredths
  }

  #numberOf(term: Pick<Term, 'text' | 'isName'>): number {
    const number = this.#table.numberOf(term.text)
    if (number === this.#heads.length) this.#begin(term.text)
    if (term.isName && this.#nameKeys.get(number) === 0)
      this.#nameKeys.set(number, this.#numberOf({ text: `~${nameStem(term.text)}`, isName: false }) + 1)
    return number
  }

  #begin(text: string): void {
    const at = text.lastIndexOf(labelMark)
    if (at > 0) this.#marks.set(this.#heads.length, { kind: text.slice(0, at), value: text.slice(at + 1) })
    this.#heads.push(0)
    this.#postingsOf.push(0)
    this.#nameKeys.push(0)
    this.#rarity.word.push(Math.round(rarityOf(text, false) * hundredths))
    this.#rarity.name.push(Math.round(rarityOf(text, true) * hundredths))
  }
}
