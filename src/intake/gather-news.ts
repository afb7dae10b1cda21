import type { Services } from '../services.ts'
import { assignStories } from './assign-stories.ts'
import { pollFeeds } from './poll-feeds.ts'
import { readArticles } from './read-articles.ts'
import { rereadPosted } from './reread-posted.ts'
import { subscribeToHubs } from './websub.ts'

/** The number of feeds polled, and of articles read. */
export interface Gathered {
  readonly feeds: number
  readonly articles: number
}

/** The repeated steps that bring news in. Each runs whether or not the others have finished. */
export const intake: readonly ((services: Services) => Promise<unknown>)[] = [
  async (services) => {
    await pollFeeds(services)
    await subscribeToHubs(services)
  },
  async (services) => {
    await rereadPosted(services)
    await readArticles(services)
  },
  assignStories,
]

/** Brings news in once: polls the feeds that are due, reads pages, and joins articles to stories. */
export async function gatherNews(services: Services): Promise<Gathered> {
  const feeds = await pollFeeds(services)
  await subscribeToHubs(services)
  await rereadPosted(services)
  const articles = await readArticles(services)
  await assignStories(services)
  services.progress.end()
  return { feeds, articles }
}
