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
 * Everything needed to read who said what in a language, and to check what a writer made of it. A grammar stores no
 * text; all its functions are pure.
 */
export interface Grammar {
  /** ISO 639-1. */
  readonly language: string
  /** True if its accuracy figures are published (docs/accuracy.md); otherwise no speaker is named. */
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

/** The structure of sentences, used mainly for quotations without a verb of saying. Positions are token indexes. */
export interface Clauses {
  /** Reads the tokens of a sentence; each answer about it is computed only once. */
  readSentence(tokens: readonly Token[]): ReadSentence
  /** Words that may precede a quotation that continues earlier speech: “Now, …”. Lower case. */
  readonly connectives: ReadonlySet<string>
}

/** A sentence with its verbs and noun phrases. */
export interface ReadSentence extends Sentence {
  isFinite(at: number): boolean
  /** The subject that ends right before a verb and does not start before `floor`. */
  subjectBefore(verb: number, floor?: number): Range | undefined
  /** The speaker of the words after a colon: the subject of the clause before it, or the one a label names. */
  speakerBefore(colon: number): Range | undefined
  /** The noun phrase that begins at a position. */
  phraseAfter(from: number): Range | undefined
  /** The actor of a verb group, whatever the verb. */
  actorOf(group: Range): Range | undefined
  /**
   * How far the mood of a sentence without a verb of saying shows that it continues what the last speaker said: `sure`
   * by itself, `possibly` only right after another such sentence. A `rumour` may be what the last speaker said, or
   * anybody: “Der Damm soll schon im März gebrochen sein.”
   */
  readonly carriesOn: 'sure' | 'possibly' | 'rumour' | 'no'
  /** The act of a sentence that only says that somebody denied something: “Weber widersprach.” */
  readonly denies: Act | undefined
}

/** How reports of speech and their speakers are read. */
export interface Speech {
  /** Returns the reports in one sentence, in order. The same grammar must have read the sentence. */
  findReports(sentence: ReadSentence): Report[]
  /** True if a verb and the words it reports make a sentence as printed: “said the gate had failed”. */
  readonly joinsVerb: boolean
  /** True if a verb may stand without its subject, which then is whoever the text tells of: “Disse que fica.” */
  readonly leavesSubjectsOut: boolean
  /** True if a quotation within told words is a report of its own as well. */
  readonly quotationsWithin: boolean
  /** The report that a headline makes without a verb: “Stroud: I will not resign”. */
  headlineReport(first: Paragraph | undefined, rest: readonly Paragraph[]): Match | undefined
  /** Returns a reader that identifies the speaker of each mention in a text. */
  readSpeakers(text: string, paragraphs: readonly Paragraph[]): SpeakerReader
  /** True if a verb means answering someone else, so that its speaker is not the one who spoke last. */
  isReply(cue: string): boolean
  /** The accused in an accusation: Norwind in “Norwind of hiding a report”. */
  accusedIn(said: string): string | undefined
  /** The charge in an accusation: “hiding a report” in “Norwind of hiding a report”. */
  chargeIn(said: string): string | undefined
  /** The act of a denial whose verb is neutral, and the rule that found it; undefined for any other statement. */
  denialIn(given: DenialGiven): { readonly found: Act; readonly rule: string } | undefined
  /** The act of a verb of saying in any of its forms, lower case; undefined for any other word. */
  actOf(word: string): Act | undefined
  /** True for a finite form of a verb of saying and for an auxiliary: “denied”, “has”; lower case. */
  isFiniteCue(word: string): boolean
  /** The past tense of a verb of saying in any of its forms, lower case: “saying” → “said”; undefined for any other word. */
  pastOf(word: string): string | undefined
  /** True for a word that may be part of a verb group: “has”, “also”, “repeatedly”; lower case. */
  isVerbPart(word: string): boolean
}

/** A statement that may deny something. */
export interface DenialGiven {
  /** The reported words, as printed. */
  readonly content: string
  /** Its verb, without auxiliaries; empty if there is none. */
  readonly cue: string
  /** Returns what others said shortly before. */
  before(): readonly string[]
  /** True if it continues its speaker's “denied it”. */
  readonly goesOn: boolean
}

/** Identifies the speakers mentioned in one text. It remembers earlier mentions, so they must be passed in order. */
export interface SpeakerReader {
  identify(mention: string, place: MentionPlace): Identified
  /** Adds what the text says about an unnamed speaker: the number of people, and why they are not named. */
  describe(speaker: Unnamed, source: Span): Unnamed
}

export type Unnamed = Extract<Speaker, { kind: 'unnamed' }>

/** The position of a mention, and details of its report. */
export interface MentionPlace {
  readonly start: number
  readonly content: readonly Span[]
  /** The spans that the speaker may carry on from later; empty if someone else is more likely to speak next. */
  readonly stated: readonly Span[]
  /** `replies` is true if the verb answers someone; `denies` if it denies something or reports a silence. */
  readonly replies: boolean
  readonly denies: boolean
  /** The accused named in the previous attribution, if any. */
  readonly accused: string | undefined
  /** True if the report is within someone else's words; later pronouns then do not refer to its speaker. */
  readonly isNested: boolean
}

/** The result for a mention; `speaker` is null if the text leaves it open, or if its author is meant. */
export interface Identified {
  readonly speaker: Speaker | null
  /** The rule that decided. */
  readonly rule: string
  /** Reasons why someone else may be meant. */
  readonly doubts: readonly string[]
}

/** The meanings of words, as far as comparing two texts needs them. Words are passed in lower case. */
export interface GrammarWords {
  /** The words of a text that carry its meaning, without inflectional endings. */
  contentWords(text: string): string[]
  /** The base form of the most irregular verbs of saying: “said” → “say”. Any other word is returned as it is. */
  baseOf(word: string): string
  /** A word without its plural, past or participle ending. */
  stem(word: string): string
  /** A reduced form that a word shares with its inflections, for checks to compare. */
  formOf(word: string): string
  /** True if two forms may be used for each other. */
  areAlike(one: string, other: string): boolean
  /** True if a set contains a form, or one that may be used for it. */
  isAmong(form: string, forms: ReadonlySet<string>): boolean
  /** True for a form that any sentence may use, because it adds no fact. */
  isPlain(form: string): boolean
  readWords(text: string): ReadText
  isNegation(word: string): boolean
  isHedge(word: string): boolean
  /** True if a word denies, or as good as denies: “rejected”, “hardly”. */
  isDenial(word: string): boolean
  /** Returns the words for the stage of a legal case, as printed. */
  statusWords(text: string): string[]
  /** Returns the weekdays and months, as printed. */
  dateWords(text: string): string[]
  /** Returns the words that pass judgement, as printed. */
  loadedWords(text: string): string[]
  /** True if a text addresses someone, as instructions and questions do. */
  isAddressed(text: string): boolean
  /**
   * True if a sentence points at something or somebody that neither it nor what is shown before it, such as a headline, names:
   * “in this town”.
   */
  leansBack(text: string, shownBefore: string): boolean
  /** True if a text addresses a machine. */
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

/** Ways of naming a speaker. */
export interface Names {
  isPronoun(mention: string): boolean
  /** The form of a description when it is repeated: “the former surveyor” for “a former surveyor”. */
  takenUp(description: string): string
  /** True if a mention without a name may open a text: “the government”, but not “its lawyers”. */
  isIntroduction(mention: string): boolean
  /** True for a word of a mention that names nobody: “the”, “Mr”. Lower case. */
  isIdle(word: string): boolean
  /** Returns a body's name with the article that the text uses: “the Mines Inspectorate”, but “Kettlewell Minerals”. */
  withArticle(name: string, text: string): string
  /** True if two names or descriptions mean the same speaker. */
  sameSpeaker(one: string, other: string): boolean
  /** True if a text names someone, by a distinctive word of the name or by the initials of several words. */
  namesSide(text: string, name: string): boolean
  isOnSideOf(speaker: Speaker, principal: string): boolean
  /** True if a name sets its bearer apart from everyone else. */
  isNamedSide(name: string): boolean
  hasName(speaker: Speaker): boolean
  /** True if a text mentions a speaker, by the last word of the name or the noun that describes them. */
  isMentioned(speaker: string, text: string): boolean
  /** True if a brief's name for a speaker is only a description: “two officials”. */
  isDescription(name: string): boolean
  /** True if an attribution names its speaker in place, not by a pronoun or description that needs an earlier name. */
  isExplicit(attribution: Attribution, article: ReadArticle): boolean
  /** The words from the mention to its verb. */
  mentionOf(attribution: Attribution, text: string): string
}
