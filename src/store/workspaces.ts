import { type Kysely, sql } from 'kysely'
import { type Workspace, type WorkspaceId, workspaceId } from '../domain/subscription.ts'
import { deleteOrphans } from './intake/feeds.ts'
import { instant } from './schema/instants.ts'
import type { Tables } from './schema/tables.ts'

/** How long a workspace must be missing to count as missing for a second night, in milliseconds. */
const longestNightMs = 20 * 3_600_000

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

  /** Deletes a workspace with everything that only it had. */
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

  /** All workspaces, by name. */
  async list(): Promise<Workspace[]> {
    const query = this.#database.selectFrom('workspaces').select(['id', 'kind', 'name'])
    return (await query.orderBy('name').orderBy('id').execute()).map((row) => ({ ...row, id: workspaceId(row.id) }))
  }

  /** Sets whether articles of this workspace may go to a model. */
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

  /** Marks just these workspaces of a kind as missing; returns those that were missing most of a day ago already. */
  async missing(now: readonly WorkspaceId[], kind: Workspace['kind'], at: string): Promise<WorkspaceId[]> {
    const others = this.#database.updateTable('workspaces').set({ missing_since: null }).where('kind', '=', kind)
    await (now.length > 0 ? others.where('id', 'not in', [...now]) : others).execute()
    if (now.length === 0) return []
    const rows = await this.#database
      .updateTable('workspaces')
      .set({ missing_since: sql<string>`coalesce(missing_since, ${at}::timestamptz)` })
      .where('id', 'in', [...now])
      .returning(['id', 'missing_since'])
      .execute()
    const before = Date.parse(at) - longestNightMs
    return rows.flatMap(({ id, missing_since: since }) =>
      since && Date.parse(instant(since)) <= before ? workspaceId(id) : [],
    )
  }

  /** The number of workspaces of a kind. */
  async count(kind: Workspace['kind']): Promise<number> {
    const query = this.#database.selectFrom('workspaces').select(({ fn }) => fn.countAll().as('count'))
    return Number((await query.where('kind', '=', kind).executeTakeFirstOrThrow()).count)
  }
}
