import type { Kysely } from 'kysely'
import { type Workspace, type WorkspaceId, workspaceId } from '../domain/subscription.ts'
import { deleteOrphans } from './feeds.ts'
import type { Tables } from './tables.ts'

/** Slack teams, Discord guilds, and this computer. */
export class WorkspaceStore {
  readonly #database: Kysely<Tables>

  constructor(database: Kysely<Tables>) {
    this.#database = database
  }

  async ensure({ id, kind, name }: Workspace): Promise<void> {
    await this.#database
      .insertInto('workspaces')
      .values({ id, kind, name })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }

  async exists(id: WorkspaceId): Promise<boolean> {
    return (
      (await this.#database.selectFrom('workspaces').select('id').where('id', '=', id).executeTakeFirst()) !== undefined
    )
  }

  /** Erases a workspace with everything that only it had. */
  async erase(id: WorkspaceId): Promise<void> {
    await this.#database.transaction().execute(async (transaction) => {
      await transaction.deleteFrom('workspaces').where('id', '=', id).execute()
      await deleteOrphans(transaction)
    })
  }

  async find(id: WorkspaceId): Promise<(Workspace & { readonly usesModel: boolean }) | undefined> {
    const row = await this.#database.selectFrom('workspaces').selectAll().where('id', '=', id).executeTakeFirst()
    return row && { id: workspaceId(row.id), kind: row.kind, name: row.name, usesModel: row.model }
  }

  /** Whether articles of this workspace may go to a model. */
  async allowModel(id: WorkspaceId, allowed: boolean): Promise<void> {
    await this.#database.updateTable('workspaces').set({ model: allowed }).where('id', '=', id).execute()
  }

  async ofKind(kind: Workspace['kind']): Promise<WorkspaceId[]> {
    const rows = await this.#database
      .selectFrom('workspaces')
      .select('id')
      .where('kind', '=', kind)
      .orderBy('id')
      .execute()
    return rows.map(({ id }) => workspaceId(id))
  }

  /** How many workspaces of a kind there are. */
  async count(kind: Workspace['kind']): Promise<number> {
    const query = this.#database.selectFrom('workspaces').select(({ fn }) => fn.countAll().as('count'))
    return Number((await query.where('kind', '=', kind).executeTakeFirstOrThrow()).count)
  }
}
