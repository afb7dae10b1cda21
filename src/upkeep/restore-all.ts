import { nextSlot } from '../digest/schedule/next-slot.ts'
import type { Services } from '../services.ts'

/** The most slots moved on at once. */
const most = 1_000_000

/**
 * Puts a backup into an empty database; returns the number of rows. Slots that have passed since it was made are not
 * caught up: what was posted then is unknown, and twice is worse than late.
 */
export async function restoreAll(
  lines: AsyncIterable<string>,
  { store, clock }: Pick<Services, 'store' | 'clock'>,
): Promise<number> {
  const now = clock.now()
  const rows = await store.restore(lines, now)
  for (const { subscription } of await store.subscriptions.due(now, most))
    await store.subscriptions.pause(subscription.id, subscription.pause, nextSlot(subscription.schedule, now))
  return rows
}
