import type { Kysely } from 'kysely'
import type { EditionId } from '../../domain/digest.ts'
import { shiftInstant } from '../../domain/instant.ts'
import type { WorkspaceId } from '../../domain/subscription.ts'
import { json } from '../schema/json.ts'
import type { Tables } from '../schema/tables.ts'
import type { ComposedForStore } from './filed-edition.ts'
import { fileStatements } from './statements.ts'

/** How long after a story was posted its articles are read again for the first time, in milliseconds. */
const rereadMs = 60 * 60_000

/**
 * Files the stories of an edition as posted, with the articles that they were written from, whose pages are to be read
 * again from then on. Works within a transaction.
 */
export async function fileStories(
  transaction: Kysely<Tables>,
  edition: EditionId,
  {
    stories,
    statements,
    workspace,
    now,
  }: Pick<ComposedForStore, 'stories' | 'statements'> & { readonly workspace: WorkspaceId; readonly now: string },
): Promise<void> {
  if (stories.length === 0) return
  const rows = stories.map((story) => ({ edition, story: story.id, composed: json(story) }))
  await transaction.insertInto('edition_stories').values(rows).execute()
  const filed = statements.map((statement) => ({ ...statement, edition, postedAt: now }))
  await fileStatements(transaction, filed, workspace)
  const articles = stories.flatMap((story) =>
    story.articles.map(({ id, print }) => ({ edition, story: story.id, article: id, print })),
  )
  if (articles.length === 0) return
  await transaction.insertInto('edition_articles').values(articles).execute()
  const ids = [...new Set(articles.map(({ article }) => article))]
  // Editions that go out at the same time share articles: they lock them in one order, and only the first of an hour.
  const due = await transaction
    .selectFrom('articles')
    .select('id')
    .where('id', 'in', ids)
    .where(({ eb, or }) => or([eb('posted_at', 'is', null), eb('posted_at', '<', new Date(hourBefore(now)))]))
    .orderBy('id')
    .forUpdate()
    .execute()
  if (due.length === 0) return
  await transaction
    .updateTable('articles')
    .set({ posted_at: now, reread_at: shiftInstant(now, rereadMs) })
    .where(
      'id',
      'in',
      due.map(({ id }) => id),
    )
    .execute()
}

/** Files the stories of an edition as not posted, unless some of it went out. Works within a transaction. */
export async function unfileStories(transaction: Kysely<Tables>, edition: EditionId): Promise<void> {
  const begun = await transaction
    .selectFrom('posts')
    .select('part')
    .where('edition', '=', edition)
    .where('state', '!=', 'planned')
    .limit(1)
    .executeTakeFirst()
  if (begun) return
  for (const table of ['edition_stories', 'edition_articles', 'statements'] as const)
    await transaction.deleteFrom(table).where('edition', '=', edition).execute()
}

function hourBefore(now: string): string {
  return shiftInstant(now, -rereadMs)
}
