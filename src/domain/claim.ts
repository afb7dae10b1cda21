import type { Citation, Span } from './article.ts'

/**
 * Something a speaker said, which the outlet reports but does not vouch for.
 *
 * A sentence without attribution is the outlet's statement and goes in a brief's summary. A claim goes there only
 * whole, with its speaker: leaving the speaker out is how a bot turns "police say" into "it happened".
 */
export interface Claim {
  /** Unique within its draft. */
  readonly id: string
  readonly speaker: Speaker | UncheckedSpeaker
  readonly act: Act
  readonly form: QuoteForm
  /** The words that mark it as reported speech, as printed: "said", "according to". Empty if there are none. */
  readonly cue: string
  /** The statement, as shown to readers. */
  readonly words: string
  /**
   * The words with the article's verb, as a sentence that continues from the speaker's name: “denied that the gate had
   * failed.” Absent if the article has them in a different order.
   */
  readonly line?: string
  /**
   * The source of the words. `article`: the article itself, trimmed. `sentence`: a model's whole sentence, or one that
   * continues from the speaker's name. `own`: in older briefs, a model's words in place of the article's.
   */
  readonly wording: 'article' | 'sentence' | 'own'
  /** The quoted parts of the words, without the quotation marks. */
  readonly quotes: readonly string[]
  /** Where and when it was said, as printed: "in a statement on Saturday". */
  readonly venue: string | null
  /** The passage that contains the speaker, the cue and the words together. */
  readonly citation: Citation
  /** Further passages that support a sentence. */
  readonly further?: readonly Citation[]
  /** The passage with the accusation that this answers, according to the writer. */
  readonly answers?: Citation
  /** True if the article has it, the writer left it out and we added it. */
  readonly isAdded?: true
}

/** The writer's entry that a claim belongs to: "2" for "2.3". */
export function entryOf({ id }: Pick<Claim, 'id'>): string {
  return id.split('.')[0] ?? id
}

/**
 * The claim's words without a verb printed with them: “it” of “denied it”. For an accusation, they include the accused,
 * who is named only in the line.
 */
export function withoutVerb({ words, cue, act, line }: Claim): string {
  if (act === 'accuses' && line?.includes(`${cue} `)) return line.slice(line.indexOf(`${cue} `) + cue.length + 1)
  return cue !== '' && words.startsWith(`${cue} `) ? words.slice(cue.length + 1) : words
}

/** Links words to their speaker, as spans of the text they were read from. */
export interface Attribution {
  /** The mention next to the cue: "he", "the official". Empty if the text names nobody there. */
  readonly source: readonly Span[]
  readonly cue: readonly Span[]
  readonly content: readonly Span[]
  /** The text inside the quotation marks within the content. */
  readonly quotes: readonly Span[]
  readonly venue: Span | null
  /** The speaker that the source refers to, resolved through the article; null if that is unclear. */
  readonly speaker: Speaker | null
  readonly act: Act
  /**
   * True if the sentence denies, supposes or asks it: "did not confirm", "if she says", "nobody said". If so, it is not
   * a claim.
   */
  readonly negated: boolean
  /** The rules that found it, in order, as shown by `onrecord attribute --explain`. */
  readonly rules: readonly string[]
  /** Reasons why its words or their speaker may have been misread. */
  readonly doubts: readonly string[]
  readonly form: QuoteForm
  /** The index, in the same list, of the attribution whose content contains this one: A said that B denied it. */
  readonly within: number | null
}

/** How sure a reading is. */
export type Certainty = 'sure' | 'doubtful'

/** The only threshold: a reading with any doubt is withheld, and counted with its reason. */
export function certaintyOf({ doubts }: Pick<Attribution, 'doubts'>): Certainty {
  return doubts.length === 0 ? 'sure' : 'doubtful'
}

/** A claim that answers another claim of the same brief; both are given by id. */
export interface Response {
  readonly claim: string
  readonly answers: string
}

/** Direct speech is in quotation marks, indirect speech is paraphrased, and mixed is both. */
export type QuoteForm = 'direct' | 'indirect' | 'mixed'

/** The kind of statement. The verb is never upgraded: "said" is never "admitted". */
export type Act = (typeof acts)[number]

export const acts = [
  'says',
  'denies',
  'confirms',
  'accuses',
  'admits',
  'promises',
  'predicts',
  'demands',
  'warns',
  'asks',
  'criticizes',
  'praises',
  'rejects',
  'announces',
  'declines to comment',
  'did not respond',
  'could not be reached',
] as const

/** The speaker on record. Not called "source", since people also use that for an outlet. */
export type Speaker =
  | { readonly kind: 'person'; readonly name: string; readonly role: string | null }
  | { readonly kind: 'organization'; readonly name: string }
  | { readonly kind: 'document'; readonly title: string }
  /** Kept in the article's words ("two officials"), since a name would be a guess. */
  | {
      readonly kind: 'unnamed'
      readonly description: string
      /** The number of people, if the words give it. */
      readonly count?: number | null
      /** Why they are not named, in the article's words, if it says so. */
      readonly reason?: string | null
    }

/** An unknown speaker: the article is in a language in which we cannot determine who said what, so nobody is named. */
export interface UncheckedSpeaker {
  readonly kind: 'unchecked'
}

/** The speaker as readers should see it, on any platform; empty if nobody is named. */
export function speakerLabel(speaker: Speaker | UncheckedSpeaker): string {
  if (speaker.kind !== 'person' || !speaker.role) return speakerName(speaker)
  const { name, role } = speaker
  // “Mayor Ana Ruiz”, but “Ana Ruiz, mayor of Tarn”.
  const isTitle = role.split(' ').length <= 3 && role.split(' ').every((word) => /^\p{Lu}/u.test(word))
  return isTitle ? `${role} ${name}` : `${name}, ${role}`
}

/** The article's name for the speaker, without the role; empty if nobody is named. */
export function speakerName(speaker: Speaker | UncheckedSpeaker): string {
  switch (speaker.kind) {
    case 'person':
    case 'organization':
      return speaker.name
    case 'document':
      return speaker.title
    case 'unnamed':
      return speaker.description
    case 'unchecked':
      return ''
  }
}

/** Returns true if the act denies or rejects what someone else says. */
export function isDenial(act: Act): boolean {
  return act === 'denies' || act === 'rejects'
}

/** Returns true if the claim only records that nothing was said. */
export function isSilence(act: Act): boolean {
  return act === 'declines to comment' || act === 'did not respond' || act === 'could not be reached'
}
