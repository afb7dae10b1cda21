import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Document } from '../../chat/document.ts'
import { type ArticleId, articleId } from '../../domain/article.ts'
import type { EditionId } from '../../domain/digest.ts'
import type { RenderedMessage } from '../../domain/message.ts'
import { type StoryId, storyId } from '../../domain/story.ts'
import type { WorkspaceId } from '../../domain/subscription.ts'
import { json } from '../schema/json.ts'
import type { Tables } from '../schema/tables.ts'
import { editionOf, type StoredEdition, storedOf } from './filed-edition.ts'
import { type PostPart, PostStore } from './posts.ts'

/** Stories that workspaces have taken back, and the editions that told them. */
export class WithdrawalStore {
  readonly #database: Kysely<Tables>

  constructor(database: Kysely<Tables>) {
    this.#database = database
  }

  /** A story is told to a workspace no more. False where it was taken back before. */
  async withdraw(story: StoryId, workspace: WorkspaceId, now: string): Promise<boolean> {
    return await this.#database.transaction().execute(async (transaction) => {
      // An edition that is prepared just now holds its subscription: it is there, or knows of this, once that is let go.
      await transaction
        .selectFrom('subscriptions')
        .select('id')
        .where('workspace', '=', workspace)
        .orderBy('id')
        .forUpdate()
        .execute()
      const { numInsertedOrUpdatedRows } = await transaction
        .insertInto('withdrawn_stories')
        .values({ workspace, story, at: now })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst()
      return (numInsertedOrUpdatedRows ?? 0n) > 0n
    })
  }

  /** The stories that a workspace is told no more, under every name that they have or had. */
  async from(workspace: WorkspaceId): Promise<Set<StoryId>> {
    return await withdrawnFrom(this.#database, workspace)
  }

  /** Every name that a story has or had: its own, those it was merged into, and those merged into them. */
  async namesOf(story: StoryId): Promise<Set<StoryId>> {
    const names = await allNames(this.#database, sql`select ${story}::text as id`)
    return names.add(story)
  }

  /** Those of some articles that are in one of these stories. */
  async articlesIn(stories: ReadonlySet<StoryId>, articles: readonly ArticleId[]): Promise<Set<ArticleId>> {
    if (stories.size === 0 || articles.length === 0) return new Set()
    const rows = await this.#database
      .selectFrom('articles')
      .select('id')
      .where('id', 'in', [...articles])
      .where('story', 'in', [...stories])
      .execute()
    return new Set(rows.map(({ id }) => articleId(id)))
  }

  /** The editions of a workspace that tell one of these stories, whether they went out or are about to; the newest first. */
  async telling(stories: readonly StoryId[], workspace: WorkspaceId): Promise<StoredEdition[]> {
    const tellers = this.#database
      .selectFrom('edition_stories')
      .select('edition')
      .where('story', 'in', [...stories])
    const rows = await this.#database
      .selectFrom('editions')
      .innerJoin('subscriptions', 'subscriptions.id', 'editions.subscription')
      .selectAll('editions')
      .where('subscriptions.workspace', '=', workspace)
      .where('editions.id', 'in', tellers)
      .orderBy('slot', 'desc')
      .execute()
    return storedOf(rows)
  }

  /**
   * Changes what an edition says, as it says it now, and draws anew those of its messages that differ then; others who change it
   * wait. Undefined where it says nothing.
   */
  async amend(
    id: EditionId,
    change: (document: Document) => Document,
    redraw: (edition: StoredEdition, parts: readonly PostPart[]) => ReadonlyMap<number, RenderedMessage>,
  ): Promise<StoredEdition | undefined> {
    return await this.#database.transaction().execute(async (transaction) => {
      const row = await transaction
        .selectFrom('editions')
        .selectAll()
        .where('id', '=', id)
        .forUpdate()
        .executeTakeFirst()
      if (!row?.document) return undefined
      const edition = { ...editionOf(row), document: change(row.document) }
      await transaction
        .updateTable('editions')
        .set({ document: json(edition.document) })
        .where('id', '=', id)
        .execute()
      const posts = new PostStore(transaction)
      for (const [part, drawn] of redraw(edition, await posts.list(id))) await posts.redraw(id, part, drawn)
      return edition
    })
  }
}

/** Whether a workspace has taken back one of these stories; within a transaction. */
export async function anyWithdrawn(
  database: Kysely<Tables>,
  { stories, workspace }: { readonly stories: readonly StoryId[]; readonly workspace: WorkspaceId },
): Promise<boolean> {
  if (stories.length === 0) return false
  const withdrawn = await withdrawnFrom(database, workspace)
  return stories.some((story) => withdrawn.has(story))
}

async function withdrawnFrom(database: Kysely<Tables>, workspace: WorkspaceId): Promise<Set<StoryId>> {
  return await allNames(database, sql`select story as id from withdrawn_stories where workspace = ${workspace}`)
}

/** Some stories with those that they were merged into, and all that were merged into these. */
async function allNames(database: Kysely<Tables>, stories: RawBuilder<unknown>): Promise<Set<StoryId>> {
  const { rows } = await sql<{ id: string }>`
    with recursive later (id) as (
      ${stories} union select merged_into from stories join later on stories.id = later.id where merged_into is not null),
    every (id) as (
      select id from later union select stories.id from stories join every on stories.merged_into = every.id)
    select id from every`.execute(database)
  return new Set(rows.map(({ id }) => storyId(id)))
}
