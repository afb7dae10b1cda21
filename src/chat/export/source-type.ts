import type { Document, StoryBlock } from '../document.ts'

/** How a text came about, for programs: an address of the IPTC's terms. Empty if nothing says it. */
export interface SourceTyped {
  readonly digitalSourceType?: string
}

/** The IPTC's terms for how a text came about. */
export const sourceTypes = 'http://cv.iptc.org/newscodes/digitalsourcetype/'

/**
 * The IPTC's term for how these stories came about; null if they do not say. A model's text is
 * `trainedAlgorithmicMedia`, the rules' choice of an article's sentences `algorithmicMedia`; both together, or either
 * with an editor's words, are a composite.
 */
export function sourceTypeOf(stories: readonly Pick<StoryBlock, 'writer' | 'claims'>[]): string | null {
  const writers = new Set(stories.flatMap(({ writer }) => writer ?? []))
  if (writers.size === 0) return null
  const isEdited = stories.some(({ claims }) => claims.some(({ isAdded }) => isAdded))
  if (!writers.has('llm')) return isEdited ? 'compositeSynthetic' : 'algorithmicMedia'
  return writers.size > 1 || isEdited ? 'compositeWithTrainedAlgorithmicMedia' : 'trainedAlgorithmicMedia'
}

/** The field that says how these stories came about. */
export function sourceTypeField(stories: readonly Pick<StoryBlock, 'writer' | 'claims'>[]): SourceTyped {
  const source = sourceTypeOf(stories)
  return source === null ? {} : { digitalSourceType: `${sourceTypes}${source}` }
}

/** The stories of a document. */
export function storiesOf(document: Document): StoryBlock[] {
  return document.filter((block) => block.kind === 'story')
}
