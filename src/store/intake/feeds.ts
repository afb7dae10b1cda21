import { type Kysely, type Selectable, sql, type Transaction } from 'kysely'
import { hostOf } from '../../domain/address.ts'
import { type Feed, feedId, noPace } from '../../domain/feed.ts'
import type { WorkspaceId } from '../../domain/subscription.ts'
import { identify } from '../schema/identity.ts'
import { instant } from '../schema/instants.ts'
import type { Tables } from '../schema/tables.ts'

/** Feeds, followed by workspaces and polled once for all of them. */
export class FeedStore {
  readonly #database: Kysely<Tables>

  constructor(database: Kysely<Tables>) {
    this.#database = database
  }

  /** Adds a feed to a workspace; due at once if nobody followed it before. Returns false if it was there already. */
  async follow(workspace: WorkspaceId, feed: { url: string; outlet: string }, now: string): Promise<boolean> {
    return await this.#database.transaction().execute(async (transaction) => {
      const id = await ensureFeed(transaction, feed, now)
      const added = await transaction
        .insertInto('workspace_feeds')
        .values({ workspace, feed: id })
        .onConflict((conflict) => conflict.doNothing())
        .returning('feed')
        .execute()
      return added.length > 0
    })
  }

  /** Removes a feed from a workspace, and deletes it if nobody else follows it. Returns false if it was not there. */
  async unfollow(workspace: WorkspaceId, url: string): Promise<boolean> {
    return await this.#database.transaction().execute(async (transaction) => {
      const removed = await transaction
        .deleteFrom('workspace_feeds')
        .where('workspace', '=', workspace)
        .where('feed', 'in', (query) => query.selectFrom('feeds').select('id').where('url', '=', url))
        .returning('feed')
        .execute()
      await deleteOrphans(transaction)
      return removed.length > 0
    })
  }

  /** A workspace's feeds, sorted by outlet. */
  async list(workspace: WorkspaceId): Promise<Feed[]> {
    const rows = await this.#database
      .selectFrom('feeds')
      .innerJoin('workspace_feeds', 'workspace_feeds.feed', 'feeds.id')
      .where('workspace', '=', workspace)
      .selectAll('feeds')
      .orderBy('outlet')
      .orderBy('url')
      .execute()
    return rows.map(feedOf)
  }

  /** Returns true if a workspace other than this one follows a feed. */
  async anyBeside(workspace: WorkspaceId): Promise<boolean> {
    const query = this.#database
      .selectFrom('workspace_feeds')
      .select('feed')
      .where('workspace', '!=', workspace)
      .limit(1)
    return (await query.execute()).length > 0
  }
}

/**
 * Deletes feeds that no workspace follows, with everything that came from them. Uses `not exists`, because a list too
 * large for a query's memory would be searched row by row.
 */
export async function deleteOrphans(database: Kysely<Tables>): Promise<void> {
  await sql`insert into hub_farewells select id, hub_url, coalesce(hub_topic, url) from feeds
    where hub_until is not null and hub_url is not null
      and not exists (select from workspace_feeds where workspace_feeds.feed = feeds.id)
    on conflict do nothing`.execute(database)
  await database
    .deleteFrom('feeds')
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('workspace_feeds').select('feed').whereRef('workspace_feeds.feed', '=', 'feeds.id'))),
    )
    .execute()
  await database
    .deleteFrom('articles')
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('article_feeds').select('feed').whereRef('article_feeds.article', '=', 'articles.id'))),
    )
    .execute()
  await database
    .deleteFrom('stories')
    .where('merged_into', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('articles').select('id').whereRef('articles.story', '=', 'stories.id'))),
    )
    .execute()
}

/** Finds or creates the feed of an address. A feed that has moved keeps its id and is also found by its old address. */
async function ensureFeed(
  transaction: Transaction<Tables>,
  feed: { url: string; outlet: string },
  now: string,
): Promise<string> {
  const id = identify('feed', feed.url)
  const known = await transaction
    .updateTable('feeds')
    .set({
      ended: false,
      told: sql`case when ended then null else told end`,
      failing_since: sql`case when ended then null else failing_since end`,
      next_poll_at: sql<string>`case when ended then ${now}::timestamptz else next_poll_at end`,
    })
    .where((where) => where.or([where('url', '=', feed.url), where('id', '=', id)]))
    .returning(['id', 'url'])
    .execute()
  const found = known.find(({ url }) => url === feed.url) ?? known[0]
  if (found) return found.id
  const row = {
    id,
    url: feed.url,
    outlet: feed.outlet,
    host: hostOf(feed.url),
    next_poll_at: now,
    failures: 0,
    ended: false,
  }
  await transaction
    .insertInto('feeds')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return id
}

/** Converts a row to a feed. */
export function feedOf(row: Selectable<Tables['feeds']>): Feed {
  return {
    id: feedId(row.id),
    url: row.url,
    outlet: row.outlet,
    validators: { etag: row.etag, lastModified: row.last_modified },
    failures: row.failures,
    failingSince: instant(row.failing_since),
    problem: row.problem,
    note: row.note,
    notified: row.told,
    firstReadAt: instant(row.first_read_at),
    intervalMinutes: row.interval_minutes,
    bodyKey: row.body_key,
    move: row.moved_to === null ? null : { to: row.moved_to, times: row.moved_times },
    pace: row.pace ?? noPace,
    hub:
      row.hub_url === null
        ? null
        : { url: row.hub_url, topic: row.hub_topic ?? row.url, until: instant(row.hub_until) },
  }
}
