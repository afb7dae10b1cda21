import { sql, type Transaction } from 'kysely'
import { hostOf } from '../../domain/address.ts'
import { type FeedId, feedId } from '../../domain/feed.ts'
import type { Tables } from './tables.ts'

/**
 * Changes a feed's address. If another feed already has that address, followers and remembered entries go to it, and
 * this feed is deleted.
 */
export async function relocate(transaction: Transaction<Tables>, feed: FeedId, url: string): Promise<void> {
  const other = await transaction.selectFrom('feeds').select('id').where('url', '=', url).executeTakeFirst()
  if (!other) {
    const moved = { url, host: hostOf(url), moved_to: null, moved_times: 0 }
    await transaction.updateTable('feeds').set(moved).where('id', '=', feed).execute()
    return
  }
  if (other.id !== feed) await merge(transaction, feed, feedId(other.id))
}

/** Merges one feed into another. */
async function merge(transaction: Transaction<Tables>, one: FeedId, other: FeedId): Promise<void> {
  await sql`insert into workspace_feeds (workspace, feed) select workspace, ${other} from workspace_feeds where feed = ${one}
    on conflict do nothing`.execute(transaction)
  await sql`insert into entries (feed, guid, url, title, published, seen_at, state, attempts, problem, updated, sections, aliases, article)
    select ${other}, guid, url, title, published, seen_at, state, attempts, problem, updated, sections, aliases, article
    from entries where feed = ${one}
    on conflict (feed, guid) do update set state = excluded.state where entries.state = 'baseline' and excluded.state = 'unread'`.execute(
    transaction,
  )
  await sql`insert into article_feeds (article, feed, at) select article, ${other}, at from article_feeds where feed = ${one}
    on conflict do nothing`.execute(transaction)
  await sql`update subscriptions set feeds = (feeds - ${one}::text) || to_jsonb(${other}::text) where feeds ? ${one}`.execute(
    transaction,
  )
  await sql`update feeds set ended = false where id = ${other}`.execute(transaction)
  await transaction.deleteFrom('feeds').where('id', '=', one).execute()
}
