import { type Kysely, sql } from 'kysely'
import type { Tables } from './schema/tables.ts'

/** The installation as a whole, or one workspace. */
export type Payer = 'installation' | `workspace:${string}`

/**
 * Tokens that models cost, by day (UTC) and payer. They are reserved before a call and settled after it. Tokens that a
 * killed process had reserved stay reserved for the day, since its call may have been billed.
 */
export class SpendStore {
  readonly #database: Kysely<Tables>

  constructor(database: Kysely<Tables>) {
    this.#database = database
  }

  /** Reserves tokens; returns false if that would exceed the cap. Several processes may ask at once. */
  async reserve(payer: Payer, tokens: number, { day, cap }: { day: string; cap: number }): Promise<boolean> {
    if (tokens > cap) return false
    const { rows } = await sql`
      insert into token_spend as spend (day, payer, reserved, used) values (${day}, ${payer}, ${tokens}, 0)
      on conflict (day, payer) do update set reserved = spend.reserved + ${tokens}
      where spend.reserved + spend.used + ${tokens} <= ${cap}
      returning 1`.execute(this.#database)
    return rows.length > 0
  }

  /** Releases the reserved tokens, and books those that were used. */
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

  /** A day's tokens by payer: used, reserved, and the part of the used ones that the model wrote. */
  async on(day: string): Promise<{ payer: string; used: number; reserved: number; written: number }[]> {
    return await this.#database
      .selectFrom('token_spend')
      .select(['payer', 'used', 'reserved', 'written'])
      .where('day', '=', day)
      .orderBy('payer')
      .execute()
  }
}
