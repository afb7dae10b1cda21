import { type Kysely, type Selectable, sql, type Transaction } from 'kysely'
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
} from '../domain/feed.ts'
import { feedOf } from './feeds.ts'
import { instant } from './instants.ts'
import { relocate } from './relocate.ts'
import type { Tables } from './tables.ts'

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

/** How old the note that an entry is still in its feed may become, in days; far less than entries are remembered. */
const seenDays = 7

/** How often a page is read again at most because its feed says that it changed. */
const mostReadings = 8
/** The most names remembered of one entry; a feed that renames its entries at each poll makes as many as it likes. */
const mostAliases = 20

/** Polls: feeds that are due, and what came of reading them. */
export class PollStore {
  readonly #database: Kysely<Tables>

  constructor(database: Kysely<Tables>) {
    this.#database = database
  }

  /**
   * Takes feeds that are due, the longest overdue first and so many of one host, and puts them off until then, so that
   * neither another process nor this one after a restart polls them sooner.
   */
  async claim(
    now: string,
    { limit, perHost, until }: { readonly limit: number; readonly perHost: number; readonly until: string },
  ): Promise<Feed[]> {
    const { rows } = await sql<Selectable<Tables['feeds']>>`
      update feeds set next_poll_at = ${until} where id in (
        select id from feeds where next_poll_at <= ${now} and not ended and id in (
          select id from (
            select id, next_poll_at, row_number() over (partition by host order by next_poll_at) as turn from (
              select id, host, next_poll_at from feeds where next_poll_at <= ${now} and not ended
              order by next_poll_at limit ${8 * limit}) as overdue) as ranked
          where turn <= ${perHost} order by next_poll_at limit ${limit})
        for update skip locked)
      returning *`.execute(this.#database)
    return rows.map(feedOf)
  }

  /** What is remembered of the entries of a feed. */
  async seenEntries(feed: FeedId): Promise<SeenEntry[]> {
    const rows = await this.#database
      .selectFrom('entries')
      .select(['guid', 'url', 'title', 'published', 'updated', 'aliases', 'seen_at'])
      .where('feed', '=', feed)
      .execute()
    return rows.map(({ seen_at: seenAt, ...row }) => ({
      ...row,
      published: instant(row.published),
      updated: instant(row.updated),
      seenAt: instant(seenAt),
    }))
  }

  /** Records a poll and the entries that it found, in one transaction. */
  async record(feed: Feed, result: PollResult, now: string): Promise<void> {
    await this.#database.transaction().execute(async (transaction) => {
      await transaction
        .updateTable('feeds')
        .set(rowOf(feed, result, now))
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
      await recordKnown(transaction, feed.id, { known: result.known, now })
    })
  }

  /** Records polls that found nothing new, in one statement. */
  async recordQuiet(polls: readonly QuietPoll[]): Promise<void> {
    if (polls.length === 0) return
    const rows = polls.map(({ feed, nextPollAt, intervalMinutes, validators }) => ({
      id: feed,
      at: nextPollAt,
      minutes: intervalMinutes,
      etag: validators.etag,
      modified: validators.lastModified,
    }))
    await sql`
      update feeds set next_poll_at = polled.at, interval_minutes = polled.minutes, etag = polled.etag, last_modified = polled.modified
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as polled (id text, at timestamptz, minutes real, etag text, modified text)
      where feeds.id = polled.id`.execute(this.#database)
  }

  /** Gives a feed another address: see `relocate.ts`. */
  async relocate(feed: FeedId, url: string): Promise<void> {
    await this.#database.transaction().execute(async (transaction) => await relocate(transaction, feed, url))
  }

  /** Notes what those who follow a feed have been told of it; false when they had been told that already. */
  async noteTold(feed: FeedId, told: Feed['told']): Promise<boolean> {
    const { numUpdatedRows } = await this.#database
      .updateTable('feeds')
      .set({ told })
      .where('id', '=', feed)
      .where('told', 'is distinct from', told)
      .executeTakeFirst()
    return numUpdatedRows > 0n
  }
}

function rowOf(feed: Feed, result: PollResult, now: string) {
  return {
    etag: result.validators.etag,
    last_modified: result.validators.lastModified,
    failures: result.failures,
    failing_since: result.failingSince,
    problem: result.problem,
    note: result.note,
    next_poll_at: result.nextPollAt,
    interval_minutes: result.intervalMinutes,
    body_key: result.bodyKey,
    moved_to: result.move?.to ?? null,
    moved_times: result.move?.times ?? 0,
    pace: JSON.stringify(result.pace),
    hub_url: result.hub?.url ?? null,
    hub_topic: result.hub?.topic ?? null,
    ...(result.hub?.url === feed.hub?.url && result.hub?.topic === feed.hub?.topic
      ? {}
      : { hub_until: null, hub_asked_at: null }),
    ended: result.ended,
    first_read_at: feed.firstReadAt ?? (result.problem === null ? now : null),
    ...(result.outlet ? { outlet: result.outlet } : {}),
  }
}

/** Remembers the new names of known entries, that those which changed are to be read again, and that all are still there. */
async function recordKnown(
  transaction: Transaction<Tables>,
  feed: FeedId,
  { known, now }: { readonly known: readonly KnownEntry[]; readonly now: string },
): Promise<void> {
  const stale = new Date(Date.parse(now) - seenDays * 86_400_000).toISOString()
  const old = known.filter(({ seen }) => seen.seenAt < stale).map(({ seen }) => seen.guid)
  if (old.length > 0)
    await transaction
      .updateTable('entries')
      .set({ seen_at: now })
      .where('feed', '=', feed)
      .where('guid', 'in', old)
      .execute()
  for (const { seen, entry, newNames, isChanged } of known) {
    if (newNames.length === 0 && !isChanged) continue
    if (isChanged)
      await sql`update entries set state = 'changed', attempts = attempts + 1 where feed = ${feed} and guid = ${seen.guid}
        and state = 'read' and attempts < ${mostReadings}`.execute(transaction)
    await transaction
      .updateTable('entries')
      .set({
        aliases: JSON.stringify([...seen.aliases, ...newNames].slice(-mostAliases)),
        ...(isChanged ? { title: entry.title, updated: entry.updated } : {}),
      })
      .where('feed', '=', feed)
      .where('guid', '=', seen.guid)
      .execute()
  }
}

function entryRow(entry: Entry, { feed, state, now }: { feed: FeedId; state: 'unread' | 'baseline'; now: string }) {
  return {
    feed,
    guid: entry.guid,
    url: entry.url,
    title: entry.title,
    published: entry.published,
    updated: entry.updated,
    sections: JSON.stringify(entry.sections),
    aliases: '[]',
    seen_at: now,
    state,
    attempts: 0,
    problem: null,
  }
}
