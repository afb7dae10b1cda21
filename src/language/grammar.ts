import type { Span } from '../domain/article.ts'
import type { Act, Attribution, Speaker } from '../domain/claim.ts'
import type { Paragraph } from '../text/paragraphs.ts'
import type { TextRules } from '../text/rules.ts'
import type { Token } from '../text/tokens.ts'
import type { Check, ReadArticle, ReadText } from './check.ts'
import type { BriefPatterns } from './patterns.ts'
import type { Match, Range, Report } from './report.ts'
import type { Sentence } from './sentence.ts'

/**
 * What a language must say of itself, so that who said what can be read in it and what a writer made of it can be checked.
 * A grammar holds no text of its own: all its functions are pure.
 */
export interface Grammar {
  /** ISO 639-1. */
  readonly language: string
  /** Whether its figures are published (docs/accuracy.md); in any other language nobody is named. */
  readonly isMeasured: boolean
  readonly text: TextRules
  readonly clauses: Clauses
  readonly speech: Speech
  readonly words: Words
  readonly names: Names
  readonly patterns: BriefPatterns
  /** What a sentence of a brief is held to, in the order in which it is told what is wrong with it. */
  readonly checks: readonly Check[]
}

/** How a sentence is built, as far as quotations without a verb of saying need it. Positions count tokens. */
export interface Clauses {
  /** Reads the tokens of a sentence; whatever is asked of it is worked out once. */
  readSentence(tokens: readonly Token[]): ReadSentence
  /** Words behind which a quotation goes on with what was said: “Now, …”. Lower case. */
  readonly connectives: ReadonlySet<string>
}

/** A sentence with its verbs and noun phrases. */
export interface ReadSentence extends Sentence {
  isFinite(at: number): boolean
  /** The subject that ends right before a verb, not before `floor`. */
  subjectBefore(verb: number, floor?: number): Range | undefined
  /** The subject of the first finite verb before a position. */
  subjectOfClause(before: number): Range | undefined
  /** The noun phrase that begins at a position. */
  phraseAfter(from: number): Range | undefined
  /** Whoever does what a group of words says, whatever its verb. */
  actorOf(group: Range): Range | undefined
}

/** Who said what. */
export interface Speech {
  /** The reports of one sentence that the same grammar has read, in order. */
  findReports(sentence: ReadSentence): Report[]
  /** The report that a headline makes without a verb: “Stroud: I will not resign”. */
  headlineReport(first: Paragraph | undefined, rest: readonly Paragraph[]): Match | undefined
  /** Reads who is meant by each mention of a text, in order. */
  readSpeakers(text: string, paragraphs: readonly Paragraph[]): SpeakerReader
  /** Whether a verb answers somebody: nobody answers themselves. */
  isReply(cue: string): boolean
  /** Whom an accusation names: “Norwind of hiding a report”. */
  accusedIn(said: string): string | undefined
  /** The act of a verb of saying in any of its forms, lower case; undefined for any other word. */
  actOf(word: string): Act | undefined
}

/** Who is meant by the mentions of one text. Remembers what it has read: mentions are given in their order. */
export interface SpeakerReader {
  identify(mention: string, place: MentionPlace): Identified
  /** Adds what the text tells of somebody it does not name: how many they are, and why they are not named. */
  describe(speaker: Unnamed, source: Span): Unnamed
}

export type Unnamed = Extract<Speaker, { kind: 'unnamed' }>

/** Where a mention stands, and what its report tells. */
export interface MentionPlace {
  readonly start: number
  readonly content: readonly Span[]
  /** What they go on from: what they told there. */
  readonly told: readonly Span[]
  /** Whether the verb answers somebody, or denies. */
  readonly replies: boolean
  readonly denies: boolean
  /** Whom the attribution before accused by name. */
  readonly accused: string | undefined
  /** Whether it is only quoted as speaking: then no later pronoun takes it up. */
  readonly isNested: boolean
}

/** Whom a mention refers to; null where the text leaves it open, or it is whoever writes. */
export interface Identified {
  readonly speaker: Speaker | null
  /** Which rule told it. */
  readonly rule: string
  /** Why somebody else may be meant as well. */
  readonly doubts: readonly string[]
}

/** What words mean, as far as two texts are compared by them. Words are given in lower case. */
export interface Words {
  /** The words of a text that carry its meaning, without endings that only inflect. */
  contentWords(text: string): string[]
  /** The base of the most irregular verbs of saying; any other word as it is: “said” → “say”. */
  baseOf(word: string): string
  /** A word without the endings of plural, past and participle. */
  stem(word: string): string
  /** What a word has in common with its other forms, as checks compare it. */
  formOf(word: string): string
  /** Whether two forms may stand for each other. */
  areAlike(one: string, other: string): boolean
  /** Whether a form, or one that may stand for it, is among others. */
  isAmong(form: string, forms: ReadonlySet<string>): boolean
  /** Forms that any sentence may have without saying anything new. */
  isPlain(form: string): boolean
  readWords(text: string): ReadText
  isNegation(word: string): boolean
  isHedge(word: string): boolean
  /** Words that deny or as good as deny: “rejected”, “hardly”. */
  isDenial(word: string): boolean
  /** How far a case has come, as printed. */
  statusWords(text: string): string[]
  /** Weekdays and months, as printed. */
  dateWords(text: string): string[]
  /** Words that judge, as printed. */
  loadedWords(text: string): string[]
  /** Whether a text tells somebody to do something, or asks. */
  isAddressed(text: string): boolean
  /** Whether a text speaks to a machine. */
  isToMachine(text: string): boolean
  readonly limits: Limits
}

/** Words that limit what they stand before: without “hardly”, “hardly anyone had slept” says the opposite. */
export interface Limits {
  endsInLimiter(leftOut: string): boolean
  isLimiter(leftOut: string): boolean
  isLimitedBy(before: string): boolean
  limited(text: string): readonly { readonly limiter: string; readonly word: string }[]
}

/** Ways of naming somebody. */
export interface Names {
  isPronoun(mention: string): boolean
  /** Words of a mention that name nobody: “the”, “Mr”. Lower case. */
  isIdle(word: string): boolean
  /** Whether two ways of naming a speaker name the same one. */
  sameSpeaker(one: string, other: string): boolean
  /** Whether a text names somebody: by the word that tells them from others, or by the initials of several words. */
  namesSide(text: string, name: string): boolean
  isOnSideOf(speaker: Speaker, principal: string): boolean
  /** Whether a speaker is told from all others by name. */
  isNamedSide(name: string): boolean
  hasName(speaker: Speaker): boolean
  /** Whether a stretch of text names somebody, by the last word of their name or the noun that describes them. */
  isMentioned(speaker: string, text: string): boolean
  /** Whether a brief's name for a speaker only describes them: “two officials”. */
  isDescription(name: string): boolean
  /** Whether a reading names its speaker right there, and neither by a pronoun nor by what leans on a name before. */
  isExplicit(attribution: Attribution, article: ReadArticle): boolean
  /** The words from the mention to its verb. */
  mentionOf(attribution: Attribution, text: string): string
}
