import { type Kysely, sql } from 'kysely'
import { migrations } from './migration-steps.ts'
import type { Tables } from './tables.ts'

/** The version of a fully migrated database. */
export const newestVersion = migrations.length

/** Held while migrating, so that one of several processes does it and the others wait. */
const migrationLock = 7_201_544

/** How many steps the database is behind this version, without changing it; null if nothing is in it yet. */
export async function stepsBehind(database: Kysely<Tables>): Promise<number | null> {
  const { rows } = await sql<{
    name: string | null
  }>`select to_regclass('schema_versions')::text as name`.execute(database)
  return rows[0]?.name ? newestVersion - (await versionOf(database)) : null
}

/** Migrates the database to a version, by default the newest; returns the number of steps. */
export async function migrate(database: Kysely<Tables>, version = newestVersion): Promise<number> {
  return await within(database, async (transaction) => {
    await sql`select pg_advisory_xact_lock(${migrationLock})`.execute(transaction)
    await sql`create table if not exists schema_versions (version int primary key, applied_at timestamptz not null default now())`.execute(
      transaction,
    )
    const current = await versionOf(transaction)
    if (current > migrations.length)
      throw new Error('the database was made by a newer version of Onrecord; update this one')
    for (const [index, statements] of migrations.entries()) {
      if (index < current || index >= version) continue
      for (const statement of statements) await sql.raw(statement).execute(transaction)
      await transaction
        .insertInto('schema_versions')
        .values({ version: index + 1 })
        .execute()
    }
    return Math.max(0, version - current)
  })
}

/** How many steps a database has taken that keeps count of them. */
async function versionOf(database: Kysely<Tables>): Promise<number> {
  const { rows } = await sql<{
    version: number
  }>`select coalesce(max(version), 0)::int as version from schema_versions`.execute(database)
  return rows[0]?.version ?? 0
}

/** Runs work in the open transaction, or in a new one if none is open. */
async function within<T>(database: Kysely<Tables>, work: (transaction: Kysely<Tables>) => Promise<T>): Promise<T> {
  return database.isTransaction ? await work(database) : await database.transaction().execute(work)
}
