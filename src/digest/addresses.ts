import type { StoryId } from '../domain/story.ts'

/** The addresses of our own pages about a story; null if our pages cannot be opened from outside. */
export interface Addresses {
  story(story: StoryId): string | null
  claim(story: StoryId, claim: string): string | null
  /** The desk as one editor's own page; whoever has the address acts as that editor for some hours. */
  desk(person: string): string | null
}

export const noAddresses: Addresses = { story: () => null, claim: () => null, desk: () => null }
