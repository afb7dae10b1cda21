import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Kysely, sql } from 'kysely'
import { openServer } from '../src/adapters/postgres/server.ts'
import { articleId } from '../src/domain/article.ts'
import { type Workspace, workspaceId } from '../src/domain/subscription.ts'
import type { Tables } from '../src/store/schema/tables.ts'
import { openStore, type Store } from '../src/store/store.ts'
import { newStoryId } from '../src/store/stories/joins.ts'
import { article } from '../test/fakes/articles.ts'
import { began as beganStory, entry, poll } from '../test/fakes/feeds.ts'
import { freshDatabase } from '../test/fakes/fresh-database.ts'
import { startSlack } from '../test/fakes/slack.ts'
import { everyMorning, plainDigest, setSubscription } from '../test/fakes/subscription.ts'

/**
 * Processes that share a database and are killed without warning every few seconds, while slots keep coming due. Counts
 * what readers saw. With "clocks" their clocks differ by 90 seconds, one of them jumps by an hour now and then, some are
 * frozen for a minute instead of killed, and Slack loses one reply in ten after it has posted.
 *
 *   TEST_DATABASE_URL=… node bench/soak.ts [seconds] [subscriptions] [processes] [clocks]
 */

const seconds = Number(process.argv[2] ?? 600)
const subscriptions = Number(process.argv[3] ?? 200)
const processes = Number(process.argv[4] ?? 3)
const withClocks = process.argv[5] === 'clocks'
const frozenMs = 60_000
/** How often every subscription comes due, in seconds. */
const everySeconds = 45
const url = process.env['TEST_DATABASE_URL']
if (!url) throw new Error('set TEST_DATABASE_URL to a server on which a database may be made')
const workspace: Workspace = { id: workspaceId('slack:T1'), kind: 'slack', name: 'Soak' }

const target = await freshDatabase(url, `onrecord_soak_${process.pid}`)
const connection = await openServer(target)
const database = new Kysely<Tables>({ dialect: connection.dialect })
const store = await openStore(database)
const slack = await startSlack()
if (withClocks)
  slack.decide = (method) =>
    method === 'chat.postMessage' && Math.random() < 0.1 ? { kind: 'cut', commits: true } : undefined
await fill(store)

const end = Date.now() + seconds * 1_000
const recoveries: number[] = []
/** Processes that ended by themselves. */
let ended = 0

class Service {
  readonly #at: number
  readonly #folder = mkdtempSync(join(tmpdir(), 'onrecord-soak-'))
  #child: ChildProcess

  constructor(at: number) {
    this.#at = at
    this.#child = this.#start()
  }

  /** Kills the process and, unless all is over, starts it again. */
  async kill(): Promise<void> {
    const child = this.#child
    if (child.exitCode === null && child.signalCode === null) {
      const gone = new Promise((done) => child.once('exit', done))
      child.kill('SIGKILL')
      await gone
    } else if (child.exitCode !== null) {
      ended += 1
      process.stderr.write(`process ${this.#at} ended by itself (${child.exitCode})\n`)
    }
    if (Date.now() < end) this.#child = this.#start()
  }

  /** Stops the process for a minute, in which it can say nothing. */
  async freeze(): Promise<void> {
    const child = this.#child
    child.kill('SIGSTOP')
    await sleep(frozenMs)
    child.kill('SIGCONT')
  }

  #start(): ChildProcess {
    const began = performance.now()
    const env = {
      PATH: process.env['PATH'] ?? '',
      DATABASE_URL: target,
      ONRECORD_DATA: this.#folder,
      ONRECORD_PORT: String(4_100 + this.#at),
      SLACK_BOT_TOKEN: 'xoxb-T1',
      SLACK_API_URL: slack.url,
      ...(withClocks ? clockOf(this.#at) : {}),
    }
    const child = spawn(process.execPath, [join(import.meta.dirname, '../bin/onrecord.js'), 'start'], { env })
    child.stdout.on('data', (chunk: Buffer) => {
      if (String(chunk).includes('The page is at')) recoveries.push(performance.now() - began)
    })
    child.stderr.on('data', (chunk: Buffer) => {
      const line = String(chunk)
      if (!line.startsWith('{') || line.includes('"level":"error"') || line.includes('"level":50'))
        process.stderr.write(line)
    })
    return child
  }
}

const services = Array.from({ length: processes }, (_, at) => new Service(at))
let kills = 0
let freezes = 0
const frozen = new Set<Service>()
const dues = setInterval(() => void makeDue(), everySeconds * 1_000)
await makeDue()
while (Date.now() < end) {
  await sleep(2_000 + Math.random() * 4_000)
  const service = services[Math.floor(Math.random() * services.length)]
  if (!service) continue
  if (withClocks && frozen.size === 0 && Math.random() < 0.2) {
    frozen.add(service)
    void service.freeze().then(() => frozen.delete(service))
    freezes += 1
  } else if (!frozen.has(service)) {
    await service.kill()
    kills += 1
  }
}
clearInterval(dues)
const settledWithin = await untilSettled()
for (const service of services) await service.kill()
await report(settledWithin)
await slack.stop()
await connection.close()
process.exit(0)

/** Each process 90 seconds apart from the next; the last one's jumps by an hour ten seconds after each start. */
function clockOf(at: number): Record<string, string> {
  return {
    NODE_OPTIONS: `--import ${new URL('wrong-clock.js', import.meta.url).href}`,
    CLOCK_OFF_MS: String((at - 1) * 90_000),
    ...(at === processes - 1 ? { CLOCK_JUMP_MS: '3600000', CLOCK_JUMP_AFTER_MS: '10000' } : {}),
  }
}

/** Stories enough that every edition has one to tell, and who is to be told them. */
async function fill(filled: Store): Promise<void> {
  const { workspaces, feeds, polls, articles, joins } = filled
  const now = new Date().toISOString()
  await workspaces.ensure(workspace)
  await feeds.follow(workspace.id, { url: 'http://127.0.0.1:9/feed', outlet: 'Town' }, now)
  const [feed] = await feeds.list(workspace.id)
  if (!feed) throw new Error('there is no feed')
  await database.updateTable('feeds').set({ next_poll_at: '2100-01-01T00:00:00.000Z' }).execute()
  const count = Math.ceil(seconds / everySeconds) + 10
  const fresh = Array.from({ length: count }, (_, at) =>
    entry(`http://town.example/${at}`, {
      guid: String(at),
      title: `Bridge number ${at} closes for repairs`,
      published: now,
    }),
  )
  await polls.record(feed, poll({ fresh }), now)
  for (const unread of await articles.claimUnread(now, { limit: 1_000, perFeed: 1_000, until: now })) {
    const text = `Bridge number ${unread.guid} over the Tarn will close on Monday for twelve weeks.\n\n“We had no choice,” said Ana Ruiz, the mayor of Tarn. She said that the steel may have cracked in March.\n\nBuses will run by way of ford ${unread.guid} until the work is done.`
    const read = {
      ...article(text, { url: unread.url, published: now, headline: unread.title }),
      id: articleId(`soak-${unread.guid}`),
    }
    await articles.save(unread, { article: read, sketch: [] }, now)
    await joins.join(
      { article: read.id, story: newStoryId(read.id), joining: beganStory, publisher: read.publisher },
      now,
    )
  }
  for (let at = 0; at < subscriptions; at++) {
    await setSubscription(
      filled,
      {
        ...plainDigest,
        workspace: workspace.id,
        name: `Digest ${at}`,
        channel: { platform: 'slack', id: `C${at}` },
        schedule: everyMorning,
        stories: 1,
      },
      '2100-01-01T00:00:00.000Z',
    )
  }
}

/** A slot for everybody whose last one has been opened. */
async function makeDue(): Promise<void> {
  const now = new Date().toISOString()
  await database.updateTable('subscriptions').set({ next_run_at: now }).where('next_run_at', '>', new Date()).execute()
}

/** Waits until nothing is due or open any more; returns how long that took, in seconds. */
async function untilSettled(): Promise<number> {
  const began = performance.now()
  const open = async () => {
    const due = await store.subscriptions.due(new Date().toISOString(), 1)
    return due.length + (await store.editions.unsettled(null, 1)).length
  }
  while ((await open()) > 0 && performance.now() - began < 240_000) await sleep(500)
  return (performance.now() - began) / 1_000
}

async function report(settled: number): Promise<void> {
  const { rows } = await sql<{ state: string; count: number }>`
    select state, count(*)::int as count from editions group by state order by state`.execute(database)
  const counts = new Map<string, number>()
  for (const { metadata } of slack.posted) {
    const key = /"key":"([^"]+)"/.exec(JSON.stringify(metadata))?.[1] ?? 'without key'
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const posted = await database
    .selectFrom('posts')
    .innerJoin('editions', 'editions.id', 'posts.edition')
    .select(['edition', 'part', 'editions.state'])
    .execute()
  const missing = posted.filter(({ edition, part, state }) => state === 'posted' && !counts.has(`${edition}.${part}`))
  const known = new Set(posted.map(({ edition, part }) => `${edition}.${part}`))
  console.log(
    `${processes} processes, ${subscriptions} subscriptions, ${seconds} s, ${kills} killed without warning, ${ended} ended by themselves`,
  )
  if (withClocks) {
    const looks = slack.calls.filter(({ method }) => /^conversations\.(?:history|replies)$/.test(method)).length
    console.log(
      `clocks 90 s apart and an hour's jumps, ${freezes} frozen for a minute, ${looks} looks for messages that may have gone out`,
    )
  }
  console.log(`editions: ${rows.map(({ state, count }) => `${count} ${state}`).join(', ')}`)
  console.log(`messages: ${slack.posted.length}`)
  console.log(`doubled: ${[...counts.values()].filter((count) => count > 1).length}`)
  console.log(
    `lost: ${missing.length + rows.filter(({ state }) => ['due', 'posting'].includes(state)).reduce((sum, { count }) => sum + count, 0)}`,
  )
  console.log(`messages of no edition: ${[...counts.keys()].filter((key) => !known.has(key)).length}`)
  console.log(`settled ${settled.toFixed(1)} s after the last kill`)
  const sorted = recoveries.toSorted((one, other) => one - other)
  const at = (share: number) => ((sorted[Math.floor(share * (sorted.length - 1))] ?? 0) / 1_000).toFixed(1)
  console.log(`from a start to all that was open taken up: median ${at(0.5)} s, p95 ${at(0.95)} s, most ${at(1)} s`)
}
