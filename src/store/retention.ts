import { type Kysely, sql } from 'kysely'
import { unfinishedStates } from '../domain/digest.ts'
import type { Tables } from './schema/tables.ts'

/** How long things are kept, in days. */
export interface Retention {
  readonly articles: number
  readonly editions: number
  /** Statements that were posted, for `/claims`. */
  readonly statements: number
  /** Entries are remembered longer than articles, so that nothing old comes back as news. */
  readonly entries: number
}

/** Deletes what is older than its retention time; returns the number of rows deleted. */
export async function purge(database: Kysely<Tables>, retention: Retention, now: string): Promise<number> {
  const before = (days: number) => new Date(Date.parse(now) - days * 86_400_000)
  return await database.transaction().execute(async (transaction) => {
    const editions = await transaction
      .deleteFrom('editions')
      .where('updated_at', '<', before(retention.editions))
      .where('state', 'not in', unfinishedStates)
      .executeTakeFirst()
    const articles = await transaction
      .deleteFrom('articles')
      .where('read_at', '<', before(retention.articles))
      .executeTakeFirst()
    const entries = await transaction
      .deleteFrom('entries')
      .where('seen_at', '<', before(retention.entries))
      .where('state', '!=', 'unread')
      .executeTakeFirst()
    const stories = await transaction
      .deleteFrom('stories')
      .where('updated_at', '<', before(retention.articles))
      .where(({ not, exists, selectFrom }) =>
        not(exists(selectFrom('articles').select('id').whereRef('articles.story', '=', 'stories.id'))),
      )
      .executeTakeFirst()
    await transaction.deleteFrom('statements').where('posted_at', '<', before(retention.statements)).execute()
    await transaction.deleteFrom('answers').where('at', '<', before(2)).execute()
    await transaction.deleteFrom('requests_seen').where('at', '<', before(2)).execute()
    return Number(editions.numDeletedRows + articles.numDeletedRows + entries.numDeletedRows + stories.numDeletedRows)
  })
}

/**
 * Makes the space of deleted rows available again and updates the planner's statistics, table by table. A server does
 * this by itself; PGlite has no process for it.
 */
export async function vacuum(database: Kysely<Tables>): Promise<void> {
  const { rows } = await sql<{ schema: string; name: string }>`
    select schemaname as schema, tablename as name from pg_tables where schemaname in (current_schema(), 'pgboss')`.execute(
    database,
  )
  for (const { schema, name } of rows) await sql`vacuum (analyze) ${sql.table(`${schema}.${name}`)}`.execute(database)
}
