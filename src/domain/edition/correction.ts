import type { EditionId } from '../digest.ts'
import type { StoryId } from '../story.ts'

/** One thing that a post said: a headline, a sentence, or a statement with its speaker. */
export interface SaidLine {
  readonly part: 'headline' | 'sentence' | 'claim' | 'difference' | 'unanswered'
  /** The claim's id within its story; null for other lines. */
  readonly claim: string | null
  readonly words: string
  /** The speaker as readers saw it; null if nobody is named. */
  readonly speaker: string | null
  /** The speaker's name without a role. */
  readonly name: string | null
  /** True if the words continue from the speaker's name: “denied that …”. */
  readonly goesOn?: true
}

/** What a post said and what it says now: `was` is null if the line is new, `now` if it was taken out. */
export interface ChangedLine {
  readonly was: SaidLine | null
  readonly now: SaidLine | null
}

/** Why a post was corrected. */
export type CorrectionCause =
  /** These outlets changed their articles. */
  | { readonly kind: 'changed'; readonly outlets: readonly string[] }
  /** These outlets took their articles down. */
  | { readonly kind: 'gone'; readonly outlets: readonly string[] }
  /**
   * Somebody who manages the digest corrected it, with a word on why, which may be empty. `barred`: the statements that
   * are not to be shown again, as `claimSentence` writes them, or sentences of the summary.
   */
  | { readonly kind: 'editor'; readonly words: string; readonly barred: readonly string[] }
  /** The people who manage the digest withdrew the story. */
  | { readonly kind: 'withdrawn' }

/** A correction of a story in one edition: what was wrong and what is right. */
export interface Correction {
  /** Null if nothing that is still kept says what was wrong. */
  readonly edition: EditionId | null
  readonly story: StoryId
  /** The story's headline after it; empty once the whole story is withdrawn. */
  readonly headline: string
  /** ISO 8601. */
  readonly at: string
  readonly cause: CorrectionCause
  readonly lines: readonly ChangedLine[]
  /** The platform's id of who made it; null for Onrecord itself, or the person at this computer. */
  readonly person: string | null
}
