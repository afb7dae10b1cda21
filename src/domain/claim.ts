import type { Citation, Span } from './article.ts'

/**
 * Something a speaker said, which the outlet reports but does not vouch for.
 *
 * A sentence without attribution is the outlet's own word, and goes in a brief's summary; a claim goes there only whole, with whoever
 * says it: leaving that out is how a bot turns "police say" into "it happened".
 */
export interface Claim {
  /** Unique within its draft. */
  readonly id: string
  readonly speaker: Speaker | UncheckedSpeaker
  readonly act: Act
  readonly form: QuoteForm
  /** The words that make it a report of speech, as printed: "said", "according to". Empty if there are none. */
  readonly cue: string
  /** What was said, as shown to readers. */
  readonly words: string
  /**
   * The words with the article's own verb, as a sentence that goes on from the speaker's name: “denied that the gate had failed.”
   * Left out if the article has them in another order.
   */
  readonly line?: string
  /**
   * Whose words these are. `article`: the article's own, trimmed. `sentence`: a model's whole sentence, or one that continues
   * from the speaker's name. `own`: in older briefs, a model's words in place of the article's.
   */
  readonly wording: 'article' | 'sentence' | 'own'
  /** The quoted parts of the words, without the quotation marks. */
  readonly quotes: readonly string[]
  /** Where and when it was said, as printed: "in a statement on Saturday". */
  readonly venue: string | null
  /** The passage that shows speaker, cue and words together. */
  readonly citation: Citation
  /** Further passages that a sentence rests on. */
  readonly further?: readonly Citation[]
  /** The passage with the charge that this answers, according to the writer. */
  readonly answers?: Citation
  /** Added by us, since the article has it and the writer left it out. */
  readonly isAdded?: true
}

/** The writer's entry that a claim belongs to: "2" for "2.3". */
export function entryOf({ id }: Pick<Claim, 'id'>): string {
  return id.split('.')[0] ?? id
}

/**
 * The words of a claim without a verb that is printed with them: “it” of “denied it”; of an accusation, with whom it accuses, whom
 * only its line names.
 */
export function withoutVerb({ words, cue, act, line }: Claim): string {
  if (act === 'accuses' && line?.includes(`${cue} `)) return line.slice(line.indexOf(`${cue} `) + cue.length + 1)
  return cue !== '' && words.startsWith(`${cue} `) ? words.slice(cue.length + 1) : words
}

/** Connects words with the one who said them, as spans of the text they were read from. */
export interface Attribution {
  /** The mention beside the cue: "he", "the official". Empty when the text names nobody there. */
  readonly source: readonly Span[]
  readonly cue: readonly Span[]
  readonly content: readonly Span[]
  /** The text inside the quotation marks within the content. */
  readonly quotes: readonly Span[]
  readonly venue: Span | null
  /** Whom the source refers to, resolved through the article; null if that is unclear. */
  readonly speaker: Speaker | null
  readonly act: Act
  /** Whether the sentence denies, supposes or asks it: "did not confirm", "if she says", "nobody said". If so, it is not a claim. */
  readonly negated: boolean
  /** The rules that found it, in order, as shown by `onrecord attribute --explain`. */
  readonly rules: readonly string[]
  /** Why its words or their speaker may have been misread. */
  readonly doubts: readonly string[]
  readonly form: QuoteForm
  /** The index, in the same list, of the attribution whose content contains this one: A said that B denied it. */
  readonly within: number | null
}

/** How sure a reading is. */
export type Certainty = 'sure' | 'doubtful'

/** The one threshold: a reading with any doubt is withheld, and counted with its reason. */
export function certaintyOf({ doubts }: Pick<Attribution, 'doubts'>): Certainty {
  return doubts.length === 0 ? 'sure' : 'doubtful'
}

/** A claim that answers another claim of the same brief; both by their ids. */
export interface Response {
  readonly claim: string
  readonly answers: string
}

/** Direct speech is in quotation marks; indirect speech is retold; mixed is both. */
export type QuoteForm = 'direct' | 'indirect' | 'mixed'

/** What kind of statement it is. The verb is never upgraded: "said" is never "admitted". */
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

/** Whoever is on record. "Source" would do, if people did not also call an outlet that. */
export type Speaker =
  | { readonly kind: 'person'; readonly name: string; readonly role: string | null }
  | { readonly kind: 'organization'; readonly name: string }
  | { readonly kind: 'document'; readonly title: string }
  /** Kept in the article's own words ("two officials"), since a name would be a guess. */
  | {
      readonly kind: 'unnamed'
      readonly description: string
      /** How many people there are, if the words say so. */
      readonly count?: number | null
      /** Why they are not named, in the article's words, if it says so. */
      readonly reason?: string | null
    }

/** An unknown speaker: the article is in a language in which we cannot tell who said what, so nobody is named. */
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

/** What the article calls the speaker, without the role; empty if nobody is named. */
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

/** Whether somebody denies or rejects what another says. */
export function isDenial(act: Act): boolean {
  return act === 'denies' || act === 'rejects'
}

/** Whether the claim only records that nothing was said. */
export function isSilence(act: Act): boolean {
  return act === 'declines to comment' || act === 'did not respond' || act === 'could not be reached'
}
