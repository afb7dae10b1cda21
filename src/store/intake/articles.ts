import { type Kysely, type Selectable, sql } from 'kysely'
import { type Article, type ArticleId, articleId, type Change } from '../../domain/article.ts'
import { type Entry, type FeedId, feedId } from '../../domain/feed.ts'
import { instant } from '../schema/instants.ts'
import { json } from '../schema/json.ts'
import type { Tables } from '../schema/tables.ts'
import { printOf } from './article-print.ts'
import { articleOf, columnsOf } from './article-row.ts'

/** An entry whose page is to be read, or read again. */
export interface UnreadEntry
  extends Pick<Entry, 'guid' | 'url' | 'title' | 'summary' | 'published' | 'sections' | 'closedToModels'> {
  readonly feed: FeedId
  /** The feed's address, and the name it gives the outlet. */
  readonly feedUrl: string
  readonly outlet: string
  readonly attempts: number
  /** The article read from its page earlier; null if there is none. */
  readonly article: ArticleId | null
}

type ClaimedRow = Pick<
  Selectable<Tables['entries']>,
  | 'seen_at'
  | 'feed'
  | 'guid'
  | 'url'
  | 'title'
  | 'published'
  | 'sections'
  | 'attempts'
  | 'article'
  | 'closed_to_models'
  | 'summary'
> & { readonly outlet: string; readonly feed_url: string }

/** An article with the sketch by which copies of its text are recognised. */
export interface SketchedArticle {
  readonly article: Article
  readonly sketch: readonly number[]
}

/** The changes that a later version of an article made. */
export interface Revision {
  /** ISO 8601. */
  readonly at: string
  readonly changes: readonly Change[]
}

/** Entries on their way to becoming articles, and the articles with their versions. */
export class ArticleStore {
  readonly #database: Kysely<Tables>
  readonly #process: string

  /** `process` is the id under which entries are taken. */
  constructor(database: Kysely<Tables>, process: string) {
    this.#database = database
    this.#process = process
  }

  /**
   * Takes entries whose pages are to be read, longest waiting first and at most `perFeed` of one feed. They stay taken
   * until `until`, unless this process dies.
   */
  async claimUnread(
    now: string,
    { limit, perFeed, until }: { readonly limit: number; readonly perFeed: number; readonly until: string },
  ): Promise<UnreadEntry[]> {
    const { rows } = await sql<ClaimedRow>`
      update entries set next_try_at = ${until}, held_by = ${this.#process} from feeds where feeds.id = entries.feed and (entries.feed, guid) in (
        select feed, guid from entries where state in ('unread', 'changed') and (next_try_at is null or next_try_at <= ${now})
          and (feed, guid) in (
            select feed, guid from (
              select feed, guid, seen_at, row_number() over (partition by feed order by published desc nulls last) as turn from (
                select feed, guid, seen_at, published from entries
                where state in ('unread', 'changed') and (next_try_at is null or next_try_at <= ${now})
                order by seen_at limit ${8 * limit}) as waiting) as ranked
            where turn <= ${perFeed} order by seen_at limit ${limit})
        for update skip locked)
      returning seen_at, entries.feed, guid, entries.url, title, published, sections, attempts, article, summary, closed_to_models, outlet, feeds.url as feed_url`.execute(
      this.#database,
    )
    // An update returns its rows in no particular order.
    return rows.toSorted(byArrival).map(({ feed_url: feedUrl, closed_to_models: closedToModels, ...row }) => ({
      ...row,
      ...(closedToModels === null ? {} : { closedToModels }),
      feedUrl,
      feed: feedId(row.feed),
      published: instant(row.published),
      article: row.article === null ? null : articleId(row.article),
    }))
  }

  /** Makes entries that were taken but not read available again from an instant on. */
  async putBack(entries: readonly UnreadEntry[], at: string): Promise<void> {
    if (entries.length === 0) return
    const left = json(entries.map(({ feed, guid }) => ({ feed, guid })))
    await sql`update entries set next_try_at = ${at}, held_by = null
      from jsonb_to_recordset(${left}::jsonb) as put_back (feed text, guid text)
      where entries.feed = put_back.feed and entries.guid = put_back.guid`.execute(this.#database)
  }

  /** Files an article under the entry that announced it; one already there, from another feed, stays as it is. */
  async save(entry: UnreadEntry, { article, sketch }: SketchedArticle, now: string): Promise<void> {
    await this.#database.transaction().execute(async (transaction) => {
      await transaction
        .insertInto('articles')
        .values({
          ...columnsOf(article),
          sections: json(article.sections),
          sketch: json(sketch),
          read_at: now,
          story: null,
          own_publisher: article.publisher,
          print: printOf(article),
        })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute()
      await settle(transaction, entry, { article: article.id, now })
    })
  }

  /** Settles an entry whose article has already been read from another feed. */
  async attach(entry: UnreadEntry, article: ArticleId, now: string): Promise<void> {
    await this.#database
      .transaction()
      .execute(async (transaction) => await settle(transaction, entry, { article, now }))
  }

  /**
   * Replaces an article with a later version, and keeps the earlier one with the changes. If another process has done
   * so already, the article stays as it is.
   */
  async revise(
    entry: UnreadEntry,
    {
      before,
      after,
      changes,
    }: { readonly before: ArticleId; readonly after: SketchedArticle; readonly changes: readonly Change[] },
    now: string,
  ): Promise<void> {
    const { headline, text, byline, language, kind, publisher } = after.article
    const sketch = json(after.sketch)
    await this.#database.transaction().execute(async (transaction) => {
      const held = await transaction
        .selectFrom('articles')
        .select(['headline', 'text'])
        .where('id', '=', before)
        .forUpdate()
        .executeTakeFirst()
      if (held && (held.headline !== headline || held.text !== text)) {
        await sql`insert into article_versions (article, version, headline, text, changes, replaced_at)
          select id, version, headline, text, ${json(changes)}::jsonb, ${now} from articles where id = ${before}
          on conflict do nothing`.execute(transaction)
        await transaction
          .updateTable('articles')
          .set((update) => ({
            headline,
            text,
            byline,
            language,
            kind,
            sketch,
            own_publisher: publisher,
            from_feed: after.article.fromFeed ?? null,
            print: printOf(after.article),
            changed_at: now,
            joined_at: null,
            version: update('version', '+', 1),
          }))
          .where('id', '=', before)
          .execute()
      }
      await settle(transaction, entry, { article: before, now })
    })
  }

  /** The changes an outlet has made to an article, earliest first. */
  async revisions(article: ArticleId): Promise<Revision[]> {
    const rows = await this.#database
      .selectFrom('article_versions')
      .select(['replaced_at', 'changes'])
      .where('article', '=', article)
      .orderBy('version')
      .execute()
    return rows.map(({ replaced_at: at, changes }) => ({ at: instant(at), changes }))
  }

  /**
   * Records that a page could not be read: for good if `againAt` is null, else until then. Its article stays, if any.
   */
  async recordProblem(
    entry: UnreadEntry,
    { reason, againAt }: { readonly reason: string; readonly againAt: string | null },
  ): Promise<void> {
    const given = entry.article === null ? ('unreadable' as const) : ('read' as const)
    await this.#database
      .updateTable('entries')
      .set({
        problem: reason,
        attempts: entry.attempts + 1,
        next_try_at: againAt,
        held_by: null,
        ...(againAt === null ? { state: given } : {}),
      })
      .where('feed', '=', entry.feed)
      .where('guid', '=', entry.guid)
      .execute()
  }

  async find(id: ArticleId): Promise<Article | undefined> {
    const row = await this.#database.selectFrom('articles').selectAll().where('id', '=', id).executeTakeFirst()
    return row && articleOf(row)
  }
}

/** Longest waiting first, then earliest published, so that articles join their stories in order of publication. */
function byArrival(one: ClaimedRow, other: ClaimedRow): number {
  const ms = (value: ClaimedRow['published']) => (value === null ? 0 : Date.parse(instant(value)))
  return ms(one.seen_at) - ms(other.seen_at) || ms(one.published) - ms(other.published)
}

/** Marks an entry as read, and records that its article came from its feed. */
async function settle(
  transaction: Kysely<Tables>,
  entry: UnreadEntry,
  { article, now }: { readonly article: ArticleId; readonly now: string },
): Promise<void> {
  await transaction
    .insertInto('article_feeds')
    .values({ article, feed: entry.feed, at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await transaction
    .updateTable('entries')
    .set({ state: 'read', problem: null, article, attempts: 0, next_try_at: null, held_by: null })
    .where('feed', '=', entry.feed)
    .where('guid', '=', entry.guid)
    .execute()
}
