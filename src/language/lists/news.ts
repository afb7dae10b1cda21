/** A kind of measure, or of words next to one. Each is given as the source of a regular expression without groups. */
export type MeasureWord =
  | 'magnitude'
  | 'behindMagnitude'
  | 'percent'
  | 'points'
  | 'degrees'
  | 'lengths'
  | 'terms'
  | 'millions'
  | 'nil'
  | 'to'
  | 'level'
  | 'number'
  | 'ordinal'
  | 'of'
  | 'noScore'
  | 'noTerm'

/** Words for telling news stories apart, even without a grammar. Lists are in lower case, separated by spaces. */
export interface NewsWords {
  /** Words that say nothing about an event. */
  readonly idle: string
  /** Words that are in the news every day: two articles that share them need not be about the same event. */
  readonly everyDay: string
  /** From Sunday on; several forms of one day are separated by spaces. */
  readonly weekdays: readonly string[]
  /** From January on. */
  readonly months: readonly string[]
  /** From zero on. */
  readonly smallNumbers: readonly string[]
  readonly measures: Partial<Readonly<Record<MeasureWord, string>>>
  /** Patterns for a person's age, with the groups "age" and "who". Global. */
  readonly ages: readonly RegExp[]
  /** Capitalised calendar words, which are not names. */
  readonly calendarNames: string
  /** Inflectional endings, and endings that turn a country into a people or language, as regular expression sources. */
  readonly endings: { readonly words: string; readonly names: string }
}
