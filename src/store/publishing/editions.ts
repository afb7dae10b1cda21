import type { Kysely } from 'kysely'
import { type EditionId, type EditionState, editionId, unfinishedStates } from '../../domain/digest.ts'
import type { StoryId } from '../../domain/story.ts'
import type { SubscriptionId, WorkspaceId } from '../../domain/subscription.ts'
import { identify } from '../schema/identity.ts'
import { json } from '../schema/json.ts'
import type { Tables } from '../schema/tables.ts'
import { fileStories, unfileStories } from './file-stories.ts'
import {
  type ComposedForStore,
  editionOf,
  type FiledEdition,
  type Preparation,
  type StoredEdition,
  storedOf,
} from './filed-edition.ts'
import { countPosted } from './posted-stories.ts'
import { record, underReview } from './proofs.ts'
import { anyWithdrawn } from './withdrawals.ts'

interface Outcome {
  readonly state: EditionState
  readonly reason: string | null
  readonly message: string | null
  readonly now: string
}

/** Editions: one for each subscription and slot, however often it is requested. */
export class EditionStore {
  readonly #database: Kysely<Tables>

  constructor(database: Kysely<Tables>) {
    this.#database = database
  }

  /**
   * Opens the edition of a slot, moves the subscription on to its next slot and runs `along`, in one transaction.
   * Undefined if another process has already moved it on.
   */
  async open(
    { subscription, slot }: { readonly subscription: SubscriptionId; readonly slot: string },
    { next, now }: { readonly next: string | null; readonly now: string },
    along: (id: EditionId, transaction: object) => Promise<void>,
  ): Promise<EditionId | undefined> {
    const id = editionId(identify('edition', subscription, slot))
    return await this.#database.transaction().execute(async (transaction) => {
      const moved = await transaction
        .updateTable('subscriptions')
        .set({ next_run_at: next })
        .where('id', '=', subscription)
        .where('next_run_at', '=', new Date(slot))
        .returning('id')
        .execute()
      if (moved.length === 0) return undefined
      await transaction
        .insertInto('editions')
        .values({ id, subscription, slot, state: 'due', updated_at: now })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
      await along(id, transaction)
      return id
    })
  }

  /** Opens an edition out of turn, of what is new or of one story, and runs `along`, in one transaction. */
  async insert(
    { subscription, shared = null }: { readonly subscription: SubscriptionId; readonly shared?: StoryId | null },
    slot: string,
    along: (id: EditionId, transaction: object) => Promise<void>,
  ): Promise<EditionId> {
    const id = editionId(identify('edition', subscription, slot))
    await this.#database.transaction().execute(async (transaction) => {
      await transaction
        .insertInto('editions')
        .values({ id, subscription, slot, state: 'due', updated_at: slot, asked: true, shared_story: shared })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
      await along(id, transaction)
    })
    return id
  }

  /** Files an edition that was shown to a person at once, out of turn. */
  async record(
    subscription: SubscriptionId,
    slot: string,
    { document, stories, statements, workspace }: ComposedForStore & { readonly workspace: WorkspaceId },
  ): Promise<EditionId> {
    const id = editionId(identify('edition', subscription, slot))
    await this.#database.transaction().execute(async (transaction) => {
      const row = {
        id,
        subscription,
        slot,
        state: 'posted' as const,
        document: json(document),
        message: 'on request',
        updated_at: slot,
      }
      await transaction.insertInto('editions').values(row).execute()
      await fileStories(transaction, id, { stories, statements, workspace, now: slot })
    })
    return id
  }

  /** Deletes an edition that came to nothing before it was prepared. */
  async discard(id: EditionId): Promise<void> {
    await this.#database.deleteFrom('editions').where('id', '=', id).where('state', '=', 'due').execute()
  }

  async find(id: EditionId): Promise<FiledEdition | undefined> {
    const row = await this.#database.selectFrom('editions').selectAll().where('id', '=', id).executeTakeFirst()
    return row && editionOf(row)
  }

  /**
   * Stores the messages to be posted, where they go, and the stories they contain. Stores nothing if the edition was
   * prepared before, or if its subscription has posted, or its workspace withdrawn, stories since they were chosen, or
   * if its editors have changed its proof.
   */
  async prepare(
    id: EditionId,
    { document, stories, statements, messages, target, postedBefore, reviewed, now }: Preparation,
  ): Promise<'prepared' | 'before' | 'stale'> {
    return await this.#database.transaction().execute(async (transaction) => {
      const edition = await transaction
        .selectFrom('editions')
        .innerJoin('subscriptions', 'subscriptions.id', 'editions.subscription')
        .select(['editions.subscription', 'state'])
        .where('editions.id', '=', id)
        .forUpdate()
        .executeTakeFirst()
      if (edition?.state !== (reviewed ? 'review' : 'due')) return 'before'
      if (reviewed && (await underReview(transaction, id))?.version !== reviewed.version) return 'stale'
      if ((await countPosted(transaction, edition.subscription)) !== postedBefore) return 'stale'
      const ids = stories.map((story) => story.id)
      if (await anyWithdrawn(transaction, { stories: ids, workspace: target.workspace })) return 'stale'
      await transaction
        .updateTable('editions')
        .set({
          document: json(document),
          target: json(target),
          state: 'posting',
          updated_at: now,
        })
        .where('id', '=', id)
        .execute()
      await fileStories(transaction, id, { stories, statements, workspace: target.workspace, now })
      const parts = messages.map((drawn, part) => ({
        edition: id,
        part,
        state: 'planned' as const,
        attempts: 0,
        drawn: json(drawn),
      }))
      if (parts.length > 0) await transaction.insertInto('posts').values(parts).execute()
      if (reviewed)
        await record(
          transaction,
          id,
          reviewed.deeds.map((deed) => ({ at: now, person: null, deed })),
        )
      return 'prepared'
    })
  }

  /** Files the outcome of an edition. If it failed before any of it went out, its stories do not count as posted. */
  async settle(id: EditionId, { state, reason, message, now }: Outcome): Promise<void> {
    await this.#database.transaction().execute(async (transaction) => {
      const { numUpdatedRows } = await transaction
        .updateTable('editions')
        .set({ state, reason, message, updated_at: now })
        .where('id', '=', id)
        .where('state', 'in', unfinishedStates)
        .executeTakeFirst()
      if (state !== 'failed' || numUpdatedRows === 0n) return
      await unfileStories(transaction, id)
    })
  }

  /** Editions that are due or being posted and, if an instant is given, have not changed since then; oldest first. */
  async unsettled(before: string | null, limit: number): Promise<EditionId[]> {
    const rows = await this.#database
      .selectFrom('editions')
      .select('id')
      .where('state', 'in', ['due', 'posting'])
      .$if(before !== null, (query) => query.where('updated_at', '<=', new Date(before ?? 0)))
      .orderBy('slot')
      .limit(limit)
      .execute()
    return rows.map(({ id }) => editionId(id))
  }

  /** The latest editions of a subscription, whatever their outcome, newest first. */
  async latest(subscription: SubscriptionId, limit: number): Promise<FiledEdition[]> {
    const rows = await this.#database
      .selectFrom('editions')
      .selectAll()
      .where('subscription', '=', subscription)
      .orderBy('slot', 'desc')
      .limit(limit)
      .execute()
    return rows.map(editionOf)
  }

  /** The number of a workspace's editions that went out. */
  async countPosted(workspace: WorkspaceId): Promise<number> {
    const { count } = await this.#database
      .selectFrom('editions')
      .innerJoin('subscriptions', 'subscriptions.id', 'editions.subscription')
      .select(({ fn }) => fn.countAll().as('count'))
      .where('subscriptions.workspace', '=', workspace)
      .where('state', '=', 'posted')
      .executeTakeFirstOrThrow()
    return Number(count)
  }

  /** A subscription's last edition that went out. */
  async lastPosted(subscription: SubscriptionId): Promise<StoredEdition | undefined> {
    const rows = await this.#database
      .selectFrom('editions')
      .selectAll()
      .where('subscription', '=', subscription)
      .where('state', '=', 'posted')
      .orderBy('slot', 'desc')
      .limit(1)
      .execute()
    return storedOf(rows)[0]
  }

  /** A workspace's editions that went out, newest first. */
  async posted(workspace: WorkspaceId, limit: number): Promise<StoredEdition[]> {
    const rows = await this.#database
      .selectFrom('editions')
      .innerJoin('subscriptions', 'subscriptions.id', 'editions.subscription')
      .selectAll('editions')
      .where('subscriptions.workspace', '=', workspace)
      .where('state', '=', 'posted')
      .orderBy('slot', 'desc')
      .limit(limit)
      .execute()
    return storedOf(rows)
  }
}
