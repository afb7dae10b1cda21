import { type Kysely, type Selectable, sql } from 'kysely'
import {
  type Entry,
  type Feed,
  type FeedId,
  type Hub,
  type KnownEntry,
  type Move,
  type Pace,
  type SeenEntry,
  type Validators,
} from '../../domain/feed.ts'
import { json } from '../schema/json.ts'
import { relocate } from '../schema/relocate.ts'
import type { Tables } from '../schema/tables.ts'
import { feedOf } from './feeds.ts'
import { recordEntries, seenEntries } from './seen-entries.ts'

/** The result of polling a feed. */
export interface PollResult {
  readonly outlet: string | null
  readonly validators: Validators
  readonly failures: number
  readonly failingSince: string | null
  readonly problem: string | null
  readonly note: string | null
  readonly nextPollAt: string
  readonly intervalMinutes: number
  readonly bodyKey: string | null
  readonly move: Move | null
  readonly pace: Pace
  readonly hub: Pick<Hub, 'url' | 'topic'> | null
  readonly ended: boolean
  readonly fresh: readonly Entry[]
  readonly baseline: readonly Entry[]
  readonly known: readonly KnownEntry[]
}

/** A poll that changed nothing but the time of the next one. */
export interface QuietPoll {
  readonly feed: FeedId
  readonly nextPollAt: string
  readonly intervalMinutes: number
  readonly validators: Validators
}

/** The terms for claiming feeds. */
export interface FeedLease {
  readonly limit: number
  readonly perHost: number
  /** When they are due again if no result is recorded. */
  readonly until: string
  /** Hosts to leave out. */
  readonly beside?: readonly string[]
}

/** Feeds that are due, and the results of polling them. */
export class PollStore {
  readonly #database: Kysely<Tables>
  readonly #process: string

  /** `process` is the id under which feeds are taken. */
  constructor(database: Kysely<Tables>, process: string) {
    this.#database = database
    this.#process = process
  }

  /**
   * Takes feeds that are due, longest overdue first, at most `perHost` of one host and none of the hosts in `beside`.
   * Postpones them to `until`, so that no other process polls them sooner unless this one dies.
   */
  async claim(now: string, { limit, perHost, until, beside = [] }: FeedLease): Promise<Feed[]> {
    const others = beside.length > 0 ? sql`and host <> all(${[...beside]})` : sql``
    const { rows } = await sql<Selectable<Tables['feeds']>>`
      update feeds set next_poll_at = ${until}, held_by = ${this.#process} where id in (
        select id from feeds where next_poll_at <= ${now} and not ended and id in (
          select id from (
            select id, next_poll_at, row_number() over (partition by host order by next_poll_at) as turn from (
              select id, host, next_poll_at from feeds where next_poll_at <= ${now} and not ended ${others}
              order by next_poll_at limit ${8 * limit}) as overdue) as ranked
          where turn <= ${perHost} order by next_poll_at limit ${limit})
        for update skip locked)
      returning *`.execute(this.#database)
    return rows.map(feedOf)
  }

  /** Makes feeds that were taken but not polled due again at an instant. */
  async putBack(feeds: readonly FeedId[], at: string): Promise<void> {
    if (feeds.length === 0) return
    await this.#database
      .updateTable('feeds')
      .set({ next_poll_at: at, held_by: null })
      .where('id', 'in', [...feeds])
      .execute()
  }

  /** The entries of a feed that we remember, latest seen first. */
  async seenEntries(feed: FeedId): Promise<SeenEntry[]> {
    return await seenEntries(this.#database, feed)
  }

  /** Records a poll and the entries it found, in one transaction. */
  async record(feed: Feed, result: PollResult, now: string): Promise<void> {
    await this.#database.transaction().execute(async (transaction) => {
      await transaction
        .updateTable('feeds')
        .set(rowOf(feed, result, now))
        .where('id', '=', feed.id)
        .execute()
      await recordEntries(transaction, feed.id, { ...result, now })
    })
  }

  /** Records polls that found nothing new, in one statement. */
  async recordQuiet(polls: readonly QuietPoll[], now: string): Promise<void> {
    if (polls.length === 0) return
    const rows = polls.map(({ feed, nextPollAt, intervalMinutes, validators }) => ({
      id: feed,
      at: nextPollAt,
      minutes: intervalMinutes,
      etag: validators.etag,
      modified: validators.lastModified,
    }))
    await sql`
      update feeds set next_poll_at = ${unlessPinged(sql`polled.at`, now)}, interval_minutes = polled.minutes, held_by = null, etag = polled.etag, last_modified = polled.modified
      from jsonb_to_recordset(${json(rows)}::jsonb)
        as polled (id text, at timestamptz, minutes real, etag text, modified text)
      where feeds.id = polled.id`.execute(this.#database)
  }

  /** Changes a feed's address: see `relocate.ts`. */
  async relocate(feed: FeedId, url: string): Promise<void> {
    await this.#database.transaction().execute(async (transaction) => await relocate(transaction, feed, url))
  }

  /** Records what a feed's followers were last notified of; returns false if that was recorded already. */
  async noteNotified(feed: FeedId, told: Feed['notified']): Promise<boolean> {
    const { numUpdatedRows } = await this.#database
      .updateTable('feeds')
      .set({ told })
      .where('id', '=', feed)
      .where('told', 'is distinct from', told)
      .executeTakeFirst()
    return numUpdatedRows > 0n
  }
}

/** A feed made due while it was polled, for example by a ping, stays due: claiming it had put it off further. */
function unlessPinged(next: ReturnType<typeof sql>, now: string) {
  return sql<string>`case when feeds.next_poll_at <= ${now}::timestamptz + interval '5 minutes' then feeds.next_poll_at else ${next} end`
}

function rowOf(feed: Feed, result: PollResult, now: string) {
  const isRead = result.problem === null
  return {
    etag: result.validators.etag,
    last_modified: result.validators.lastModified,
    failures: result.failures,
    failing_since: result.failingSince,
    problem: result.problem,
    note: result.note,
    next_poll_at: isRead ? unlessPinged(sql`${result.nextPollAt}::timestamptz`, now) : result.nextPollAt,
    interval_minutes: result.intervalMinutes,
    held_by: null,
    body_key: result.bodyKey,
    moved_to: result.move?.to ?? null,
    moved_times: result.move?.times ?? 0,
    pace: json(result.pace),
    ...hubOf(feed, result),
    ended: result.ended,
    first_read_at: feed.firstReadAt ?? (isRead ? now : null),
    ...(result.outlet ? { outlet: result.outlet } : {}),
  }
}

/** The hub that a feed names now. If it is not the previous one, it counts as not asked yet. */
function hubOf({ hub: known }: Feed, { hub }: PollResult) {
  const named = { hub_url: hub?.url ?? null, hub_topic: hub?.topic ?? null }
  const isSame = hub?.url === known?.url && hub?.topic === known?.topic
  return isSame ? named : { ...named, hub_until: null, hub_asked_at: null }
}
