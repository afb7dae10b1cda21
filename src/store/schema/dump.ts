import { createHash } from 'node:crypto'
import { type Kysely, sql, type Transaction } from 'kysely'
import { unfinishedStates } from '../../domain/digest.ts'
import { migrate, newestVersion } from './migrations.ts'
import type { Tables } from './tables.ts'

/** Every table in a dump, referenced ones first. Queue and schema are created again when a dump is restored. */
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
  'edition_articles',
  'corrections',
  'statements',
  'proofs',
  'proof_records',
  'withdrawn_stories',
  'posts',
  'token_spend',
  'requests_seen',
  'answers',
  'reports',
  'report_notices',
  'installations',
  'model_formats',
] as const satisfies readonly (keyof Tables)[]
/** The number of rows read or written at once. */
const batch = 500

/** The first line of a dump, and the last. */
interface Head {
  readonly onrecord: 'dump'
  readonly schema: number
}
interface Tail {
  /** The number of rows. */
  readonly end: number
  /**
   * SHA-256 of all lines before this one, each with its line break, in hexadecimal; absent in dumps before version 10.
   */
  readonly sha256?: string
}

/** The first version whose dumps carry a checksum. */
const firstWithChecksum = 10

/**
 * All rows of all tables as of one instant, one line of JSON each: [table, row]. A head comes before them and a tail
 * after, so that a dump that was cut off is recognised.
 */
export async function* dump(database: Kysely<Tables>): AsyncIterable<string> {
  const head: Head = { onrecord: 'dump', schema: newestVersion }
  const first = JSON.stringify(head)
  const checksum = createHash('sha256').update(`${first}\n`)
  yield first
  let count = 0
  for await (const line of readAll(database)) {
    count += 1
    checksum.update(`${line}\n`)
    yield line
  }
  const tail: Tail = { end: count, sha256: checksum.digest('hex') }
  yield JSON.stringify(tail)
}

async function* readAll(database: Kysely<Tables>): AsyncIterable<string> {
  const transaction = await database.startTransaction().setIsolationLevel('repeatable read').execute()
  try {
    for (const table of tables) {
      const name = sql.table(table)
      // The process that holds a row means nothing where the dump is restored.
      await sql`declare dumped no scroll cursor for select to_jsonb(${name}) - 'held_by' as row from ${name}`.execute(
        transaction,
      )
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
 * Restores a dump into an empty database, completely or not at all; an older dump is migrated to this version. It is
 * unknown what went out after the dump was made: editions that were open then are filed as unknown, and slots that have
 * passed since are not caught up.
 *
 * @throws {Error} if the database is not empty, or if the dump is of a newer version, damaged, altered or cut off.
 */
export async function restore(database: Kysely<Tables>, lines: AsyncIterable<string>, now: string): Promise<number> {
  return await database.transaction().execute(async (transaction) => {
    await refuseUnlessEmpty(transaction)
    let schema: number | undefined
    let count = 0
    let isWhole = false
    const rows = new Rows(transaction)
    const checksum = createHash('sha256')
    for await (const line of lines) {
      if (isWhole) throw damaged
      const value = parse(line, schema === undefined ? foreign : damaged)
      if (schema === undefined) {
        schema = schemaOf(value)
        await makeEmpty(transaction, schema)
      } else if (Array.isArray(value)) {
        const [table, row] = value as [string, unknown]
        await rows.add(table, row)
        count += 1
      } else {
        const { end, sha256 } = (value ?? {}) as Partial<Tail>
        const sum = checksum.copy().digest('hex')
        isWhole = end === count && (sha256 === sum || (sha256 === undefined && schema < firstWithChecksum))
        if (!isWhole) throw damaged
      }
      checksum.update(`${line}\n`)
    }
    if (schema === undefined) throw foreign
    if (!isWhole) throw damaged
    await rows.flush()
    await migrate(transaction)
    await continueNumbers(transaction)
    await forgetMoment(transaction, now)
    return count
  })
}

const foreign = new Error('this isn’t an Onrecord backup')
const damaged = new Error('the backup is damaged, altered or was cut off; nothing was restored')

/** The database version of a dump, from its first line. */
function schemaOf(value: unknown): number {
  const { onrecord, schema = 0 } = (value ?? {}) as Partial<Head>
  if (onrecord !== 'dump' || !Number.isInteger(schema) || schema < 1) throw foreign
  if (schema > newestVersion)
    throw new Error(
      `the backup is of version ${schema} of the database and this is version ${newestVersion}; update Onrecord first`,
    )
  return schema
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
}

/** Creates our tables, empty, as they were in a version. */
async function makeEmpty(transaction: Transaction<Tables>, version: number): Promise<void> {
  const { rows } = await sql<{
    name: string
  }>`select tablename as name from pg_tables where schemaname = current_schema()`.execute(transaction)
  for (const { name } of rows) await sql`drop table if exists ${sql.table(name)} cascade`.execute(transaction)
  await migrate(transaction, version)
}

/** Collects rows and inserts them in batches. */
class Rows {
  readonly #transaction: Transaction<Tables>
  #table = ''
  #rows: unknown[] = []

  constructor(transaction: Transaction<Tables>) {
    this.#transaction = transaction
  }

  async add(table: string, row: unknown): Promise<void> {
    if (table !== this.#table || this.#rows.length >= batch) await this.flush()
    this.#table = table
    this.#rows.push(row)
  }

  async flush(): Promise<void> {
    const rows = this.#rows.splice(0)
    if (rows.length === 0) return
    if (!tables.some((known) => known === this.#table)) throw damaged
    const name = sql.table(this.#table)
    await sql`insert into ${name} select * from jsonb_populate_recordset(null::${name}, ${JSON.stringify(rows)}::jsonb)`.execute(
      this.#transaction,
    )
  }
}

/** Lets rows that are numbered be numbered on from the highest that was restored. */
async function continueNumbers(transaction: Transaction<Tables>): Promise<void> {
  for (const table of ['corrections', 'statements'])
    await sql`select setval(pg_get_serial_sequence(${table}, 'id'), coalesce(max(id), 0) + 1, false) from ${sql.table(table)}`.execute(
      transaction,
    )
}

/** Ensures that nothing is sent again that may have been sent since. */
async function forgetMoment(transaction: Transaction<Tables>, now: string): Promise<void> {
  // Notes of corrections are looked for before they are sent; owners are not told twice.
  await sql`update posts set state = 'sending', marked_at = ${now}::timestamptz, attempts = attempts + 1 from editions
    where editions.id = posts.edition and editions.state = 'posted' and posts.state = 'planned'`.execute(transaction)
  await transaction.updateTable('report_notices').set({ told_at: now }).where('told_at', 'is', null).execute()
  await transaction
    .updateTable('editions')
    .set({ state: 'unknown', reason: 'it was under way when the backup was made', updated_at: now })
    .where('state', 'in', unfinishedStates)
    .execute()
}
