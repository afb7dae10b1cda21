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

/** What a poll taught us about a feed. */
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

/** A poll after which all is as it was, but for when the next one is. */
export interface QuietPoll {
  readonly feed: FeedId
  readonly nextPollAt: string
  readonly intervalMinutes: number
  readonly validators: Validators
}

/** What feeds are claimed. */
export interface FeedLease {
  readonly limit: number
  readonly perHost: number
  /** When they are due again, should nobody record what came of it. */
  readonly until: string
  /** Hosts that are left out. */
  readonly beside?: readonly string[]
}

/** Polls: feeds that are due, and what came of reading them. */
export class PollStore {
  readonly #database: Kysely<Tables>
  readonly #process: string

  /** `process` is who takes feeds here. */
  constructor(database: Kysely<Tables>, process: string) {
    this.#database = database
    this.#process = process
  }

  /**
   * Takes feeds that are due, the longest overdue first and so many of one host, beside those of hosts that have had their
   * share, and puts them off until then, so that no other process polls them sooner unless this one dies.
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

  /** Feeds that were taken and not polled are due again at an instant. */
  async putBack(feeds: readonly FeedId[], at: string): Promise<void> {
    if (feeds.length === 0) return
    await this.#database
      .updateTable('feeds')
      .set({ next_poll_at: at, held_by: null })
      .where('id', 'in', [...feeds])
      .execute()
  }

  /** What is remembered of the entries of a feed, the latest that were seen. */
  async seenEntries(feed: FeedId): Promise<SeenEntry[]> {
    return await seenEntries(this.#database, feed)
  }

  /** Records a poll and the entries that it found, in one transaction. */
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

  /** Gives a feed another address: see `relocate.ts`. */
  async relocate(feed: FeedId, url: string): Promise<void> {
    await this.#database.transaction().execute(async (transaction) => await relocate(transaction, feed, url))
  }

  /** Notes what those who follow a feed have been told of it; false when they had been told that already. */
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

/** What was made due while it was polled, as by a hub, stays due; a feed that is polled is put off beyond now. */
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

/** The hub that a feed names now; of another one than before nothing has been asked yet. */
function hubOf({ hub: known }: Feed, { hub }: PollResult) {
  const named = { hub_url: hub?.url ?? null, hub_topic: hub?.topic ?? null }
  const isSame = hub?.url === known?.url && hub?.topic === known?.topic
  return isSame ? named : { ...named, hub_until: null, hub_asked_at: null }
}
