import type { ArticleId } from '../article.ts'
import type { Byline, Draft } from '../brief.ts'
import type { EditionId } from '../digest.ts'
import type { StoryId } from '../story.ts'
import type { Approval } from '../subscription.ts'

/** An edition as its editors see and change it before it goes out. */
export interface Proof {
  readonly edition: EditionId
  readonly approval: Approval
  /** When it was composed, ISO 8601. */
  readonly madeAt: string
  /** When it goes out or lapses, ISO 8601: its slot, or later if it was shown too late for its editors. */
  readonly dueAt: string
  /** In the order in which they go out. */
  readonly stories: readonly ProofStory[]
  /** Stories that were due but did not fit. */
  readonly more: number
  /** Grows with each change, so that nobody approves what they have not seen. */
  readonly version: number
  /** Null while nobody has decided. */
  readonly decision: Decision | null
}

/** A story as it was composed for an edition: its draft, and the articles that it was written from. */
export interface ComposedStory {
  readonly id: StoryId
  readonly draft: Draft
  readonly byline: Byline
  readonly articles: readonly ReadVersion[]
  /** Set if the channel has had the story before: since when, and what is new. */
  readonly followUp: {
    readonly since: string
    readonly claims: readonly string[]
    readonly sentences: readonly string[]
  } | null
  /** How often it has been corrected since it was posted; absent for never. */
  readonly corrections?: number
}

/** A story of a proof: its draft with the editors' changes, and their verdict. */
export interface ProofStory extends ComposedStory {
  readonly verdict: Judgement
  /** The proof's version when this story last changed. */
  readonly version: number
}

/** An article as it was when the story was written, so that a later change is noticed. */
export interface ReadVersion {
  readonly id: ArticleId
  /** A fingerprint of its headline and text. */
  readonly print: string
}

export type Judgement = 'open' | 'accepted' | 'dropped'

/** What an editor decided about the whole edition; a skipped edition is settled at once and has none. */
export interface Decision {
  readonly kind: 'approved' | 'held'
  /** True if it is not to wait for its slot. */
  readonly atOnce: boolean
  /** The version that was approved. */
  readonly version: number
  /** The platform's id of the editor; null for the person at this computer. */
  readonly person: string | null
  /** ISO 8601. */
  readonly at: string
}

/** One line of the record of a proof: who did what, and when. */
export interface RecordEntry {
  /** ISO 8601. */
  readonly at: string
  /** The platform's id of the editor; null for Onrecord itself, or the person at this computer. */
  readonly person: string | null
  readonly deed: Deed
}

/** What was done with a proof. */
export type Deed =
  /** The proof was made. */
  | { readonly kind: 'made'; readonly stories: readonly { readonly story: StoryId; readonly headline: string }[] }
  /** An editor was shown the proof, or one of its stories, in this version. */
  | { readonly kind: 'shown'; readonly story: StoryId | null; readonly version: number }
  | { readonly kind: 'judged'; readonly story: StoryId; readonly verdict: Judgement }
  /** A story was moved to this place, from 1. */
  | { readonly kind: 'moved'; readonly story: StoryId; readonly place: number }
  | {
      readonly kind: 'edited'
      readonly story: StoryId
      readonly before: StoryWords
      readonly after: StoryWords
      /** What the check found in the new words, and the editor vouched for. */
      readonly vouched: readonly string[]
    }
  /** An editor's words were not saved, because of what the check found in them. */
  | { readonly kind: 'refused'; readonly story: StoryId; readonly words: StoryWords; readonly reason: string }
  /** A claim was dropped or, with the finding that withheld it, restored; `isIn` is what it is now. */
  | {
      readonly kind: 'claim'
      readonly story: StoryId
      readonly words: string
      readonly isIn: boolean
      readonly finding: string | null
    }
  | {
      readonly kind: 'decided'
      readonly decision: Decision['kind'] | 'skipped'
      readonly atOnce: boolean
      readonly version: number
    }
  /** An outlet changed an article, so the story was written again and must be accepted again. */
  | { readonly kind: 'changed'; readonly story: StoryId; readonly outlets: readonly string[] }
  /** The slot came, and nobody had decided. */
  | { readonly kind: 'lapsed'; readonly otherwise: Approval['otherwise'] }
  /** It was approved, and there was nothing left to send. */
  | { readonly kind: 'empty'; readonly reason: string }
  /** It went to its channel with these stories. */
  | { readonly kind: 'sent'; readonly stories: readonly StoryId[]; readonly isApproved: boolean }

export interface StoryWords {
  readonly headline: string
  readonly summary: readonly string[]
}
