import { type Kysely, sql, type Transaction } from 'kysely'
import type { Entry, FeedId, KnownEntry, SeenEntry } from '../../domain/feed.ts'
import { instant } from '../schema/instants.ts'
import { json } from '../schema/json.ts'
import type { Tables } from '../schema/tables.ts'

/** The most entries remembered for one feed: many times the number in a document. */
const mostRemembered = 5_000
/** How old the record of an entry's last sighting may become, in days; far less than entries are remembered for. */
const seenDays = 7
/** The most times that a page is read again because its feed says it has changed. */
const mostReadings = 8
/** The most names remembered for one entry, since a feed may rename its entries at every poll. */
const mostAliases = 20

/** The entries of a feed that we remember, latest seen first. */
export async function seenEntries(database: Kysely<Tables>, feed: FeedId): Promise<SeenEntry[]> {
  const rows = await database
    .selectFrom('entries')
    .select(['guid', 'url', 'title', 'published', 'updated', 'aliases', 'seen_at'])
    .where('feed', '=', feed)
    .orderBy('seen_at', 'desc')
    .limit(mostRemembered)
    .execute()
  return rows.map(({ seen_at: seenAt, ...row }) => ({
    ...row,
    published: instant(row.published),
    updated: instant(row.updated),
    seenAt: instant(seenAt),
  }))
}

interface Sighted {
  readonly fresh: readonly Entry[]
  readonly baseline: readonly Entry[]
  readonly known: readonly KnownEntry[]
  readonly now: string
}

/** Records the entries that a poll found: those that are news, those that never will be, and those known before. */
export async function recordEntries(
  transaction: Transaction<Tables>,
  feed: FeedId,
  { fresh, baseline, known, now }: Sighted,
): Promise<void> {
  const rows = [
    ...fresh.map((entry) => entryRow(entry, { feed, state: 'unread' as const, now })),
    ...baseline.map((entry) => entryRow(entry, { feed, state: 'baseline' as const, now })),
  ]
  if (rows.length > 0) {
    await transaction
      .insertInto('entries')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    await forgetOldest(transaction, feed)
  }
  await recordKnown(transaction, feed, { known, now })
}

/** Forgets all but the latest entries, for feeds that invent new ones endlessly. */
async function forgetOldest(transaction: Transaction<Tables>, feed: FeedId): Promise<void> {
  await sql`delete from entries where feed = ${feed} and guid in (
    select guid from entries where feed = ${feed} order by seen_at desc offset ${mostRemembered})`.execute(transaction)
}

/** Records the new names of known entries, marks changed ones to be read again, and notes that all are still there. */
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
    if (entry.closedToModels !== undefined) await recordClosing(transaction, feed, { ...entry, guid: seen.guid })
    if (newNames.length === 0 && !isChanged) continue
    if (isChanged)
      await sql`update entries set state = 'changed', attempts = 0, next_try_at = null, readings = readings + 1
        where feed = ${feed} and guid = ${seen.guid} and state = 'read' and readings < ${mostReadings}`.execute(
        transaction,
      )
    await transaction
      .updateTable('entries')
      .set({
        aliases: json([...seen.aliases, ...newNames].slice(-mostAliases)),
        ...(isChanged ? { title: entry.title, updated: entry.updated } : {}),
      })
      .where('feed', '=', feed)
      .where('guid', '=', seen.guid)
      .execute()
  }
}

/** Records that a feed now keeps an entry's page from models, for the entry and its article. */
async function recordClosing(
  transaction: Transaction<Tables>,
  feed: FeedId,
  { guid, closedToModels }: Pick<Entry, 'guid' | 'closedToModels'>,
): Promise<void> {
  const closed = closedToModels ?? null
  const { rows } = await sql<{ article: string | null }>`update entries set closed_to_models = ${closed}
    where feed = ${feed} and guid = ${guid} and closed_to_models is distinct from ${closed} returning article`.execute(
    transaction,
  )
  const [article] = rows.flatMap((row) => row.article ?? [])
  if (article !== undefined)
    await sql`update articles set closed_to_models = ${closed} where id = ${article} and closed_to_models is null`.execute(
      transaction,
    )
}

function entryRow(entry: Entry, { feed, state, now }: { feed: FeedId; state: 'unread' | 'baseline'; now: string }) {
  return {
    feed,
    guid: entry.guid,
    url: entry.url,
    title: entry.title,
    published: entry.published,
    updated: entry.updated,
    sections: json(entry.sections),
    summary: entry.summary,
    closed_to_models: entry.closedToModels ?? null,
    aliases: '[]',
    seen_at: now,
    state,
    attempts: 0,
    problem: null,
  }
}
