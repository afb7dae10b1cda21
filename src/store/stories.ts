import { type Kysely, sql } from 'kysely'
import { type Article, type ArticleId, type ArticleKind, articleId } from '../domain/article.ts'
import type { FeedId } from '../domain/feed.ts'
import { type Joining, type StoryId, storyId } from '../domain/story.ts'
import { articleOf } from './articles.ts'
import { identify } from './identity.ts'
import { instant } from './instants.ts'
import type { Tables } from './tables.ts'

/** What of an article tells which story it is of. */
export interface ToldArticle {
  readonly id: ArticleId
  readonly telling: {
    readonly title: string
    readonly lead: string
    readonly date: string | null
    readonly kind: ArticleKind
  }
  /** Null until it has been joined to a story. */
  readonly story: StoryId | null
  /** Grows with every change of its text. */
  readonly version: number
}

/** An article's way into a story. */
export interface Join {
  readonly article: ArticleId
  readonly story: StoryId
  readonly joining: Joining
}

/** How much of a text tells which event it is of, in characters. */
const leadLength = 1_500
/** Held while articles are joined to stories, so that two processes do not begin two stories of one event. */
const joiningLock = 7_201_545

/** Stories: which articles are in them, and from which feeds they came. */
export class StoryStore {
  readonly #database: Kysely<Tables>

  constructor(database: Kysely<Tables>) {
    this.#database = database
  }

  /** Articles that have been joined to stories since an instant, in the order in which they were. */
  async joinedSince(start: string): Promise<ToldArticle[]> {
    return await this.#told((query) =>
      query.where('joined_at', '>=', new Date(start)).orderBy('joined_at').orderBy('id'),
    )
  }

  /** Articles that are in no story yet, or have changed since they were joined to one; the oldest first. */
  async unjoined(start: string, limit: number): Promise<ToldArticle[]> {
    return await this.#told((query) =>
      query
        .where('joined_at', 'is', null)
        .where('read_at', '>=', new Date(start))
        .orderBy('read_at')
        .orderBy('id')
        .limit(limit),
    )
  }

  async #told(narrow: (query: Telling) => Telling): Promise<ToldArticle[]> {
    const rows = await narrow(selectTelling(this.#database)).execute()
    return rows.map(({ id, story, version, headline: title, lead, published, kind }) => ({
      id: articleId(id),
      telling: { title, lead, date: instant(published), kind },
      story: story === null ? null : storyId(story),
      version,
    }))
  }

  /** Does something while no other process joins articles to stories; false when one does so just now. */
  async alone(work: (stories: StoryStore) => Promise<void>): Promise<boolean> {
    return await this.#database.transaction().execute(async (transaction) => {
      const { rows } = await sql<{ held: boolean }>`select pg_try_advisory_xact_lock(${joiningLock}) as held`.execute(
        transaction,
      )
      if (!rows[0]?.held) return false
      await work(new StoryStore(transaction))
      return true
    })
  }

  /** Joins articles to stories, begun here where they are new. What leaves a story counts as told wherever that one was. */
  async join(joins: readonly Join[], now: string): Promise<void> {
    for (const { article, story, joining } of joins) {
      await this.keep(story, now)
      if (joining.how === 'left')
        await sql`insert into edition_stories (edition, story) select edition, ${story} from edition_stories
          where story = (select story from articles where id = ${article}) on conflict do nothing`.execute(
          this.#database,
        )
      await this.#database
        .updateTable('articles')
        .set({ story, joined: JSON.stringify(joining), joined_at: now })
        .where('id', '=', article)
        .execute()
    }
  }

  /** Makes two stories one: its articles, and the editions that told it, go to the other. */
  async merge({ from, into }: { readonly from: StoryId; readonly into: StoryId }, now: string): Promise<void> {
    await this.keep(into, now)
    await sql`insert into edition_stories (edition, story) select edition, ${into} from edition_stories where story = ${from}
      on conflict do nothing`.execute(this.#database)
    await sql`update articles set story = ${into}, joined_at = ${now},
      joined = coalesce(joined, '{}'::jsonb) || '{"how": "merged"}'::jsonb where story = ${from}`.execute(
      this.#database,
    )
    await sql`update stories set merged_into = ${into} where id = ${from} or merged_into = ${from}`.execute(
      this.#database,
    )
  }

  /** The stories of which these feeds brought articles between two instants, the earliest begun first. */
  async told(start: string, feeds: readonly FeedId[], end?: string): Promise<StoryId[]> {
    if (feeds.length === 0) return []
    const rows = await this.#database
      .selectFrom('article_feeds')
      .innerJoin('articles', 'articles.id', 'article_feeds.article')
      .select(['story'])
      .where('at', '>=', new Date(start))
      .where('feed', 'in', [...feeds])
      .where('story', 'is not', null)
      .$if(end !== undefined, (query) => query.where('at', '<=', new Date(end ?? start)))
      .groupBy('story')
      .orderBy(({ fn }) => fn.min('at'))
      .orderBy('story')
      .execute()
    return rows.flatMap(({ story }) => (story === null ? [] : [storyId(story)]))
  }

  /** When the articles of stories came in from these feeds. */
  async arrivals(
    stories: readonly StoryId[],
    feeds: readonly FeedId[],
  ): Promise<{ readonly story: StoryId; readonly article: ArticleId; readonly at: string }[]> {
    if (stories.length === 0 || feeds.length === 0) return []
    const rows = await this.#database
      .selectFrom('article_feeds')
      .innerJoin('articles', 'articles.id', 'article_feeds.article')
      .select(({ fn }) => ['article', 'story', fn.min('at').as('at')])
      .where('story', 'in', [...stories])
      .where('feed', 'in', [...feeds])
      .groupBy(['article', 'story'])
      .execute()
    return rows.map(({ article, story, at }) => ({
      article: articleId(article),
      story: storyId(story ?? ''),
      at: instant(at),
    }))
  }

  /** The articles of a story that come from these feeds, newest first. */
  async articles(story: StoryId, feeds: readonly FeedId[]): Promise<Article[]> {
    if (feeds.length === 0) return []
    const rows = await this.#database
      .selectFrom('articles')
      .selectAll()
      .where('story', '=', story)
      .where(({ exists, selectFrom }) =>
        exists(
          selectFrom('article_feeds')
            .select('article')
            .whereRef('article_feeds.article', '=', 'articles.id')
            .where('feed', 'in', [...feeds]),
        ),
      )
      .execute()
    return rows.map(articleOf).toSorted(newestFirst)
  }

  /** Why the articles of a story are in it. */
  async joinings(story: StoryId): Promise<ReadonlyMap<ArticleId, Joining>> {
    const rows = await this.#database
      .selectFrom('articles')
      .select(['id', 'joined'])
      .where('story', '=', story)
      .execute()
    return new Map(rows.flatMap(({ id, joined }) => (joined ? [[articleId(id), joined] as const] : [])))
  }

  /** Where a story goes on: itself, or the one that it was merged into. */
  async current(story: StoryId): Promise<StoryId> {
    const { rows } = await sql<{ id: string }>`
      with recursive chain (id, next, depth) as (
        select id, merged_into, 0 from stories where id = ${story}
        union all select stories.id, stories.merged_into, depth + 1 from chain join stories on stories.id = chain.next where depth < 20)
      select id from chain order by depth desc limit 1`.execute(this.#database)
    return storyId(rows[0]?.id ?? story)
  }

  /** The stories that were merged into one. */
  async merged(story: StoryId): Promise<StoryId[]> {
    const rows = await this.#database.selectFrom('stories').select('id').where('merged_into', '=', story).execute()
    return rows.map(({ id }) => storyId(id))
  }

  /** Keeps a story of which no article is kept: one that somebody handed in. */
  async keep(story: StoryId, now: string): Promise<void> {
    await this.#database
      .insertInto('stories')
      .values({ id: story, updated_at: now })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ updated_at: now }))
      .execute()
  }
}

/** A story is named after the article that began it; after that article and its version, where it left another. */
export function newStoryId(article: ArticleId, version = 1): StoryId {
  return storyId(version === 1 ? identify('story', article) : identify('story', article, String(version)))
}

/** The first paragraphs say which event it is; no more is taken into memory. */
function selectTelling(database: Kysely<Tables>) {
  return database
    .selectFrom('articles')
    .select([
      'id',
      'story',
      'version',
      'headline',
      'published',
      'kind',
      sql<string>`left(text, ${sql.lit(leadLength)})`.as('lead'),
    ])
}

type Telling = ReturnType<typeof selectTelling>

function newestFirst(one: Article, other: Article): number {
  return (other.published ?? '').localeCompare(one.published ?? '') || one.id.localeCompare(other.id)
}
