/**
 * The few words of a language that a check of somebody's words needs where there is no grammar yet: those that turn, weaken or
 * bind what stands beside them, and those that are no part of a name. Lower case; lists of words, apart by white space.
 */
export interface ClosedWords {
  /** ISO 639-1. */
  readonly language: string
  /** Words that turn what is next to them into its opposite. */
  readonly negations: string
  /** Whether a negation may also stand behind what it turns. */
  readonly negatesBehind: boolean
  /** Words that make what they stand in less than certain, or a number less than exact. */
  readonly hedges: string
  /** Words that say on what something depends. */
  readonly conditions: string
  /** Articles and other words before a noun that are no part of a name. */
  readonly determiners: string
  /** Abbreviations whose stop ends no sentence, without that stop. */
  readonly abbreviations: string
  /** Whether short words lean on the next one with an apostrophe: “l'élu”. */
  readonly elides: boolean
  /** Whether a stop behind a number makes it an ordinal: “am 3. Mai”. */
  readonly ordinalStop: boolean
}
