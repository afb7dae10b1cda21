import type { CommandAnswer, DigestCommand } from '../../chat/command.ts'
import { describeFilter, isOpen, readFilter } from '../../chat/filter-words.ts'
import { type Told, told } from '../../chat/told.ts'
import { dayMeant } from '../../digest/days.ts'
import { nextSlot, startOfDay } from '../../digest/schedule.ts'
import { describeSchedule } from '../../digest/schedule-words.ts'
import { counted, moment } from '../../digest/times.ts'
import { shiftInstant } from '../../domain/instant.ts'
import { feedsOf } from '../../publishing/compose-edition.ts'
import type { StoredSubscription } from '../../store/subscriptions.ts'
import { type CommandContext, findDigest, hint, isAnswer, notes, placeOf, refused, said } from '../context.ts'
import { explainEdition, listEditions } from '../editions/edition-commands.ts'
import { allowModel } from '../model/allow-model.ts'
import { showUsage } from '../model/show-usage.ts'
import { visibleDigests } from '../visible-digests.ts'
import { digestNow, previewDigest } from './digest-now.ts'
import { confirmation, openWhatIsDue, scheduleDigest } from './schedule-digest.ts'

/** Does what somebody wants of the digests of a workspace. */
export async function answerDigestCommand(command: DigestCommand, context: CommandContext): Promise<CommandAnswer> {
  switch (command.kind) {
    case 'digest-now':
      return await digestNow(command.digest, context)
    case 'preview-digest':
      return await previewDigest(command, context)
    case 'schedule-digest':
      return await scheduleDigest(command.order, context)
    case 'filter-digest':
      return await filterDigest(command, context)
    case 'pause-digest':
      return await pauseDigest(command, context)
    case 'resume-digest':
      return await resumeDigest(command.digest, context)
    case 'delete-digest':
      return await deleteDigest(command.digest, context)
    case 'name-manager':
      return await nameManager(command, context)
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

async function filterDigest(
  { digest, filter: words }: { readonly digest: string | null; readonly filter: string },
  context: CommandContext,
): Promise<CommandAnswer> {
  const found = await findDigest(digest, context)
  if (isAnswer(found)) return found
  const read = readFilter(words)
  if (read.kind === 'unclear') return refused(read.reason)
  const changed = await context.doors.store.subscriptions.change(found.id, ({ filter }) => ({
    filter: { ...filter, ...read.filter },
  }))
  if (!changed) return gone(found)
  const { filter } = changed
  const wanted = describeFilter(filter)
  return said(
    wanted ? `“${found.name}” has only what passes its filter (${wanted}).` : `“${found.name}” has no filter.`,
    { digest: found.name, filter },
  )
}

/** Somebody deleted it while somebody else changed it. */
export function gone({ name }: StoredSubscription): CommandAnswer {
  return refused(`“${name}” was deleted just now`)
}

/** The most people who may change a digest beside its owner. */
const mostManagers = 20

async function nameManager(
  { digest, person, may }: Extract<DigestCommand, { kind: 'name-manager' }>,
  context: CommandContext,
): Promise<CommandAnswer> {
  const found = await findDigest(digest, context)
  if (isAnswer(found)) return found
  let isFull = false
  const changed = await context.doors.store.subscriptions.change(found.id, (current) => {
    const others = current.managers.filter((each) => each !== person)
    isFull = may && others.length >= mostManagers
    return isFull ? undefined : { managers: may ? [...others, person] : others }
  })
  if (isFull) return refused(`${mostManagers} people at most may change a digest`)
  if (!changed) return gone(found)
  const { managers } = changed
  const done = may
    ? `Whom you named may change “${found.name}” now, as you may.`
    : `Whom you named may not change “${found.name}” any more.`
  // Discord shows these commands to who manages the server, unless its settings say otherwise.
  const shown = 'They see the command where Server Settings, Integrations, Onrecord shows it to them.'
  const isHidden = may && context.asker.workspace.kind === 'discord'
  return said(isHidden ? [done, shown] : done, { digest: found.name, managers })
}

async function pauseDigest(
  { digest, until }: { readonly digest: string | null; readonly until: string | null },
  context: CommandContext,
): Promise<CommandAnswer> {
  const found = await findDigest(digest, context)
  if (isAnswer(found)) return found
  const { store, clock } = context.doors
  if (until === null) {
    if (!(await store.subscriptions.change(found.id, () => ({ pause: { until: null }, nextRunAt: null }))))
      return gone(found)
    return said(`“${found.name}” is paused. Go on with: ${hint(context.asker, `digest resume "${found.name}"`)}`, {
      paused: found.name,
    })
  }
  const day = dayMeant(until, clock.now(), found.schedule.zone)
  const end = beginning(day, found.schedule.zone)
  if (end === undefined || end <= clock.now()) return refused(`${day} is not a day to come`)
  const changed = await store.subscriptions.change(found.id, ({ schedule }) => ({
    pause: { until: end },
    nextRunAt: nextSlot(schedule, shiftInstant(end, -1)),
  }))
  if (!changed) return gone(found)
  const next = changed.nextRunAt
  const then = next ? told` The next one comes ${moment(next, found.schedule.zone)}.` : ''
  return said(told`“${found.name}” is paused until ${day}.${then}`, { paused: found.name, next })
}

/** When a day begins in a zone; undefined for what is no day. */
function beginning(day: string, zone: string): string | undefined {
  try {
    return startOfDay(day, zone)
  } catch {
    return undefined
  }
}

async function resumeDigest(digest: string | null, context: CommandContext): Promise<CommandAnswer> {
  const found = await findDigest(digest, context)
  if (isAnswer(found)) return found
  await openWhatIsDue(found, context)
  const now = context.doors.clock.now()
  const changed = await context.doors.store.subscriptions.change(found.id, ({ schedule }) => ({
    pause: null,
    nextRunAt: nextSlot(schedule, now),
  }))
  if (!changed) return gone(found)
  return said(confirmation(changed, changed.nextRunAt), { resumed: found.name, next: changed.nextRunAt })
}

async function deleteDigest(digest: string | null, context: CommandContext): Promise<CommandAnswer> {
  const found = await findDigest(digest, context)
  if (isAnswer(found)) return found
  if (await context.doors.store.posts.anyOpen(found.id))
    return refused(`“${found.name}” is being posted just now; delete it in a minute`)
  await context.doors.store.subscriptions.remove(found.id)
  return said(`“${found.name}” is deleted; the feeds stay.`, { deleted: found.name })
}

async function listDigests(context: CommandContext): Promise<CommandAnswer> {
  const { asker, doors } = context
  const all = await visibleDigests(context)
  const followed = await doors.store.feeds.list(asker.workspace.id)
  if (all.length === 0)
    return said(
      `No digest that you can see is set. Set one: ${hint(asker, 'digest schedule weekdays 8:00 London')}`,
      [],
    )
  return said(
    all.map(
      (each) => told`“${each.name}” in ${placeOf(each.channel)}: ${describeSchedule(each.schedule)}, ${stateOf(each)}.`,
    ),
    all.map(({ feeds, ...each }) => ({
      ...digestJson(each),
      feeds: followed.filter(({ id }) => feeds.includes(id)).map(({ url, outlet }) => ({ url, outlet })),
    })),
  )
}

function digestJson({
  name,
  channel,
  schedule,
  nextRunAt,
  pause,
  problem,
  stories,
  shape,
  filter,
}: Omit<StoredSubscription, 'feeds'>) {
  return { name, channel, schedule, nextRunAt, pause, problem, stories, shape, filter }
}

function stateOf({ nextRunAt, pause, schedule }: StoredSubscription): string | Told {
  if (pause && pause.until === null) return 'paused'
  if (pause?.until) return told`paused until ${moment(pause.until, schedule.zone)}`
  return nextRunAt ? told`next ${moment(nextRunAt, schedule.zone)}` : 'ended'
}

/** Next run, last result, and why nothing came. */
async function showStatus(digest: string | null, context: CommandContext): Promise<CommandAnswer> {
  const found = await findDigest(digest, context)
  if (isAnswer(found)) return found
  const { store } = context.doors
  const [last] = await store.editions.latest(found.id, 1)
  const feeds = await feedsOf(found, context.doors)
  const failing = feeds.filter(({ problem }) => problem !== null)
  const { zone } = found.schedule
  const lines = [
    told`“${found.name}” in ${placeOf(found.channel)}: ${describeSchedule(found.schedule)}; ${stateOf(found)}.`,
    last
      ? told`Last: ${moment(last.slot, zone)}, ${last.state}${last.reason ? ` (${last.reason})` : ''}.`
      : 'No edition has come due yet.',
    ...(isOpen(found.filter) ? [] : [`Filter: ${describeFilter(found.filter)}.`]),
    `${counted(feeds.length, 'feed')}${failing.length > 0 ? `, of which ${failing.length} cannot be read` : ''}.`,
  ]
  const alerts = [
    ...(found.problem && found.problem !== last?.reason ? [found.problem] : []),
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
