import type { Article, ArticleId, ArticleKind } from './article.ts'

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

/** What of an article tells which event it is about. */
export interface StoryFeatures {
  readonly title: string
  /** The first paragraphs. */
  readonly lead: string
  /** ISO 8601; null where unknown. */
  readonly date: string | null
  readonly kind: ArticleKind
}

/** Why an article is in its story, so that a person can check it. */
export interface StoryAssignment {
  readonly how: 'began' | 'joined' | 'merged' | 'left'
  /** The article of the story that is most like it; null where it began the story. */
  readonly nearest: ArticleId | null
  /** How like the story's articles it is on average, 0 to 1, and from where on it would have joined. */
  readonly likeness: number
  readonly needed: number
  /** The article of the story whose text it has; null where it has its own. */
  readonly copyOf: ArticleId | null
  /** Words that it shares with the story and few others have, the weightiest first. */
  readonly shared: readonly string[]
  /** The story that would have been next, and why it was not that one; null where there was none. */
  readonly runnerUp: { readonly story: StoryId; readonly likeness: number; readonly reason: string } | null
}
