import { reviewMinutes } from '../../chat/commands/approval-words.ts'
import { readFilter } from '../../chat/commands/filter-words.ts'
import type { Order } from '../../chat/commands/order.ts'
import type { Refusal } from '../../chat/commands/reply.ts'
import { readSchedule } from '../../digest/schedule/schedule-words.ts'
import type { FeedId } from '../../domain/feed.ts'
import type { Approval, Channel, Filter, Schedule, Subscription } from '../../domain/subscription.ts'
import type { StoredSubscription } from '../../store/publishing/subscription-rows.ts'
import { isRefusal, refused } from '../replies.ts'

const mostStories = 50

/** The input for setting up a digest: the order, the digest that it changes, its channel, name and feeds. */
export interface Setting {
  readonly order: Order
  readonly old: StoredSubscription | undefined
  readonly channel: Subscription['channel']
  readonly name: string
  /** Its feeds; undefined if the order does not say. */
  readonly feeds: readonly FeedId[] | undefined
}

export type DigestSettings = Omit<Subscription, 'id' | 'workspace' | 'owner'>

/** The digest's settings after an order, based on the existing digest or the defaults; a refusal if it is invalid. */
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
  const approval = approvalFor(order, channel, begins.approval)
  if (isRefusal(approval)) return approval
  if (read.schedule.atOnce && approval.approval)
    return refused(
      'unclear',
      'A watch posts at once, so nobody can approve it first. Let it post in your desk’s channel.',
      {
        field: 'approval',
      },
    )
  return {
    ...kept,
    ...(feeds ? { feeds } : {}),
    name,
    channel,
    schedule: read.schedule,
    stories,
    minimum: leastStories(order, begins, read.schedule),
    shape: order.shape ?? begins.shape,
    silent: order.silent ?? begins.silent,
    filter: { ...begins.filter, ...read.filter },
    policy: begins.policy,
    approval: approval.approval,
  }
}

/** The fewest stories of an edition: a watch tells each by itself. */
function leastStories({ minimum }: Order, begins: Pick<Subscription, 'minimum'>, { atOnce }: Schedule): number {
  return atOnce ? 1 : (minimum ?? begins.minimum)
}

/** Reads the parts of an order that are written in words: the schedule and the filter. */
function readWords(
  { when, filter }: Order,
  defaults: Schedule,
): { readonly schedule: Schedule; readonly filter: Partial<Filter> } | Refusal {
  const read = when === null ? { kind: 'schedule' as const, schedule: defaults } : readSchedule(when, defaults.zone)
  if (read.kind === 'unclear') return refused('unclear', read.reason, { field: read.field })
  const wanted = filter === null ? { kind: 'filter' as const, filter: {} } : readFilter(filter)
  if (wanted.kind === 'unclear') return refused('unclear', wanted.reason, { field: wanted.part })
  return { schedule: read.schedule, filter: wanted.filter }
}

/** Who approves the digest after an order; what the order does not say stays as it is. */
function approvalFor(
  { approval: ordered }: Order,
  { platform }: Channel,
  old: Approval | null,
): { readonly approval: Approval | null } | Refusal {
  if (ordered === 'off') return { approval: null }
  if (ordered === null) return { approval: old }
  const minutes = ordered.minutes ?? old?.minutes ?? reviewMinutes.usual
  if (minutes < reviewMinutes.least || minutes > reviewMinutes.most)
    return refused('unclear', `A draft can be shown ${reviewMinutes.least} minutes to 12 hours before it is due.`, {
      field: 'approval',
    })
  const otherwise = ordered.otherwise ?? old?.otherwise ?? 'skip'
  return { approval: { group: ordered.group, desk: { platform, id: ordered.desk }, minutes, otherwise } }
}

/** The initial feeds, managers and pause of a new digest. */
const untouched: Pick<Subscription, 'feeds' | 'managers' | 'pause'> = { feeds: [], managers: [], pause: null }
