/** What reading a text into words and sentences must know of its language. Words in lower case unless said. */
export interface TextRules {
  /** Written with a stop that ends no sentence, without it: "mr", "a.m". */
  readonly abbreviations: ReadonlySet<string>
  /** Single capital letters that are words, and no initials: "I". */
  readonly capitalWords: ReadonlySet<string>
  /** Abbreviations, with their stop, that a name or a number follows. */
  readonly beforeNames: ReadonlySet<string>
  /** Words that so often begin a sentence that an abbreviation before them ended one. */
  readonly sentenceStarters: ReadonlySet<string>
  /** Verbs by which a sentence goes on behind a quotation: “Why?” she asked. */
  readonly sayingVerbs: ReadonlySet<string>
  /** Months, as printed, that are other words as well: "May". */
  readonly ambiguousMonths: ReadonlySet<string>
  /** Words beside which such a month is one: "in May", "last May". */
  readonly monthIntroducers: ReadonlySet<string>
  /** Months as datelines print them, as the source of a regular expression. */
  readonly datelineMonths: string
  /** Words that turn what they stand beside into its opposite: "not". */
  readonly negations: ReadonlySet<string>
  readonly numerals: Numerals
}

/** How a language writes numbers in words. */
export interface Numerals {
  /** From zero, each in the place of its value. */
  readonly ones: readonly string[]
  /** From twenty, in steps of ten. */
  readonly tens: readonly string[]
  /** What multiplies the number before it: "thousand". */
  readonly scales: ReadonlyMap<string, number>
  /** Written right behind the digits: "$5m", "20k". */
  readonly suffixes: ReadonlyMap<string, number>
  /** Words that may stand between a number and what it counts: "two more villages". */
  readonly between: ReadonlySet<string>
}

const none: ReadonlySet<string> = new Set()

/** For a text of which no language is known: digits and marks alone. */
export const plainText: TextRules = {
  abbreviations: none,
  capitalWords: none,
  beforeNames: none,
  sentenceStarters: none,
  sayingVerbs: none,
  ambiguousMonths: none,
  monthIntroducers: none,
  datelineMonths: String.raw`\p{Lu}[\p{Ll}]{2,}`,
  negations: none,
  numerals: { ones: [], tens: [], scales: new Map(), suffixes: new Map(), between: none },
}

/** What stands behind such a month in a token's lower form, to tell it from the other word. */
export const monthMark = ' (month)'
