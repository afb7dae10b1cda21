import { Kysely, sql } from 'kysely'
import { openInMemory } from '../src/adapters/postgres/embedded.ts'
import { localWorkspace } from '../src/domain/subscription.ts'
import type { Tables } from '../src/store/schema/tables.ts'
import { openStore } from '../src/store/store.ts'

/**
 * How large the embedded database grows over days of news of which all but the last fourteen are erased each night: with the
 * tidying up that follows the purge, and without. And how long what operators and the night ask takes at two million entries.
 *
 *   node bench/growth.ts [days] [articles a day] [entries of the large table]
 */
const days = Number(process.argv[2] ?? 180)
const daily = Number(process.argv[3] ?? 150)
const large = Number(process.argv[4] ?? 2_000_000)
const start = Date.parse('2026-01-01T03:17:00Z')
const kept = { articles: 14, editions: 14, statements: 3_650, entries: 28 }

for (const isAlone of [false, true]) {
  const connection = await openInMemory()
  const database = new Kysely<Tables>({ dialect: connection.dialect })
  const store = await openStore(database, { isAlone })
  await followOne()
  let longestMs = 0
  for (let day = 0; day < days; day++) {
    const now = new Date(start + day * 86_400_000).toISOString()
    await publish(day, now)
    const began = performance.now()
    await store.purge(kept, now)
    longestMs = Math.max(longestMs, performance.now() - began)
  }
  const { rows } = await sql<{ bytes: string; articles: string }>`
    select pg_database_size(current_database()) as bytes, (select count(*) from articles) as articles`.execute(database)
  console.log(
    `${isAlone ? 'tidied up each night' : 'only erased'}: ${(Number(rows[0]?.bytes) / 2 ** 20).toFixed(1)} MiB after ${days} days, ${rows[0]?.articles} articles kept; the longest night took ${longestMs.toFixed(0)} ms`,
  )
  await connection.close()

  async function followOne(): Promise<void> {
    await store.workspaces.ensure(localWorkspace)
    await store.feeds.follow(
      localWorkspace.id,
      { url: 'http://town.example/feed', outlet: 'Town' },
      new Date(start).toISOString(),
    )
  }

  async function publish(day: number, now: string): Promise<void> {
    await sql`insert into entries (feed, guid, url, title, seen_at, state)
      select feeds.id, ${day}::text || '-' || n, 'http://town.example/' || ${day}::text || '/' || n, 'Bridge number ' || n || ' closes', ${now}::timestamptz, 'read'
      from feeds, generate_series(1, ${daily}::int) n`.execute(database)
    await sql`insert into stories (id, updated_at) select 's' || ${day}::text || '-' || n, ${now}::timestamptz from generate_series(1, ${daily}::int) n`.execute(
      database,
    )
    await sql`insert into articles (id, outlet, headline, language, text, read_at, joined_at, story)
      select 'a' || ${day}::text || '-' || n, 'Town', 'Bridge number ' || n, 'en', (select string_agg(md5(n::text || m::text), ' ') from generate_series(1, 60) m), ${now}::timestamptz, ${now}::timestamptz, 's' || ${day}::text || '-' || n
      from generate_series(1, ${daily}::int) n`.execute(database)
    await sql`insert into article_feeds (article, feed, at) select articles.id, feeds.id, ${now}::timestamptz from articles, feeds where read_at = ${now}::timestamptz`.execute(
      database,
    )
  }
}

const connection = await openInMemory()
const database = new Kysely<Tables>({ dialect: connection.dialect })
const store = await openStore(database)
await sql`insert into feeds (id, url, outlet, next_poll_at) select 'f' || n, 'http://t.example/' || n, 'Town', now() from generate_series(1, 1000) n`.execute(
  database,
)
await sql`insert into entries (feed, guid, url, title, seen_at, state)
  select 'f' || (1 + n % 1000), n::text, 'http://t.example/e/' || n, 'A title', now() - n * interval '1 second', case when n % 1000 = 0 then 'unread' else 'read' end
  from generate_series(1, ${large}::int) n`.execute(database)
await sql`vacuum (analyze) entries`.execute(database)
const began = performance.now()
await store.measures.take(new Date().toISOString())
console.log(`metrics at ${large} statements: 3_650, entries: ${(performance.now() - began).toFixed(0)} ms`)
for (const [name, query] of [
  ['unread pages', sql`select count(*) from entries where state = 'unread'`],
  ['the purge of entries', sql`delete from entries where seen_at < now() - interval '60 days' and state != 'unread'`],
] as const) {
  const { rows } = await sql<{ 'QUERY PLAN': string }>`explain ${query}`.execute(database)
  const plan = rows.map((row) => row['QUERY PLAN']).join(' ')
  console.log(`${name}: ${plan.includes('Seq Scan on entries') ? 'scans the whole table' : 'by index'}`)
}
await connection.close()
