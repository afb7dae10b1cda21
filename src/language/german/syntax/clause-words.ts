import { isDenial } from '../../../domain/claim.ts'
import type { Token } from '../../../text/tokens.ts'
import type { ReadSentence } from '../../grammar.ts'
import { SurfaceSentence } from '../../surface/sentence.ts'
import {
  determiners,
  finiteForms,
  isSmall,
  possiblyReporting,
  relatives,
  reportingForms,
  subordinators,
} from '../words/function-words.ts'
import { verbs } from '../words/verbs.ts'

/** The words of a German sentence. Nouns are known by their capitals, and verbs by their forms. */
export abstract class GermanWords extends SurfaceSentence {
  readonly #finite: readonly boolean[]

  constructor(tokens: readonly Token[]) {
    super(tokens)
    this.#finite = tokens.map((_, at) => this.#isFinite(at))
  }

  isFinite(at: number): boolean {
    return this.#finite[at] ?? false
  }

  #isFinite(at: number): boolean {
    const word = this.word(at)
    if (!this.isWord(at) || (this.isCapital(at) && at > 0) || this.word(at - 1) === 'zu') return false
    if (finiteForms.has(word) || reportingForms.has(word) || possiblyReporting.has(word)) return true
    return (verbs.finite.has(word) && !determiners.has(word)) || this.#looksFinite(at)
  }

  /** “Europa brauche …”, “er freute sich”: right after a noun or its pronoun, such an ending is a verb's. */
  #looksFinite(at: number): boolean {
    const word = this.word(at)
    if (!/(?:[^aeiou]e|te|ten)$/.test(word) || word.length < 4 || isSmall(word)) return false
    if (this.isMark(at - 1, ',') && /t(?:e|en)$/.test(word) && !this.isNoun(at + 1)) return true
    const followsSubject = this.isNoun(at - 1) || /^(?:er|sie|es|man|wir|ich)$/.test(this.word(at - 1))
    return followsSubject && !this.isNoun(at + 1)
  }

  /** Returns true for a noun, a name, a figure, or a title in quotation marks. */
  isNoun(at: number): boolean {
    if (this.isQuotation(at)) return !this.isSpokenQuotation(at)
    if (this.isNumber(at)) return true
    if (/^\p{Ll}+-\p{Lu}/u.test(this.printed(at))) return true
    return this.isCapital(at) && (at > 0 || !isSmall(this.word(at)))
  }

  override get denies(): ReadSentence['denies'] {
    const acts = this.tokens.flatMap((_, at) => (this.isFinite(at) ? (verbs.finite.get(this.word(at)) ?? []) : []))
    return acts.find(({ act }) => isDenial(act))?.act
  }

  /** “Der Damm sei sicher.” In this mood Germans tell what somebody else has said. */
  override get carriesOn(): ReadSentence['carriesOn'] {
    const verb = this.#mainVerb()
    if (verb < 0) return 'no'
    if (this.#isRumour(verb)) return 'rumour'
    if (this.isReporting(verb)) return 'sure'
    if (this.#looksReporting(verb)) return 'possibly'
    if (!this.isIn(verb, possiblyReporting)) return 'no'
    return this.some((at) => this.isReporting(at)) ? 'sure' : 'possibly'
  }

  /** The first finite verb that is in no subordinate clause in front or between: “Die Bank, über die das lief, habe …”. */
  #mainVerb(): number {
    const isSubordinate = this.isIn(0, subordinators)
    const comma = isSubordinate ? this.find((at) => this.isMark(at, ',')) : -1
    const verb = this.find((at) => this.isFinite(at), comma + 1)
    const opening = this.findLast((at) => this.isMark(at, ','), comma + 1, verb)
    const isAside = opening > 0 && [1, 2].some((next) => this.isRelative(opening + next))
    const close = isAside ? this.find((at) => this.isMark(at, ','), verb) : -1
    return close > 0 && this.isFinite(close + 1) ? close + 1 : verb
  }

  /** “Die Idee stamme von ihm”: the ending of this mood, which in the past tense only weak verbs in -te have. */
  #looksReporting(verb: number): boolean {
    const word = this.word(verb)
    return /[^t]e$/.test(word) && !/(?:st|wurd|ich)e$/.test(word) && this.word(verb - 1) !== 'ich'
  }

  /** “soll … gebrochen sein”, but not “soll … gebaut werden”. */
  #isRumour(verb: number): boolean {
    if (!/^(?:soll|sollen)$/.test(this.word(verb))) return false
    const mark = this.find((at) => this.isClauseMark(at), verb, this.end)
    return /^(?:haben|sein)$/.test(this.word((mark < 0 ? this.end : mark) - 1))
  }

  protected override isRelative(at: number): boolean {
    return this.isIn(at, relatives)
  }

  isReporting(at: number): boolean {
    return !this.isCapital(at) && reportingForms.has(this.word(at))
  }
}
