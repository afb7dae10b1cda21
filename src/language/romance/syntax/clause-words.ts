import type { Token } from '../../../text/tokens.ts'
import { SurfaceSentence } from '../../surface/sentence.ts'
import type { RomanceWords } from '../words.ts'

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
    const { finiteForms, finiteEnding, verbs, prepositions, determiners, beforeFinite, infinitive } = this.words
    if (finiteForms.has(word)) return true
    if (this.isIn(at - 1, beforeFinite) && !infinitive.test(word)) return !this.isIn(at, this.words.beforeVerbs)
    if (prepositions.has(word) || determiners.has(word) || this.#isBehindArticle(at)) return false
    return verbs.finite.has(word) || (finiteEnding.test(word) && !this.isCapital(at))
  }

  /** “a denúncia”, “o anúncio”: there a form is a noun; in “ela o anuncia” and “esta diz que” it is a verb. */
  #isBehindArticle(at: number): boolean {
    const { prepositions, determiners, subjectArticles, beforeVerbs, pronouns, relatives, complementizers } = this.words
    if (!this.isIn(at - 1, determiners) && !this.isIn(at - 1, prepositions)) return false
    const isObject = this.isIn(at - 1, beforeVerbs) && (this.isIn(at - 2, pronouns) || this.isIn(at - 2, relatives))
    const isSubject =
      (this.isIn(at - 1, pronouns) || (this.isIn(at - 1, beforeVerbs) && !this.isIn(at - 1, subjectArticles))) &&
      this.isIn(at + 1, complementizers)
    return !isObject && !isSubject
  }

  /** A word without the weak pronoun behind it: “disse” for “disse-lhe”. */
  base(at: number): string {
    return this.word(at).replace(this.words.weakBehind, '')
  }

  protected override opensClause(at: number): boolean {
    return this.isIn(at, this.words.relatives) || this.isIn(at, this.words.complementizers)
  }

  protected override isRelative(at: number): boolean {
    return this.isIn(at, this.words.relatives)
  }
}
