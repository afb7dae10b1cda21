import { inParallel } from '../concurrency.ts'
import { shiftInstant } from '../domain/instant.ts'
import type { Hubs } from '../ports.ts'
import type { Services } from '../services.ts'

/** How long a hub is asked to tell us of news, in seconds; it may promise less. */
const leaseSeconds = 7 * 86_400
/** The longest promise that is believed, in seconds. */
const mostSeconds = 30 * 86_400
/** A promise is renewed so long before it ends, and a hub that did not answer is asked again after so long, in milliseconds. */
const renewMs = 24 * 3_600_000
const againMs = 6 * 3_600_000
/** Hubs asked in one round, and at once. */
const mostAsked = 200
const width = 4

/**
 * Asks the hubs of feeds that have one to tell us of news (WebSub, https://www.w3.org/TR/websub/), renews what is about to
 * end, and takes leave where a feed is not followed any more. Does nothing where hubs cannot reach us.
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
    // It is asked again when it did not answer.
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

/** What hubs tell us, and ask whether we asked them. */
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
