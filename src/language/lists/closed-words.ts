/**
 * The few words needed to check reported words in a language without a grammar: words that negate, hedge or set
 * conditions, and words that are not part of a name. Lower case, separated by white space.
 */
export interface ClosedWords {
  /** ISO 639-1. */
  readonly language: string
  /** Words that reverse the meaning of the words next to them. */
  readonly negations: string
  /** True if a negation may also come after the word it negates. */
  readonly negatesBehind: boolean
  /** Words that make a statement less certain, or a number less exact. */
  readonly hedges: string
  /** Words that introduce a condition. */
  readonly conditions: string
  /** Articles and other words before a noun that are not part of a name. */
  readonly determiners: string
  /** Abbreviations whose full stop does not end a sentence, without that stop. */
  readonly abbreviations: string
  /** True if short words are joined to the next word by an apostrophe: “l'élu”. */
  readonly elides: boolean
  /** True if a full stop after a number makes it an ordinal: “am 3. Mai”. */
  readonly ordinalStop: boolean
}
