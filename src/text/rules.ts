import type { Span } from '../domain/article.ts'

/** The language rules for splitting a text into words and sentences. Words are in lower case unless noted. */
export interface TextRules {
  /** Abbreviations whose full stop does not end a sentence, listed without that stop: "mr", "a.m". */
  readonly abbreviations: ReadonlySet<string>
  /** Single capital letters that are words, not initials: "I". */
  readonly capitalWords: ReadonlySet<string>
  /** Abbreviations, with their full stop, that come before a name or a number. */
  readonly beforeNames: ReadonlySet<string>
  /** Words that begin sentences so often that an abbreviation before them must have ended one. */
  readonly sentenceStarters: ReadonlySet<string>
  /** Verbs that continue a sentence after a quotation: “Why?” she asked. */
  readonly sayingVerbs: ReadonlySet<string>
  /** True if a dash may open a paragraph of dialogue; otherwise it opens an item of a list. */
  readonly dashOpensDialogue: boolean
  /** True if all nouns have capitals, so that a capital shows no name. */
  readonly capitalisesNouns: boolean
  /** True if quotations are mostly written »so«, with the marks pointing inward. */
  readonly marksPointInward: boolean
  /** Words before a number whose full stop makes it an ordinal: “am 3. Mai”. Empty if the language has none. */
  readonly beforeOrdinals: ReadonlySet<string>
  /** Where two words are written as one: “l’élue”, “dit-elle”; null if no words are. It matches the place, and no letters. */
  readonly joints: RegExp | null
  /**
   * Finds what the reporter says between the marks of a quotation, “, dit-elle,”, by it and what stands behind it; null
   * where nobody writes so.
   */
  readonly remarksIn: ((quotation: string, behind?: string) => Span[]) | null
  /** Months, as printed, that are also other words: "May". */
  readonly ambiguousMonths: ReadonlySet<string>
  /** Words that, right before an ambiguous month, show that it is the month: "in May", "last May". */
  readonly monthIntroducers: ReadonlySet<string>
  /** Months as datelines print them, as the source of a regular expression. */
  readonly datelineMonths: string
  /** Words that reverse the meaning of the words next to them: "not". */
  readonly negations: ReadonlySet<string>
  readonly numerals: Numerals
}

/** How a language writes numbers in words. */
export interface Numerals {
  /** From zero; each word's index is its value. */
  readonly ones: readonly string[]
  /** From twenty, in steps of ten. */
  readonly tens: readonly string[]
  /** Words that multiply the number before them: "thousand". */
  readonly scales: ReadonlyMap<string, number>
  /** Letters right after the digits: "$5m", "20k". */
  readonly suffixes: ReadonlyMap<string, number>
  /** Words that may come between a number and what it counts: "two more villages". */
  readonly between: ReadonlySet<string>
}

const none: ReadonlySet<string> = new Set()

/** The rules for a text in an unknown language: only digits and marks. */
export const plainText: TextRules = {
  abbreviations: none,
  capitalWords: none,
  beforeNames: none,
  sentenceStarters: none,
  sayingVerbs: none,
  dashOpensDialogue: true,
  capitalisesNouns: false,
  marksPointInward: false,
  beforeOrdinals: none,
  joints: null,
  remarksIn: null,
  ambiguousMonths: none,
  monthIntroducers: none,
  datelineMonths: String.raw`\p{Lu}[\p{Ll}]{2,}`,
  negations: none,
  numerals: { ones: [], tens: [], scales: new Map(), suffixes: new Map(), between: none },
}

/** Added to the lower form of a token that is an ambiguous month, to tell it from the other word. */
export const monthMark = ' (month)'
