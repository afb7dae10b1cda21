/** What is measured, or stands beside what is: each a source of a regular expression without groups. */
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

/** Words by which news in a language is told apart, whatever its grammar. Lists are words apart by spaces, in lower case. */
export interface NewsWords {
  /** Say nothing of an event. */
  readonly idle: string
  /** What the news of every day is full of: two tellings that share them need be of no one event. */
  readonly everyDay: string
  /** From Sunday on; several forms of one apart by spaces. */
  readonly weekdays: readonly string[]
  /** From January on. */
  readonly months: readonly string[]
  /** From zero on. */
  readonly smallNumbers: readonly string[]
  readonly measures: Partial<Readonly<Record<MeasureWord, string>>>
  /** How old somebody is, with the groups "age" and "who". Global. */
  readonly ages: readonly RegExp[]
  /** Written with a capital, and no names. */
  readonly calendarNames: string
  /** Endings that only inflect a word, and those that make a people or a tongue of a land's name: sources of regular expressions. */
  readonly endings: { readonly words: string; readonly names: string }
}
