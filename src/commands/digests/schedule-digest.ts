import type { CommandAnswer, Order } from '../../chat/command.ts'
import { describeFilter, readFilter } from '../../chat/filter-words.ts'
import { type Told, told } from '../../chat/told.ts'
import { nextSlot } from '../../digest/schedule.ts'
import { describeSchedule, readSchedule } from '../../digest/schedule-words.ts'
import { moment } from '../../digest/times.ts'
import type { FeedId } from '../../domain/feed.ts'
import type { Subscription, WorkspaceId } from '../../domain/subscription.ts'
import type { Asker } from '../../ports.ts'
import { openEdition } from '../../publishing/post-editions.ts'
import type { StoredSubscription } from '../../store/subscriptions.ts'
import { type CommandContext, hint, placeOf, refused, said } from '../context.ts'
import { homeOf, settleIn } from '../feeds/feed-commands.ts'
import { findOld } from '../permissions.ts'
import { visibleTo } from '../visible-digests.ts'

/** Names, in characters. */
const longestName = 60
const mostStories = 50

/** What a digest is set from: the order, the digest that it changes, and the settings that it begins with. */
interface Setting {
  readonly order: Order
  readonly old: StoredSubscription | undefined
  readonly channel: Subscription['channel']
  readonly name: string
}

/** Sets a digest, or changes one, and says when it comes next. */
export async function scheduleDigest(order: Order, context: CommandContext): Promise<CommandAnswer> {
  const home = homeOf(context.asker).id
  const feeds = await chosenFeeds(order.feeds, context)
  if (typeof feeds === 'string') return refused(feeds)
  const set = await setDigest(order, feeds, context)
  if (typeof set === 'string') return refused(set)
  return said([...confirmation(set, set.nextRunAt), ...(await noFeedsYet(home, context))], {
    digest: set.name,
    next: set.nextRunAt,
  })
}

type SetDigest = Pick<StoredSubscription, 'name' | 'channel' | 'schedule' | 'pause' | 'filter' | 'nextRunAt'>

/** Two people who set a digest at once get two; this many at most choose a name at the same moment. */
const mostTries = 50

/** Makes or changes the digest that an order means; what is wrong with the order. */
async function setDigest(
  order: Order,
  feeds: readonly FeedId[] | undefined,
  context: CommandContext,
): Promise<SetDigest | string> {
  const { asker, doors } = context
  const { store, usual, clock } = doors
  for (let attempt = 0; attempt < mostTries; attempt++) {
    const meant = await digestMeant(order, context)
    if (typeof meant === 'string') return meant
    const read = readOrder(meant, { feeds, usual })
    if (typeof read === 'string') return read
    await settleIn(context, { withDigest: false })
    // It was not there when the order came: nobody meant to change it.
    if (meant.old && attempt > 0)
      return `“${meant.old.name}” was set by somebody else at the same moment; look at it first`
    if (meant.old) return await changeDigest(meant.old, { meant, feeds }, context)
    const digest = { ...read, workspace: homeOf(asker).id, owner: asker.person }
    const nextRunAt = nextAfterPause(digest, clock.now())
    if (await store.subscriptions.add(digest, nextRunAt)) return { ...digest, nextRunAt }
  }
  return 'too many digests are being set here at this moment; try again'
}

/** Changes what an order speaks of, from the digest as it stands by then. */
async function changeDigest(
  old: StoredSubscription,
  { meant, feeds }: { readonly meant: Setting; readonly feeds: readonly FeedId[] | undefined },
  context: CommandContext,
): Promise<SetDigest | string> {
  const { store, usual, clock } = context.doors
  await openWhatIsDue(old, context)
  const changed = await store.subscriptions.change(old.id, (current) => {
    const read = readOrder({ ...meant, old: current }, { feeds, usual })
    if (typeof read === 'string') return undefined
    const { name: _name, ...settings } = read
    return { ...settings, nextRunAt: nextAfterPause(settings, clock.now()) }
  })
  return changed ?? `“${old.name}” was deleted just now`
}

/** Which digest an order is about, and where it goes; why that is not clear. */
async function digestMeant(order: Order, context: CommandContext): Promise<Setting | string> {
  const { asker, doors } = context
  const all = await doors.store.subscriptions.list(homeOf(asker).id)
  const visible = await visibleTo(all, context)
  const unclear = whichOne(order, visible, asker)
  if (unclear) return unclear
  const old = findOld(order, visible, asker.channel?.id)
  const channel = channelOf(order, old, asker)
  if (!channel) return 'a digest needs a channel that it goes to'
  const name = order.digest?.trim() || old?.name || freeName(doors.usual.name, all)
  // No more than that is said of a digest that the asker may not know of, or that the platform just now tells nothing of.
  if (!old && all.some((each) => each.name.toLowerCase() === name.toLowerCase()))
    return 'there is a digest of that name, which you can’t change from here; choose another name'
  if (name.length > longestName) return `a name has 1 to ${longestName} characters`
  return { order, old, channel, name: old?.name ?? name }
}

/** What to ask where an order names no digest and several come to its channel. */
function whichOne(order: Order, visible: readonly StoredSubscription[], asker: Asker): string | undefined {
  const where = order.channel ?? asker.channel?.id
  const here = visible.filter(({ channel }) => channel.id === where)
  const [first] = here
  if (order.digest?.trim() || order.fresh || !first || here.length < 2) return undefined
  return `Which digest? ${here.map((each) => `“${each.name}”`).join(', ')} come there. Name one in quotation marks: ${hint(asker, `digest schedule "${first.name}" weekdays 8:00 London`)}`
}

function channelOf(
  order: Order,
  old: StoredSubscription | undefined,
  { channel }: Asker,
): Subscription['channel'] | undefined {
  const id = order.channel ?? old?.channel.id ?? channel?.id
  return channel && id !== undefined ? { platform: channel.platform, id } : undefined
}

type Settings = Omit<Subscription, 'id' | 'workspace' | 'owner'>

/** A digest as an order sets it; what is wrong with the order. */
function readOrder(
  { order, old, channel, name }: Setting,
  { feeds, usual }: { readonly feeds: readonly FeedId[] | undefined; readonly usual: CommandContext['doors']['usual'] },
): Settings | string {
  const begins = old ?? usual
  const schedule = order.when === null ? begins.schedule : scheduleIn(order.when, begins.schedule.zone)
  if (typeof schedule === 'string') return schedule
  const stories = order.stories ?? begins.stories
  if (!Number.isInteger(stories) || stories < 1 || stories > mostStories)
    return `a digest has 1 to ${mostStories} stories`
  const filter = order.filter === null ? {} : filterIn(order.filter)
  if (typeof filter === 'string') return filter
  const kept = old ? { feeds: old.feeds, managers: old.managers, pause: old.pause } : untouched
  return {
    ...kept,
    ...(feeds ? { feeds } : {}),
    name,
    channel,
    schedule,
    stories,
    minimum: order.minimum ?? begins.minimum,
    shape: order.shape ?? begins.shape,
    silent: order.silent ?? begins.silent,
    filter: { ...begins.filter, ...filter },
  }
}

/** What nobody has said anything of yet. */
const untouched: Pick<Subscription, 'feeds' | 'managers' | 'pause'> = { feeds: [], managers: [], pause: null }

function scheduleIn(when: string, zone: string): Subscription['schedule'] | string {
  const read = readSchedule(when, zone)
  return read.kind === 'unclear' ? read.reason : read.schedule
}

function filterIn(text: string): Partial<Subscription['filter']> | string {
  const read = readFilter(text)
  return read.kind === 'unclear' ? read.reason : read.filter
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
