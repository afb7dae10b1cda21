import type { Article, ArticleId, ArticleKind } from './article.ts'

/** One event as reported in one or more articles. */
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
  /** ISO 8601; null if unknown. */
  readonly date: string | null
  readonly kind: ArticleKind
}

/** Why an article is in its story, so that a person can check it. */
export interface StoryAssignment {
  readonly how: 'began' | 'joined' | 'merged' | 'left'
  /** The story's article that is most similar to it; null if it began the story. */
  readonly nearest: ArticleId | null
  /** Its similarity to `nearest`, 0 to 1, and the similarity that it needed to join. */
  readonly likeness: number
  readonly needed: number
  /** The story's article whose text it copies; null if it is not a copy. */
  readonly copyOf: ArticleId | null
  /** Words that it shares with `nearest` and with few other articles, the weightiest first. */
  readonly shared: readonly string[]
  /** The second most similar story, and why the article did not join it; null if there was none. */
  readonly runnerUp: { readonly story: StoryId; readonly likeness: number; readonly reason: string } | null
}
