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
  readonly text: MarkedText
}

/** A pasted text written up, next to that text; or the reason why it could not be. */
export type ArchivedSummary =
  | { readonly kind: 'summary'; readonly document: Document; readonly headline: string; readonly text: MarkedText }
  | { readonly kind: 'nothing'; readonly reason: string }

/** Everything that our own web pages can show. */
export interface Archive {
  /** Published editions, newest first. */
  editions(): Promise<readonly ArchivedEdition[]>
  story(id: string): Promise<StoryBlock | undefined>
  evidence(story: string, claim: string): Promise<ArchivedEvidence | undefined>
  summarize(material: string): Promise<ArchivedSummary>
}
