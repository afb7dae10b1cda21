import { setTimeout as sleep } from 'node:timers/promises'
import { schedule } from 'node-cron'
import type { Document } from '../chat/document.ts'
import { nothingNew } from '../commands/digests/nothing-new.ts'
import { tellOwners } from '../commands/reports/tell-owners.ts'
import { dayAndTime } from '../digest/times.ts'
import { reasonOf } from '../domain/reason.ts'
import { chatName, demonstration } from '../domain/subscription.ts'
import { intake } from '../intake/gather-news.ts'
import type { Log, Platform, Progress } from '../ports.ts'
import { correctEditions } from '../publishing/corrections/correct-editions.ts'
import { openEditions, resumeEditions } from '../publishing/post-editions.ts'
import { ReadinessProbe } from '../upkeep/readiness.ts'
import { type Newsroom, openNewsroom } from './compose.ts'
import type { Config } from './config.ts'
import { openListeners, pages } from './listen.ts'
import type { ChatGateway } from './platforms.ts'
import { handleJob, runTick } from './tick.ts'

export interface ServiceOptions {
  /** True to do what is due once, then end. */
  readonly once: boolean
  readonly platform: Platform
  readonly progress: Progress
  readonly log: Log
  /** Shows a document to the person who started the service. */
  show(document: Document): void
  /** Resolves when the service is told to stop. */
  readonly stopped: Promise<void>
}

/** How long the first round waits for open editions to be settled, in milliseconds. */
const editionMs = 60_000

/** Runs the bot: does what is due at once, then every minute until it is told to stop. */
export async function runService(config: Config, options: ServiceOptions): Promise<void> {
  const { log, progress, platform } = options
  const newsroom = await openNewsroom(config, {
    log,
    progress,
    platforms: [platform],
    addressesFor: await pages(config, options.once),
    chat: !options.once,
  })
  const watch = new ReadinessProbe(newsroom.services)
  const closing: (() => Promise<unknown>)[] = [() => newsroom.close()]
  try {
    if (!options.once) {
      closing.push(...(await openListeners(newsroom, watch, { config, log })))
      closing.push(...(await startGateways(newsroom, config, options)))
    }
    if (!options.once && !config.ONRECORD_ROLES.includes('worker')) return await stayConnected(watch, config, options)
    const work = beginWork({ newsroom, watch }, options)
    // If it is told to stop in the first round, it need not wait for a slow site.
    await (options.once ? work : Promise.race([work, options.stopped]))
    if (options.once) return
    await keepRunning({ newsroom, watch }, config, options)
    // The first round ends, too, before the database is closed under it.
    await work.catch((error: unknown) => log.error('round-failed', { reason: reasonOf(error) }))
  } finally {
    for (const close of closing.toReversed()) await close()
  }
}

/** Opens editions that are due; feeds are read later. In a single run or a demonstration, it reads feeds first. */
async function beginWork({ newsroom, watch }: Running, { once, show }: ServiceOptions): Promise<void> {
  const { services } = newsroom
  await resumeEditions(services)
  await services.queue.work((job) => handleJob(job, services))
  const before = await countEditions(newsroom)
  const isFirst = once || (await newsroom.homeWorkspace()) === demonstration.id
  if (isFirst) await runTick(services)
  else await openEditions(services)
  watch.noteTick()
  if (services.shutdown.aborted) return
  await untilSettled(newsroom)
  if ((await countEditions(newsroom)) === before) show(await lastDigest(newsroom))
}

/** Starts chat, if this process has that role. A gateway that fails is logged and does not stop the others. */
async function startGateways(
  { gateways }: Newsroom,
  config: Config,
  options: ServiceOptions,
): Promise<(() => Promise<unknown>)[]> {
  if (!config.ONRECORD_ROLES.includes('gateway')) return []
  const shutdown = new AbortController()
  for (const gateway of gateways) void connect(gateway, shutdown.signal, options)
  return [async () => shutdown.abort(), ...gateways.map((gateway) => () => gateway.stop())]
}

/** Starts a gateway; while its platform cannot be reached, tries again, less and less often. */
async function connect(gateway: ChatGateway, shutdown: AbortSignal, { log, show }: ServiceOptions): Promise<void> {
  for (let wait = 5_000; !shutdown.aborted; wait = Math.min(2 * wait, 300_000)) {
    try {
      await gateway.start()
      log.info('gateway-started', { gateway: gateway.name })
      return show([
        {
          kind: 'note',
          text: `${chatName(gateway.name)} is connected. Its feeds and digests are set up in a channel there, with /feeds and /digest.`,
        },
      ])
    } catch (error) {
      log.error('gateway-failed', { gateway: gateway.name, reason: reasonOf(error), againInSeconds: wait / 1_000 })
    }
    await sleep(wait, undefined, { signal: shutdown, ref: false }).catch(() => undefined)
  }
}

/** Runs a process that only takes requests; others do the work. */
async function stayConnected(
  watch: ReadinessProbe,
  config: Config,
  { show, stopped, log }: ServiceOptions,
): Promise<void> {
  show([
    { kind: 'note', text: `Taking requests (ONRECORD_ROLES=${config.ONRECORD_ROLES.join(',')}). Stop with Ctrl-C.` },
  ])
  const heartbeat = schedule('* * * * *', () => beatWhenReady(watch, config, log))
  await stopped
  await heartbeat.destroy()
}

interface Running {
  readonly newsroom: Newsroom
  readonly watch: ReadinessProbe
}

/** Every minute: opens editions, corrects posted ones and does each intake step. None waits for another, so a slow site delays no digest. */
async function keepRunning(
  { newsroom: { services, halt }, watch }: Running,
  config: Config,
  { show, stopped, log }: ServiceOptions,
): Promise<void> {
  const next = await services.store.subscriptions.nextRun()
  const waits = next ? `The next edition is due ${dayAndTime(next, config.ONRECORD_ZONE)}.` : 'No edition is scheduled.'
  show([
    {
      kind: 'note',
      text: `The page is at http://127.0.0.1:${config.ONRECORD_PORT}. ${waits} Each feed is checked as often as it publishes news. Stop with Ctrl-C.`,
    },
  ])
  const openDue = async () => {
    await openEditions(services)
    watch.noteTick()
  }
  const correct = async () => {
    await correctEditions(services)
    await tellOwners(services)
  }
  const rounds = [openDue, correct, ...intake.map((step) => async () => await step(services))].map((work) =>
    oneAtATime(work, log),
  )
  const tasks = [
    ...rounds.map(({ begin }) => schedule('* * * * *', begin)),
    schedule('* * * * *', () => beatWhenReady(watch, config, log)),
    schedule('17 3 * * *', () => services.queue.send({ kind: 'purge' })),
  ]
  await stopped
  for (const task of tasks) await task.destroy()
  halt()
  await Promise.all(rounds.map(async ({ ended }) => await ended()))
}

interface Round {
  /** Does nothing if it is still running. A failure is logged, and the next call tries again. */
  begin(): Promise<void>
  /** Resolves when it is not running. */
  ended(): Promise<void>
}

function oneAtATime(work: () => Promise<unknown>, log: Log): Round {
  let running: Promise<void> | undefined
  const doWork = async () => {
    try {
      await work()
    } catch (error) {
      log.error('round-failed', { reason: reasonOf(error) })
    } finally {
      running = undefined
    }
  }
  return {
    begin: async () => await (running ??= doWork()),
    ended: async () => await running,
  }
}

async function beatWhenReady(watch: ReadinessProbe, config: Config, log: Log): Promise<void> {
  const { ONRECORD_HEARTBEAT_URL: url, ONRECORD_ROLES: roles } = config
  if (url === null) return
  const readiness = await watch.readiness({ works: roles.includes('worker') })
  if (!readiness.ready) return log.error('not-ready', { reason: readiness.reason })
  const { beat } = await import('../adapters/http/heartbeat.ts')
  await beat(url).catch((error: unknown) => log.warn('heartbeat-lost', { reason: reasonOf(error) }))
}

async function countEditions({ services, homeWorkspace }: Newsroom): Promise<number> {
  return await services.store.editions.countPosted(await homeWorkspace())
}

/** Waits for the queue to settle all open editions. */
async function untilSettled({ services }: Newsroom): Promise<void> {
  const end = Date.now() + editionMs
  while (
    Date.now() < end &&
    !services.shutdown.aborted &&
    (await services.store.editions.unsettled(null, 1)).length > 0
  )
    await new Promise((done) => setTimeout(done, 100))
}

async function lastDigest({ services, homeWorkspace }: Newsroom): Promise<Document> {
  const [subscription] = await services.store.subscriptions.list(await homeWorkspace())
  return subscription
    ? await nothingNew(subscription, services)
    : [{ kind: 'note', text: 'No feeds yet. Add one: onrecord feeds add <address of a feed or a site>' }]
}
