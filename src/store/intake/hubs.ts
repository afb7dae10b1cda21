import { type Kysely, sql } from 'kysely'
import { type FeedId, feedId, type Hub } from '../../domain/feed.ts'
import type { Tables } from '../schema/tables.ts'

/** A feed of which a hub is to tell, or to tell no more. */
export interface HubRequest extends Pick<Hub, 'url' | 'topic'> {
  readonly feed: FeedId
}

/** How soon after a ping the next one makes a feed due: who repeats an old one polls nobody the more for it. */
const pingsApart = '5 minutes'

/** What hubs have promised to tell us of. */
export class HubStore {
  readonly #database: Kysely<Tables>

  constructor(database: Kysely<Tables>) {
    this.#database = database
  }

  /** Feeds whose hub has promised nothing, or not beyond an instant, and was not asked since another; they count as asked now. */
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

  /** Feeds that nobody follows any more and whose hub is to be told; each is handed out once. */
  async toLeave(): Promise<HubRequest[]> {
    const rows = await this.#database.deleteFrom('hub_farewells').returningAll().execute()
    return rows.map(({ feed, ...rest }) => ({ ...rest, feed: feedId(feed) }))
  }

  /** Whether a hub that asks was asked by us: to tell of a feed that is here, or to tell no more of one that is not. */
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

  /** Notes until when a hub has promised to tell of a feed; null where it does no more. */
  async promise(feed: string, until: string | null): Promise<void> {
    await this.#database.updateTable('feeds').set({ hub_until: until }).where('id', '=', feed).execute()
  }

  /**
   * Makes a feed due of which a hub tells that there is news, again only some minutes after the last time; not one that is
   * failing, which waits its time. False where it is not known.
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
