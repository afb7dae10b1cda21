import type { Feed } from '../domain/feed.ts'
import type { Subscription } from '../domain/subscription.ts'
import type { Services } from '../services.ts'

/** The oldest that an article in an edition may be, in hours. */
export const newsHours = 36

/** The subscription's feeds: all of the workspace's if it names none. */
export async function feedsOf({ workspace, feeds }: Subscription, { store }: Pick<Services, 'store'>): Promise<Feed[]> {
  const followed = await store.feeds.list(workspace)
  return feeds.length === 0 ? followed : followed.filter(({ id }) => feeds.includes(id))
}
