import type { Kysely } from 'kysely'
import { type Entry, type Feed, type FeedId, feedId, type Validators } from '../domain/feed.ts'
import type { WorkspaceId } from '../domain/subscription.ts'
import { identify } from './identity.ts'
import { instant } from './instants.ts'
import type { Tables } from './tables.ts'

/** What a poll taught us about a feed. */
export interface PollResult {
  readonly outlet: string | null
  readonly validators: Validators
  readonly failures: number
  readonly problem: string | null
  readonly nextPollAt: string
  readonly ended: boolean
  readonly fresh: readonly Entry[]
  readonly baseline: readonly Entry[]
}

/** Feeds: followed by workspaces, polled once for all of them. */
export class FeedStore {
  readonly #database: Kysely<Tables>

  constructor(database: Kysely<Tables>) {
    this.#database = database
  }

  /** Adds a feed to a workspace; due at once if nobody followed it before. False when the workspace had it already. */
  async follow(workspace: WorkspaceId, feed: { url: string; outlet: string }, now: string): Promise<boolean> {
    const id = feedId(identify('feed', feed.url))
    return await this.#database.transaction().execute(async (transaction) => {
      await transaction
        .insertInto('feeds')
        .values({ id, url: feed.url, outlet: feed.outlet, next_poll_at: now, failures: 0, ended: false })
        .onConflict((conflict) => conflict.column('url').doUpdateSet({ ended: false }))
        .execute()
      const added = await transaction
        .insertInto('workspace_feeds')
        .values({ workspace, feed: id })
        .onConflict((conflict) => conflict.doNothing())
        .returning('feed')
        .execute()
      return added.length > 0
    })
  }

  /** Takes a feed from a workspace, and away altogether when nobody else follows it. False when it was not there. */
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

  /** A workspace's feeds, by outlet. */
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

  /** Whether another workspace than this one follows a feed. */
  async anyBeside(workspace: WorkspaceId): Promise<boolean> {
    const query = this.#database
      .selectFrom('workspace_feeds')
      .select('feed')
      .where('workspace', '!=', workspace)
      .limit(1)
    return (await query.execute()).length > 0
  }

  /** Feeds that are due, the longest overdue first. */
  async due(now: string, limit: number): Promise<Feed[]> {
    const rows = await this.#database
      .selectFrom('feeds')
      .selectAll()
      .where('next_poll_at', '<=', new Date(now))
      .where('ended', '=', false)
      .orderBy('next_poll_at')
      .limit(limit)
      .execute()
    return rows.map(feedOf)
  }

  /** The guids and addresses of the entries seen in a feed. */
  async knownEntries(feed: FeedId): Promise<Set<string>> {
    const rows = await this.#database.selectFrom('entries').select(['guid', 'url']).where('feed', '=', feed).execute()
    return new Set(rows.flatMap(({ guid, url }) => [guid, url]))
  }

  /** Records a poll and the entries that it found, in one transaction. */
  async recordPoll(feed: Feed, result: PollResult, now: string): Promise<void> {
    await this.#database.transaction().execute(async (transaction) => {
      await transaction
        .updateTable('feeds')
        .set({
          etag: result.validators.etag,
          last_modified: result.validators.lastModified,
          failures: result.failures,
          problem: result.problem,
          next_poll_at: result.nextPollAt,
          ended: result.ended,
          first_read_at: feed.firstReadAt ?? (result.problem === null ? now : null),
          ...(result.outlet ? { outlet: result.outlet } : {}),
        })
        .where('id', '=', feed.id)
        .execute()
      const rows = [
        ...result.fresh.map((entry) => entryRow(entry, { feed: feed.id, state: 'unread' as const, now })),
        ...result.baseline.map((entry) => entryRow(entry, { feed: feed.id, state: 'baseline' as const, now })),
      ]
      if (rows.length > 0)
        await transaction
          .insertInto('entries')
          .values(rows)
          .onConflict((conflict) => conflict.doNothing())
          .execute()
    })
  }
}

/** Feeds that no workspace follows, with all that came from them. */
export async function deleteOrphans(database: Kysely<Tables>): Promise<void> {
  await database
    .deleteFrom('feeds')
    .where('id', 'not in', (query) => query.selectFrom('workspace_feeds').select('feed'))
    .execute()
  await database
    .deleteFrom('stories')
    .where('id', 'not in', (query) =>
      query.selectFrom('articles').select('story').where('story', 'is not', null).$castTo<{ story: string }>(),
    )
    .execute()
}

function entryRow(entry: Entry, { feed, state, now }: { feed: FeedId; state: 'unread' | 'baseline'; now: string }) {
  return {
    feed,
    guid: entry.guid,
    url: entry.url,
    title: entry.title,
    published: entry.published,
    seen_at: now,
    state,
    attempts: 0,
    problem: null,
  }
}

interface FeedRowOut {
  readonly id: string
  readonly url: string
  readonly outlet: string
  readonly etag: string | null
  readonly last_modified: string | null
  readonly failures: number
  readonly problem: string | null
  readonly first_read_at: Date | null
}

function feedOf(row: FeedRowOut): Feed {
  return {
    id: feedId(row.id),
    url: row.url,
    outlet: row.outlet,
    validators: { etag: row.etag, lastModified: row.last_modified },
    failures: row.failures,
    problem: row.problem,
    firstReadAt: instant(row.first_read_at),
  }
}
