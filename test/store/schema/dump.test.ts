import { createHash } from 'node:crypto'
import { Kysely, sql } from 'kysely'
import { expect, it } from 'vitest'
import { openInMemory } from '../../../src/adapters/postgres/embedded.ts'
import { workspaceId } from '../../../src/domain/subscription.ts'
import { migrate, newestVersion } from '../../../src/store/schema/migrations.ts'
import type { Tables } from '../../../src/store/schema/tables.ts'
import { openStore } from '../../../src/store/store.ts'

const now = '2026-11-24T12:00:00.000Z'

it('a dump of every version of the database there has been is restored', async () => {
  const other = workspaceId('other')
  const connection = await openInMemory()
  const database = new Kysely<Tables>({ dialect: connection.dialect })
  for (let version = 1; version < newestVersion; version++) {
    await empty(database)
    const lines = await oldDump(version, database)
    await empty(database)
    const copy = await openStore(database)
    expect(await copy.restore(stream(lines), now)).toBe(lines.length - 2)
    expect((await copy.feeds.list(other)).map(({ url }) => url)).toEqual(['http://old.example/feed'])
    const [digest] = await copy.subscriptions.list(other)
    expect(digest).toMatchObject({ name: 'Morning', minimum: 1, nextRunAt: null })
  }
  await connection.close()
}, 120_000)

/** Takes everything out of the database, its tables too. */
async function empty(database: Kysely<Tables>): Promise<void> {
  await sql`drop schema public cascade`.execute(database)
  await sql`create schema public`.execute(database)
}

/** A dump as a version of the database gave it: a workspace, its feed and its digest. */
async function oldDump(version: number, database: Kysely<Tables>): Promise<string[]> {
  await migrate(database, version)
  const run = async (text: string) => await sql.raw(text).execute(database)
  await run(`insert into workspaces (id, kind, name) values ('other', 'slack', 'Other')`)
  await run(
    `insert into feeds (id, url, outlet, next_poll_at) values ('f1', 'http://old.example/feed', 'Old', '${now}')`,
  )
  await run(`insert into workspace_feeds (workspace, feed) values ('other', 'f1')`)
  const schedule = JSON.stringify({ days: [1], times: ['08:00'], zone: 'UTC' })
  await run(`insert into subscriptions (id, workspace, name, platform, channel, schedule, feeds, stories)
    values ('s1', 'other', 'Morning', 'slack', 'C1', '${schedule}', '[]', 5)`)
  const lines = [JSON.stringify({ onrecord: 'dump', schema: version })]
  for (const table of ['workspaces', 'feeds', 'workspace_feeds', 'subscriptions']) {
    const { rows } = await sql<{
      row: unknown
    }>`select to_jsonb(${sql.table(table)}) as row from ${sql.table(table)}`.execute(database)
    lines.push(...rows.map(({ row }) => JSON.stringify([table, row])))
  }
  const sum = createHash('sha256')
    .update(lines.map((line) => `${line}\n`).join(''))
    .digest('hex')
  lines.push(JSON.stringify({ end: lines.length - 1, ...(version < 10 ? {} : { sha256: sum }) }))
  return lines
}

async function* stream(lines: readonly string[]): AsyncIterable<string> {
  yield* lines
}
