import type { Doors } from '../services.ts'
import { joinStories } from './assign-stories.ts'
import { pollFeeds } from './poll-feeds.ts'
import { readArticles } from './read-articles.ts'
import { askHubs } from './websub.ts'

/** How much came in. */
export interface Gathered {
  readonly feeds: number
  readonly articles: number
}

/** What is done again and again for news to come in, each whether or not the others are done. */
export const intake: readonly ((doors: Doors) => Promise<unknown>)[] = [
  async (doors) => {
    await pollFeeds(doors)
    await askHubs(doors)
  },
  readArticles,
  joinStories,
]

/** Everything up to stories, once: feeds that are due are polled, pages read, articles joined to stories. */
export async function gatherNews(doors: Doors): Promise<Gathered> {
  const feeds = await pollFeeds(doors)
  await askHubs(doors)
  const articles = await readArticles(doors)
  await joinStories(doors)
  doors.progress.end()
  return { feeds, articles }
}
