import { noFilter, noPolicy, type Subscription, type SubscriptionId } from '../../src/domain/subscription.ts'
import type { Store } from '../../src/store/store.ts'

/** A minimal digest: each Monday at eight, to one Slack channel. */
export const plainDigest: Omit<Subscription, 'id' | 'workspace'> = {
  name: 'Morning',
  channel: { platform: 'slack', id: 'C1' },
  schedule: { days: [1], monthDays: [], times: ['08:00'], zone: 'UTC', quiet: null, until: null },
  feeds: [],
  stories: 5,
  minimum: 1,
  owner: null,
  pause: null,
  shape: 'whole',
  silent: false,
  filter: noFilter,
  managers: [],
  approval: null,
  policy: noPolicy,
}

export const everyMorning = { ...plainDigest.schedule, days: [1, 2, 3, 4, 5, 6, 7] }

/** Adds a subscription, or changes the one with the same name to these settings; returns its id. */
export async function setSubscription(
  { subscriptions }: Store,
  subscription: Omit<Subscription, 'id'>,
  nextRunAt: string | null,
): Promise<SubscriptionId> {
  await subscriptions.add(subscription, nextRunAt)
  const found = (await subscriptions.list(subscription.workspace)).find(({ name }) => name === subscription.name)
  if (!found) throw new Error(`${subscription.name} was not kept`)
  await subscriptions.change(found.id, () => ({ ...subscription, nextRunAt }))
  return found.id
}
