import type { Services } from '../services.ts'
import { assignStories } from './assign-stories.ts'
import { pollFeeds } from './poll-feeds.ts'
import { readArticles } from './read-articles.ts'
import { subscribeToHubs } from './websub.ts'

/** How much came in. */
export interface Gathered {
  readonly feeds: number
  readonly articles: number
}

/** What is done again and again for news to come in, each whether or not the others are done. */
export const intake: readonly ((services: Services) => Promise<unknown>)[] = [
  async (services) => {
    await pollFeeds(services)
    await subscribeToHubs(services)
  },
  readArticles,
  assignStories,
]

/** Everything up to stories, once: feeds that are due are polled, pages read, articles joined to stories. */
export async function gatherNews(services: Services): Promise<Gathered> {
  const feeds = await pollFeeds(services)
  await subscribeToHubs(services)
  const articles = await readArticles(services)
  await assignStories(services)
  services.progress.end()
  return { feeds, articles }
}
