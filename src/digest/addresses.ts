import type { StoryId } from '../domain/story.ts'

/** Where our own pages about a story are; null where no page of ours can be reached. */
export interface Addresses {
  story(story: StoryId): string | null
  claim(story: StoryId, claim: string): string | null
}

export const noAddresses: Addresses = { story: () => null, claim: () => null }
