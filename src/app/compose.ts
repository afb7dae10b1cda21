import { Kysely } from 'kysely'
import type { Archive } from '../chat/archive.ts'
import type { Command, CommandKind } from '../chat/commands/command.ts'
import type { Reply } from '../chat/commands/reply.ts'
import type { Document } from '../chat/document.ts'
import { openInbox } from '../commands/inbox/inbox.ts'
import { WaitingAnswers } from '../commands/inbox/waiting-answers.ts'
import { openArchive } from '../commands/read-archive.ts'
import { runCommand } from '../commands/run-command.ts'
import type { Addresses } from '../digest/addresses.ts'
import {
  demonstration,
  everyDay,
  localWorkspace,
  noFilter,
  noPolicy,
  type Subscription,
  usualStories,
  type WorkspaceId,
  workspaceId,
} from '../domain/subscription.ts'
import { setUpDemonstration, wantsDemonstration } from '../intake/demonstration.ts'
import { Licences } from '../intake/licences.ts'
import { StoryMemory } from '../intake/story-memory.ts'
import type { Asker, Clock, Log, Operator, Platform, Progress } from '../ports.ts'
import type { Services } from '../services.ts'
import type { Tables } from '../store/schema/tables.ts'
import { openStore } from '../store/store.ts'
import { takeOver } from '../upkeep/stay-alive.ts'
import { BriefCache } from '../writing/brief-cache.ts'
import { createModelWriter } from '../writing/model-writer.ts'
import { type Config, wantsNoColor } from './config.ts'
import { openDatabase } from './database.ts'
import { hubCallbacks, openSamples, openTools } from './intake.ts'
import { createLog } from './log.ts'
import { openModelServices, tokenCaps, tokenPrices } from './model.ts'
import { openOperator } from './operator.ts'
import { type ChatGateway, openPlatforms } from './platforms.ts'
import { secretSettings } from './settings.ts'

/** The only place where adapters are made and passed to jobs. Each is loaded only when it is needed. */

export const systemClock: Clock = { now: () => new Date().toISOString() }

/** The terminal that the process was started from. */
export interface Terminal {
  readonly platform: Platform
  readonly progress: Progress
  show(document: Document): void
}

export async function openTerminal(): Promise<Terminal> {
  const { renderTerminal } = await import('../adapters/terminal/render.ts')
  const { styleFor } = await import('../adapters/terminal/style.ts')
  const { createTerminalPlatform } = await import('../adapters/terminal/platform.ts')
  const { createProgress } = await import('../adapters/terminal/progress.ts')
  const style = styleFor(process.stdout, wantsNoColor())
  return {
    platform: createTerminalPlatform(process.stdout, style),
    progress: createProgress(process.stderr),
    show: (document) => void process.stdout.write(renderTerminal(document, style)),
  }
}

/** A log on standard error. If `quiet`, because a person is watching, it shows only warnings and errors. */
export function openLog(config: Config, { quiet }: { quiet: boolean }): Log {
  const secrets = secretSettings.flatMap((name) => config[name] ?? [])
  const log = createLog({ write: (line) => process.stderr.write(line) }, secrets)
  return quiet ? { ...log, info: () => undefined } : log
}

/** Options for opening a newsroom. */
export interface NewsroomOptions {
  readonly platforms: readonly Platform[]
  readonly progress: Progress
  readonly log: Log
  /** Addresses of our pages for a workspace's readers. */
  addressesFor(workspace: WorkspaceId): Addresses
  /** True to connect Slack and Discord, if they are set up. */
  readonly chat: boolean
}

/** Everything that commands and jobs need, on an open database. */
export interface Newsroom {
  readonly services: Services
  readonly operator: Operator
  /** Carries out a command of a person in a workspace of a chat platform. */
  answerFor<Kind extends CommandKind>(
    command: Command<Kind>,
    of: { readonly workspace: string; readonly person: string },
  ): Promise<Reply<Kind>>
  /** The gateways that take requests from chat; none has been started yet. */
  readonly gateways: readonly ChatGateway[]
  /** The archive that our pages show: a workspace's by its id, or this computer's. */
  archive(workspace?: string): Archive
  /** The workspace of this computer: the demonstration until there is a real feed. */
  homeWorkspace(): Promise<WorkspaceId>
  /** Where a link to a publisher leads; for a sample, the address of its copy. */
  publisherUrl(url: string): string
  /** The database, for people: "embedded, in ./data" */
  readonly database: string
  /** Aborts network work under way, which does not count as failed. */
  halt(): void
  close(): Promise<void>
}

/** @throws {DataFolderInUse} when another process holds the data folder. */
export async function openNewsroom(config: Config, options: NewsroomOptions): Promise<Newsroom> {
  const connection = await openDatabase(config)
  const { openQueue } = await import('../adapters/postgres/queue.ts')
  const { isShared } = connection
  const store = await openStore(new Kysely<Tables>({ dialect: connection.dialect }), { isAlone: !isShared })
  const queue = await openQueue(connection, store.processes, options.log)
  const presence = await takeOver({ isShared, ownClock: systemClock }, { store, queue, log: options.log })
  const tools = await openTools({ ...config, inThreads: options.chat })
  const shutdown = new AbortController()
  const modelServices = await openModelServices(config, {
    spend: store.spend,
    log: options.log,
    formats: store.modelFormats,
    probes: options.chat,
    shutdown: shutdown.signal,
  })
  const shown = config.ONRECORD_SAMPLES
  const samples = (await wantsDemonstration({ store })) ? await openSamples(tools.fetcher, shown) : undefined
  const fetcher = samples?.fetcher ?? tools.fetcher
  const subscription = firstSubscription(config)
  const chat = options.chat ? await openPlatforms(config, { store, log: options.log }) : undefined
  const services: Services = {
    ...options,
    shutdown: shutdown.signal,
    platforms: [...options.platforms, ...(chat?.platforms ?? [])],
    clock: presence.clock,
    store,
    queue,
    fetcher,
    reader: tools.reader,
    licences: new Licences({ fetcher, reader: tools.reader, own: config.ONRECORD_PUBLISHERS }),
    verify: tools.verify,
    writers: [...(modelServices ? [createModelWriter(modelServices)] : []), tools.writer],
    modelServices,
    defaults: subscription,
    briefs: new BriefCache(),
    stories: new StoryMemory(),
    waiting: config.ONRECORD_ROLES.includes('worker') ? new WaitingAnswers() : null,
    callbacks: await hubCallbacks(config),
    ...choicesOf(config),
  }
  if (samples) await setUpDemonstration(samples.feeds, subscription, { ...services, isAlone: !config.DATABASE_URL })
  const home = async () => ((await wantsDemonstration({ store })) ? demonstration : localWorkspace)
  const homeWorkspace = async () => (await home()).id
  return {
    services,
    gateways: (await chat?.openGateways(openInbox(services))) ?? [],
    homeWorkspace,
    operator: openOperator({ channel: subscription.channel, workspace: home }, services),
    answerFor: async (command, of) => await runCommand(command, { asker: askerIn(of), services }),
    archive: (workspace) =>
      openArchive(workspace === undefined ? homeWorkspace : async () => workspaceId(workspace), services),
    publisherUrl: (url) => samples?.locate(url) ?? url,
    database: connection.label,
    halt: () => shutdown.abort(),
    close: async () => {
      shutdown.abort()
      await queue.stop()
      await presence.stop()
      await store.processes.end()
      await Promise.all([tools.close(), samples?.stop()])
      await connection.close()
    },
  }
}

/** A person in a chat platform's workspace, asking from one of our pages. */
function askerIn({ workspace, person }: { readonly workspace: string; readonly person: string }): Asker {
  const kind = workspace.startsWith('slack:') ? 'slack' : 'discord'
  return { workspace: { id: workspaceId(workspace), kind, name: workspace }, channel: null, person, mayManage: null }
}

/** The answer of the service that holds the data folder; undefined if none does, or if the database is on a server. */
export async function askService<Kind extends CommandKind>(
  { DATABASE_URL: url, ONRECORD_DATA: folder }: Config,
  command: Command<Kind>,
  workspace?: string,
): Promise<Reply<Kind> | undefined> {
  if (url) return undefined
  const { connectControl } = await import('../adapters/ipc/client.ts')
  return await (await connectControl(folder))?.answer(command, workspace)
}

/** What the operator chose: limits on spending, how long things are kept, and labels of outlets. */
function choicesOf(config: Config): Pick<Services, 'tokenCaps' | 'tokenPrices' | 'retention' | 'outletLabels'> {
  const { ONRECORD_KEEP_ARTICLES_DAYS: articles, ONRECORD_KEEP_EDITIONS_DAYS: editions } = config
  const { ONRECORD_KEEP_STATEMENTS_DAYS: statements } = config
  return {
    outletLabels: config.ONRECORD_OUTLET_LABELS,
    tokenCaps: tokenCaps(config),
    tokenPrices: tokenPrices(config),
    retention: { articles, editions, statements, entries: 2 * articles },
  }
}

/** The first digest: every morning at eight, on the screen. */
function firstSubscription({ ONRECORD_ZONE: zone }: Config): Omit<Subscription, 'id' | 'workspace'> {
  return {
    name: 'Morning digest',
    channel: { platform: 'terminal', id: 'screen' },
    schedule: { days: everyDay, monthDays: [], times: ['08:00'], zone, quiet: null, until: null },
    feeds: [],
    stories: usualStories,
    minimum: 1,
    owner: null,
    managers: [],
    pause: null,
    shape: 'whole',
    silent: false,
    filter: noFilter,
    policy: noPolicy,
    approval: null,
  }
}
