import type { Kysely } from 'kysely'
import type { Tables } from './schema/tables.ts'

/** How each endpoint and model can be held to JSON, kept so that it is determined only once. */
export class ModelFormatStore {
  readonly #database: Kysely<Tables>

  constructor(database: Kysely<Tables>) {
    this.#database = database
  }

  async find(endpoint: string, model: string): Promise<string | undefined> {
    const query = this.#database.selectFrom('model_formats').select('format').where('endpoint', '=', endpoint)
    return (await query.where('model', '=', model).executeTakeFirst())?.format
  }

  async save(
    found: { readonly endpoint: string; readonly model: string; readonly format: string },
    now: string,
  ): Promise<void> {
    await this.#database
      .insertInto('model_formats')
      .values({ ...found, found_at: now })
      .onConflict((conflict) =>
        conflict.columns(['endpoint', 'model']).doUpdateSet({ format: found.format, found_at: now }),
      )
      .execute()
  }
}
