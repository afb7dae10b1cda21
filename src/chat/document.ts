import type { Action } from './actions.ts'
import type { Moment, RichText } from './rich-text.ts'

/**
 * What we say in a channel, in terms of what it is and not of how it looks.
 *
 * A block is a piece of news, so each platform is free to show it as well as it can:
 * a note is a context block on Slack and small print on Discord. No widget and no limit
 * of any one platform belongs here.
 */
export type Document = readonly Block[]

export type Block =
  | TitleBlock
  | StoryBlock
  /** Something the reader should know, in small print. */
  | { readonly kind: 'note'; readonly text: RichText }
  /** Something that went wrong, or that needs the reader to act. */
  | { readonly kind: 'alert'; readonly text: RichText }
  /** Something that the reader can have done with what stands above. */
  | { readonly kind: 'action'; readonly label: string; readonly action: Action }

export interface TitleBlock {
  readonly kind: 'title'
  readonly text: string
  /** What it is of. */
  readonly time?: Moment
  readonly detail: string
}

/** A story with everything that must stay with it: what is cut is cut between stories, never inside. */
export interface StoryBlock {
  readonly kind: 'story'
  /** The story's id, by which our own pages find it. */
  readonly id: string
  /** Its place in the digest, from 1; null when it stands alone. */
  readonly number: number | null
  readonly headline: string
  /** "new since Mon 23 Nov 08:00", where readers were told the story before; null where it is new. */
  readonly followUp: RichText | null
  readonly outlets: readonly OutletLink[]
  /** How many of the outlets are independent of each other, in words; null where all are. */
  readonly agreement: string | null
  /** Whether it was taken back: then there is nothing to do with it any more. */
  readonly takenBack?: true
  /** Sentences in the outlets' own voice, or with whose word they are. */
  readonly summary: readonly string[]
  /** Where each of them can be checked, where each has a passage of its own. */
  readonly summaryEvidence?: readonly EvidenceMark[]
  readonly differences: readonly DifferenceLine[]
  readonly claims: readonly ClaimLine[]
  /** Whole quotations of an article whose language is not checked, without a speaker. */
  readonly quotations: readonly ClaimLine[]
  /** What readers must know of the articles: that a language is not checked, that a publisher asks machines to keep out. */
  readonly notes: readonly string[]
  /** Claims that are one step away. */
  readonly moreClaims: number
  /** What nobody knows, or could verify. */
  readonly unknown?: readonly StorySentence[]
  /** What came before, why it matters, what comes next; folded away where there is little room. */
  readonly background?: readonly BackgroundBlock[]
  /** Who was asked and said nothing: "Gatemaker Ltd did not respond to requests for comment". */
  readonly silences: readonly string[]
  /** Who is accused without a recorded response. */
  readonly unanswered: readonly string[]
  /** "1 claim withheld: its quotation was not found in the article" */
  readonly withheld: readonly string[]
  readonly links: readonly Link[]
  readonly byline: string
}

/** All that a story may tell beside its headline, left out. */
export const emptyStory = {
  summary: [],
  differences: [],
  claims: [],
  quotations: [],
  notes: [],
  moreClaims: 0,
  silences: [],
  unanswered: [],
  withheld: [],
} as const satisfies Partial<StoryBlock>

export interface OutletLink {
  readonly outlet: string
  /** Null for a text that somebody pasted. */
  readonly url: string | null
  /** ISO 8601; null where the outlet does not say. */
  readonly published: string | null
}

export interface DifferenceLine {
  readonly versions: readonly { readonly outlet: string; readonly words: string }[]
}

export interface ClaimLine {
  /** The claim's id within its story. */
  readonly id: string
  readonly speaker: string
  /** What kind of saying it is, where it is more than saying: "denies", "warns". */
  readonly act: string | null
  /** How it was said: "unnamed", "to Example Times", "in a statement". */
  readonly manner: readonly string[]
  readonly words: string
  /** Where a reader can check it: the publisher's page at this passage, or ours; null where there is neither. */
  readonly evidence: string | null
  readonly responses: readonly ClaimLine[]
  /** Where the words are a writer's sentence: whether it goes on from the speaker's name or stands behind a colon. */
  readonly form?: 'goes-on' | 'whole'
  /** What the same speaker says besides, in the same line. */
  readonly further?: readonly StorySentence[]
  /** By what its evidence is opened where sentences are numbered: "3". */
  readonly mark?: string
  /** Whether we put it in, since the article has it and the writer left it out. */
  readonly isAdded?: true
}

/** By what the evidence of a sentence is opened, and where that is; null where there is none. */
export interface EvidenceMark {
  readonly mark: string
  readonly evidence: string | null
}

/** A sentence beside claims or summary. */
export interface StorySentence extends EvidenceMark {
  /** Of the claim that it is; null where it is none. */
  readonly id: string | null
  readonly words: string
}

export interface BackgroundBlock {
  /** "Context", "Why it matters", "What next". */
  readonly title: string
  readonly sentences: readonly StorySentence[]
}

export interface Link {
  readonly label: string
  readonly url: string
}
