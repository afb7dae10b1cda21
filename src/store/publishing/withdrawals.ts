import { type Kysely, type RawBuilder, sql } from 'kysely'
import { type ArticleId, articleId } from '../../domain/article.ts'
import { type StoryId, storyId } from '../../domain/story.ts'
import type { WorkspaceId } from '../../domain/subscription.ts'
import { json } from '../schema/json.ts'
import type { Tables } from '../schema/tables.ts'
import { type StoredEdition, storedOf } from './filed-edition.ts'
import { withdrawStatements } from './statements.ts'

/** Stories that workspaces have withdrawn, and the editions that contain them. */
export class WithdrawalStore {
  readonly #database: Kysely<Tables>

  constructor(database: Kysely<Tables>) {
    this.#database = database
  }

  /** Withdraws a story from a workspace. Returns false if it was withdrawn before. */
  async withdraw(story: StoryId, workspace: WorkspaceId, now: string): Promise<boolean> {
    return await this.#database.transaction().execute(async (transaction) => {
      // An edition being prepared locks its subscription. Once that lock is free, the edition is either stored or will
      // see this withdrawal.
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
      const by = 'the people who manage this digest'
      await withdrawStatements(transaction, { stories: [story], workspace }, { at: now, by })
      await silence(transaction, [story], workspace)
      return (numInsertedOrUpdatedRows ?? 0n) > 0n
    })
  }

  /** The stories withdrawn from a workspace, under every id they have or had. */
  async from(workspace: WorkspaceId): Promise<Set<StoryId>> {
    return await withdrawnFrom(this.#database, workspace)
  }

  /** Every id that a story has or had: this one, those it was merged into, and those merged into them. */
  async namesOf(story: StoryId): Promise<Set<StoryId>> {
    const names = await allNames(this.#database, sql`select ${story}::text as id`)
    return names.add(story)
  }

  /** The articles from a list that are in one of these stories. */
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

  /** A workspace's editions that contain one of these stories, posted or about to be; newest first. */
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
}

/** Returns true if a workspace has withdrawn one of these stories; works within a transaction. */
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

/** The ids of some stories, of those they were merged into, and of all that were merged into these. */
export async function allNames(database: Kysely<Tables>, stories: RawBuilder<unknown>): Promise<Set<StoryId>> {
  const { rows } = await sql<{ id: string }>`
    with recursive later (id) as (
      ${stories} union select merged_into from stories join later on stories.id = later.id where merged_into is not null),
    every (id) as (
      select id from later union select stories.id from stories join every on stories.merged_into = every.id)
    select id from every`.execute(database)
  return new Set(rows.map(({ id }) => storyId(id)))
}

/** Takes the words out of the corrections of stories that nothing may be said of again. */
export async function silence(
  database: Kysely<Tables>,
  stories: readonly StoryId[],
  workspace: WorkspaceId,
): Promise<void> {
  await database
    .updateTable('corrections')
    .set({ headline: '', lines: json([]) })
    .where('workspace', '=', workspace)
    .where('story', 'in', [...stories])
    .execute()
}
