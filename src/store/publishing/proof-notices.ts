import { type Kysely, sql } from 'kysely'
import { type EditionId, editionId } from '../../domain/digest.ts'
import type { Proof } from '../../domain/edition/proof.ts'
import type { Tables } from '../schema/tables.ts'
import type { FiledEdition } from './filed-edition.ts'
import type { ProofNotice } from './proofs.ts'

/** Grows with each change that the message at the desk is to show: of the proof, or of its edition's state. */
export function stageOf({ version }: Pick<Proof, 'version'>, { state }: Pick<FiledEdition, 'state'>): number {
  return 3 * version + (state === 'review' ? 0 : state === 'posting' ? 1 : 2)
}

/** The messages at desks that show proofs. */
export class ProofNoticeStore {
  readonly #database: Kysely<Tables>

  constructor(database: Kysely<Tables>) {
    this.#database = database
  }

  /** Editions whose message at the desk does not show them as they are; those settled before `since` are left. */
  async notShown(since: string, limit: number): Promise<EditionId[]> {
    const stage = sql<number>`3 * (content ->> 'version')::int
      + case state when 'review' then 0 when 'posting' then 1 else 2 end`
    const rows = await this.#database
      .selectFrom('editions')
      .innerJoin('proofs', 'proofs.edition', 'editions.id')
      .select('id')
      .where(({ or, eb }) => or([eb('editions.state', '=', 'review'), eb('updated_at', '>', new Date(since))]))
      .where('shown_stage', '<', stage)
      .orderBy('slot')
      .limit(limit)
      .execute()
    return rows.map(({ id }) => editionId(id))
  }

  /**
   * Takes the sending of the message at the desk, or with `now` null gives it back as nothing went out. Returns false
   * if another process took it since `before`.
   */
  async begin(edition: EditionId, before: string | null, now: string | null): Promise<boolean> {
    const { numUpdatedRows } = await this.#database
      .updateTable('proofs')
      .set({ notice_begun_at: now })
      .where('edition', '=', edition)
      .where('notice_begun_at', 'is not distinct from', before === null ? null : new Date(before))
      .executeTakeFirst()
    return numUpdatedRows > 0n
  }

  /** Records where the message at the desk is, and what it shows. */
  async settle(edition: EditionId, { message, stage }: Pick<ProofNotice, 'message' | 'stage'>): Promise<void> {
    await this.#database
      .updateTable('proofs')
      .set({ notice: message, shown_stage: stage })
      .where('edition', '=', edition)
      .execute()
  }
}
