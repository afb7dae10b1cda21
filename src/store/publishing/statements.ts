import { type Kysely, type RawBuilder, type Selectable, sql } from 'kysely'
import { editionId } from '../../domain/digest.ts'
import type { IndexedStatement, Statement } from '../../domain/edition/statement.ts'
import { type StoryId, storyId } from '../../domain/story.ts'
import type { WorkspaceId } from '../../domain/subscription.ts'
import { instant } from '../schema/instants.ts'
import { json } from '../schema/json.ts'
import type { Tables } from '../schema/tables.ts'

/** What people look for among statements. */
export interface StatementQuery {
  readonly workspace: WorkspaceId
  /** Words of a speaker's name or role, as `IndexedStatement.who` has them; all must be there. */
  readonly who: readonly string[]
  /** What it is about: one of these lists of stems must be there whole; empty for anything. */
  readonly about: readonly (readonly string[])[]
  /** An outlet's name, in any case; null for any. */
  readonly outlet: string | null
  /** ISO 8601; null for no limit. The end is not included. */
  readonly from: string | null
  readonly to: string | null
}

/** Claims that were posted. */
export class StatementStore {
  readonly #database: Kysely<Tables>

  constructor(database: Kysely<Tables>) {
    this.#database = database
  }

  /** The statements that match, newest first. */
  async find({ workspace, who, about, outlet, from, to }: StatementQuery, limit: number): Promise<Statement[]> {
    const rows = await this.#database
      .selectFrom('statements')
      .selectAll()
      .where(sql<boolean>`who @@ ${all([workspaceMark(workspace), ...who])}::tsquery`)
      .$if(about.length > 0, (query) => query.where(sql<boolean>`about @@ ${about.map(all).join(' | ')}::tsquery`))
      .$if(outlet !== null, (query) => query.where(sql<boolean>`lower(outlet) = ${outlet?.toLowerCase() ?? ''}`))
      .$if(from !== null, (query) => query.where('posted_at', '>=', new Date(from ?? 0)))
      .$if(to !== null, (query) => query.where('posted_at', '<', new Date(to ?? 0)))
      .orderBy('posted_at', 'desc')
      .orderBy('id')
      .limit(limit)
      .execute()
    return rows.map(statementOf)
  }

  /** The claims of these editions' stories that answer, or are answered by, others: by edition, story and id. */
  async inStories(stories: readonly StoryId[], workspace: WorkspaceId): Promise<Statement[]> {
    if (stories.length === 0) return []
    const rows = await this.#database
      .selectFrom('statements')
      .selectAll()
      .where('story', 'in', [...stories])
      .where('workspace', '=', workspace)
      .execute()
    return rows.map(statementOf)
  }

  /** A workspace's statements in the order in which they were filed, from after `after` on; `next` is null at the end. */
  async page(
    workspace: WorkspaceId,
    after: string | null,
    limit: number,
  ): Promise<{ readonly statements: Statement[]; readonly next: string | null }> {
    const rows = await this.#database
      .selectFrom('statements')
      .selectAll()
      .where('workspace', '=', workspace)
      .$if(after !== null, (query) => query.where('id', '>', after ?? ''))
      .orderBy('id')
      .limit(limit)
      .execute()
    return { statements: rows.map(statementOf), next: rows.length < limit ? null : (rows.at(-1)?.id ?? null) }
  }

  /** Files statements; those that are there already stay. */
  async file(statements: readonly IndexedStatement[], workspace: WorkspaceId): Promise<void> {
    await fileStatements(this.#database, statements, workspace)
  }

  /** Erases everything that a person of exactly this name said; returns the number of statements. */
  async erase(name: string, workspace: WorkspaceId): Promise<number> {
    const { numDeletedRows } = await this.#database
      .deleteFrom('statements')
      .where('workspace', '=', workspace)
      .where(sql<boolean>`lower(name) = ${name.toLowerCase()}`)
      .executeTakeFirst()
    return Number(numDeletedRows)
  }
}

/** Files statements; those that are there already stay. Works within a transaction. */
export async function fileStatements(
  database: Kysely<Tables>,
  statements: readonly IndexedStatement[],
  workspace: WorkspaceId,
): Promise<void> {
  if (statements.length === 0) return
  await database
    .insertInto('statements')
    .values(
      statements.map(({ who, about, goesOn, postedAt, corrected, withdrawn, ...row }) => ({
        ...row,
        workspace,
        goes_on: goesOn,
        posted_at: postedAt,
        corrected: corrected && json(corrected),
        withdrawn: withdrawn && json(withdrawn),
        who: vectorOf([workspaceMark(workspace), ...who]),
        about: vectorOf([workspaceMark(workspace), ...about]),
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Marks statements of an edition's story as corrected; each makes way for another under its id. */
export async function correctStatements(
  database: Kysely<Tables>,
  { edition, story }: { readonly edition: string; readonly story: string },
  corrections: readonly { readonly claim: string; readonly corrected: NonNullable<Statement['corrected']> }[],
): Promise<void> {
  for (const { claim, corrected } of corrections)
    await database
      .updateTable('statements')
      .set({ corrected: json(corrected), claim: `${claim} until ${corrected.at}` })
      .where('edition', '=', edition)
      .where('story', '=', story)
      .where('claim', '=', claim)
      .execute()
}

/** Erases the words of withdrawn statements; what is left is who said something, and that it was withdrawn. */
export async function withdrawStatements(
  database: Kysely<Tables>,
  {
    stories,
    workspace,
    edition,
    claims,
  }: {
    readonly stories: readonly StoryId[]
    readonly workspace: WorkspaceId
    /** Only those of this edition, if given. */
    readonly edition?: string
    /** Only these, if given. */
    readonly claims?: readonly string[]
  },
  withdrawn: NonNullable<Statement['withdrawn']>,
): Promise<void> {
  if (stories.length === 0 || claims?.length === 0) return
  await database
    .updateTable('statements')
    .set({
      words: '',
      passage: '',
      corrected: null,
      withdrawn: json(withdrawn),
      about: vectorOf([workspaceMark(workspace)]),
    })
    .where('story', 'in', [...stories])
    .where('workspace', '=', workspace)
    .where('withdrawn', 'is', null)
    .$if(edition !== undefined, (query) => query.where('edition', '=', edition ?? ''))
    // With the earlier versions of those that were corrected.
    .$if(claims !== undefined, (query) =>
      query.where(sql<boolean>`split_part(claim, ' until ', 1) = any(${sql.val([...(claims ?? [])])}::text[])`),
    )
    .execute()
}

/** A word that all statements of a workspace have, so that an index finds only those. */
function workspaceMark(workspace: WorkspaceId): string {
  return `workspace ${workspace}`
}

function vectorOf(words: readonly string[]): RawBuilder<string> {
  return sql<string>`array_to_tsvector(${sql.val([...new Set(words.filter((word) => word !== ''))])}::text[])`
}

/** A query for texts with all of these words; they are quoted, so that nothing in them is an operator. */
function all(words: readonly string[]): string {
  return `(${words.map((word) => `'${word.replaceAll('\\', '').replaceAll("'", "''")}'`).join(' & ')})`
}

function statementOf(row: Selectable<Tables['statements']>): Statement {
  const { claim, name, speaker, words, venue, outlet, url, passage, answers, byline, corrected, withdrawn } = row
  return {
    edition: editionId(row.edition),
    story: storyId(row.story),
    claim,
    name,
    speaker,
    words,
    goesOn: row.goes_on,
    venue,
    outlet,
    url,
    passage,
    answers,
    byline,
    postedAt: instant(row.posted_at),
    corrected,
    withdrawn,
  }
}
