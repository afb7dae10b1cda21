/** What is measured, or words next to a measure. Each is the source of a regular expression without groups. */
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

/** Words that tell news stories apart in a language, whatever its grammar. Lists are separated by spaces, in lower case. */
export interface NewsWords {
  /** Words that say nothing about an event. */
  readonly idle: string
  /** Words that fill the news every day: two articles that share them need not be about the same event. */
  readonly everyDay: string
  /** From Sunday on; several forms of one day are separated by spaces. */
  readonly weekdays: readonly string[]
  /** From January on. */
  readonly months: readonly string[]
  /** From zero on. */
  readonly smallNumbers: readonly string[]
  readonly measures: Partial<Readonly<Record<MeasureWord, string>>>
  /** How old somebody is, with the groups "age" and "who". Global. */
  readonly ages: readonly RegExp[]
  /** Capitalised calendar words, which are not names. */
  readonly calendarNames: string
  /** Inflectional endings, and endings that turn the name of a country into a people or a language: sources of regular expressions. */
  readonly endings: { readonly words: string; readonly names: string }
}
