/** The words of the label that says who wrote a text and that no person has reviewed it. */
export interface LabelWords {
  /** Written by rules of a version: "Written without AI (rules v3)". */
  byRules(version: number): string
  /** Written by a model. */
  byModel(model: string): string
  /** How many of the stories no model wrote: "2 of 6 stories without AI". */
  someByRules(count: number, total: number): string
  /** What was done, and what is left to do: with the byline before it, and for one article or several. */
  checked(byline: string, articles: 'one' | 'several'): string
  /** An editor reviewed it, with the byline behind it. */
  approved(byline: string): string
  /** No editor did so in time. */
  readonly lapsed: string
}
