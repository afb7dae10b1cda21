import type { Article } from './article.ts'

/** One event as told by one or more articles. */
export interface Story {
  readonly id: StoryId
  /** Newest first; at least one. */
  readonly articles: readonly Article[]
}

export type StoryId = string & { readonly brand: 'StoryId' }

export function storyId(text: string): StoryId {
  return text as StoryId
}
