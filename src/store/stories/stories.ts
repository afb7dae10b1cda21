import { type Kysely, sql } from 'kysely'
import { type Article, type ArticleId, articleId } from '../../domain/article.ts'
import type { FeedId } from '../../domain/feed.ts'
import { type StoryAssignment, type StoryId, storyId } from '../../domain/story.ts'
import { articleOf } from '../intake/article-row.ts'
import { instant } from '../schema/instants.ts'
import type { Tables } from '../schema/tables.ts'
import { keepStory } from './joins.ts'

/** Stories, with their articles and the feeds these came from. */
export class StoryStore {
  readonly #database: Kysely<Tables>

  constructor(database: Kysely<Tables>) {
    this.#database = database
  }

  /** The stories that got articles from these feeds between two instants, in order of the first arrival. */
  async recent(start: string, feeds: readonly FeedId[], end?: string): Promise<StoryId[]> {
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

  /** When the articles of stories arrived from these feeds. */
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

  /** The articles of a story that came from these feeds and have not been taken down, newest first. */
  async articles(story: StoryId, feeds: readonly FeedId[]): Promise<Article[]> {
    if (feeds.length === 0) return []
    const rows = await this.#database
      .selectFrom('articles')
      .selectAll()
      .where('story', '=', story)
      .where('gone_at', 'is', null)
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

  /** Why each article of a story is in it. */
  async joinings(story: StoryId): Promise<ReadonlyMap<ArticleId, StoryAssignment>> {
    const rows = await this.#database
      .selectFrom('articles')
      .select(['id', 'joined'])
      .where('story', '=', story)
      .execute()
    return new Map(rows.flatMap(({ id, joined }) => (joined ? [[articleId(id), joined] as const] : [])))
  }

  /** The current form of a story: itself, or the one that it was merged into. */
  async current(story: StoryId): Promise<StoryId> {
    const { rows } = await sql<{ id: string }>`
      with recursive chain (id, next, depth) as (
        select id, merged_into, 0 from stories where id = ${story}
        union all select stories.id, stories.merged_into, depth + 1 from chain join stories on stories.id = chain.next where depth < 20)
      select id from chain order by depth desc limit 1`.execute(this.#database)
    return storyId(rows[0]?.id ?? story)
  }

  /** The stories that were merged into this one. */
  async merged(story: StoryId): Promise<StoryId[]> {
    const rows = await this.#database.selectFrom('stories').select('id').where('merged_into', '=', story).execute()
    return rows.map(({ id }) => storyId(id))
  }

  /** Keeps a story whose articles are not stored: one that a person handed in. */
  async keep(story: StoryId, now: string): Promise<void> {
    await keepStory(this.#database, story, now)
  }
}

function newestFirst(one: Article, other: Article): number {
  return (other.published ?? '').localeCompare(one.published ?? '') || one.id.localeCompare(other.id)
}
