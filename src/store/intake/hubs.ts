import { type Kysely, sql } from 'kysely'
import { type FeedId, feedId, type Hub } from '../../domain/feed.ts'
import type { Tables } from '../schema/tables.ts'

/** A feed whose hub is to start or stop notifying us. */
export interface HubRequest extends Pick<Hub, 'url' | 'topic'> {
  readonly feed: FeedId
}

/** The least time between two pings that make a feed due, so that repeating an old ping causes no extra polls. */
const pingsApart = '5 minutes'

/** Promises by hubs to notify us of news. */
export class HubStore {
  readonly #database: Kysely<Tables>

  constructor(database: Kysely<Tables>) {
    this.#database = database
  }

  /**
   * Feeds whose hub promised nothing beyond `before` and was not asked since `askedBefore`; they count as asked now.
   */
  async toAsk(
    { before, askedBefore, now }: { before: string; askedBefore: string; now: string },
    limit: number,
  ): Promise<HubRequest[]> {
    const { rows } = await sql<{ id: string; hub_url: string; topic: string }>`
      update feeds set hub_asked_at = ${now} where id in (
        select id from feeds where hub_url is not null and not ended and (hub_until is null or hub_until < ${before})
          and (hub_asked_at is null or hub_asked_at < ${askedBefore})
        order by hub_until nulls first limit ${limit} for update skip locked)
      returning id, hub_url, coalesce(hub_topic, url) as topic`.execute(this.#database)
    return rows.map(({ id, hub_url: url, topic }) => ({ feed: feedId(id), url, topic }))
  }

  /** Feeds without followers whose hub must be notified; each is returned once. */
  async toLeave(): Promise<HubRequest[]> {
    const rows = await this.#database.deleteFrom('hub_farewells').returningAll().execute()
    return rows.map(({ feed, ...rest }) => ({ ...rest, feed: feedId(feed) }))
  }

  /** Returns true if we made this request: to notify us of a feed that is here, or no longer of one that is not. */
  async expects(feed: string, { mode, topic }: { readonly mode: string; readonly topic: string }): Promise<boolean> {
    const row = await this.#database
      .selectFrom('feeds')
      .select(['url', 'hub_topic', 'hub_asked_at'])
      .where('id', '=', feed)
      .executeTakeFirst()
    if (mode === 'unsubscribe') return row === undefined
    return (
      mode === 'subscribe' && row !== undefined && row.hub_asked_at !== null && topic === (row.hub_topic ?? row.url)
    )
  }

  /** Records how long a hub has promised to notify us of a feed; null if it no longer does. */
  async promise(feed: string, until: string | null): Promise<void> {
    await this.#database.updateTable('feeds').set({ hub_until: until }).where('id', '=', feed).execute()
  }

  /**
   * Makes a feed due because its hub reports news, though not within minutes of the last ping, and not if the feed is
   * failing. Returns false if it is not known.
   */
  async ping(feed: string, now: string): Promise<boolean> {
    const rows = await this.#database
      .updateTable('feeds')
      .set({
        next_poll_at: sql<string>`case when failures > 0 then next_poll_at else least(next_poll_at, greatest(${now}::timestamptz,
          coalesce(hub_pinged_at, ${now}::timestamptz - ${pingsApart}::interval) + ${pingsApart}::interval)) end`,
        hub_pinged_at: now,
      })
      .where('id', '=', feed)
      .where('hub_until', 'is not', null)
      .where('ended', '=', false)
      .returning('id')
      .execute()
    return rows.length > 0
  }
}
