import type { Action } from './actions.ts'
import type { Moment, RichText } from './rich-text.ts'

/**
 * A message for a channel, described by its meaning and not by its looks.
 *
 * Each platform shows a block as well as it can: a note is a context block on Slack and small print on Discord. No
 * widget or limit of any one platform belongs here.
 */
export type Document = readonly Block[]

export type Block =
  | TitleBlock
  | StoryBlock
  /** A line of an answer. */
  | { readonly kind: 'text'; readonly text: RichText }
  /** Background information for the reader, in small print. `isForTyping`: how to go on where there are no buttons. */
  | { readonly kind: 'note'; readonly text: RichText; readonly isForTyping?: true }
  /** Something that went wrong, or that needs the reader to act. */
  | { readonly kind: 'alert'; readonly text: RichText }
  /** An action that the reader can take on the blocks above; several in a row are shown side by side. */
  | ActionBlock
  /** A menu of actions; the reader picks one. */
  | { readonly kind: 'choice'; readonly label: string; readonly actions: readonly Omit<ActionBlock, 'kind'>[] }

/** A block that is a single line. */
export type LineBlock = Extract<Block, { kind: 'text' | 'note' | 'alert' }>

export function isLine(block: Block): block is LineBlock {
  return block.kind === 'text' || block.kind === 'note' || block.kind === 'alert'
}

export interface ActionBlock {
  readonly kind: 'action'
  readonly label: string
  readonly action: Action
  /** True for the action that most readers want. */
  readonly isMain?: true
}

export interface TitleBlock {
  readonly kind: 'title'
  readonly text: string
  /** The instant that the title refers to. */
  readonly time?: Moment
  readonly detail: string
}

/** A story with everything that belongs to it: long messages are cut between stories, never inside one. */
export interface StoryBlock {
  readonly kind: 'story'
  /** The story's id, also used in the addresses of our own pages. */
  readonly id: string
  /** The story's place in the digest, from 1; null when it stands alone. */
  readonly number: number | null
  readonly headline: string
  /** "new since Mon 23 Nov 08:00" if the channel has had the story before; null if it is new. */
  readonly followUp: RichText | null
  readonly outlets: readonly OutletLink[]
  /** How many of the outlets are independent of each other, in words; null if all are. */
  readonly agreement: string | null
  /** True if the story was withdrawn; no actions are offered on it then. */
  readonly takenBack?: true
  /** True if more than claims is folded away: the rest of the summary, and where outlets differ. */
  readonly isGlance?: true
  /** True while only editors see it: nobody can report it or open more of it then. */
  readonly isDraft?: true
  /** What was corrected since it was posted, when and why, latest last. */
  readonly corrections?: readonly string[]
  /** Sentences in the outlets' own voice, or attributed to a speaker. */
  readonly summary: readonly string[]
  /** The evidence for each summary sentence, if each has a passage of its own. */
  readonly summaryEvidence?: readonly EvidenceMark[]
  readonly differences: readonly DifferenceLine[]
  readonly claims: readonly ClaimLine[]
  /** Whole quotations, without a speaker, from an article in a language that is not checked. */
  readonly quotations: readonly ClaimLine[]
  /** Caveats about the articles: that a language is not checked, or that a publisher asks machines to keep out. */
  readonly notes: readonly string[]
  /** The number of claims that are not shown here. */
  readonly moreClaims: number
  /** Sentences about what is not known or could not be verified. */
  readonly unknown?: readonly StorySentence[]
  /** What came before, why it matters and what comes next; folded away if space is short. */
  readonly background?: readonly BackgroundBlock[]
  /** Sentences on those who were asked and did not comment: "Gatemaker Ltd did not respond to requests for comment". */
  readonly silences: readonly string[]
  /** Those who are accused with no response on record. */
  readonly unanswered: readonly string[]
  /** "1 claim withheld: its quotation was not found in the article" */
  readonly withheld: readonly string[]
  readonly links: readonly Link[]
  readonly byline: string
  /** Who wrote it, for programs; absent in what was made before this was kept. */
  readonly writer?: 'rules' | 'llm'
}

/** A story with nothing in it besides its headline. */
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
  /** Null for pasted text. */
  readonly url: string | null
  /** ISO 8601; null if the outlet does not say. */
  readonly published: string | null
}

export interface DifferenceLine {
  readonly versions: readonly { readonly outlet: string; readonly words: string }[]
}

export interface ClaimLine {
  /** The claim's id within its story. */
  readonly id: string
  readonly speaker: string
  /** The kind of statement, if it is more than plain saying: "denies", "warns". */
  readonly act: string | null
  /** How the statement was made: "unnamed", "to Example Times", "in a statement". */
  readonly manner: readonly string[]
  readonly words: string
  /**
   * Where a reader can check the claim: its passage on the publisher's page, or our own page; null if there is neither.
   */
  readonly evidence: string | null
  readonly responses: readonly ClaimLine[]
  /** For a sentence by the writer: whether it continues from the speaker's name or follows a colon. */
  readonly form?: 'goes-on' | 'whole'
  /** More sentences by the same speaker, on the same line. */
  readonly further?: readonly StorySentence[]
  /** The number that opens the evidence, if sentences are numbered: "3". */
  readonly mark?: string
  /** The outlet that its last sentence names in brackets; absent if it names none. */
  readonly outlet?: string
  /** True if we added the line because the article has it and the writer left it out. */
  readonly isAdded?: true
}

/** The mark that opens a sentence's evidence, and the address it leads to; null if there is none. */
export interface EvidenceMark {
  readonly mark: string
  readonly evidence: string | null
}

/** A sentence of a story, with its evidence. */
export interface StorySentence extends EvidenceMark {
  /** The claim's id; null if the sentence is not a claim. */
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
