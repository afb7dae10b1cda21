import { type Kysely, sql } from 'kysely'
import type { Tables } from './schema/tables.ts'

/** Who pays: the installation as a whole, and each workspace. */
export type Payer = 'installation' | `workspace:${string}`

/**
 * Tokens that models cost, by day (UTC) and by who pays. Reserved before a call, settled after it: what a process that
 * was killed had reserved stays reserved for the day, since its call may have been billed.
 */
export class SpendStore {
  readonly #database: Kysely<Tables>

  constructor(database: Kysely<Tables>) {
    this.#database = database
  }

  /** Sets tokens aside; false when that would go over the cap. Several processes may ask at once. */
  async reserve(payer: Payer, tokens: number, { day, cap }: { day: string; cap: number }): Promise<boolean> {
    if (tokens > cap) return false
    const { rows } = await sql`
      insert into token_spend as spend (day, payer, reserved, used) values (${day}, ${payer}, ${tokens}, 0)
      on conflict (day, payer) do update set reserved = spend.reserved + ${tokens}
      where spend.reserved + spend.used + ${tokens} <= ${cap}
      returning 1`.execute(this.#database)
    return rows.length > 0
  }

  /** Gives back what was set aside, and books what was used. */
  async settle(
    payer: Payer,
    { day, reserved, used, written }: { day: string; reserved: number; used: number; written: number },
  ): Promise<void> {
    await this.#database
      .updateTable('token_spend')
      .set((row) => ({
        reserved: row('reserved', '-', reserved),
        used: row('used', '+', used),
        written: row('written', '+', written),
      }))
      .where('day', '=', day)
      .where('payer', '=', payer)
      .execute()
  }

  /** Tokens used, of which so many written by the model, and still set aside on a day. */
  async on(day: string): Promise<{ payer: string; used: number; reserved: number; written: number }[]> {
    return await this.#database
      .selectFrom('token_spend')
      .select(['payer', 'used', 'reserved', 'written'])
      .where('day', '=', day)
      .orderBy('payer')
      .execute()
  }
}
