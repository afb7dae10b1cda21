import { type Kysely, sql } from 'kysely'
import type { Terms } from '../domain/article.ts'
import type { EditionState } from '../domain/digest.ts'
import { type FeedId, feedId } from '../domain/feed.ts'
import { termsFrom } from './intake/article-row.ts'
import { editionOf, type FiledEdition } from './publishing/filed-edition.ts'
import { type StoredSubscription, subscriptionOf } from './publishing/subscription-rows.ts'
import type { Tables } from './schema/tables.ts'

/** The state of the system at one instant, in numbers. */
export interface Measures {
  readonly editions: readonly { readonly state: EditionState; readonly count: number }[]
  /** How long the oldest slot that is due and not settled has been waiting; 0 if there is none. */
  readonly lagSeconds: number
  readonly feeds: {
    readonly reading: number
    readonly failing: number
    readonly ended: number
    readonly overdue: number
  }
  /** The number of announced pages still to be read. */
  readonly unread: number
  readonly briefs: readonly { readonly asked: string; readonly writer: string; readonly count: number }[]
  readonly tokens: { readonly used: number; readonly reserved: number }
  readonly reports: number
}

/** An edition, with the names of its workspace and digest. */
export interface EditionOfAnybody extends FiledEdition {
  /** The workspace's name. */
  readonly workspace: string
  readonly digest: string
}

/** The most failing feeds listed. */
const mostFeeds = 100

/** Counts what the tables hold, for monitoring. */
export class MeasureStore {
  readonly #database: Kysely<Tables>

  constructor(database: Kysely<Tables>) {
    this.#database = database
  }

  /** The latest editions of all workspaces, whatever their outcome, newest first. */
  async editions(limit: number): Promise<EditionOfAnybody[]> {
    const rows = await this.#database
      .selectFrom('editions')
      .innerJoin('subscriptions', 'subscriptions.id', 'editions.subscription')
      .innerJoin('workspaces', 'workspaces.id', 'subscriptions.workspace')
      .selectAll('editions')
      .select(['workspaces.name as workspaceName', 'subscriptions.name as digestName'])
      .orderBy('slot', 'desc')
      .limit(limit)
      .execute()
    return rows.map((row) => ({ ...editionOf(row), workspace: row.workspaceName, digest: row.digestName }))
  }

  /** The digests of all workspaces, each with its workspace's name. */
  async digests(): Promise<{ readonly digest: StoredSubscription; readonly workspace: string }[]> {
    const rows = await this.#database
      .selectFrom('subscriptions')
      .innerJoin('workspaces', 'workspaces.id', 'subscriptions.workspace')
      .selectAll('subscriptions')
      .select('workspaces.name as workspaceName')
      .orderBy('workspaces.name')
      .orderBy('subscriptions.name')
      .execute()
    return rows.map((row) => ({ digest: subscriptionOf(row), workspace: row.workspaceName }))
  }

  /** Feeds of all workspaces that could not be read last time, or have ended. */
  async failingFeeds(): Promise<{ readonly url: string; readonly problem: string }[]> {
    const rows = await this.#database
      .selectFrom('feeds')
      .select(['url', 'problem'])
      .where('problem', 'is not', null)
      .orderBy('url')
      .limit(mostFeeds)
      .execute()
    return rows.map(({ url, problem }) => ({ url, problem: problem ?? '' }))
  }

  /** The number of pages announced by these feeds that are still unread, leaving out those with a problem. */
  async unread(feeds: readonly FeedId[]): Promise<number> {
    if (feeds.length === 0) return 0
    const row = await this.#database
      .selectFrom('entries')
      .select(({ fn }) => fn.countAll<string>().as('count'))
      .where('feed', 'in', [...feeds])
      .where('state', '=', 'unread')
      .where('problem', 'is', null)
      .executeTakeFirstOrThrow()
    return Number(row.count)
  }

  /**
   * How many pages of each feed, seen since an instant, could not be read, with the reason that most of them have; those
   * in place of which the feed's words are used count, too.
   */
  async refused(
    feeds: readonly FeedId[],
    since: string,
  ): Promise<ReadonlyMap<FeedId, { readonly count: number; readonly problem: string }>> {
    if (feeds.length === 0) return new Map()
    const why = sql<string | null>`coalesce(entries.problem, articles.from_feed)`
    const rows = await this.#database
      .selectFrom('entries')
      .leftJoin('articles', 'articles.id', 'entries.article')
      .select(({ fn }) => ['feed', why.as('problem'), fn.countAll<string>().as('count')])
      .where('feed', 'in', [...feeds])
      .where(why, 'is not', null)
      .where('seen_at', '>=', new Date(since))
      .groupBy(['feed', why])
      .orderBy('count', 'desc')
      .orderBy('problem')
      .execute()
    const byFeed = Map.groupBy(rows, ({ feed }) => feedId(feed))
    return new Map(
      [...byFeed].map(([feed, reasons]) => [
        feed,
        { count: reasons.reduce((sum, { count }) => sum + Number(count), 0), problem: reasons[0]?.problem ?? '' },
      ]),
    )
  }

  /** What the publisher of each feed's newest article lets machines do with it; feeds whose article nothing limits are left out. */
  async terms(feeds: readonly FeedId[]): Promise<ReadonlyMap<FeedId, Terms>> {
    if (feeds.length === 0) return new Map()
    const rows = await this.#database
      .selectFrom('entries')
      .innerJoin('articles', 'articles.id', 'entries.article')
      .distinctOn('feed')
      .select(['feed', 'articles.closed_to_models', 'articles.most_shown', 'articles.limited_by'])
      .where('feed', 'in', [...feeds])
      .orderBy('feed')
      .orderBy('seen_at', 'desc')
      .execute()
    return new Map(
      rows
        .map((row) => [feedId(row.feed), termsFrom(row)] as const)
        .filter(([, terms]) => Object.keys(terms).length > 0),
    )
  }

  async take(now: string): Promise<Measures> {
    const [editions, lag, feeds, unread, briefs, tokens, reports] = await Promise.all([
      this.#rows<{ state: EditionState; count: number }>(
        sql`select state, count(*)::int as count from editions group by state`,
      ),
      this.#rows<{ seconds: number }>(sql`
        select coalesce(extract(epoch from ${now}::timestamptz - min(slot)), 0)::float as seconds from (
          select min(slot) as slot from editions where state in ('due', 'posting')
          union all select min(next_run_at) from subscriptions where next_run_at <= ${now}) as waiting`),
      this.#rows<Measures['feeds']>(sql`
        select count(*) filter (where not ended and problem is null)::int as reading,
          count(*) filter (where not ended and problem is not null)::int as failing,
          count(*) filter (where ended)::int as ended,
          count(*) filter (where not ended and next_poll_at < ${now}::timestamptz - interval '10 minutes')::int as overdue
        from feeds`),
      this.#rows<{ count: number }>(sql`select count(*)::int as count from entries where state = 'unread'`),
      this.#rows<{ asked: string; writer: string; count: number }>(sql`
        select asked, byline->>'writer' as writer, count(*)::int as count from drafts group by 1, 2`),
      this.#rows<{ used: number; reserved: number }>(sql`
        select coalesce(sum(used), 0)::int as used, coalesce(sum(reserved), 0)::int as reserved from token_spend
        where payer = 'installation' and day = ${now.slice(0, 10)}`),
      this.#rows<{ count: number }>(sql`select count(*)::int as count from reports`),
    ])
    return {
      editions,
      lagSeconds: Math.max(0, lag[0]?.seconds ?? 0),
      feeds: feeds[0] ?? { reading: 0, failing: 0, ended: 0, overdue: 0 },
      unread: unread[0]?.count ?? 0,
      briefs,
      tokens: tokens[0] ?? { used: 0, reserved: 0 },
      reports: reports[0]?.count ?? 0,
    }
  }

  /** @throws if the database does not answer. */
  async answers(): Promise<void> {
    await sql`select 1`.execute(this.#database)
  }

  async #rows<Row>(query: ReturnType<typeof sql>): Promise<Row[]> {
    return (await query.execute(this.#database)).rows as Row[]
  }
}
