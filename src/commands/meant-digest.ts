import type { Order } from '../chat/commands/order.ts'
import type { Refusal } from '../chat/commands/reply.ts'
import { readSchedule } from '../digest/schedule/schedule-words.ts'
import { isForSharing, type PlatformName, type Subscription, type Workspace } from '../domain/subscription.ts'
import type { Asker } from '../ports.ts'
import type { StoredSubscription } from '../store/publishing/subscription-rows.ts'
import { type CommandContext, hint, homeOf } from './context.ts'
import { refused } from './replies.ts'
import type { Setting } from './schedule/order.ts'
import { visibleTo } from './visible-digests.ts'

/** The longest name of a digest, in characters. */
const longestName = 60

/** The digest that an order is about, and its channel; or a refusal if that is not clear. */
export async function digestMeant(
  order: Order,
  { asker, services }: CommandContext,
): Promise<Omit<Setting, 'feeds'> | Refusal> {
  const all = await services.store.subscriptions.list(homeOf(asker).id)
  const visible = await visibleTo(all, { asker, services })
  const several = whichOne(order, visible, asker)
  if (several) return several
  const old = findOld(order, visible, asker.channel?.id)
  const channel = channelOf(order, old, asker)
  if (!channel) return refused('unclear', 'Choose the channel this digest goes to.', { field: 'channel' })
  const name = order.digest?.trim() || old?.name || freeName(usualName(order, services.defaults), all)
  // Says no more than this about a digest that the asker may not see, or about which the platform gives no answer.
  if (!old && all.some((each) => each.name.toLowerCase() === name.toLowerCase()))
    return refused(
      'not-allowed',
      'There’s already a digest with that name, and you can’t change it from here. Choose another name.',
      { field: 'name' },
    )
  if (name.length > longestName)
    return refused('unclear', `Names must have 1 to ${longestName} characters.`, { field: 'name' })
  return { order, old, channel, name: old?.name ?? name }
}

/** The existing digest that an order changes, found by name or else by channel; undefined if it makes a new one. */
export function findOld(
  { digest, channel, fresh = false }: Order,
  all: readonly StoredSubscription[],
  here: string | undefined,
): StoredSubscription | undefined {
  if (fresh) return undefined
  const name = digest?.trim().toLowerCase()
  return name
    ? all.find((each) => each.name.toLowerCase() === name)
    : all.find((each) => each.channel.id === (channel ?? here) && !isForSharing(each))
}

/** Asks which digest is meant if an order names none and several go to its channel. */
function whichOne(order: Order, visible: readonly StoredSubscription[], asker: Asker): Refusal | undefined {
  const where = order.channel ?? asker.channel?.id
  const here = visible.filter((digest) => digest.channel.id === where && !isForSharing(digest))
  const [first] = here
  if (order.digest?.trim() || order.fresh || !first || here.length < 2) return undefined
  const names = here.map((each) => `“${each.name}”`).join(', ')
  const how = hint(asker, `digest schedule "${first.name}" weekdays 8:00 London`)
  const way =
    asker.workspace.kind === 'discord'
      ? `Choose the one you mean as the option “name” of ${how}.`
      : `Put the name of the one you mean in quotation marks: ${how}`
  return refused('unclear', `Several digests go to that channel: ${names}. ${way}`, { field: 'name' })
}

function channelOf(
  order: Order,
  old: StoredSubscription | undefined,
  { channel, workspace }: Asker,
): Subscription['channel'] | undefined {
  const id = order.channel ?? old?.channel.id ?? channel?.id
  const platform = old?.channel.platform ?? channel?.platform ?? platformOf(workspace)
  return platform && id !== undefined ? { platform, id } : undefined
}

/** The platform of a workspace in which somebody asks from no channel. */
function platformOf({ kind }: Workspace): PlatformName | undefined {
  return kind === 'slack' || kind === 'discord' ? kind : undefined
}

/** What a digest is called if nobody says: by the time of day, or by how often it comes. */
function usualName({ when }: Order, { name, schedule }: Pick<Subscription, 'name' | 'schedule'>): string {
  const read = when === null ? undefined : readSchedule(when, schedule.zone)
  if (read?.kind !== 'schedule' || read.schedule.atOnce) return name
  const { times, days, monthDays } = read.schedule
  if (monthDays.length > 0) return 'Monthly digest'
  if (days.length === 1) return 'Weekly digest'
  const hour = Number(times[0]?.slice(0, 2))
  if (times.length !== 1 || hour < 5 || hour >= 22) return 'Daily digest'
  if (hour < 11) return 'Morning digest'
  if (hour < 14) return 'Midday digest'
  return hour < 17 ? 'Afternoon digest' : 'Evening digest'
}

/** A name that no other digest has: this one, or with a number. */
export function freeName(defaults: string, taken: readonly { readonly name: string }[]): string {
  const names = new Set(taken.map(({ name }) => name))
  let number = 1
  while (names.has(number === 1 ? defaults : `${defaults} ${number}`)) number += 1
  return number === 1 ? defaults : `${defaults} ${number}`
}
