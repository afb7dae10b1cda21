import { type Kysely, sql } from 'kysely'
import type { Article } from '../../domain/article.ts'
import type { Byline, Draft } from '../../domain/brief.ts'
import type { FeedId } from '../../domain/feed.ts'
import { type StoryId, storyId } from '../../domain/story.ts'
import { identify } from '../schema/identity.ts'
import { json } from '../schema/json.ts'
import type { Tables } from '../schema/tables.ts'

export interface SignedDraft {
  readonly draft: Draft
  readonly byline: Byline
}

/**
 * Drafts by story and by the exact articles they were written from, so that none is written twice and workspaces with
 * the same feeds share them. Only drafts are kept: a brief is made by verifying one whenever it is needed.
 */
export class DraftStore {
  readonly #database: Kysely<Tables>
  readonly #process: string

  /** `process` is the id under which drafts are taken to be written. */
  constructor(database: Kysely<Tables>, process: string) {
    this.#database = database
    this.#process = process
  }

  /** `asked` is the writer to be asked first now: what the rules wrote alone does not replace a model's draft. */
  async find(story: StoryId, articles: readonly Article[], asked: Byline['writer']): Promise<SignedDraft | undefined> {
    return await this.#database
      .selectFrom('drafts')
      .select(['draft', 'byline'])
      .where('story', '=', story)
      .where('articles_key', '=', articlesKey(articles))
      .where('asked', '=', asked)
      .executeTakeFirst()
  }

  /** The stories of these feeds with a name in the claims of their drafts, newest first. */
  async storiesNaming(name: string, feeds: readonly FeedId[], limit: number): Promise<StoryId[]> {
    if (feeds.length === 0) return []
    const pattern = `%${name.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
    const rows = await this.#database
      .selectFrom('drafts')
      .innerJoin('articles', 'articles.story', 'drafts.story')
      .select(({ fn }) => ['drafts.story', fn.max('created_at').as('newest')])
      .innerJoin('article_feeds', 'article_feeds.article', 'articles.id')
      .where('feed', 'in', [...feeds])
      .where(sql<boolean>`draft->>'claims' ilike ${pattern}`)
      .groupBy('drafts.story')
      .orderBy('newest', 'desc')
      .limit(limit)
      .execute()
    return rows.map(({ story }) => storyId(story))
  }

  /** Takes a draft to be written, for a time; returns false while another has it. */
  async lease(
    story: StoryId,
    articles: readonly Article[],
    { asked, now, until }: { asked: Byline['writer']; now: string; until: string },
  ): Promise<boolean> {
    const { numInsertedOrUpdatedRows } = await this.#database
      .insertInto('draft_leases')
      .values({ story, articles_key: articlesKey(articles), asked, until, held_by: this.#process })
      .onConflict((conflict) =>
        conflict
          .columns(['story', 'articles_key', 'asked'])
          .doUpdateSet({ until, held_by: this.#process })
          .where('draft_leases.until', '<', new Date(now)),
      )
      .executeTakeFirst()
    return (numInsertedOrUpdatedRows ?? 0n) > 0n
  }

  /** Extends a lease, unless it has been taken over; returns when it ends. */
  async renew(
    story: StoryId,
    articles: readonly Article[],
    { asked, until, next }: { asked: Byline['writer']; until: string; next: string },
  ): Promise<string> {
    const { numUpdatedRows } = await this.#database
      .updateTable('draft_leases')
      .set({ until: next })
      .where('story', '=', story)
      .where('articles_key', '=', articlesKey(articles))
      .where('asked', '=', asked)
      .where('until', '=', new Date(until))
      .executeTakeFirst()
    return numUpdatedRows > 0n ? next : until
  }

  /** Releases a lease, unless it has been taken over since. */
  async release(
    story: StoryId,
    articles: readonly Article[],
    { asked, until }: { asked: Byline['writer']; until: string },
  ): Promise<void> {
    await this.#database
      .deleteFrom('draft_leases')
      .where('story', '=', story)
      .where('articles_key', '=', articlesKey(articles))
      .where('asked', '=', asked)
      .where('until', '=', new Date(until))
      .execute()
  }

  async save(
    story: StoryId,
    articles: readonly Article[],
    { draft, byline, asked, now }: SignedDraft & { asked: Byline['writer']; now: string },
  ): Promise<void> {
    const values = { draft: json(draft), byline: json(byline), created_at: now }
    await this.#database
      .insertInto('drafts')
      .values({ story, articles_key: articlesKey(articles), asked, ...values })
      .onConflict((conflict) => conflict.columns(['story', 'articles_key', 'asked']).doUpdateSet(values))
      .execute()
  }
}

/** A key that changes with every article that is added, removed or changed. */
function articlesKey(articles: readonly Article[]): string {
  return identify('articles', ...articles.map(keyOf).toSorted())
}

/** What a draft depends on of an article: its text, and whether its publisher limits what is made of it. */
function keyOf({ id, text, closedToModels, shown }: Article): string {
  const limits = [...(closedToModels === undefined ? [] : ['closed']), ...(shown ? [`${shown.most}`] : [])]
  return identify('article', id, text, ...limits)
}
