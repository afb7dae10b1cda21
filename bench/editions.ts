import { Kysely, sql } from 'kysely'
import type { Connection } from '../src/adapters/postgres/connection.ts'
import { openInMemory } from '../src/adapters/postgres/embedded.ts'
import { openQueue } from '../src/adapters/postgres/queue.ts'
import { openServer } from '../src/adapters/postgres/server.ts'
import { handleJob } from '../src/app/tick.ts'
import { type Subscription, type Workspace, workspaceId } from '../src/domain/subscription.ts'
import type { Platform } from '../src/ports.ts'
import { openEditions } from '../src/publishing/post-editions.ts'
import type { Tables } from '../src/store/schema/tables.ts'
import { openStore } from '../src/store/store.ts'
import { freshDatabase } from '../test/fakes/fresh-database.ts'
import { far, fillStories, rulesDoors, silent } from '../test/fakes/rules-doors.ts'
import { everyMorning, plainDigest, setSubscription } from '../test/fakes/subscription.ts'

/**
 * How long after its slot an edition is with its platform, when so many subscriptions come due in the same minute; and
 * what a minute costs in which nothing is due, with so many subscriptions waiting. The platform takes each message at once.
 *
 *   node bench/editions.ts [subscriptions ...]      with TEST_DATABASE_URL also on a server
 */

const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [1, 1_000, 10_000]
/** Twenty stories, in the words of a town's paper. */
const stories = Array.from({ length: 20 }, (_, at) => ({
  title: `Bridge number ${at} closes`,
  text: `Bridge number ${at} over the Tarn will close on Monday for twelve weeks.\n\n“We had no choice,” said Ana Ruiz, the mayor of Tarn. She said that the steel may have cracked in March.`,
}))

console.log(
  '| database | subscriptions | median delay | p95 | all within | editions a second | idle minute with all of them waiting |',
)
console.log('| --- | --- | --- | --- | --- | --- | --- |')
for (const size of sizes) await measure('embedded', await openInMemory(), size)
const url = process.env['TEST_DATABASE_URL']
if (url) for (const size of sizes) await measure('server', await freshServer(url), size)

async function measure(name: string, connection: Connection, size: number): Promise<void> {
  const database = new Kysely<Tables>({ dialect: connection.dialect })
  const store = await openStore(database)
  const queue = await openQueue(connection, store.processes, silent)
  const sentAt: number[] = []
  const platform: Platform = {
    name: 'slack',
    render: () => [{}],
    send: async () => {
      sentAt.push(performance.now())
      return { kind: 'sent', message: String(sentAt.length) }
    },
    find: async () => ({ kind: 'absent' }),
    say: async () => true,
    mayManage: async () => 'workspace',
  }
  const clock = { now: () => new Date().toISOString() }
  const services = rulesDoors({ store, queue, clock, platforms: [platform] })
  const workspace: Workspace = { id: workspaceId('slack:T1'), kind: 'slack', name: 'Bench' }
  await store.workspaces.ensure(workspace)
  await fillStories(store, workspace, stories)
  for (let at = 0; at < size; at++) await setSubscription(store, order(at, workspace), far)
  const idle = await timed(async () => await openEditions(services))
  await queue.work((job) => handleJob(job, services))
  await sql`update subscriptions set next_run_at = ${clock.now()}`.execute(database)
  const start = performance.now()
  await openEditions(services)
  while (sentAt.length < size && performance.now() - start < 600_000) await new Promise((done) => setTimeout(done, 20))
  const delays = sentAt.map((at) => (at - start) / 1_000).toSorted((one, other) => one - other)
  const at = (share: number) => (delays[Math.floor(share * (delays.length - 1))] ?? 0).toFixed(1)
  const whole = delays.at(-1) ?? 1
  console.log(
    `| ${name} | ${size} | ${at(0.5)} s | ${at(0.95)} s | ${whole.toFixed(1)} s | ${Math.round(size / whole)} | ${idle.toFixed(1)} ms |`,
  )
  await queue.stop()
  await connection.close()
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  await work()
  const start = performance.now()
  for (let at = 0; at < 20; at++) await work()
  return (performance.now() - start) / 20
}

function order(at: number, workspace: Workspace): Omit<Subscription, 'id'> {
  return {
    ...plainDigest,
    workspace: workspace.id,
    name: `Digest ${at}`,
    channel: { platform: 'slack', id: `C${at}` },
    schedule: everyMorning,
    stories: 10,
  }
}

async function freshServer(server: string): Promise<Connection> {
  const name = `onrecord_editions_${process.pid}_${Math.floor(performance.now())}`
  return await openServer(await freshDatabase(server, name))
}
