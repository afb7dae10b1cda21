import type { Token } from '../../text/tokens.ts'
import type { ReadSentence } from '../grammar.ts'
import type { Range } from '../report.ts'
import { Sentence } from '../sentence.ts'

/** A quotation of fewer words than this may be a name: the “Spiegel”. */
const fewestSpoken = 5

/** A sentence read by word lists and word order alone, for languages without a grammar of their own making. */
export abstract class SurfaceSentence extends Sentence implements ReadSentence {
  /** The position after the last word or quotation. */
  readonly end: number

  constructor(tokens: readonly Token[]) {
    super(tokens)
    this.end = this.findLast((at) => !this.isPunctuation(at)) + 1
  }

  get denies(): ReadSentence['denies'] {
    return undefined
  }

  get carriesOn(): ReadSentence['carriesOn'] {
    return 'no'
  }

  abstract isFinite(at: number): boolean
  abstract phraseAfter(from: number): Range | undefined
  abstract subjectBefore(verb: number, floor?: number): Range | undefined
  abstract subjectOf(verb: number, floor?: number): Range | undefined

  speakerBefore(colon: number): Range | undefined {
    const verbs = [...this.tokens.keys()].filter((at) => at < colon && this.isFinite(at)).toReversed()
    // “Alba nega que a ponte caia: «Fica»”: the speaker is the subject of the clause that no “que” opens.
    for (const verb of verbs) {
      const subject = this.subjectOf(verb)
      if (!subject || !this.opensClause(subject.from)) return subject
    }
    if (verbs.length > 0) return undefined
    // “Weber: „Der Damm hält.“”
    const label = this.phraseAfter(0)
    return label?.to === colon ? label : undefined
  }

  /** Returns true for a word that opens a subordinate clause. */
  protected opensClause(at: number): boolean {
    return this.isRelative(at)
  }

  /** Words that open a relative clause. */
  protected abstract isRelative(at: number): boolean

  actorOf({ from, to }: Range): Range | undefined {
    // “Ein Händler im Saal, der ungenannt bleiben will, zuckt mit den Schultern”.
    const opening = from === 0 ? this.phraseAfter(0) : undefined
    if (opening && this.isMark(opening.to, ',') && this.isRelative(opening.to + 1)) return opening
    const verb = this.find((at) => this.isFinite(at), from, to)
    return verb < 0 ? this.unknownActor(from) : this.subjectOf(verb)
  }

  /** The subject where no word is known to be a verb. */
  protected unknownActor(from: number): Range | undefined {
    return (from === 0 ? this.phraseAfter(0) : undefined) ?? this.subjectOf(from)
  }

  isCapital(at: number): boolean {
    return this.isWord(at) && /^\p{Lu}/u.test(this.printed(at))
  }

  isNumber(at: number): boolean {
    return this.isWord(at) && /^\p{N}/u.test(this.printed(at))
  }

  /** Returns true for a mark that ends a clause. */
  isClauseMark(at: number): boolean {
    return this.isMark(at, ',;:') || this.isDash(at)
  }

  /** Returns true for a quotation that is somebody's words rather than a name or a title. */
  isSpokenQuotation(at: number): boolean {
    if (!this.isQuotation(at)) return false
    const text = this.printed(at)
    return /[,.!?…]\P{L}{0,2}$/u.test(text) || this.countQuoted(at) >= fewestSpoken
  }

  /** The number of words in a stretch, with those in quotations. */
  countWords({ from, to }: Range): number {
    let count = 0
    for (let at = from; at < Math.min(to, this.length); at++)
      if (!this.isPunctuation(at)) count += this.isQuotation(at) ? this.countQuoted(at) : 1
    return count
  }

  /** The number of words in a quotation. */
  countQuoted(at: number): number {
    return (this.printed(at).match(/[\p{L}\p{N}]+/gu) ?? []).length
  }

  /** Returns a stretch without the marks at its ends; undefined if nothing else is in it. */
  trimmed({ from, to }: Range): Range | undefined {
    let [first, last] = [Math.max(0, from), Math.min(to, this.length)]
    while (first < last && this.isPunctuation(first)) first++
    while (last > first && this.isPunctuation(last - 1) && !this.isMark(last - 1, ')')) last--
    return first < last ? { from: first, to: last } : undefined
  }
}
