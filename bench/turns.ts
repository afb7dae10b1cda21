import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Kysely } from 'kysely'
import { openInMemory } from '../src/adapters/postgres/embedded.ts'
import { ThreadReader } from '../src/adapters/worker-pool/reader.ts'
import { rulesByline } from '../src/brief/rules/rules-writer.ts'
import type { Story } from '../src/domain/story.ts'
import { type Workspace, workspaceId } from '../src/domain/subscription.ts'
import { readMarkedUp } from '../src/evaluation/marked-up.ts'
import { composeEdition } from '../src/publishing/compose-edition.ts'
import type { Tables } from '../src/store/schema/tables.ts'
import { openStore } from '../src/store/store.ts'
import { fillStories, rulesDoors } from '../test/fakes/rules-doors.ts'
import { plainDigest } from '../test/fakes/subscription.ts'

/**
 * How long the embedded process stands still while an edition is composed from many articles: the longest stretch without a turn
 * of the event loop, in which nothing is acknowledged, and the CPU time: node bench/turns.ts [articles] [here, to write and verify on the main thread].
 */
const count = Number(process.argv[2] ?? 2_000)
const gold = globSync(join(import.meta.dirname, '../gold/*.txt')).map(
  (file) => readMarkedUp(basename(file, '.txt'), readFileSync(file, 'utf8')).text,
)

const connection = await openInMemory()
const store = await openStore(new Kysely<Tables>({ dialect: connection.dialect }))
const workspace: Workspace = { id: workspaceId('slack:T1'), kind: 'slack', name: 'Bench' }
await store.workspaces.ensure(workspace)
await fillStories(
  store,
  workspace,
  Array.from({ length: count }, (_, at) => ({ title: `News number ${at}`, text: gold[at % gold.length] ?? '' })),
)
const slot = new Date().toISOString()
await store.subscriptions.add({ ...plainDigest, workspace: workspace.id, stories: 10 }, null)
const [subscription] = await store.subscriptions.list(workspace.id)
if (!subscription) throw new Error('there is no digest')
const thread = new ThreadReader(new URL('../src/worker.ts', import.meta.url))
const inThreads = process.argv[3] !== 'here'
const services = rulesDoors({
  store,
  platforms: [],
  ...(inThreads
    ? {
        writers: [{ byline: rulesByline, write: async (story: Story) => await thread.write(story) }],
        verify: async (...given: Parameters<ThreadReader['verify']>) => await thread.verify(...given),
      }
    : {}),
})

let last = performance.now()
let longest = 0
let turns = 0
const timer = setInterval(() => {
  const now = performance.now()
  longest = Math.max(longest, now - last)
  last = now
  turns += 1
}, 1)
await new Promise((done) => setTimeout(done, 50))
longest = 0
turns = 0
const cpu = process.cpuUsage()
const start = performance.now()
await composeEdition(subscription, slot, services)
const took = performance.now() - start
longest = Math.max(longest, performance.now() - last)
const { user, system } = process.cpuUsage(cpu)
clearInterval(timer)
console.log(
  `${count} articles: longest stretch ${longest.toFixed(0)} ms, ${turns} turns in ${took.toFixed(0)} ms, CPU ${((user + system) / 1_000).toFixed(0)} ms`,
)
await thread.stop()
await connection.close()
