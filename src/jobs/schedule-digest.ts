import type { CommandAnswer, Order } from '../chat/command.ts'
import { describeFilter, readFilter } from '../chat/filter-words.ts'
import { type Told, told } from '../chat/told.ts'
import { nextSlot } from '../digest/schedule.ts'
import { describeSchedule, readSchedule } from '../digest/schedule-words.ts'
import { moment } from '../digest/times.ts'
import type { FeedId } from '../domain/feed.ts'
import type { Subscription, WorkspaceId } from '../domain/subscription.ts'
import type { StoredSubscription } from '../store/subscriptions.ts'
import { type CommandContext, hint, placeOf, refused, said } from './command-context.ts'
import { homeOf, settleIn } from './feed-commands.ts'
import { findOld } from './may-change.ts'
import { openEdition } from './post-editions.ts'
import { visibleTo } from './visible-digests.ts'

/** Names, in characters. */
const longestName = 60
const mostStories = 50

/** Sets a digest, or changes one, and says when it comes next. */
export async function scheduleDigest(order: Order, context: CommandContext): Promise<CommandAnswer> {
  const { asker, doors } = context
  const { usual } = doors
  const home = homeOf(asker).id
  const all = await doors.store.subscriptions.list(home)
  const visible = await visibleTo(all, context)
  const where = order.channel ?? asker.channel?.id
  const here = visible.filter(({ channel }) => channel.id === where)
  if (!order.digest?.trim() && !order.fresh && here.length > 1)
    return refused(
      `Which digest? ${here.map((each) => `“${each.name}”`).join(', ')} come there. Name one in quotation marks: ${hint(asker, `digest schedule "${here[0]?.name}" weekdays 8:00 London`)}`,
    )
  const old = findOld(order, visible, asker.channel?.id)
  const channelId = order.channel ?? old?.channel.id ?? asker.channel?.id
  if (!asker.channel || channelId === undefined) return refused('a digest needs a channel that it goes to')
  const name = order.digest?.trim() || old?.name || freeName(usual.name, all)
  // No more than that is said of a digest that the asker may not know of, or that the platform just now tells nothing of.
  if (!old && all.some((each) => each.name.toLowerCase() === name.toLowerCase()))
    return refused('there is a digest of that name, which you can’t change from here; choose another name')
  if (name.length > longestName) return refused(`a name has 1 to ${longestName} characters`)
  const read = order.when === null ? undefined : readSchedule(order.when, (old ?? usual).schedule.zone)
  if (read?.kind === 'unclear') return refused(read.reason)
  const stories = order.stories ?? (old ?? usual).stories
  if (!Number.isInteger(stories) || stories < 1 || stories > mostStories)
    return refused(`a digest has 1 to ${mostStories} stories`)
  const feeds = await chosenFeeds(order.feeds, context)
  if (typeof feeds === 'string') return refused(feeds)
  const filter = order.filter === null ? undefined : readFilter(order.filter)
  if (filter?.kind === 'unclear') return refused(filter.reason)
  await settleIn(context)
  const subscription: Omit<Subscription, 'id'> = {
    workspace: home,
    name: old?.name ?? name,
    channel: { platform: asker.channel.platform, id: channelId },
    schedule: read?.schedule ?? (old ?? usual).schedule,
    feeds: feeds ?? old?.feeds ?? [],
    stories,
    minimum: order.minimum ?? (old ?? usual).minimum,
    owner: old?.owner ?? asker.person,
    managers: old?.managers ?? [],
    pause: old?.pause ?? null,
    shape: order.shape ?? (old ?? usual).shape,
    silent: order.silent ?? (old ?? usual).silent,
    filter: { ...(old ?? usual).filter, ...filter?.filter },
  }
  if (old) await openWhatIsDue(old, context)
  const next = nextAfterPause(subscription, doors.clock.now())
  await doors.store.subscriptions.save(subscription, next)
  return said([...confirmation(subscription, next), ...(await noFeedsYet(home, context))], {
    digest: subscription.name,
    next,
  })
}

/** A slot that has come and was not opened yet is not lost when the digest is changed. */
export async function openWhatIsDue(subscription: StoredSubscription, { doors }: CommandContext): Promise<void> {
  const { nextRunAt: slot } = subscription
  if (slot !== null && slot <= doors.clock.now()) await openEdition({ subscription, slot }, doors)
}

/** A digest that is paused stays so when something else of it is changed. */
function nextAfterPause({ schedule, pause }: Pick<Subscription, 'schedule' | 'pause'>, now: string): string | null {
  if (pause === null) return nextSlot(schedule, now)
  return pause.until === null ? null : nextSlot(schedule, pause.until > now ? pause.until : now)
}

/** What was set, and when it comes next: people check this line. */
export function confirmation(
  { name, channel, schedule, pause, filter }: Pick<Subscription, 'name' | 'channel' | 'schedule' | 'pause' | 'filter'>,
  next: string | null,
): (string | Told)[] {
  const none = pause && pause.until === null ? 'It is paused.' : 'No edition will come: the end lies behind us.'
  const when = next ? told`The next one comes ${moment(next, schedule.zone)}.` : none
  const wanted = describeFilter(filter)
  const forWhom = channel.platform === 'terminal' ? '' : told` for ${placeOf(channel)}`
  return [
    told`“${name}” is set${forWhom}: ${describeSchedule(schedule)}. ${when}`,
    ...(wanted ? [`It has only what passes its filter (${wanted}).`] : []),
  ]
}

async function noFeedsYet(home: WorkspaceId, { asker, doors }: CommandContext): Promise<string[]> {
  const feeds = await doors.store.feeds.list(home)
  return feeds.length > 0
    ? []
    : [`It has no feeds yet. Add one: ${hint(asker, 'feeds add <address of a feed or a site>')}`]
}

function freeName(usual: string, taken: readonly { readonly name: string }[]): string {
  const names = new Set(taken.map(({ name }) => name))
  let number = 1
  while (names.has(number === 1 ? usual : `${usual} ${number}`)) number += 1
  return number === 1 ? usual : `${usual} ${number}`
}

/** The feeds of these addresses; what is wrong with them; undefined where nothing is said of feeds. */
async function chosenFeeds(
  urls: readonly string[] | null,
  { asker, doors }: CommandContext,
): Promise<readonly FeedId[] | string | undefined> {
  if (urls === null) return undefined
  const followed = await doors.store.feeds.list(homeOf(asker).id)
  const unknown = urls.filter((url) => !followed.some((feed) => feed.url === url))
  if (unknown.length > 0) return `${unknown.join(', ')} is not among the feeds; see: ${hint(asker, 'feeds list')}`
  return followed.filter(({ url }) => urls.includes(url)).map(({ id }) => id)
}
