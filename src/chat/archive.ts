import type { ClaimLine, Document, StoryBlock } from './document.ts'
import type { MarkedText } from './evidence.ts'

/** The types behind our own web pages. */

export interface ArchivedEdition {
  readonly id: string
  readonly document: Document
}

/** A claim and the article that it comes from. */
export interface ArchivedEvidence {
  readonly claim: ClaimLine
  readonly headline: string
  readonly outlet: string
  readonly url: string | null
  /** ISO 8601; null if the outlet does not say. */
  readonly published: string | null
  readonly text: MarkedText
  readonly story: { readonly id: string; readonly headline: string }
  /** The line that it answers; null if it answers none. */
  readonly answered: ClaimLine | null
  /** The ids of the claims before and after it in the story. */
  readonly previous: string | null
  readonly next: string | null
}

/** A pasted text written up, next to that text; or the reason why it could not be. */
export type ArchivedSummary =
  | { readonly kind: 'summary'; readonly document: Document; readonly headline: string; readonly text: MarkedText }
  | { readonly kind: 'nothing'; readonly reason: string }

/** A correction of something that was posted. */
export interface ArchivedCorrection {
  /** The edition that was corrected; empty if it is no longer kept. */
  readonly edition: string
  /** ISO 8601. */
  readonly at: string
  /** The story's headline; empty once the whole story is withdrawn. */
  readonly headline: string
  /** What was wrong, what is right and why. */
  readonly lines: readonly string[]
}

/** Everything that our own web pages can show. */
export interface Archive {
  /** What was corrected in what was posted, newest first. */
  corrections(): Promise<readonly ArchivedCorrection[]>
  /** Published editions, newest first. */
  editions(): Promise<readonly ArchivedEdition[]>
  story(id: string): Promise<StoryBlock | undefined>
  evidence(story: string, claim: string): Promise<ArchivedEvidence | undefined>
  summarize(material: string): Promise<ArchivedSummary>
}
