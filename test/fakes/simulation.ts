import { Kysely, sql } from 'kysely'
import type { Connection } from '../../src/adapters/postgres/connection.ts'
import { parseCommand } from '../../src/chat/commands/parse-command.ts'
import { answerRequest } from '../../src/commands/inbox/answer-request.ts'
import { openInbox } from '../../src/commands/inbox/inbox.ts'
import { menu } from '../../src/commands/menu.ts'
import { answerOf } from '../../src/commands/stories/saved-summaries.ts'
import type { Fetched } from '../../src/domain/fetched.ts'
import { type Workspace, workspaceId } from '../../src/domain/subscription.ts'
import { readFeed } from '../../src/feed/read-feed.ts'
import { pollFeeds } from '../../src/intake/poll-feeds.ts'
import { readArticles } from '../../src/intake/read-articles.ts'
import type { ChatRequest, Platform } from '../../src/ports.ts'
import type { Tables } from '../../src/store/schema/tables.ts'
import { openStore, type Store } from '../../src/store/store.ts'
import { Mortal } from './mortal.ts'
import { randomFrom } from './random.ts'
import { rulesDoors } from './rules-doors.ts'
import { articleAt, SimulatedSite } from './simulated-site.ts'
import { plainDigest } from './subscription.ts'

/** The result of a simulation. */
export interface Simulated {
  /** Moments at which a process may die: before and after each call of the database, network or platform. */
  readonly steps: number
  readonly deaths: number
  /** How many times each dangerous path was taken. */
  readonly reached: Readonly<Record<string, number>>
  /** Descriptions of broken guarantees; empty if all held. */
  readonly faults: readonly string[]
}

const workspace: Workspace = { id: workspaceId('slack:T1'), kind: 'slack', name: 'Team' }
/** Later than any database's clock, so that work released at the database's time is due here. */
const startMs = Date.parse('2090-01-02T08:00:00Z')
const processes = 3
const feedCount = 5

/** A request that was acknowledged. */
interface Asked {
  readonly id: string
  readonly isPublic: boolean
  /** The channel for which a digest was requested. */
  readonly channel: string
}

/**
 * Simulates a newsroom of three processes on one database, in a single process and from one seed: a site publishes,
 * feeds are polled and pages read, people set up digests, and a platform posts the answers. A process may die before or
 * after any call of the database, the network or the platform; others take over its work. The simulation sets the time.
 */
export async function simulate(
  connection: Connection,
  { seed, steps }: { readonly seed: number; readonly steps: number },
): Promise<Simulated> {
  const simulation = new Simulation(connection, seed)
  await simulation.begin()
  while (simulation.steps() < steps) await simulation.step()
  await simulation.heal()
  return await simulation.result()
}

class Simulation {
  readonly #database: Kysely<Tables>
  readonly #connection: Connection
  readonly #random: () => number
  readonly #alive: { store: Store; mortal: Mortal }[] = []
  readonly #site = new SimulatedSite()
  readonly #asked: Asked[] = []
  /** The keys of all answers posted, with repeats. */
  readonly #said: string[] = []
  readonly #reached: Record<string, number> = {}
  /** Faults: work that stayed with a dead process. */
  readonly #left: string[] = []
  #nowMs = startMs
  #isHealing = false
  #count = 0
  #deaths = 0
  /** The moments of dead processes. */
  #past = 0

  constructor(connection: Connection, seed: number) {
    this.#connection = connection
    this.#database = new Kysely<Tables>({ dialect: connection.dialect })
    this.#random = randomFrom(seed)
  }

  async begin(): Promise<void> {
    for (let at = 0; at < processes; at++) await this.#open()
    const { store } = this.#any()
    await store.workspaces.ensure(workspace)
    for (let feed = 0; feed < feedCount; feed++)
      await store.feeds.follow(
        workspace.id,
        { url: `http://town.example/feed/${feed}`, outlet: `Outlet ${feed}` },
        this.#now(),
      )
    await sql`create table simulated_jobs (id text primary key, request jsonb not null, held_by text)`.execute(
      this.#database,
    )
    // Entries found on a feed's first read do not count as news, so each is read once before anything is published.
    this.#isHealing = true
    await this.#asMortal(async (services) => void (await pollFeeds(services)))
    this.#isHealing = false
  }

  /** How many moments its processes have lived through. */
  steps(): number {
    return this.#alive.reduce((sum, { mortal }) => sum + mortal.moments, this.#past)
  }

  async step(): Promise<void> {
    const dice = this.#random()
    if (dice < 0.15) this.#site.publish(this.#below(feedCount), this.#nowMs)
    else if (dice < 0.25) this.#nowMs += this.#below(20) * 60_000
    else if (dice < 0.4) await this.#asMortal(async (services) => void (await pollFeeds(services)))
    else if (dice < 0.6) await this.#asMortal(async (services) => void (await readArticles(services)))
    else if (dice < 0.75) await this.#ask()
    else await this.#answer()
  }

  /** Lets time pass with no deaths and no network failures, until nothing is left to do. */
  async heal(): Promise<void> {
    this.#isHealing = true
    for (let round = 0; round < 40; round++) {
      this.#nowMs += 45 * 60_000
      await this.#asMortal(async (services) => void (await pollFeeds(services)))
      await this.#asMortal(async (services) => void (await readArticles(services)))
      while (await this.#answer()) {}
    }
  }

  async result(): Promise<Simulated> {
    const faults = [
      ...this.#left,
      ...(await this.#intakeFaults()),
      ...(await this.#answerFaults()),
      ...(await this.#settingFaults()),
    ]
    return { steps: this.steps(), deaths: this.#deaths, reached: this.#reached, faults }
  }

  /** Checks that every published article has arrived, and that no entry is unread or held. */
  async #intakeFaults(): Promise<string[]> {
    const rows = await this.#database.selectFrom('articles').select('url').execute()
    const urls = new Set(rows.map(({ url }) => url))
    const missing = this.#site.pages().filter((page) => !urls.has(page))
    const { rows: held } = await sql<{ count: number }>`
      select count(*)::int as count from entries where state = 'unread' or held_by is not null`.execute(this.#database)
    return [
      ...missing.map((page) => `${page} was never read`),
      ...(held[0]?.count ? [`${held[0].count} entries are unread or held`] : []),
    ]
  }

  /** Checks that acknowledged requests were answered: public ones exactly once, private ones at most once. */
  async #answerFaults(): Promise<string[]> {
    const rows = await this.#database
      .selectFrom('requests_seen')
      .select('id')
      .where('answer_begun_at', 'is not', null)
      .execute()
    const marked = new Set(rows.map(({ id }) => id))
    return this.#asked.flatMap(({ id, isPublic }) => {
      const times = this.#said.filter((key) => key === answerOf(id)).length
      if (times > 1) return [`${id} was answered ${times} times`]
      if (times === 1) return []
      // After a death between the mark and the post, the outcome is unknown, so a private answer is not posted again.
      if (!isPublic && marked.has(id)) {
        this.#note('private answers whose process died right before saying them')
        return []
      }
      return [`${id} was never answered`]
    })
  }

  /** Checks that each requested digest exists exactly once. */
  async #settingFaults(): Promise<string[]> {
    const digests = await this.#any().store.subscriptions.list(workspace.id)
    return this.#asked.flatMap(({ id, channel }) => {
      const count = digests.filter((digest) => digest.channel.id === channel).length
      return count === 1 ? [] : [`${id} set ${count} digests in ${channel}`]
    })
  }

  async #ask(): Promise<void> {
    this.#count += 1
    const channel = `C${this.#count}`
    const id = `request-${this.#count}`
    const parsed = parseCommand(menu, { name: 'digest', text: 'schedule daily 9:00' })
    if (parsed.kind !== 'command') throw new Error('the command is none')
    const isPublic = this.#random() < 0.5
    const request: ChatRequest = {
      command: parsed.command,
      asker: { workspace, channel: { platform: 'slack', id: channel }, person: `U${this.#count}`, mayManage: true },
      replyTo: {
        platform: 'slack',
        workspace: workspace.id,
        place: isPublic ? { everybody: 'true' } : {},
      },
    }
    let isTaken = false
    await this.#asMortal(async (services) => {
      isTaken = await openInbox(services).take(id, request)
    })
    // An unacknowledged request may be repeated with the same id, as Slack does.
    if (!isTaken && this.#random() < 0.5)
      await this.#asMortal(async (services) => void (await openInbox(services).take(id, request)))
    const kept = await this.#database.selectFrom('requests_seen').select('id').where('id', '=', id).executeTakeFirst()
    if (kept) this.#asked.push({ id, isPublic, channel })
  }

  /** Lets a process do the first job that no process holds; false if there is none. */
  async #answer(): Promise<boolean> {
    const chosen = this.#any()
    const { rows } = await sql<{ id: string; request: ChatRequest }>`
      update simulated_jobs set held_by = ${chosen.store.processes.id} where id = (
        select id from simulated_jobs where held_by is null order by id limit 1) returning id, request`.execute(
      this.#database,
    )
    const [job] = rows
    if (!job) return false
    await this.#asMortal(async (services) => {
      await answerRequest(job.id, job.request, services)
      await sql`delete from simulated_jobs where id = ${job.id}`.execute(this.#database)
    }, chosen)
    return true
  }

  /** Runs work in a process that may die; if it does, others take over what it held, and a new process starts. */
  async #asMortal(
    work: (services: ReturnType<typeof rulesDoors>) => Promise<void>,
    chosen = this.#any(),
  ): Promise<void> {
    const { mortal } = chosen
    if (!this.#isHealing && this.#random() < 0.3) mortal.dieAfter(this.#below(14))
    const died = await mortal.run(async () => await work(this.#doors(chosen)))
    if (!died) return mortal.live()
    this.#deaths += 1
    this.#past += mortal.moments
    this.#alive.splice(this.#alive.indexOf(chosen), 1)
    await this.#takeOver(chosen.store.processes.id)
    await this.#open()
  }

  async #takeOver(dead: string): Promise<void> {
    if ((await this.#heldBy(dead)) > 0) this.#note('deaths with feeds or pages in hand')
    // A process counts as dead once it is silent for long enough; here that is brought about at once.
    await sql`update processes set seen_at = seen_at - interval '5 seconds' where id = ${dead}`.execute(this.#database)
    await sql`update requests_seen set answer_begun_at = answer_begun_at - interval '10 seconds'
      where answer_begun_at is not null`.execute(this.#database)
    await sql`update simulated_jobs set held_by = null where held_by = ${dead}`.execute(this.#database)
    await this.#any().store.processes.freeSilent()
    const left = await this.#heldBy(dead)
    if (left > 0) this.#left.push(`${left} feeds or pages stayed with a dead process`)
  }

  /** How many feeds and pages a process holds. */
  async #heldBy(process: string): Promise<number> {
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from (
        select held_by from entries union all select held_by from feeds) as held where held_by = ${process}`.execute(
      this.#database,
    )
    return rows[0]?.count ?? 0
  }

  #doors({ store, mortal }: { store: Store; mortal: Mortal }) {
    const platform: Platform = {
      name: 'slack',
      render: () => [{}],
      send: async () => ({ kind: 'refused', reason: 'nothing is posted here' }),
      find: async () => ({ kind: 'absent' }),
      mayManage: async () => 'workspace',
      say: async (_to, _document, once) => {
        if (once && !(await once.isToBeSaid())) return true
        await mortal.moment()
        this.#said.push(once?.key ?? '')
        await mortal.moment()
        return true
      },
      maySayAgain: async ({ place }, { key }) => {
        this.#note('answers taken over that had begun to be said')
        return 'everybody' in place && !this.#said.includes(key)
      },
    }
    return rulesDoors({
      store: mortal.each(store),
      platforms: [platform],
      clock: { now: () => this.#now() },
      fetcher: {
        get: async (url) => await mortal.call(async () => this.#fetch(url)),
        send: async () => ({ kind: 'gone' }),
      },
      reader: {
        readFeed: async (body, type, address) => ({ kind: 'feed', feed: readFeed(body, type, address) }),
        readPage: async (_, { url }) => ({ kind: 'article', article: articleAt(url ?? '') }),
        readLicence: async () => ({ kind: 'unreadable', reason: 'there is none' }),
        stop: async () => undefined,
      },
      queue: {
        send: async (job, { within } = {}) => {
          if (job.kind !== 'answer') return
          const database = (within as Kysely<Tables> | undefined) ?? this.#database
          await sql`insert into simulated_jobs (id, request) values (${job.id}, ${JSON.stringify(job.request)}::jsonb)`.execute(
            database,
          )
        },
        work: async () => undefined,
        giveBack: async () => undefined,
        depth: async () => ({}),
        stop: async () => undefined,
      },
      shutdown: new AbortController().signal,
      waiting: null,
      callbacks: null,
      defaults: plainDigest,
    })
  }

  #fetch(url: string): Fetched {
    if (this.#isHealing || this.#random() >= 0.1) return this.#site.get(url)
    this.#note('fetches that failed')
    return { kind: 'failed', reason: 'the site did not answer', status: null, retryAfterMs: null }
  }

  async #open(): Promise<void> {
    const store = await openStore(new Kysely<Tables>({ dialect: this.#connection.dialect }))
    await store.processes.beat()
    this.#alive.push({ store, mortal: new Mortal() })
  }

  #any() {
    const chosen = this.#alive[this.#below(this.#alive.length)]
    if (!chosen) throw new Error('no process is left')
    return chosen
  }

  #now(): string {
    return new Date(this.#nowMs).toISOString()
  }

  #below(limit: number): number {
    return Math.floor(this.#random() * limit)
  }

  #note(path: string): void {
    this.#reached[path] = (this.#reached[path] ?? 0) + 1
  }
}
