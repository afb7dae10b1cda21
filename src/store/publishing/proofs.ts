import { type Kysely, type Selectable, sql, type Transaction } from 'kysely'
import { type EditionId, editionId } from '../../domain/digest.ts'
import type { Deed, Proof, RecordEntry } from '../../domain/edition/proof.ts'
import type { WorkspaceId } from '../../domain/subscription.ts'
import { instant } from '../schema/instants.ts'
import { json } from '../schema/json.ts'
import type { Tables } from '../schema/tables.ts'
import { editionOf, type FiledEdition } from './filed-edition.ts'

/** A proof with the message that shows it at the desk. */
export interface StoredProof extends Proof {
  readonly notice: ProofNotice
}

/** The message at the desk that shows a proof. */
export interface ProofNotice {
  /** The platform's id of it; null until it is known to be there. */
  readonly message: string | null
  /** When its sending was last begun, ISO 8601; null if it never was. */
  readonly begunAt: string | null
  /** What it shows, by `stageOf`; 0 if nothing. */
  readonly stage: number
}

/** Who changes a proof, and when. */
export interface Editing {
  /** The platform's id; null for Onrecord itself, or the person at this computer. */
  readonly person: string | null
  /** ISO 8601. */
  readonly at: string
  /** Runs in the same transaction as the change. */
  along?(transaction: object): Promise<void>
  /** Ends the review, for this reason, without anything going out. */
  readonly skips?: string
}

/** A changed proof, and what was done to it, for the record. */
export interface ProofChange {
  readonly proof: Proof
  readonly deeds: readonly Deed[]
}

/** Proofs of the editions that are with their editors, and the record of what was done with each. */
export class ProofStore {
  readonly #database: Kysely<Tables>

  constructor(database: Kysely<Tables>) {
    this.#database = database
  }

  /** Puts an edition that is due under review. Returns false if another process has already dealt with it. */
  async open({ edition, ...proof }: Proof, deed: Deed, now: string): Promise<boolean> {
    return await this.#database.transaction().execute(async (transaction) => {
      const { numUpdatedRows } = await transaction
        .updateTable('editions')
        .set({ state: 'review', updated_at: now })
        .where('id', '=', edition)
        .where('state', '=', 'due')
        .executeTakeFirst()
      if (numUpdatedRows === 0n) return false
      await transaction
        .insertInto('proofs')
        .values({ edition, content: json(proof) })
        .execute()
      await record(transaction, edition, [{ at: now, person: null, deed }])
      return true
    })
  }

  async find(edition: EditionId): Promise<StoredProof | undefined> {
    const row = await this.#database.selectFrom('proofs').selectAll().where('edition', '=', edition).executeTakeFirst()
    return row && proofOf(row)
  }

  /**
   * Changes the proof of an edition under review, one change after another. Undefined if the edition is no longer under
   * review, or if there is nothing to change.
   */
  async change(
    edition: EditionId,
    { person, at, along, skips }: Editing,
    of: (current: Proof) => ProofChange | undefined,
  ): Promise<Proof | undefined> {
    return await this.#database.transaction().execute(async (transaction) => {
      const current = await underReview(transaction, edition)
      const change = current && of(current)
      if (!change) return undefined
      const { edition: _edition, ...content } = change.proof
      await transaction
        .updateTable('proofs')
        .set({ content: json(content) })
        .where('edition', '=', edition)
        .execute()
      await record(
        transaction,
        edition,
        change.deeds.map((deed) => ({ at, person, deed })),
      )
      if (skips !== undefined)
        await transaction
          .updateTable('editions')
          .set({ state: 'skipped', reason: skips, updated_at: at })
          .where('id', '=', edition)
          .execute()
      await along?.(transaction)
      return change.proof
    })
  }

  /** Adds to the record of a proof without changing it. */
  async note(edition: EditionId, entry: RecordEntry): Promise<void> {
    await this.#database.transaction().execute(async (transaction) => {
      await transaction.selectFrom('editions').select('id').where('id', '=', edition).forUpdate().execute()
      await record(transaction, edition, [entry])
    })
  }

  /** Everything that was done with a proof, in order. */
  async record(edition: EditionId): Promise<RecordEntry[]> {
    const rows = await this.#database
      .selectFrom('proof_records')
      .selectAll()
      .where('edition', '=', edition)
      .orderBy('number')
      .execute()
    return rows.map(({ at, person, deed }) => ({ at: instant(at), person, deed }))
  }

  /** The editions under review, of one workspace or of all, the next due first. */
  async underReview(workspace?: WorkspaceId): Promise<FiledEdition[]> {
    const rows = await this.#database
      .selectFrom('editions')
      .innerJoin('subscriptions', 'subscriptions.id', 'editions.subscription')
      .selectAll('editions')
      .where('editions.state', '=', 'review')
      .$if(workspace !== undefined, (query) => query.where('subscriptions.workspace', '=', workspace ?? ''))
      .orderBy('slot')
      .execute()
    return rows.map(editionOf)
  }

  /**
   * Editions under review that are to go out, or to lapse: those approved at once, those that are due unless they
   * are held or were asked for, and all that were due before `stale`.
   */
  async ready({ now, stale }: { readonly now: string; readonly stale: string }, limit: number): Promise<EditionId[]> {
    const decision = sql<string | null>`content -> 'decision' ->> 'kind'`
    // Both are ISO 8601 in UTC with milliseconds, so their order as texts is that in time.
    const due = sql<string>`content ->> 'dueAt'`
    const rows = await this.#database
      .selectFrom('editions')
      .innerJoin('proofs', 'proofs.edition', 'editions.id')
      .select('id')
      .where('editions.state', '=', 'review')
      .where(({ or, and, eb }) =>
        or([
          eb('slot', '<=', new Date(stale)),
          and([eb(due, '<=', now), eb(decision, '=', 'approved')]),
          and([eb(due, '<=', now), eb(decision, 'is', null), eb('asked', '=', false)]),
          eb(sql<string | null>`content -> 'decision' ->> 'atOnce'`, '=', 'true'),
        ]),
      )
      .orderBy('slot')
      .limit(limit)
      .execute()
    return rows.map(({ id }) => editionId(id))
  }
}

/** The proof of an edition under review, locked with its edition until the transaction ends. */
export async function underReview(
  transaction: Transaction<Tables>,
  edition: EditionId,
): Promise<StoredProof | undefined> {
  const row = await transaction
    .selectFrom('editions')
    .select('state')
    .where('id', '=', edition)
    .forUpdate()
    .executeTakeFirst()
  if (row?.state !== 'review') return undefined
  const found = await transaction.selectFrom('proofs').selectAll().where('edition', '=', edition).executeTakeFirst()
  return found && proofOf(found)
}

/** Adds entries to the record of a proof, whose edition the transaction has locked. */
export async function record(
  transaction: Transaction<Tables>,
  edition: EditionId,
  entries: readonly RecordEntry[],
): Promise<void> {
  if (entries.length === 0) return
  const { count } = await transaction
    .selectFrom('proof_records')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('edition', '=', edition)
    .executeTakeFirstOrThrow()
  const rows = entries.map(({ at, person, deed }, index) => ({
    edition,
    number: Number(count) + index + 1,
    at,
    person,
    deed: json(deed),
  }))
  await transaction.insertInto('proof_records').values(rows).execute()
}

function proofOf(row: Selectable<Tables['proofs']>): StoredProof {
  return {
    ...row.content,
    edition: editionId(row.edition),
    notice: { message: row.notice, begunAt: instant(row.notice_begun_at), stage: row.shown_stage },
  }
}
