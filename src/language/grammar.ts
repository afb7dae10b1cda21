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
 * Everything about a language that is needed to read who said what in it, and to check what a writer made of that. A grammar
 * keeps no text of its own: all its functions are pure.
 */
export interface Grammar {
  /** ISO 639-1. */
  readonly language: string
  /** Whether its accuracy figures are published (docs/accuracy.md); in any other language nobody is named. */
  readonly isMeasured: boolean
  readonly text: TextRules
  readonly clauses: Clauses
  readonly speech: Speech
  readonly words: GrammarWords
  readonly names: Names
  readonly patterns: BriefPatterns
  /** The checks for a sentence of a brief, in the order in which their faults are reported. */
  readonly checks: readonly Check[]
}

/** How a sentence is built, mainly for quotations without a verb of saying. Positions are token indexes. */
export interface Clauses {
  /** Reads the tokens of a sentence; each answer about it is worked out only once. */
  readSentence(tokens: readonly Token[]): ReadSentence
  /** Words before a quotation that continues what was said: “Now, …”. Lower case. */
  readonly connectives: ReadonlySet<string>
}

/** A sentence with its verbs and noun phrases. */
export interface ReadSentence extends Sentence {
  isFinite(at: number): boolean
  /** The subject that ends right before a verb and does not start before `floor`. */
  subjectBefore(verb: number, floor?: number): Range | undefined
  /** The one whose words come behind a colon: the subject of the clause before it, or whom a label before it names. */
  speakerBefore(colon: number): Range | undefined
  /** The noun phrase that begins at a position. */
  phraseAfter(from: number): Range | undefined
  /** The one who does what a group of words says, whatever its verb. */
  actorOf(group: Range): Range | undefined
}

/** Who said what. */
export interface Speech {
  /** The reports in one sentence, in order. The same grammar must have read the sentence. */
  findReports(sentence: ReadSentence): Report[]
  /** The report that a headline makes without a verb: “Stroud: I will not resign”. */
  headlineReport(first: Paragraph | undefined, rest: readonly Paragraph[]): Match | undefined
  /** Prepares to read who is meant by each mention in a text. */
  readSpeakers(text: string, paragraphs: readonly Paragraph[]): SpeakerReader
  /** Whether a verb means answering somebody else: nobody answers themselves. */
  isReply(cue: string): boolean
  /** Whom an accusation names: Norwind in “Norwind of hiding a report”. */
  accusedIn(said: string): string | undefined
  /** What an accusation says of whom it names: “hiding a report” in “Norwind of hiding a report”. */
  chargeIn(said: string): string | undefined
  /** How a statement with a neutral verb denies something by what it says, and the rule that tells; undefined if it does not. */
  denialIn(given: DenialGiven): { readonly found: Act; readonly rule: string } | undefined
  /** The act of a verb of saying in any of its forms, lower case; undefined for any other word. */
  actOf(word: string): Act | undefined
  /** Whether a word is a verb of saying in a form that says when, or an auxiliary: “denied”, “has”; lower case. */
  isFiniteCue(word: string): boolean
  /** The past tense of a verb of saying in any of its forms, lower case: “saying” → “said”; undefined for any other word. */
  pastOf(word: string): string | undefined
  /** Whether a word may stand within a group of verbs: “has”, “also”, “repeatedly”; lower case. */
  isVerbPart(word: string): boolean
}

/** A statement that may deny something. */
export interface DenialGiven {
  /** What was said, as printed. */
  readonly content: string
  /** Its verb, without auxiliaries; empty if there is none. */
  readonly cue: string
  /** What others said shortly before. */
  before(): readonly string[]
  /** Whether it goes on after its speaker's “denied it”. */
  readonly goesOn: boolean
}

/** Tells who is meant by the mentions in one text. It remembers what it has read, so mentions must be passed in order. */
export interface SpeakerReader {
  identify(mention: string, place: MentionPlace): Identified
  /** Adds what the text says about an unnamed speaker: how many people, and why they are not named. */
  describe(speaker: Unnamed, source: Span): Unnamed
}

export type Unnamed = Extract<Speaker, { kind: 'unnamed' }>

/** Where a mention is, and what its report says. */
export interface MentionPlace {
  readonly start: number
  readonly content: readonly Span[]
  /** What the speaker said there, and may go on from later; empty if somebody else is more likely to go on. */
  readonly stated: readonly Span[]
  /** Whether the verb answers somebody, and whether it denies something or reports a silence. */
  readonly replies: boolean
  readonly denies: boolean
  /** Who was accused by name in the attribution before. */
  readonly accused: string | undefined
  /** Whether the speaker is only quoted as speaking: later pronouns then do not refer to them. */
  readonly isNested: boolean
}

/** Whom a mention refers to; `speaker` is null if the text leaves that open, or if it is the author of the text. */
export interface Identified {
  readonly speaker: Speaker | null
  /** The rule that decided. */
  readonly rule: string
  /** Why somebody else may be meant. */
  readonly doubts: readonly string[]
}

/** What words mean, as far as comparing two texts needs it. Words are passed in lower case. */
export interface GrammarWords {
  /** The words of a text that carry its meaning, without inflectional endings. */
  contentWords(text: string): string[]
  /** The base form of the most irregular verbs of saying: “said” → “say”. Any other word is returned as it is. */
  baseOf(word: string): string
  /** A word without its plural, past or participle ending. */
  stem(word: string): string
  /** A reduced form that a word shares with its inflections, for checks to compare. */
  formOf(word: string): string
  /** Whether two forms may be used for each other. */
  areAlike(one: string, other: string): boolean
  /** Whether a set contains a form, or one that may be used for it. */
  isAmong(form: string, forms: ReadonlySet<string>): boolean
  /** Whether any sentence may use this form without saying anything new. */
  isPlain(form: string): boolean
  readWords(text: string): ReadText
  isNegation(word: string): boolean
  isHedge(word: string): boolean
  /** Whether a word denies or as good as denies: “rejected”, “hardly”. */
  isDenial(word: string): boolean
  /** Words for how far a legal case has come, as printed. */
  statusWords(text: string): string[]
  /** Weekdays and months, as printed. */
  dateWords(text: string): string[]
  /** Words that pass judgement, as printed. */
  loadedWords(text: string): string[]
  /** Whether a text addresses somebody, as instructions and questions do. */
  isAddressed(text: string): boolean
  /** Whether a text speaks to a machine. */
  isToMachine(text: string): boolean
  readonly limits: Limits
}

/** Words that limit what follows them: without “hardly”, “hardly anyone had slept” says the opposite. */
export interface Limits {
  endsInLimiter(leftOut: string): boolean
  isLimiter(leftOut: string): boolean
  isLimitedBy(before: string): boolean
  limited(text: string): readonly { readonly limiter: string; readonly word: string }[]
}

/** Ways of naming somebody. */
export interface Names {
  isPronoun(mention: string): boolean
  /** How a description is taken up again: “the former surveyor” for “a former surveyor”. */
  takenUp(description: string): string
  /** Whether a mention without a name may open a text: “the government”, but not “its lawyers”. */
  isIntroduction(mention: string): boolean
  /** Whether a word of a mention names nobody: “the”, “Mr”. Lower case. */
  isIdle(word: string): boolean
  /** The name of a body with the article that a text gives it: “the Mines Inspectorate”, but “Kettlewell Minerals”. */
  withArticle(name: string, text: string): string
  /** Whether two names or descriptions mean the same speaker. */
  sameSpeaker(one: string, other: string): boolean
  /** Whether a text names somebody, by a distinctive word of their name or by the initials of several words. */
  namesSide(text: string, name: string): boolean
  isOnSideOf(speaker: Speaker, principal: string): boolean
  /** Whether a name tells its bearer apart from everybody else. */
  isNamedSide(name: string): boolean
  hasName(speaker: Speaker): boolean
  /** Whether a stretch of text names somebody, by the last word of their name or the noun that describes them. */
  isMentioned(speaker: string, text: string): boolean
  /** Whether a brief's name for a speaker only describes them: “two officials”. */
  isDescription(name: string): boolean
  /** Whether a reading names its speaker in place, not by a pronoun or a description that depends on an earlier name. */
  isExplicit(attribution: Attribution, article: ReadArticle): boolean
  /** The words from the mention to its verb. */
  mentionOf(attribution: Attribution, text: string): string
}
