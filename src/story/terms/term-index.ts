import type { StoryFeatures } from '../../domain/story.ts'
import type { StoryMark } from '../marks.ts'
import { rarityOf } from './common-words.ts'
import { TermTable } from './term-table.ts'
import { labelMark, nameStem, type Term, termsOf } from './terms.ts'
import { Uint32List } from './uint32-list.ts'

/** How many of an article's terms it can be found by: the most telling ones. */
const lookedUp = 40
/** Words of this rarity or less, in hundredths, find nothing: they fill everyday news. */
const leastRarity = 30
/**
 * In an index of at most this many articles, all that share a term are examined, so that the result depends on the
 * articles alone, not on when they came.
 */
const fewEnough = 2_000
/** In a larger index, this many are examined per term, newest first, and this many for all terms of one article. */
const perTerm = 500
const perArticle = 2_500
/** A packed term, from the top bit: 24 bits for its number, one each for name, title and opening, 5 for its count. */
const flagBits = 8
const most = 31
const nameBit = 1 << 7
const titleBit = 1 << 6
const openingBit = 1 << 5

/** The weight for a word's count in one article, computed once. */
const counted = Array.from({ length: most + 1 }, (_, count) => (count === 0 ? 0 : 1 + Math.log(count)))
/** Rarity is kept in hundredths. */
const hundredths = 100

/** One article's terms as packed numbers, in ascending order. */
export interface Profile {
  readonly packed: Uint32Array
  /** The length of the article's vector of weights. */
  readonly length: number
}

/** One unpacked term of a profile. */
export interface ReadTerm {
  readonly term: number
  readonly weight: number
  readonly isName: boolean
  readonly inTitle: boolean
  readonly inOpening: boolean
  /** The same for all forms of a name: "Orsenia", "Orsenian". */
  readonly nameKey: number
  readonly mark: StoryMark | undefined
}

/**
 * An index of articles by their terms, to find similar articles without comparing all; it takes a few bytes per term.
 */
export class TermIndex {
  readonly #table = new TermTable()
  readonly #marks = new Map<number, StoryMark>()
  /** By term: its rarity as a word and as a name, and its name stem's number plus one, or 0 if not known yet. */
  readonly #rarity = { word: new Uint32List(), name: new Uint32List() }
  readonly #nameKeys = new Uint32List()
  /** By term: its last posting plus one, and its number of postings. */
  readonly #heads = new Uint32List()
  readonly #postingsOf = new Uint32List()
  readonly #postings = { article: new Uint32List(), before: new Uint32List() }
  readonly #packed = new Uint32List()
  readonly #starts: number[] = []
  /** By article: its vector's length. */
  readonly #lengths: number[] = []
  /** By article: its score during a search; 0 otherwise. */
  readonly #scores: number[] = []

  /** An article's profile, by which it is compared. */
  read(features: StoryFeatures): Profile {
    const packed = termsOf(features).map(
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

  /** Adds an article; returns its number, from 0. */
  hold({ packed, length }: Profile): number {
    const number = this.#starts.length
    this.#starts.push(this.#packed.length)
    this.#lengths.push(length)
    this.#scores.push(0)
    for (const term of packed) this.#packed.push(term)
    for (const { term } of this.#informative(packed)) {
      this.#postings.article.push(number)
      this.#postings.before.push(this.#heads.get(term))
      this.#heads.set(term, this.#postings.article.length)
      this.#postingsOf.set(term, this.#postingsOf.get(term) + 1)
    }
    return number
  }

  /** The profile of an article in the index. */
  profileOf(held: number): Profile {
    const start = this.#starts[held] ?? 0
    const end = this.#starts[held + 1] ?? this.#packed.length
    return { packed: this.#packed.slice(start, end), length: this.#lengths[held] ?? 0 }
  }

  /**
   * Finds the articles that share this one's most telling terms, rarest terms first; in a small index, all such
   * articles.
   */
  find({ packed }: Profile, limit: number): number[] {
    const found: number[] = []
    const isSmall = this.#starts.length <= fewEnough
    let left = isSmall ? Number.POSITIVE_INFINITY : perArticle
    const mostTurns = isSmall ? fewEnough : perTerm
    const rarest = this.#informative(packed).toSorted(
      (one, other) => this.#postingsOf.get(one.term) - this.#postingsOf.get(other.term),
    )
    for (const { term, weight } of rarest) {
      let posting = this.#heads.get(term)
      for (let turn = 0; posting > 0 && turn < mostTurns && left > 0; turn++, left--) {
        const article = this.#postings.article.get(posting - 1)
        const score = this.#scores[article] ?? 0
        if (score === 0) found.push(article)
        this.#scores[article] = score + weight * weight
        posting = this.#postings.before.get(posting - 1)
      }
    }
    const best = isSmall ? found : this.#best(found, limit)
    for (const article of found) this.#scores[article] = 0
    return best
  }

  /**
   * The articles with the highest scores, at most `limit`. If several tie for the last place, none of them is taken, so
   * that the order of arrival does not matter; if all tie, as copies of one text do, the first ones are taken.
   */
  #best(found: readonly number[], limit: number): number[] {
    if (found.length <= limit) return [...found]
    const scores = new Float64Array(found.length)
    for (const [at, article] of found.entries()) scores[at] = this.#scores[article] ?? 0
    scores.sort()
    const last = scores[scores.length - limit - 1] ?? 0
    const above = found.filter((article) => (this.#scores[article] ?? 0) > last)
    return above.length > 0 ? above : found.filter((article) => this.#scores[article] === last).slice(0, limit)
  }

  /** The cosine of the vectors of an article and of one in the index, 0 to 1. */
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

  /** A profile's terms, unpacked. */
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

  /** The words that an article shares with another, most telling first. */
  shared(features: StoryFeatures, { packed }: Profile): string[] {
    const theirs = new Set(Array.from(packed, (each) => each >>> flagBits))
    const weigh = ({ text, count, isName }: Term) => rarityOf(text, isName) * (counted[Math.min(count, most)] ?? 0)
    return termsOf(features)
      .filter((term) => term.count > 0 && theirs.has(this.#numberOf(term)))
      .toSorted((one, other) => weigh(other) - weigh(one))
      .map(({ word }) => word)
  }

  #profile(packed: Uint32Array): Profile {
    let squares = 0
    for (const each of packed) squares += this.#weight(each) ** 2
    return { packed, length: Math.sqrt(squares) }
  }

  /** The most telling terms; of two equally telling ones, the one with the lower hash, whichever came first. */
  #informative(packed: Uint32Array): { term: number; weight: number }[] {
    const terms: { term: number; weight: number }[] = []
    for (const each of packed) {
      const term = each >>> flagBits
      const rarity = (each & nameBit) === 0 ? this.#rarity.word.get(term) : this.#rarity.name.get(term)
      if ((each & most) > 0 && rarity > leastRarity) terms.push({ term, weight: this.#weight(each) })
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
