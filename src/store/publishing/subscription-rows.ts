import type { Selectable } from 'kysely'
import { feedId } from '../../domain/feed.ts'
import { noFilter, noPolicy, type Subscription, subscriptionId, workspaceId } from '../../domain/subscription.ts'
import { instant } from '../schema/instants.ts'
import { json } from '../schema/json.ts'
import type { SubscriptionRow } from '../schema/publishing-tables.ts'

/** A subscription with its current state. */
export interface StoredSubscription extends Subscription {
  /** ISO 8601; null if no edition is going to come. */
  readonly nextRunAt: string | null
  /** Why nothing can be posted, as reported to its owner; null while all is well. */
  readonly problem: string | null
}

/** The changes to a subscription; its name stays. */
export type SubscriptionChange = Partial<Omit<Subscription, 'id' | 'workspace' | 'name'>> & {
  readonly nextRunAt?: string | null
}

/** The row of a subscription, without its id and workspace. */
export function rowOf(subscription: Omit<Subscription, 'id' | 'workspace'>, nextRunAt: string | null) {
  const {
    channel,
    schedule,
    feeds,
    stories,
    minimum,
    owner,
    managers,
    pause,
    shape,
    silent,
    filter,
    approval,
    policy,
  } = subscription
  return {
    name: subscription.name,
    platform: channel.platform,
    channel: channel.id,
    schedule: json(schedule),
    feeds: json(feeds),
    stories,
    minimum,
    owner,
    managers: json(managers),
    pause: pause && json(pause),
    shape,
    silent,
    filter: json(filter),
    approval: approval && json(approval),
    policy: json(policy),
    next_run_at: nextRunAt,
  }
}

/** The columns that a change sets, and no others. */
export function columnsOf({
  channel,
  schedule,
  feeds,
  managers,
  pause,
  filter,
  approval,
  policy,
  nextRunAt,
  ...plain
}: SubscriptionChange) {
  return {
    ...plain,
    ...(channel ? { platform: channel.platform, channel: channel.id } : {}),
    ...(schedule ? { schedule: json(schedule) } : {}),
    ...(feeds ? { feeds: json(feeds) } : {}),
    ...(managers ? { managers: json(managers) } : {}),
    ...(pause === undefined ? {} : { pause: pause && json(pause) }),
    ...(filter ? { filter: json(filter) } : {}),
    ...(policy ? { policy: json(policy) } : {}),
    ...(approval === undefined ? {} : { approval: approval && json(approval) }),
    ...(nextRunAt === undefined ? {} : { next_run_at: nextRunAt }),
  }
}

/** Converts a row to a subscription. */
export function subscriptionOf(row: Selectable<SubscriptionRow>): StoredSubscription {
  return {
    id: subscriptionId(row.id),
    workspace: workspaceId(row.workspace),
    name: row.name,
    channel: { platform: row.platform, id: row.channel },
    schedule: row.schedule,
    feeds: row.feeds.map(feedId),
    stories: row.stories,
    minimum: row.minimum,
    owner: row.owner,
    managers: row.managers,
    pause: row.pause,
    shape: row.shape,
    silent: row.silent,
    filter: { ...noFilter, ...row.filter },
    approval: row.approval,
    policy: { ...noPolicy, ...row.policy },
    nextRunAt: instant(row.next_run_at),
    problem: row.problem,
  }
}
