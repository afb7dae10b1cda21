import type { CommandAnswer, DigestCommand, Order } from '../chat/command.ts'
import { nextSlot } from '../digest/schedule.ts'
import { describeSchedule, readSchedule } from '../digest/schedule-words.ts'
import { counted, dayAndTime } from '../digest/times.ts'
import type { FeedId } from '../domain/feed.ts'
import type { Subscription } from '../domain/subscription.ts'
import type { StoredSubscription } from '../store/subscriptions.ts'
import { type CommandContext, findDigest, hint, isAnswer, notes, refused, said } from './command-context.ts'
import { digestNow, previewDigest } from './digest-now.ts'
import { explainEdition, listEditions } from './edition-commands.ts'
import { settleIn } from './feed-commands.ts'
import { findOld } from './may-change.ts'
import { showUsage } from './show-usage.ts'

/** Names, in characters. */
const longestName = 60
const mostStories = 50

/** Does what somebody wants of the digests of a workspace. */
export async function answerDigestCommand(command: DigestCommand, context: CommandContext): Promise<CommandAnswer> {
  switch (command.kind) {
    case 'digest-now':
      return await digestNow(command.digest, context)
    case 'preview-digest':
      return await previewDigest(command.digest, context)
    case 'schedule-digest':
      return await scheduleDigest(command.order, context)
    case 'pause-digest':
      return await pauseDigest(command, context)
    case 'resume-digest':
      return await resumeDigest(command.digest, context)
    case 'delete-digest':
      return await deleteDigest(command.digest, context)
    case 'list-digests':
      return await listDigests(context)
    case 'digest-status':
      return await showStatus(command.digest, context)
    case 'list-editions':
      return await listEditions(context)
    case 'explain-edition':
      return await explainEdition(command.edition, context)
    case 'allow-model':
      return await allowModel(command.allowed, context)
    case 'show-usage':
      return await showUsage({ workspace: context.asker.workspace.id, doors: context.doors })
  }
}

async function scheduleDigest(order: Order, context: CommandContext): Promise<CommandAnswer> {
  const { asker, doors } = context
  const { usual } = doors
  const all = await doors.store.subscriptions.list(asker.workspace.id)
  const old = findOld(order, all, asker.channel?.id)
  const channelId = order.channel ?? old?.channel.id ?? asker.channel?.id
  if (!asker.channel || channelId === undefined) return refused('a digest needs a channel that it goes to')
  const name = order.digest?.trim() || old?.name || freeName(usual.name, all)
  if (name.length > longestName) return refused(`a name has 1 to ${longestName} characters`)
  const read = order.when === null ? undefined : readSchedule(order.when, (old ?? usual).schedule.zone)
  if (read?.kind === 'unclear') return refused(read.reason)
  const stories = order.stories ?? (old ?? usual).stories
  if (!Number.isInteger(stories) || stories < 1 || stories > mostStories)
    return refused(`a digest has 1 to ${mostStories} stories`)
  const feeds = await chosenFeeds(order.feeds, context)
  if (typeof feeds === 'string') return refused(feeds)
  const home = await settleIn(context)
  const subscription: Omit<Subscription, 'id'> = {
    workspace: home,
    name: old?.name ?? name,
    channel: { platform: asker.channel.platform, id: channelId },
    schedule: read?.schedule ?? (old ?? usual).schedule,
    feeds: feeds ?? old?.feeds ?? [],
    stories,
    minimum: order.minimum ?? (old ?? usual).minimum,
    owner: old?.owner ?? asker.person,
    pause: old?.pause ?? null,
    shape: order.shape ?? (old ?? usual).shape,
    silent: order.silent ?? (old ?? usual).silent,
  }
  const next = nextAfterPause(subscription, doors.clock.now())
  await doors.store.subscriptions.save(subscription, next)
  return said([...confirmation(subscription, next), ...(await noFeedsYet(context))], {
    digest: subscription.name,
    next,
  })
}

/** A digest that is paused stays so when something else of it is changed. */
function nextAfterPause({ schedule, pause }: Pick<Subscription, 'schedule' | 'pause'>, now: string): string | null {
  if (pause === null) return nextSlot(schedule, now)
  return pause.until === null ? null : nextSlot(schedule, pause.until > now ? pause.until : now)
}

/** What was set, and when it comes next: people check this line. */
function confirmation(
  { name, schedule, pause }: Pick<Subscription, 'name' | 'schedule' | 'pause'>,
  next: string | null,
): string[] {
  const none = pause && pause.until === null ? 'It is paused.' : 'No edition will come: the end lies behind us.'
  const when = next ? `The next one comes ${dayAndTime(next, schedule.zone)}.` : none
  return [`“${name}” is set: ${describeSchedule(schedule)}. ${when}`]
}

async function noFeedsYet({ asker, doors }: CommandContext): Promise<string[]> {
  const feeds = await doors.store.feeds.list(asker.workspace.id)
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
  const followed = await doors.store.feeds.list(asker.workspace.id)
  const unknown = urls.filter((url) => !followed.some((feed) => feed.url === url))
  if (unknown.length > 0) return `${unknown.join(', ')} is not among the feeds; see: ${hint(asker, 'feeds list')}`
  return followed.filter(({ url }) => urls.includes(url)).map(({ id }) => id)
}

async function pauseDigest(
  { digest, until }: { readonly digest: string | null; readonly until: string | null },
  context: CommandContext,
): Promise<CommandAnswer> {
  const found = await findDigest(digest, context)
  if (isAnswer(found)) return found
  const { store, clock } = context.doors
  if (until === null) {
    await store.subscriptions.pause(found.id, { until: null }, null)
    return said(`“${found.name}” is paused. Go on with: ${hint(context.asker, 'digest resume')}`, {
      paused: found.name,
    })
  }
  const end = nextSlot(
    { ...found.schedule, times: ['00:00'], quiet: null, days: [1, 2, 3, 4, 5, 6, 7], monthDays: [], until: null },
    `${until}T00:00:00Z`,
  )
  if (Number.isNaN(Date.parse(`${until}T00:00:00Z`)) || end === null || end <= clock.now())
    return refused(`${until} is not a day to come`)
  const next = nextSlot(found.schedule, `${until}T00:00:00Z`)
  await store.subscriptions.pause(found.id, { until: end }, next)
  const then = next ? ` The next one comes ${dayAndTime(next, found.schedule.zone)}.` : ''
  return said(`“${found.name}” is paused until ${until}.${then}`, { paused: found.name, next })
}

async function resumeDigest(digest: string | null, context: CommandContext): Promise<CommandAnswer> {
  const found = await findDigest(digest, context)
  if (isAnswer(found)) return found
  const next = nextSlot(found.schedule, context.doors.clock.now())
  await context.doors.store.subscriptions.pause(found.id, null, next)
  return said(confirmation({ ...found, pause: null }, next), { resumed: found.name, next })
}

async function deleteDigest(digest: string | null, context: CommandContext): Promise<CommandAnswer> {
  const found = await findDigest(digest, context)
  if (isAnswer(found)) return found
  await context.doors.store.subscriptions.remove(found.id)
  return said(`“${found.name}” is deleted; the feeds stay.`, { deleted: found.name })
}

async function listDigests(context: CommandContext): Promise<CommandAnswer> {
  const { asker, doors } = context
  const all = await doors.store.subscriptions.list(asker.workspace.id)
  if (all.length === 0)
    return said(`No digest is set. Set one: ${hint(asker, 'digest schedule weekdays 8:00 London')}`, [])
  return said(
    all.map((each) => `${each.name}: ${describeSchedule(each.schedule)}, ${stateOf(each)}`),
    all.map(({ name, channel, schedule, nextRunAt, pause, problem }) => ({
      name,
      channel,
      schedule,
      nextRunAt,
      pause,
      problem,
    })),
  )
}

function stateOf({ nextRunAt, pause, schedule }: StoredSubscription): string {
  if (pause && pause.until === null) return 'paused'
  return nextRunAt ? `next ${dayAndTime(nextRunAt, schedule.zone)}` : 'ended'
}

/** Next run, last result, and why nothing came. */
async function showStatus(digest: string | null, context: CommandContext): Promise<CommandAnswer> {
  const found = await findDigest(digest, context)
  if (isAnswer(found)) return found
  const { store } = context.doors
  const [last] = await store.editions.latest(found.id, 1)
  const followed = await store.feeds.list(found.workspace)
  const feeds = found.feeds.length === 0 ? followed : followed.filter(({ id }) => found.feeds.includes(id))
  const failing = feeds.filter(({ problem }) => problem !== null)
  const { zone } = found.schedule
  const lines = [
    `“${found.name}”: ${describeSchedule(found.schedule)}; ${stateOf(found)}.`,
    last
      ? `Last: ${dayAndTime(last.slot, zone)}, ${last.state}${last.reason ? ` (${last.reason})` : ''}.`
      : 'No edition has come due yet.',
    `${counted(feeds.length, 'feed')}${failing.length > 0 ? `, of which ${failing.length} cannot be read` : ''}.`,
  ]
  const alerts = [
    ...(found.problem ? [found.problem] : []),
    ...failing.map(({ outlet, problem }) => `${outlet} could not be read: ${problem}`),
  ]
  return {
    done: true,
    document: [...notes(lines), ...alerts.map((text) => ({ kind: 'alert' as const, text }))],
    json: {
      digest: found.name,
      next: found.nextRunAt,
      last: last ?? null,
      problem: found.problem,
      failing: failing.length,
    },
  }
}

async function allowModel(allowed: boolean, context: CommandContext): Promise<CommandAnswer> {
  const { modelDoors, store } = context.doors
  const home = await settleIn(context)
  await store.workspaces.allowModel(home, allowed)
  const where = modelDoors ? `${modelDoors.model.name} at ${modelDoors.provider}` : 'the model'
  return said(
    allowed
      ? `Articles of this workspace may go to ${where}${modelDoors ? '' : ' as soon as one is set up'}.`
      : `No article of this workspace goes to ${where}; the rules write.`,
    { allowed },
  )
}
