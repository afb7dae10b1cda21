import type { ClaimLine, Document, StoryBlock } from './document.ts'
import type { MarkedText } from './evidence.ts'

/** What our own pages show. */

export interface ArchivedEdition {
  readonly id: string
  readonly document: Document
}

/** A claim beside the article that it is from. */
export interface ArchivedEvidence {
  readonly claim: ClaimLine
  readonly headline: string
  readonly outlet: string
  readonly url: string | null
  readonly text: MarkedText
}

/** What somebody pasted, written up, beside its text; or why it could not be. */
export type ArchivedSummary =
  | { readonly kind: 'summary'; readonly document: Document; readonly headline: string; readonly text: MarkedText }
  | { readonly kind: 'nothing'; readonly reason: string }

/** What can be read on our own pages. */
export interface Archive {
  /** Editions that went out, the newest first. */
  editions(): Promise<readonly ArchivedEdition[]>
  story(id: string): Promise<StoryBlock | undefined>
  evidence(story: string, claim: string): Promise<ArchivedEvidence | undefined>
  summarize(material: string): Promise<ArchivedSummary>
}
