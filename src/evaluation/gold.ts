import type { Span } from '../domain/article.ts'

/** A text in which people have marked who says what. Spans are UTF-16 offsets into the text. */
export interface GoldText {
  readonly id: string
  readonly text: string
  readonly attributions: readonly GoldAttribution[]
  /** Words that look like speech but are not. */
  readonly traps: readonly Span[]
}

export interface GoldAttribution {
  readonly source: readonly Span[]
  readonly cue: readonly Span[]
  readonly content: readonly Span[]
  /** The speaker as a reader would name them; null if the text leaves it open or the set does not say. */
  readonly speaker: string | null
  /** Null if the set does not say. */
  readonly act: string | null
  readonly tags: readonly string[]
}
