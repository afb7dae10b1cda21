import { type Kysely, sql } from 'kysely'
import type { Document } from '../chat/document.ts'
import type { WorkspaceId } from '../domain/subscription.ts'
import { json } from './schema/json.ts'
import type { Tables } from './schema/tables.ts'

/** A request from chat, identified by the platform's id of it. */
export interface SeenRequest {
  readonly id: string
  readonly workspace: WorkspaceId
  readonly person: string | null
  /** True if it starts a writer or a fetch. */
  readonly costly: boolean
  readonly at: string
}

/** Requests received: repeated ones are recognised, and each person's and workspace's can be counted. */
export class RequestStore {
  readonly #database: Kysely<Tables>

  constructor(database: Kysely<Tables>) {
    this.#database = database
  }

  /** Records a request and runs `along`, in one transaction. Returns false if it was recorded before. */
  async take(request: SeenRequest, along: (transaction: object) => Promise<void>): Promise<boolean> {
    return await this.#database.transaction().execute(async (transaction) => {
      const noted = await transaction
        .insertInto('requests_seen')
        .values(request)
        .onConflict((conflict) => conflict.doNothing())
        .returning('id')
        .execute()
      if (noted.length === 0) return false
      await along(transaction)
      return true
    })
  }

  /**
   * Records that an attempt is about to post the answer to a request. Returns null for the first attempt, however often
   * it calls; for another, how long ago the first began, in milliseconds by the database's clock: it may have posted
   * the answer.
   */
  async beginAnswer(id: string, attempt: string): Promise<number | null> {
    const first = await this.#database
      .updateTable('requests_seen')
      .set({ answer_begun_at: sql<Date>`clock_timestamp()`, answer_begun_by: attempt })
      .where('id', '=', id)
      .where((where) => where.or([where('answer_begun_at', 'is', null), where('answer_begun_by', '=', attempt)]))
      .returning('id')
      .executeTakeFirst()
    if (first) return null
    const before = await this.#database
      .selectFrom('requests_seen')
      .select(sql<number>`(1000 * extract(epoch from clock_timestamp() - answer_begun_at))::float8`.as('ms'))
      .where('id', '=', id)
      .executeTakeFirst()
    return before?.ms ?? null
  }

  /** Forgets a request, as if it had never come. */
  async forget(id: string): Promise<void> {
    await this.#database.deleteFrom('requests_seen').where('id', '=', id).execute()
  }

  /** Counts a request no longer as costly: it was refused, or failed. */
  async waive(id: string): Promise<void> {
    await this.#database.updateTable('requests_seen').set({ costly: false }).where('id', '=', id).execute()
  }

  /** When a workspace's costly requests came, other than this one, since an instant, earliest first; and who asked. */
  async costly(
    { id, workspace }: { readonly id: string; readonly workspace: WorkspaceId },
    since: string,
  ): Promise<readonly { readonly person: string | null; readonly at: string }[]> {
    const rows = await this.#database
      .selectFrom('requests_seen')
      .select(['person', 'at'])
      .where('workspace', '=', workspace)
      .where('costly', '=', true)
      .where('id', '!=', id)
      .where('at', '>', new Date(since))
      .orderBy('at')
      .execute()
    return rows.map(({ person, at }) => ({ person, at: at.toISOString() }))
  }

  /** Keeps an answer, so that it can be shown to others. */
  async keepAnswer(
    id: string,
    workspace: WorkspaceId,
    { document, now }: { document: Document; now: string },
  ): Promise<void> {
    await this.#database
      .insertInto('answers')
      .values({ id, workspace, document: json(document), at: now })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }

  /** An answer given in this workspace. */
  async answer(id: string, workspace: WorkspaceId): Promise<Document | undefined> {
    const query = this.#database.selectFrom('answers').select('document').where('id', '=', id)
    return (await query.where('workspace', '=', workspace).executeTakeFirst())?.document
  }
}
