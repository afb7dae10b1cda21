import type { Kysely } from 'kysely'
import type { EditionId } from '../../domain/digest.ts'
import type { ComposedStory } from '../../domain/edition/proof.ts'
import type { NewStatement, Statement } from '../../domain/edition/statement.ts'
import type { StoryId } from '../../domain/story.ts'
import type { WorkspaceId } from '../../domain/subscription.ts'
import { json } from '../schema/json.ts'
import type { Tables } from '../schema/tables.ts'
import { correctStatements, fileStatements, withdrawStatements } from './statements.ts'

/** A posted story as it is known: what it was written from, and which of its articles were gone then. */
export interface PostedStory {
  readonly composed: ComposedStory
  readonly gone: ReadonlySet<string>
}

/** A posted story before and after a check or a correction; `id` is that under which its edition has it. */
export interface PostedChange {
  readonly id: StoryId
  readonly before: PostedStory
  readonly after: PostedStory
  /** What becomes of its statements; absent if none has changed. */
  readonly recalled?: Recalled
}

/** What a correction makes of the statements that were kept when a story was posted. */
export interface Recalled {
  readonly workspace: WorkspaceId
  readonly corrected: readonly { readonly claim: string; readonly corrected: NonNullable<Statement['corrected']> }[]
  readonly withdrawn: { readonly claims: readonly string[]; readonly by: string } | null
  /** The statements that it brought. */
  readonly now: readonly NewStatement[]
  /** ISO 8601. */
  readonly at: string
}

/** A posted story; undefined if the edition has none under that id, or was posted by a version that kept none. */
export async function postedStory(
  database: Kysely<Tables>,
  edition: EditionId,
  story: StoryId,
): Promise<PostedStory | undefined> {
  const row = await database
    .selectFrom('edition_stories')
    .select('composed')
    .where('edition', '=', edition)
    .where('story', '=', story)
    .executeTakeFirst()
  if (!row?.composed) return undefined
  const gone = await database
    .selectFrom('edition_articles')
    .select('article')
    .where('edition', '=', edition)
    .where('story', '=', story)
    .where('was_gone', '=', true)
    .execute()
  return { composed: row.composed, gone: new Set(gone.map(({ article }) => article)) }
}

/** Puts a story in the place of what it was; false if that is no longer there. */
export async function putStory(
  transaction: Kysely<Tables>,
  edition: EditionId,
  { id, before, after, recalled }: PostedChange,
): Promise<boolean> {
  const current = await postedStory(transaction, edition, id)
  if (!current || !isSameVersion(current, before)) return false
  await transaction
    .updateTable('edition_stories')
    .set({ composed: json(after.composed) })
    .where('edition', '=', edition)
    .where('story', '=', id)
    .execute()
  if (recalled) await recall(transaction, { edition, story: id }, recalled)
  for (const { id: article, print } of after.composed.articles)
    await transaction
      .updateTable('edition_articles')
      .set({ print, was_gone: after.gone.has(article) })
      .where('edition', '=', edition)
      .where('story', '=', id)
      .where('article', '=', article)
      .execute()
  return true
}

async function recall(
  transaction: Kysely<Tables>,
  { edition, story }: { readonly edition: EditionId; readonly story: StoryId },
  { workspace, corrected, withdrawn, now, at }: Recalled,
): Promise<void> {
  if (withdrawn)
    await withdrawStatements(
      transaction,
      { stories: [story], workspace, edition, claims: withdrawn.claims },
      { at, by: withdrawn.by },
    )
  await correctStatements(transaction, { edition, story }, corrected)
  const filed = now.map((statement) => ({ ...statement, story, edition, postedAt: at }))
  await fileStatements(transaction, filed, workspace)
}

function isSameVersion(one: PostedStory, other: PostedStory): boolean {
  const key = ({ composed, gone }: PostedStory) =>
    JSON.stringify([composed.articles.map(({ id, print }) => [id, print, gone.has(id)]), composed.corrections ?? 0])
  return key(one) === key(other)
}
