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

/** The parts of an article that show which event it is about. */
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
  /** The article of the story that is most similar to it; null if it began the story. */
  readonly nearest: ArticleId | null
  /** How similar it is to `nearest`, 0 to 1, and how similar it had to be to join. */
  readonly likeness: number
  readonly needed: number
  /** The article of the story whose text it copies; null if its text is its own. */
  readonly copyOf: ArticleId | null
  /** Words that it shares with `nearest` and few other articles have, the weightiest first. */
  readonly shared: readonly string[]
  /** The second most similar story, and why the article did not join that one; null if there was none. */
  readonly runnerUp: { readonly story: StoryId; readonly likeness: number; readonly reason: string } | null
}
