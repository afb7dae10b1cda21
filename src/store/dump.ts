import { type Kysely, sql, type Transaction } from 'kysely'
import { newestVersion } from './migrations.ts'
import type { Tables } from './tables.ts'

/** Every table that is kept, those that others point to first. Queue and schema are made anew where a dump is restored. */
const tables = [
  'workspaces',
  'feeds',
  'workspace_feeds',
  'entries',
  'stories',
  'articles',
  'article_feeds',
  'article_versions',
  'drafts',
  'subscriptions',
  'editions',
  'edition_stories',
  'withdrawn_stories',
  'posts',
  'token_spend',
  'requests_seen',
  'answers',
  'reports',
  'installations',
  'model_formats',
] as const satisfies readonly (keyof Tables)[]
/** Rows read, and written, at once. */
const batch = 500

/** The first line of a dump, and the last. */
interface Head {
  readonly onrecord: 'dump'
  readonly schema: number
}
interface Tail {
  readonly end: number
}

/**
 * All rows of all tables as of one instant, a line of JSON each: [table, row]. A head and a tail stand around them, so
 * that a dump that was cut off is known for one.
 */
export async function* dump(database: Kysely<Tables>): AsyncIterable<string> {
  const head: Head = { onrecord: 'dump', schema: newestVersion }
  yield JSON.stringify(head)
  let count = 0
  for await (const line of readAll(database)) {
    count += 1
    yield line
  }
  const tail: Tail = { end: count }
  yield JSON.stringify(tail)
}

async function* readAll(database: Kysely<Tables>): AsyncIterable<string> {
  const transaction = await database.startTransaction().setIsolationLevel('repeatable read').execute()
  try {
    for (const table of tables) {
      const name = sql.table(table)
      await sql`declare dumped no scroll cursor for select to_jsonb(${name}) as row from ${name}`.execute(transaction)
      for (;;) {
        const { rows } = await sql<{ row: unknown }>`fetch ${sql.lit(batch)} from dumped`.execute(transaction)
        for (const { row } of rows) yield JSON.stringify([table, row])
        if (rows.length < batch) break
      }
      await sql`close dumped`.execute(transaction)
    }
  } finally {
    await transaction.rollback().execute()
  }
}

/**
 * Puts a dump into an empty database, all of it or nothing. What went out after the dump was made is not known any more:
 * editions that were open then are filed as unknown, and slots that have passed since are not caught up.
 *
 * @throws {Error} when the database is not empty, or when the dump is of a newer version, damaged or cut off.
 */
export async function restore(database: Kysely<Tables>, lines: AsyncIterable<string>, now: string): Promise<number> {
  return await database.transaction().execute(async (transaction) => {
    await refuseUnlessEmpty(transaction)
    let count = 0
    let end: number | undefined
    let waiting: { table: string; rows: unknown[] } = { table: '', rows: [] }
    const flush = async () => {
      await insert(waiting, transaction)
      waiting = { table: '', rows: [] }
    }
    for await (const line of readLines(lines)) {
      if (end !== undefined) throw damaged
      if (!Array.isArray(line)) {
        end = (line as Partial<Tail>).end
        continue
      }
      const [table, row] = line as [string, unknown]
      if (table !== waiting.table || waiting.rows.length >= batch) {
        await flush()
        waiting = { table, rows: [] }
      }
      waiting.rows.push(row)
      count += 1
    }
    await flush()
    if (end !== count) throw damaged
    await forgetMoment(transaction, now)
    return count
  })
}

const foreign = new Error('this is no backup of Onrecord')
const damaged = new Error('the backup is damaged or was cut off; nothing was restored')

async function* readLines(lines: AsyncIterable<string>): AsyncIterable<unknown> {
  let head: Partial<Head> | undefined
  for await (const line of lines) {
    const value = parse(line, head ? damaged : foreign)
    if (typeof value !== 'object' || value === null) throw damaged
    if (head) yield value
    else {
      head = value
      if (head.onrecord !== 'dump') throw foreign
      if (head.schema !== newestVersion)
        throw new Error(
          `the backup is of version ${head.schema} of the database and this is version ${newestVersion}; restore it with the version of Onrecord that made it, then update`,
        )
    }
  }
  if (!head) throw foreign
}

function parse(line: string, fault: Error): unknown {
  try {
    return JSON.parse(line)
  } catch {
    throw fault
  }
}

async function refuseUnlessEmpty(transaction: Transaction<Tables>): Promise<void> {
  const found = await transaction
    .selectFrom('workspaces')
    .select('id')
    .where('kind', '!=', 'demonstration')
    .limit(1)
    .execute()
  if (found.length > 0) throw new Error('the database is not empty; restore into a new one')
  for (const table of tables.toReversed()) await transaction.deleteFrom(table).execute()
}

async function insert(
  { table, rows }: { readonly table: string; readonly rows: readonly unknown[] },
  transaction: Transaction<Tables>,
): Promise<void> {
  if (rows.length === 0) return
  if (!tables.some((known) => known === table)) throw damaged
  const name = sql.table(table)
  await sql`insert into ${name} select * from jsonb_populate_recordset(null::${name}, ${JSON.stringify(rows)}::jsonb)`.execute(
    transaction,
  )
}

/** Nothing is sent again that may have been sent since. */
async function forgetMoment(transaction: Transaction<Tables>, now: string): Promise<void> {
  await transaction
    .updateTable('editions')
    .set({ state: 'unknown', reason: 'it was under way when the backup was made', updated_at: now })
    .where('state', 'in', ['due', 'posting'])
    .execute()
}
