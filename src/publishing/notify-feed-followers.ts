import type { Feed } from '../domain/feed.ts'
import type { Services } from '../services.ts'
import type { PollResult } from '../store/intake/polls.ts'
import { notifyOwner } from './notify-owner.ts'

/** How long a feed must fail before the owners of its digests are notified, in hours. */
const notifyAfterHours = 24

/**
 * Notifies the owners of digests once if one of their feeds has failed for long or has ended, and once when it can be
 * read again. Shorter failures are shown only in the digest.
 */
export async function notifyFeedFollowers(
  feed: Feed,
  { problem, ended, failingSince }: Pick<PollResult, 'problem' | 'ended' | 'failingSince'>,
  services: Pick<Services, 'store' | 'platforms' | 'clock' | 'log'>,
): Promise<void> {
  const { store, clock, log } = services
  const failingMs = failingSince === null ? 0 : Date.parse(clock.now()) - Date.parse(failingSince)
  const state = ended ? 'ended' : failingMs >= notifyAfterHours * 3_600_000 ? 'failing' : problem ? feed.notified : null
  if (state === feed.notified || !(await store.polls.noteNotified(feed.id, state))) return
  const text = sentence(feed, state, problem)
  log.warn('feed-told', { feed: feed.url, state })
  for (const subscription of await store.subscriptions.drawingFrom(feed.id))
    await notifyOwner(subscription, [{ kind: 'alert', text }], services)
}

function sentence({ outlet, url }: Feed, state: Feed['notified'], problem: string | null): string {
  switch (state) {
    case 'ended':
      return `${outlet} (${url}) is no longer read: ${problem}. Remove it, or add the feed that has replaced it.`
    case 'failing':
      return `${outlet} (${url}) hasn’t been readable for a day: ${problem}. Onrecord will keep trying and tell you when it can be read again.`
    case null:
      return `${outlet} (${url}) can be read again.`
  }
}
