import type { Kysely } from 'kysely'
import type { Article } from '../domain/article.ts'
import type { Byline, Draft } from '../domain/brief.ts'
import type { StoryId } from '../domain/story.ts'
import { identify } from './identity.ts'
import type { Tables } from './tables.ts'

export interface SignedDraft {
  readonly draft: Draft
  readonly byline: Byline
}

/**
 * Drafts by story and by the very articles that they were written from, so that none is written twice and workspaces
 * with the same feeds share them. Only drafts are kept: a brief is made anew, by verification, whenever one is needed.
 */
export class DraftStore {
  readonly #database: Kysely<Tables>

  constructor(database: Kysely<Tables>) {
    this.#database = database
  }

  async find(story: StoryId, articles: readonly Article[]): Promise<SignedDraft | undefined> {
    return await this.#database
      .selectFrom('drafts')
      .select(['draft', 'byline'])
      .where('story', '=', story)
      .where('articles_key', '=', articlesKey(articles))
      .executeTakeFirst()
  }

  async save(
    story: StoryId,
    articles: readonly Article[],
    { draft, byline, now }: SignedDraft & { now: string },
  ): Promise<void> {
    const values = { draft: JSON.stringify(draft), byline: JSON.stringify(byline), created_at: now }
    await this.#database
      .insertInto('drafts')
      .values({ story, articles_key: articlesKey(articles), ...values })
      .onConflict((conflict) => conflict.columns(['story', 'articles_key']).doUpdateSet(values))
      .execute()
  }
}

/** Changes with every article that comes, goes, or is changed. */
function articlesKey(articles: readonly Article[]): string {
  return identify('articles', ...articles.map(({ id, text }) => identify('article', id, text)).toSorted())
}
