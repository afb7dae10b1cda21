import type { Order } from '../../chat/commands/order.ts'
import type { Refusal } from '../../chat/commands/reply.ts'
import { findZone } from '../../chat/commands/zones.ts'
import { nextSlot } from '../../digest/schedule/next-slot.ts'
import type { Feed, FeedId } from '../../domain/feed.ts'
import type { Channel, PlatformName, Subscription } from '../../domain/subscription.ts'
import type { Platform, Scope } from '../../ports.ts'
import type { Services } from '../../services.ts'
import type { StoredSubscription } from '../../store/publishing/subscription-rows.ts'
import { type CommandContext, hint, homeOf } from '../context.ts'
import { isEditor } from '../desk/find-proof.ts'
import { confirmation } from '../digests/describe-digest.ts'
import { openWhatIsDue } from '../digests/open-what-is-due.ts'
import { notFollowed } from '../feeds/find-feed.ts'
import { settleIn } from '../feeds/settle-in.ts'
import { deletedJustNow } from '../find-digest.ts'
import { digestMeant, findOld } from '../meant-digest.ts'
import { mayChange } from '../permissions.ts'
import { isRefusal, refused, said } from '../replies.ts'
import type { CommandSpec } from '../spec.ts'
import { visibleDigests } from '../visible-digests.ts'
import { type DigestSettings, readOrder, type Setting } from './order.ts'
import { scheduleWay } from './schedule-way.ts'
import { tellDesks } from './tell-desks.ts'
import { watchWay } from './watch-way.ts'

/** Sets up a digest, or changes one, and says when it comes next. */
export const scheduleDigest: CommandSpec<'schedule-digest'> = {
  permission: async ({ order }, scope, context) => await maySchedule(order, scope, context),
  ways: [scheduleWay, watchWay],
  handle: async ({ order }, context) => {
    const home = homeOf(context.asker).id
    const feeds = order.feeds === null ? undefined : await feedsAt(order.feeds, context)
    if (feeds && isRefusal(feeds)) return feeds
    const set = await setDigest(order, feeds, context)
    if (isRefusal(set)) return set
    const followed = await context.services.store.feeds.list(home)
    const lines = [...confirmation(set, followed), ...noFeedsYet(followed, context)]
    return said(lines, { digest: set.name, next: set.nextRunAt })
  },
}

/** True if the asker may change the existing digest, if any, and manages its new channel, if it gets one. */
async function maySchedule(order: Order, scope: Scope, context: CommandContext): Promise<boolean> {
  const { asker } = context
  const old = findOld(order, await visibleDigests(context), asker.channel?.id)
  const target = order.channel ?? old?.channel.id ?? asker.channel?.id
  if (old && !(mayChange(old, scope, context) && (await mayChangeApproval(order, old, context)))) return false
  return target === old?.channel.id || (scope === 'channel' && target === asker.channel?.id)
}

/** False if an order would end or change who approves, and the asker is none of them: nobody lets through what they may not approve. */
async function mayChangeApproval({ approval: ordered }: Order, old: StoredSubscription, context: CommandContext) {
  const { approval } = old
  if (!approval || ordered === null) return true
  const isSame = ordered !== 'off' && ordered.desk === approval.desk.id && ordered.group === approval.group
  return isSame || (await isEditor(old, approval, context))
}

type SetDigest = Omit<StoredSubscription, 'id' | 'workspace' | 'owner' | 'problem'>

/** The most attempts to add a digest; another digest may take its name in between. */
const mostTries = 50

/** Creates or changes the digest that an order is about; a refusal if that is not possible. */
async function setDigest(
  order: Order,
  feeds: readonly FeedId[] | undefined,
  context: CommandContext,
): Promise<SetDigest | Refusal> {
  const { asker, services } = context
  const { store, defaults, clock } = services
  for (let attempt = 0; attempt < mostTries; attempt++) {
    const meant = await digestMeant(order, context)
    if (isRefusal(meant)) return meant
    const setting = { ...meant, feeds }
    const read = readOrder(setting, meant.old ? defaults : await defaultsFor(context))
    if (isRefusal(read)) return read
    const obstacle = await obstacleTo(meant, context)
    if (obstacle) return obstacle
    await settleIn(context, { withDigest: false })
    // The digest did not exist when the order came, so the asker did not mean to change it.
    if (meant.old && attempt > 0)
      return refused(
        'busy',
        `Someone else set up “${meant.old.name}” at the same moment. Look at it before you change it.`,
        { field: 'name' },
      )
    if (meant.old) return await changeDigest(meant.old, setting, context)
    const digest = { ...begun(read, undefined, clock.now()), workspace: homeOf(asker).id, owner: asker.person }
    const nextRunAt = nextAfterPause(digest, clock.now())
    if (await store.subscriptions.add(digest, nextRunAt)) {
      await tellDesks(null, digest, context)
      return { ...digest, nextRunAt }
    }
  }
  return refused('busy', 'Too many digests are being set up here right now. Try again in a moment.', { field: 'name' })
}

/** The settings that a new digest begins with: its times are in the zone of whoever sets it up, if that is known. */
async function defaultsFor({ asker, services }: CommandContext): Promise<Services['defaults']> {
  const { defaults } = services
  const zone = await platformFor(asker.channel?.platform, services)?.zoneOf?.(asker)
  const known = zone ? findZone(zone) : undefined
  return known ? { ...defaults, schedule: { ...defaults.schedule, zone: known } } : defaults
}

/** A refusal if nothing could be posted in the channel that an order chooses. */
async function obstacleTo(
  { channel, old }: Omit<Setting, 'feeds'>,
  context: CommandContext,
): Promise<Refusal | undefined> {
  return channel.id === old?.channel.id ? undefined : await obstacleIn(channel, context)
}

/** A refusal if nothing could be posted in a channel. */
export async function obstacleIn(channel: Channel, { asker, services }: CommandContext): Promise<Refusal | undefined> {
  const reason = await platformFor(channel.platform, services)?.obstacle?.(homeOf(asker).id, channel.id)
  if (!reason) return undefined
  return refused('not-posted', `Nothing can be posted there: ${reason}.`, { field: 'channel' })
}

function platformFor(name: PlatformName | undefined, { platforms }: Services): Platform | undefined {
  return platforms.find((each) => each.name === name)
}

/** Applies an order to the current state of an existing digest. */
async function changeDigest(
  old: StoredSubscription,
  setting: Setting,
  context: CommandContext,
): Promise<SetDigest | Refusal> {
  const { services } = context
  const { store, defaults, clock } = services
  await openWhatIsDue(old, services)
  let { approval } = old
  const changed = await store.subscriptions.change(old.id, (current) => {
    const read = readOrder({ ...setting, old: current }, defaults)
    if (isRefusal(read)) return undefined
    approval = current.approval
    const { name: _name, ...settings } = begun(read, current, clock.now())
    return { ...settings, nextRunAt: nextAfterPause(settings, clock.now()) }
  })
  if (!changed) return deletedJustNow(old)
  await tellDesks(approval, changed, context)
  return changed
}

/** The settings, with the moment from which a new watch looks for stories. An existing watch keeps its own. */
function begun(settings: DigestSettings, old: StoredSubscription | undefined, now: string): DigestSettings {
  const { atOnce } = settings.schedule
  if (!atOnce) return settings
  return {
    ...settings,
    schedule: { ...settings.schedule, atOnce: { ...atOnce, since: old?.schedule.atOnce?.since ?? now } },
  }
}

/** The next slot; a paused digest stays paused when its other settings are changed. */
function nextAfterPause({ schedule, pause }: Pick<Subscription, 'schedule' | 'pause'>, now: string): string | null {
  if (pause === null) return nextSlot(schedule, now)
  return pause.until === null ? null : nextSlot(schedule, pause.until > now ? pause.until : now)
}

function noFeedsYet(feeds: readonly Feed[], { asker }: CommandContext): string[] {
  return feeds.length > 0
    ? []
    : [`It has no feeds yet. Add one: ${hint(asker, 'feeds add <address of a feed or a site>')}`]
}

/** The feeds of these addresses or outlets; or a refusal that names those not followed. */
async function feedsAt(
  names: readonly string[],
  { asker, services }: CommandContext,
): Promise<readonly FeedId[] | Refusal> {
  const followed = await services.store.feeds.list(homeOf(asker).id)
  // An outlet may have a comma in its name.
  const whole = names.join(', ')
  const wanted = followed.some(({ outlet }) => outlet.toLowerCase() === whole.toLowerCase()) ? [whole] : names
  const isMeant = ({ url, outlet }: Feed, name: string) => url === name || outlet.toLowerCase() === name.toLowerCase()
  const unknown = wanted.filter((name) => !followed.some((feed) => isMeant(feed, name)))
  if (unknown.length > 0) return notFollowed(unknown, asker)
  return followed.filter((feed) => wanted.some((name) => isMeant(feed, name))).map(({ id }) => id)
}
