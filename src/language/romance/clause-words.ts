import type { Token } from '../../text/tokens.ts'
import { SurfaceSentence } from '../surface/sentence.ts'
import type { RomanceWords } from './words.ts'

/** The words of a sentence of a Romance language. */
export abstract class RomanceClause extends SurfaceSentence {
  readonly words: RomanceWords
  readonly #finite: readonly boolean[]

  constructor(tokens: readonly Token[], words: RomanceWords) {
    super(tokens)
    this.words = words
    this.#finite = tokens.map((_, at) => this.#isFinite(at))
  }

  isFinite(at: number): boolean {
    return this.#finite[at] ?? false
  }

  #isFinite(at: number): boolean {
    const word = this.base(at)
    if (!this.isWord(at) || (this.isCapital(at) && at > 0)) return false
    const { finiteForms, finiteEnding, verbs, prepositions, determiners, beforeVerbs, pronouns, relatives } = this.words
    if (finiteForms.has(word)) return true
    if (prepositions.has(word) || determiners.has(word)) return false
    // “a denúncia”, “o anúncio”: behind an article the form is a noun; “ela o anuncia”, behind a pronoun it is a verb.
    const isObject = this.isIn(at - 1, beforeVerbs) && (this.isIn(at - 2, pronouns) || this.isIn(at - 2, relatives))
    if (!isObject && (this.isIn(at - 1, determiners) || this.isIn(at - 1, prepositions))) return false
    return verbs.finite.has(word) || (finiteEnding.test(word) && !this.isCapital(at))
  }

  /** A word without the weak pronoun behind it: “disse” for “disse-lhe”. */
  base(at: number): string {
    return this.word(at).replace(this.words.weakBehind, '')
  }

  protected override isRelative(at: number): boolean {
    return this.isIn(at, this.words.relatives)
  }
}
