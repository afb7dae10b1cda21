import { isOpen } from '../chat/commands/filter-words.ts'
import { admits, wants } from '../digest/filter.ts'
import type { FeedId } from '../domain/feed.ts'
import type { StoryId } from '../domain/story.ts'
import type { Filter } from '../domain/subscription.ts'
import type { Services } from '../services.ts'

/** The most stories checked against a filter, newest first. */
const mostLookedAt = 2_000

/** The newest stories that pass a filter, at most `most`, in their original order. */
export async function filterStories(
  stories: readonly StoryId[],
  { filter, feeds, most }: { readonly filter: Filter; readonly feeds: readonly FeedId[]; readonly most: number },
  { store }: Pick<Services, 'store'>,
): Promise<StoryId[]> {
  if (isOpen(filter)) return stories.slice(-most)
  const wanted: StoryId[] = []
  for (const story of stories.slice(-mostLookedAt).toReversed()) {
    if (wanted.length === most) break
    const articles = await store.stories.articles(story, feeds)
    const admitted = articles.filter((article) => admits(filter, article))
    if (admitted.length > 0 && wants(filter, admitted)) wanted.push(story)
  }
  return wanted.toReversed()
}
