import type { Kysely, Selectable } from 'kysely'
import type { Document } from '../chat/document.ts'
import { type Edition, type EditionId, type EditionState, editionId } from '../domain/digest.ts'
import { type StoryId, storyId } from '../domain/story.ts'
import { type SubscriptionId, subscriptionId, type WorkspaceId } from '../domain/subscription.ts'
import { identify } from './identity.ts'
import { instant } from './instants.ts'
import type { Tables } from './tables.ts'

/** An edition as it went out, or is about to. */
export interface StoredEdition extends Edition {
  readonly document: Document
}

/** Editions: one a subscription and slot, whoever asks and however often. */
export class EditionStore {
  readonly #database: Kysely<Tables>

  constructor(database: Kysely<Tables>) {
    this.#database = database
  }

  /** Opens the edition of a slot and moves the subscription on to its next one, in one transaction. */
  async open(
    subscription: SubscriptionId,
    slot: string,
    { next, now }: { next: string | null; now: string },
  ): Promise<EditionId> {
    const id = editionId(identify('edition', subscription, slot))
    await this.#database.transaction().execute(async (transaction) => {
      await transaction
        .insertInto('editions')
        .values({ id, subscription, slot, state: 'due', updated_at: now })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
      await transaction.updateTable('subscriptions').set({ next_run_at: next }).where('id', '=', subscription).execute()
    })
    return id
  }

  /** Files an edition that somebody was given on the spot, out of turn. */
  async record(
    subscription: SubscriptionId,
    slot: string,
    { document, stories }: { document: Document; stories: readonly StoryId[] },
  ): Promise<EditionId> {
    const id = editionId(identify('edition', subscription, slot))
    await this.#database.transaction().execute(async (transaction) => {
      const row = {
        id,
        subscription,
        slot,
        state: 'posted' as const,
        document: JSON.stringify(document),
        message: 'on request',
        updated_at: slot,
      }
      await transaction.insertInto('editions').values(row).execute()
      await transaction
        .insertInto('edition_stories')
        .values(stories.map((story) => ({ edition: id, story })))
        .execute()
    })
    return id
  }

  async find(id: EditionId): Promise<Edition | undefined> {
    const row = await this.#database.selectFrom('editions').selectAll().where('id', '=', id).executeTakeFirst()
    return row && editionOf(row)
  }

  /** Keeps what is to be posted and which stories it tells, before it is posted. */
  async prepare(
    id: EditionId,
    { document, stories, now }: { document: Document; stories: readonly StoryId[]; now: string },
  ): Promise<void> {
    await this.#database.transaction().execute(async (transaction) => {
      await transaction
        .updateTable('editions')
        .set({ document: JSON.stringify(document), state: 'posting', updated_at: now })
        .where('id', '=', id)
        .execute()
      await transaction.deleteFrom('edition_stories').where('edition', '=', id).execute()
      const rows = stories.map((story) => ({ edition: id, story }))
      if (rows.length > 0) await transaction.insertInto('edition_stories').values(rows).execute()
    })
  }

  async settle(
    id: EditionId,
    {
      state,
      reason,
      message,
      now,
    }: { state: EditionState; reason: string | null; message: string | null; now: string },
  ): Promise<void> {
    await this.#database
      .updateTable('editions')
      .set({ state, reason, message, updated_at: now })
      .where('id', '=', id)
      .execute()
  }

  /** Editions that were opened and not yet settled, the oldest first. */
  async unsettled(): Promise<Edition[]> {
    const rows = await this.#database
      .selectFrom('editions')
      .selectAll()
      .where('state', 'in', ['due', 'posting'])
      .orderBy('slot')
      .execute()
    return rows.map(editionOf)
  }

  /** The stories that a subscription has told. */
  async told(subscription: SubscriptionId): Promise<Set<StoryId>> {
    const rows = await this.#database
      .selectFrom('edition_stories')
      .innerJoin('editions', 'editions.id', 'edition_stories.edition')
      .select('story')
      .where('subscription', '=', subscription)
      .execute()
    return new Set(rows.map(({ story }) => storyId(story)))
  }

  /** How many editions of a workspace went out. */
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

  /** The editions of a workspace that went out, the newest first. */
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
    return rows.flatMap((row) => (row.document ? [{ ...editionOf(row), document: row.document }] : []))
  }
}

function editionOf(row: Selectable<Tables['editions']>): Edition {
  return {
    id: editionId(row.id),
    subscription: subscriptionId(row.subscription),
    slot: instant(row.slot),
    state: row.state,
  }
}
