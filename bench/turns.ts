import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Kysely } from 'kysely'
import { openInMemory } from '../src/adapters/postgres/embedded.ts'
import { rulesByline, writeByRules } from '../src/brief/rules-writer.ts'
import { noAddresses } from '../src/digest/addresses.ts'
import { articleId } from '../src/domain/article.ts'
import { type Workspace, workspaceId } from '../src/domain/subscription.ts'
import { readMarkedUp } from '../src/evaluation/marked-up.ts'
import { composeEdition } from '../src/jobs/compose-edition.ts'
import type { Doors } from '../src/jobs/doors.ts'
import { Memo } from '../src/jobs/memo.ts'
import { grammarFor } from '../src/language/grammars.ts'
import { newStoryId } from '../src/store/joins.ts'
import { openStore, type Store } from '../src/store/store.ts'
import type { Tables } from '../src/store/tables.ts'
import { article } from '../test/fakes/articles.ts'
import { began, entry, poll } from '../test/fakes/feeds.ts'
import { plainDigest } from '../test/fakes/subscription.ts'

/**
 * How long the embedded process stands still while an edition is composed from many articles: the longest stretch without a turn
 * of the event loop, in which nothing is acknowledged, and the CPU time: node bench/turns.ts [articles].
 */
const count = Number(process.argv[2] ?? 2_000)
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }
const gold = globSync(join(import.meta.dirname, '../gold/*.txt')).map(
  (file) => readMarkedUp(basename(file, '.txt'), readFileSync(file, 'utf8')).text,
)

const connection = await openInMemory()
const store = await openStore(new Kysely<Tables>({ dialect: connection.dialect }))
const workspace: Workspace = { id: workspaceId('slack:T1'), kind: 'slack', name: 'Bench' }
await store.workspaces.ensure(workspace)
await fill(store)
const slot = new Date().toISOString()
await store.subscriptions.add({ ...plainDigest, workspace: workspace.id, stories: 10 }, null)
const [subscription] = await store.subscriptions.list(workspace.id)
if (!subscription) throw new Error('there is no digest')
const doors = {
  store,
  clock: { now: () => new Date().toISOString() },
  log: silent,
  platforms: [],
  writers: [
    {
      byline: rulesByline,
      write: async (story: Parameters<typeof writeByRules>[0]) => writeByRules(story, grammarFor),
    },
  ],
  progress: { step: () => undefined, end: () => undefined },
  addressesFor: () => noAddresses,
  modelDoors: undefined,
  briefs: new Memo(),
} as unknown as Doors

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
await composeEdition(subscription, slot, doors)
const took = performance.now() - start
longest = Math.max(longest, performance.now() - last)
const { user, system } = process.cpuUsage(cpu)
clearInterval(timer)
console.log(
  `${count} articles: longest stretch ${longest.toFixed(0)} ms, ${turns} turns in ${took.toFixed(0)} ms, CPU ${((user + system) / 1_000).toFixed(0)} ms`,
)
await connection.close()

async function fill({ feeds, polls, articles, joins }: Store): Promise<void> {
  const now = new Date().toISOString()
  await feeds.follow(workspace.id, { url: 'http://127.0.0.1:9/feed', outlet: 'Town' }, now)
  const [feed] = await feeds.list(workspace.id)
  if (!feed) throw new Error('there is no feed')
  const fresh = Array.from({ length: count }, (_, at) =>
    entry(`http://town.example/${at}`, { guid: String(at), title: `News number ${at}`, published: now }),
  )
  await polls.record(feed, poll({ nextPollAt: '2100-01-01T00:00:00.000Z', fresh }), now)
  for (const unread of await articles.claimUnread(now, { limit: count, perFeed: count, until: now })) {
    const text = gold[Number(unread.guid) % gold.length] ?? ''
    const read = {
      ...article(text, { url: unread.url, published: now, headline: unread.title }),
      id: articleId(`b${unread.guid}`),
    }
    await articles.save(unread, { article: read, sketch: [] }, now)
    await joins.join({ article: read.id, story: newStoryId(read.id), joining: began, publisher: read.publisher }, now)
  }
}
