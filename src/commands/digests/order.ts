import type { Order, Refusal } from '../../chat/commands/command.ts'
import { readFilter } from '../../chat/commands/filter-words.ts'
import { readSchedule } from '../../digest/schedule-words.ts'
import type { FeedId } from '../../domain/feed.ts'
import type { Filter, Schedule, Subscription } from '../../domain/subscription.ts'
import type { StoredSubscription } from '../../store/publishing/subscriptions.ts'
import { isRefusal, refused } from '../replies.ts'

const mostStories = 50

/** What a digest is set from: the order, the digest that it changes, and where it goes. */
export interface Setting {
  readonly order: Order
  readonly old: StoredSubscription | undefined
  readonly channel: Subscription['channel']
  readonly name: string
  /** Those that it draws from; undefined where the order does not say. */
  readonly feeds: readonly FeedId[] | undefined
}

export type DigestSettings = Omit<Subscription, 'id' | 'workspace' | 'owner'>

/** A digest as an order sets it, from the one it changes or from what is usual; or what is wrong with the order. */
export function readOrder(
  { order, old, channel, name, feeds }: Setting,
  defaults: Omit<Subscription, 'id' | 'workspace'>,
): DigestSettings | Refusal {
  const begins = old ?? defaults
  const read = readWords(order, begins.schedule)
  if (isRefusal(read)) return read
  const stories = order.stories ?? begins.stories
  if (!Number.isInteger(stories) || stories < 1 || stories > mostStories)
    return refused('unclear', `Choose between 1 and ${mostStories} stories.`, { field: 'stories' })
  const kept = old ? { feeds: old.feeds, managers: old.managers, pause: old.pause } : untouched
  return {
    ...kept,
    ...(feeds ? { feeds } : {}),
    name,
    channel,
    schedule: read.schedule,
    stories,
    minimum: order.minimum ?? begins.minimum,
    shape: order.shape ?? begins.shape,
    silent: order.silent ?? begins.silent,
    filter: { ...begins.filter, ...read.filter },
  }
}

/** What an order says in words: when the digest comes, and what of its filter is set. */
function readWords(
  { when, filter }: Order,
  defaults: Schedule,
): { readonly schedule: Schedule; readonly filter: Partial<Filter> } | Refusal {
  const read = when === null ? { kind: 'schedule' as const, schedule: defaults } : readSchedule(when, defaults.zone)
  if (read.kind === 'unclear') return refused('unclear', read.reason, { field: read.field })
  const wanted = filter === null ? { kind: 'filter' as const, filter: {} } : readFilter(filter)
  if (wanted.kind === 'unclear') return refused('unclear', wanted.reason, { field: 'filter' })
  return { schedule: read.schedule, filter: wanted.filter }
}

/** What nobody has said anything about yet. */
const untouched: Pick<Subscription, 'feeds' | 'managers' | 'pause'> = { feeds: [], managers: [], pause: null }
