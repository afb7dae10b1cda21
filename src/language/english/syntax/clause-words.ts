import type { Token } from '../../../text/tokens.ts'
import { Sentence } from '../../sentence.ts'
import { type CueForm, cueForm } from '../words/cue-verbs.ts'
import {
  auxiliaries,
  clauseOpeners,
  determiners,
  irregularPasts,
  isAdverb,
  isCapitalized,
  isTimeWord,
  nameParticles,
  prepositions,
  pronouns,
} from '../words/word-classes.ts'

/** The words of an English sentence, each read once: finite verbs, verbs of saying, adverbs, names. */
export class ClauseWords extends Sentence {
  readonly #finite: (boolean | undefined)[] = []

  /** Capitalised “Will” and “May” are names, not auxiliaries. */
  override isIn(at: number, words: ReadonlySet<string>): boolean {
    return super.isIn(at, words) && !(words === auxiliaries && /^(?:Will|May)$/.test(this.printed(at)))
  }

  isCapital(at: number): boolean {
    return isCapitalized(this.tokens[at])
  }

  isAdverb(at: number): boolean {
    return isAdverb(this.tokens[at])
  }

  isTime(at: number): boolean {
    return isTimeWord(this.tokens[at])
  }

  isAuxiliary(at: number): boolean {
    return this.isIn(at, auxiliaries)
  }

  isDeterminer(at: number): boolean {
    return this.isIn(at, determiners)
  }

  isPreposition(at: number): boolean {
    return this.isIn(at, prepositions)
  }

  /** True for a function word, which begins neither a name nor a role. */
  isGrammar(at: number): boolean {
    return this.isDeterminer(at) || this.isPreposition(at) || this.isIn(at, clauseOpeners) || this.isIn(at, pronouns)
  }

  /** Returns the verb of saying that the word is a form of, whatever its use here. */
  cueForm(at: number): CueForm | undefined {
    return cueForm(this.word(at))
  }

  /** True if the word is the past of a verb of saying, and not a participle before a noun. */
  isCueVerb(at: number): boolean {
    return this.cueForm(at)?.form === 'past' && !this.isDeterminer(at - 1)
  }

  /** True for a name particle before a capitalised word, or before another particle and such a word. */
  isNameParticle(at: number): boolean {
    if (!nameParticles.has(this.printed(at))) return false
    return this.isCapital(nameParticles.has(this.printed(at + 1)) ? at + 2 : at + 1)
  }

  /** True if the word looks like a finite verb: an auxiliary, a known past, or "-ed" after a possible subject. */
  isFinite(at: number): boolean {
    if (!this.isWord(at)) return false
    return (this.#finite[at] ??= this.#looksFinite(at))
  }

  #looksFinite(at: number): boolean {
    if (this.isAuxiliary(at)) return !/^(?:be|been|being|having)$/.test(this.word(at))
    if (irregularPasts.has(this.printed(at))) return !this.isDeterminer(at - 1)
    return (
      /^\p{Ll}{2,}ed$/u.test(this.printed(at)) &&
      at > 0 &&
      this.word(at + 1) !== 'by' &&
      !this.isDeterminer(at - 1) &&
      !this.isPreposition(at - 1) &&
      !this.isMark(at - 1, '-')
    )
  }

  /** Returns the start of the auxiliaries and adverbs right before a verb, or the verb's position if it has none. */
  groupStart(at: number): number {
    let from = at
    while (from > 0 && (this.isAuxiliary(from - 1) || this.isAdverb(from - 1))) from -= 1
    return from
  }

  /** Returns a part of the sentence, read as if it were a whole sentence. */
  part(from: number, to: number): ClauseWords {
    return new ClauseWords(this.tokens.slice(from, to))
  }
}

/** Reads the tokens of any English text. */
export function clauseWords(tokens: readonly Token[]): ClauseWords {
  return new ClauseWords(tokens)
}
