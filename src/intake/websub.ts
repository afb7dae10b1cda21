import { inParallel } from '../concurrency.ts'
import { shiftInstant } from '../domain/instant.ts'
import type { Hubs } from '../ports.ts'
import type { Services } from '../services.ts'

/** How long a hub is asked to notify us of news, in seconds; it may promise less. */
const leaseSeconds = 7 * 86_400
/** The longest promise that is accepted, in seconds. */
const mostSeconds = 30 * 86_400
/** How long before its end a promise is renewed, and how long until a silent hub is asked again, in milliseconds. */
const renewMs = 24 * 3_600_000
const againMs = 6 * 3_600_000
/** The most hubs asked in one round, and the most requests at once. */
const mostAsked = 200
const width = 4

/**
 * Asks hubs to notify us of news in their feeds (WebSub, https://www.w3.org/TR/websub/), renews promises that are about
 * to end, and unsubscribes from feeds that are no longer followed. Does nothing if hubs cannot reach us.
 */
export async function subscribeToHubs({ store, clock, fetcher, callbacks, log, shutdown }: Services): Promise<number> {
  if (callbacks === null || shutdown.aborted) return 0
  const now = clock.now()
  const leaving = await store.hubs.toLeave()
  const asking = await store.hubs.toAsk(
    { before: shiftInstant(now, renewMs), askedBefore: shiftInstant(now, -againMs), now },
    mostAsked,
  )
  const requests = [
    ...leaving.map((options) => ({ ...options, mode: 'unsubscribe' })),
    ...asking.map((options) => ({ ...options, mode: 'subscribe' })),
  ]
  await inParallel(requests, width, async ({ feed, url, topic, mode }) => {
    // A hub that does not answer is asked again later.
    if (shutdown.aborted) return
    const { address, secret } = callbacks(feed)
    const form = {
      'hub.mode': mode,
      'hub.topic': topic,
      'hub.callback': address,
      'hub.secret': secret,
      'hub.lease_seconds': String(leaseSeconds),
    }
    const answer = await fetcher.send(url, form, shutdown)
    if (answer.kind !== 'page')
      log.warn('hub-refused', { hub: url, reason: 'reason' in answer ? answer.reason : answer.kind })
  })
  return requests.length
}

/** Handles the requests of hubs: news, and checks that we did ask for it. */
export function openHubs({ store, clock, log }: Pick<Services, 'store' | 'clock' | 'log'>): Hubs {
  return {
    async confirm(feed, { mode, topic, leaseSeconds: promised }) {
      if (!(await store.hubs.expects(feed, { mode, topic }))) return false
      if (mode === 'subscribe') {
        const seconds = Math.min(Math.max(promised ?? leaseSeconds, 60), mostSeconds)
        await store.hubs.promise(feed, shiftInstant(clock.now(), seconds * 1_000))
        log.info('hub-promised', { feed, seconds })
      }
      return true
    },
    deny: async (feed) => {
      log.warn('hub-denied', { feed })
      await store.hubs.promise(feed, null)
    },
    ping: async (feed) => await store.hubs.ping(feed, clock.now()),
  }
}
