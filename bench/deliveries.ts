import { Kysely } from 'kysely'
import type { Connection } from '../src/adapters/postgres/connection.ts'
import { openInMemory } from '../src/adapters/postgres/embedded.ts'
import { openServer } from '../src/adapters/postgres/server.ts'
import type { EditionId } from '../src/domain/digest.ts'
import { type SubscriptionId, workspaceId } from '../src/domain/subscription.ts'
import type { Platform } from '../src/ports.ts'
import { deliver } from '../src/publishing/delivery/deliver.ts'
import type { Delivered } from '../src/publishing/delivery/deliver-part.ts'
import type { Tables } from '../src/store/schema/tables.ts'
import { openStore, type Store } from '../src/store/store.ts'
import { digestDocument } from '../test/fakes/documents.ts'
import { freshDatabase } from '../test/fakes/fresh-database.ts'
import { misfortunes, openDiscordWorld, openSlackWorld, type World } from '../test/fakes/platform-worlds.ts'
import { randomFrom } from '../test/fakes/random.ts'
import { plainDigest, setSubscription } from '../test/fakes/subscription.ts'

/**
 * Deliveries in which everything may go wrong at every step: processes die, sleep and race each other, and the platform
 * answers with each of its faults, before or after the message went out. Counts what readers saw.
 *
 *   node bench/deliveries.ts [deliveries of each kind] [seed]
 *
 * With TEST_DATABASE_URL also on a server, with three processes that take over from each other.
 */

const each = Number(process.argv[2] ?? 2_600)
const seed = Number(process.argv[3] ?? 1)
const width = 60
const parts = 2
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }
const crashes = [
  'before-mark',
  'after-mark',
  'before-send',
  'after-send',
  'after-settle',
  'before-fill',
  'after-fill',
  'before-look',
] as const
type Crash = (typeof crashes)[number]

class Died extends Error {}

const random = randomFrom(seed)
console.log(`Seed ${seed}. Each delivery has ${parts} messages.\n`)
console.log(
  '| platform | database | processes | deliveries | faults | deaths | posted | failed | unknown | doubled | lost |',
)
console.log('| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |')
for (const openWorld of [openSlackWorld, openDiscordWorld]) {
  await run(await openWorld(), { name: 'embedded', processes: 1, connections: await one(openInMemory()) })
  const url = process.env['TEST_DATABASE_URL']
  if (url) await run(await openWorld(), { name: 'server', processes: 3, connections: await threeOn(url) })
}

interface Setting {
  readonly name: string
  readonly processes: number
  readonly connections: readonly Connection[]
}

async function run(world: World, { name, processes, connections }: Setting): Promise<void> {
  const stores: Store[] = []
  for (const { dialect } of connections) stores.push(await openStore(new Kysely<Tables>({ dialect })))
  const [first] = stores
  if (!first) throw new Error('there is no database')
  const subscription = await prepareSubscription(first, world.name)
  const tally = { faults: 0, deaths: 0, posted: 0, failed: 0, unknown: 0, doubled: 0, lost: 0 }
  let begun = 0
  await Promise.all(
    Array.from({ length: width }, async () => {
      while (begun < each) {
        const number = (begun += 1)
        await deliverOne({ number, world, stores, subscription, tally })
      }
    }),
  )
  const { faults, deaths, posted, failed, unknown, doubled, lost } = tally
  console.log(
    `| ${world.name} | ${name} | ${processes} | ${each} | ${faults} | ${deaths} | ${posted} | ${failed} | ${unknown} | ${doubled} | ${lost} |`,
  )
  await world.stop()
  for (const connection of connections) await connection.close()
}

interface One {
  readonly number: number
  readonly world: World
  readonly stores: readonly Store[]
  readonly subscription: SubscriptionId
  readonly tally: Record<'faults' | 'deaths' | 'posted' | 'failed' | 'unknown' | 'doubled' | 'lost', number>
}

async function deliverOne({ number, world, stores, subscription, tally }: One): Promise<void> {
  const clock = { ms: Date.now() + number, now: () => new Date(clock.ms).toISOString() }
  const channel = world.name === 'discord' ? String(10_000_000 + number) : `C${number}`
  world.clocks.set(channel, clock)
  const [first] = stores
  let edition: EditionId | undefined
  await first?.editions.insert({ subscription }, clock.now(), async (id) => {
    edition = id
  })
  if (!first || !edition) throw new Error('no edition was made')
  const [message = {}] = world.open().render(digestDocument(1), 'whole')
  const target = {
    workspace: workspaceId(`${world.name}:T${number}`),
    channel: { platform: world.name, id: channel },
    silent: false,
  }
  const messages = Array.from({ length: parts }, () => message)
  await first.editions.prepare(edition, {
    document: [],
    stories: [],
    statements: [],
    messages,
    target,
    postedBefore: 0,
    now: clock.now(),
  })
  const planned = misfortunes.filter(() => random() < 0.18)
  world.next.set(channel, shuffled(planned))
  tally.faults += planned.length
  const deaths = shuffled(crashes.filter(() => random() < 0.15))
  const order = { edition, target }
  let result: Delivered = { kind: 'elsewhere' }
  for (let turn = 0; turn < 80 && (result.kind === 'waiting' || result.kind === 'elsewhere'); turn++) {
    const racers = random() < 0.1 ? 2 : 1
    const results = await race(racers, { stores, first, deaths, world, clock, order })
    tally.deaths += results.filter(({ status }) => status === 'rejected').length
    result = results.reduce(outcome, result)
    clock.ms += result.kind === 'waiting' ? result.afterMs : 1_000
  }
  if (result.kind === 'posted' || result.kind === 'failed' || result.kind === 'unknown') tally[result.kind] += 1
  else tally.lost += 1
  for (let part = 0; part < parts; part++) countPart(`${edition}.${part}`, { world, channel, tally, result })
}

/** What came of a race so far; what is posted stays so. */
function outcome(known: Delivered, settled: PromiseSettledResult<Delivered>): Delivered {
  if (settled.status === 'fulfilled') return known.kind === 'posted' ? known : settled.value
  if (!(settled.reason instanceof Died)) throw settled.reason
  return known
}

interface Counted {
  readonly world: World
  readonly channel: string
  readonly tally: One['tally']
  readonly result: Delivered
}

/** Counts a message that came twice, or is said to be posted and is not there. */
function countPart(key: string, { world, channel, tally, result }: Counted): void {
  const count = world.count(channel, key)
  if (count > 1) tally.doubled += 1
  const hasArrived = count > 0 && world.isWhole(channel, key)
  if (!hasArrived && result.kind === 'posted') tally.lost += 1
}

interface Race {
  readonly stores: readonly Store[]
  readonly first: Store
  readonly deaths: Crash[]
  readonly world: World
  readonly clock: { ms: number; now(): string }
  readonly order: Pick<Parameters<typeof deliver>[0], 'edition' | 'target'>
}

/** Lets processes that may die deliver the same edition at once. */
async function race(
  racers: number,
  { stores, first, deaths, world, clock, order }: Race,
): Promise<PromiseSettledResult<Delivered>[]> {
  return await Promise.allSettled(
    Array.from({ length: racers }, async () => {
      const store = stores[Math.floor(random() * stores.length)] ?? first
      const death = random() < 0.5 ? deaths.pop() : undefined
      return await deliver(
        { ...order, platform: mortalPlatform(world.open(), death, clock) },
        { posts: mortalPosts(store, death), clock, log: silent },
      )
    }),
  )
}

/** The store as a process sees it that dies at a certain step. */
function mortalPosts(
  store: Store,
  death: Crash | undefined,
): Pick<Store['posts'], 'list' | 'mark' | 'renew' | 'settle'> {
  return {
    list: (edition) => store.posts.list(edition),
    renew: (...given) => store.posts.renew(...given),
    mark: async (...given) => {
      if (death === 'before-mark') throw new Died()
      const marked = await store.posts.mark(...given)
      if (death === 'after-mark' && marked) throw new Died()
      return marked
    },
    settle: async (...given) => {
      const settled = await store.posts.settle(...given)
      if (death === 'after-settle') throw new Died()
      return settled
    },
  }
}

/** The platform as a process sees it that dies, or sleeps, at a certain step. */
function mortalPlatform(platform: Platform, death: Crash | undefined, clock: { ms: number }): Platform {
  const { fill } = platform
  return {
    ...platform,
    send: async (...given) => {
      if (death === 'before-send') throw new Died()
      const sent = await platform.send(...given)
      if (death === 'after-send') throw new Died()
      // The answer may come late.
      if (random() < 0.1) clock.ms += 7_000
      return sent
    },
    ...(fill
      ? {
          fill: async (...given) => {
            if (death === 'before-fill') throw new Died()
            const filled = await fill(...given)
            if (death === 'after-fill') throw new Died()
            return filled
          },
        }
      : {}),
    find: async (...given) => {
      if (death === 'before-look') throw new Died()
      return await platform.find(...given)
    },
  }
}

async function prepareSubscription(store: Store, platform: 'slack' | 'discord'): Promise<SubscriptionId> {
  const workspace = workspaceId(`${platform}:bench`)
  await store.workspaces.ensure({ id: workspace, kind: platform, name: 'Bench' })
  return await setSubscription(store, { ...plainDigest, workspace, channel: { platform, id: 'C1' } }, null)
}

async function one(connection: Promise<Connection>): Promise<readonly Connection[]> {
  return [await connection]
}

async function threeOn(url: string): Promise<readonly Connection[]> {
  const name = `onrecord_bench_${process.pid}`
  const target = await freshDatabase(url, name)
  return [await openServer(target), await openServer(target), await openServer(target)]
}

function shuffled<Item>(items: readonly Item[]): Item[] {
  return items
    .map((item) => ({ item, at: random() }))
    .toSorted((before, after) => before.at - after.at)
    .map(({ item }) => item)
}
