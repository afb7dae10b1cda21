import { admits, isOpen, wants } from '../digest/filter.ts'
import type { FeedId } from '../domain/feed.ts'
import type { StoryId } from '../domain/story.ts'
import type { Filter } from '../domain/subscription.ts'
import type { Doors } from './doors.ts'

/** The most stories whose articles are held to a filter, the newest. */
const mostStories = 2_000

/** The stories that a filter lets through, in their order. */
export async function filterStories(
  stories: readonly StoryId[],
  { filter, feeds }: { readonly filter: Filter; readonly feeds: readonly FeedId[] },
  { store }: Pick<Doors, 'store'>,
): Promise<StoryId[]> {
  if (isOpen(filter)) return [...stories]
  const wanted: StoryId[] = []
  for (const story of stories.slice(-mostStories)) {
    const articles = await store.stories.articles(story, feeds)
    const admitted = articles.filter((article) => admits(filter, article))
    if (admitted.length > 0 && wants(filter, admitted)) wanted.push(story)
  }
  return wanted
}
