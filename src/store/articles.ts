import type { Kysely, Selectable } from 'kysely'
import { type Article, type ArticleId, articleId } from '../domain/article.ts'
import { type Entry, type FeedId, feedId } from '../domain/feed.ts'
import { type StoryId, storyId } from '../domain/story.ts'
import { identify } from './identity.ts'
import { instant } from './instants.ts'
import type { Tables } from './tables.ts'

/** An entry whose page is to be read. */
export interface UnreadEntry extends Entry {
  readonly feed: FeedId
  readonly outlet: string
  readonly attempts: number
}

export interface FiledArticle {
  readonly article: Article
  /** Null until it has been joined to a story. */
  readonly story: StoryId | null
}

/** Entries on their way to articles, and articles on their way to stories. */
export class ArticleStore {
  readonly #database: Kysely<Tables>

  constructor(database: Kysely<Tables>) {
    this.#database = database
  }

  async unread(limit: number): Promise<UnreadEntry[]> {
    const rows = await this.#database
      .selectFrom('entries')
      .innerJoin('feeds', 'feeds.id', 'entries.feed')
      .select(['entries.feed', 'guid', 'entries.url', 'title', 'published', 'attempts', 'outlet'])
      .where('state', '=', 'unread')
      .orderBy('seen_at')
      .limit(limit)
      .execute()
    return rows.map((row) => ({ ...row, feed: feedId(row.feed), published: instant(row.published) }))
  }

  /** Files an article under the entry that announced it; one that is there already, from another feed, stays as it is. */
  async save(entry: UnreadEntry, article: Article, now: string): Promise<void> {
    await this.#database.transaction().execute(async (transaction) => {
      await transaction
        .insertInto('articles')
        .values({ ...article, feed: entry.feed, read_at: now, story: null })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute()
      await transaction
        .updateTable('entries')
        .set({ state: 'read', problem: null })
        .where('feed', '=', entry.feed)
        .where('guid', '=', entry.guid)
        .execute()
    })
  }

  /** Notes that a page could not be read; for good, or to be tried again. */
  async recordProblem(entry: UnreadEntry, problem: { reason: string; final: boolean }): Promise<void> {
    await this.#database
      .updateTable('entries')
      .set({
        problem: problem.reason,
        attempts: entry.attempts + 1,
        ...(problem.final ? { state: 'unreadable' as const } : {}),
      })
      .where('feed', '=', entry.feed)
      .where('guid', '=', entry.guid)
      .execute()
  }

  /** Articles read since an instant, the oldest first. */
  async since(start: string): Promise<FiledArticle[]> {
    const rows = await this.#database
      .selectFrom('articles')
      .selectAll()
      .where('read_at', '>=', new Date(start))
      .orderBy('read_at')
      .orderBy('id')
      .execute()
    return rows.map((row) => ({ article: articleOf(row), story: row.story === null ? null : storyId(row.story) }))
  }

  /** The stories of which these feeds brought articles between two instants, the earliest begun first. */
  async storiesSince(start: string, feeds: readonly FeedId[], end?: string): Promise<StoryId[]> {
    if (feeds.length === 0) return []
    const rows = await this.#database
      .selectFrom('articles')
      .select(['story'])
      .where('read_at', '>=', new Date(start))
      .where('feed', 'in', [...feeds])
      .where('story', 'is not', null)
      .$if(end !== undefined, (query) => query.where('read_at', '<=', new Date(end ?? start)))
      .groupBy('story')
      .orderBy(({ fn }) => fn.min('read_at'))
      .orderBy('story')
      .execute()
    return rows.flatMap(({ story }) => (story === null ? [] : [storyId(story)]))
  }

  /** Joins articles to stories, begun here where they are new. */
  async joinStories(
    joins: readonly { readonly article: ArticleId; readonly story: StoryId }[],
    now: string,
  ): Promise<void> {
    await this.#database.transaction().execute(async (transaction) => {
      for (const { article, story } of joins) {
        await transaction
          .insertInto('stories')
          .values({ id: story, updated_at: now })
          .onConflict((conflict) => conflict.column('id').doUpdateSet({ updated_at: now }))
          .execute()
        await transaction.updateTable('articles').set({ story }).where('id', '=', article).execute()
      }
    })
  }

  /** When the articles of stories came in from these feeds. */
  async arrivals(
    stories: readonly StoryId[],
    feeds: readonly FeedId[],
  ): Promise<{ readonly story: StoryId; readonly article: ArticleId; readonly at: string }[]> {
    if (stories.length === 0 || feeds.length === 0) return []
    const rows = await this.#database
      .selectFrom('articles')
      .select(['id', 'story', 'read_at'])
      .where('story', 'in', [...stories])
      .where('feed', 'in', [...feeds])
      .execute()
    return rows.map(({ id, story, read_at: at }) => ({
      article: articleId(id),
      story: storyId(story ?? ''),
      at: instant(at),
    }))
  }

  /** Keeps a story of which no article is kept: one that somebody handed in. */
  async keepStory(story: StoryId, now: string): Promise<void> {
    await this.#database
      .insertInto('stories')
      .values({ id: story, updated_at: now })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ updated_at: now }))
      .execute()
  }

  /** The articles of a story that come from these feeds, newest first. */
  async ofStory(story: StoryId, feeds: readonly FeedId[]): Promise<Article[]> {
    if (feeds.length === 0) return []
    const rows = await this.#database
      .selectFrom('articles')
      .selectAll()
      .where('story', '=', story)
      .where('feed', 'in', [...feeds])
      .execute()
    return rows.map(articleOf).toSorted(newestFirst)
  }

  async find(id: ArticleId): Promise<Article | undefined> {
    const row = await this.#database.selectFrom('articles').selectAll().where('id', '=', id).executeTakeFirst()
    return row && articleOf(row)
  }
}

/** A story is named after the article that began it. */
export function newStoryId(article: ArticleId): StoryId {
  return storyId(identify('story', article))
}

function newestFirst(one: Article, other: Article): number {
  return (other.published ?? '').localeCompare(one.published ?? '') || one.id.localeCompare(other.id)
}

function articleOf(row: Selectable<Tables['articles']>): Article {
  return {
    id: articleId(row.id),
    outlet: row.outlet,
    headline: row.headline,
    url: row.url,
    byline: row.byline,
    published: instant(row.published),
    language: row.language,
    text: row.text,
  }
}
