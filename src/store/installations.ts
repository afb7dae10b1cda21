import type { Kysely } from 'kysely'
import { type WorkspaceId, workspaceId } from '../domain/subscription.ts'
import type { Tables } from './schema/tables.ts'

/** What a workspace granted when it installed the app. The token is stored as received: encrypted. */
export interface Installation {
  readonly workspace: WorkspaceId
  readonly token: string
  readonly installer: string | null
}

/** Installations in workspaces, deleted with the workspace. */
export class InstallationStore {
  readonly #database: Kysely<Tables>

  constructor(database: Kysely<Tables>) {
    this.#database = database
  }

  async save({ workspace, token, installer }: Installation, now: string): Promise<void> {
    const values = { token, installer, installed_at: now }
    await this.#database
      .insertInto('installations')
      .values({ workspace, ...values })
      .onConflict((conflict) => conflict.column('workspace').doUpdateSet(values))
      .execute()
  }

  async find(workspace: WorkspaceId): Promise<Installation | undefined> {
    const query = this.#database.selectFrom('installations').selectAll().where('workspace', '=', workspace)
    const row = await query.executeTakeFirst()
    return row && { workspace: workspaceId(row.workspace), token: row.token, installer: row.installer }
  }
}
