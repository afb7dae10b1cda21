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

/** An edition with how it came out. */
export interface FiledEdition extends Edition {
  /** Why it was skipped or failed. */
  readonly reason: string | null
  /** What its readers are told about it: that it is late. */
  readonly note: string | null
  readonly document: Document | null
}

interface ComposedForStore {
  readonly document: Document
  readonly stories: readonly StoryId[]
}

/** Editions: one a subscription and slot, whoever asks and however often. */
export class EditionStore {
  readonly #database: Kysely<Tables>

  constructor(database: Kysely<Tables>) {
    this.#database = database
  }

  /**
   * Opens the edition of a slot, moves the subscription on to its next one and does what `along` does, in one
   * transaction. Undefined when another process has moved it on before.
   */
  async open(
    { subscription, slot }: { readonly subscription: SubscriptionId; readonly slot: string },
    { next, now, note }: { readonly next: string | null; readonly now: string; readonly note: string | null },
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
        .values({ id, subscription, slot, state: 'due', updated_at: now, note })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
      await along(id, transaction)
      return id
    })
  }

  /** Opens an edition out of turn and does what `along` does, in one transaction. */
  async insert(
    subscription: SubscriptionId,
    slot: string,
    along: (id: EditionId, transaction: object) => Promise<void>,
  ): Promise<EditionId> {
    const id = editionId(identify('edition', subscription, slot))
    await this.#database.transaction().execute(async (transaction) => {
      await transaction
        .insertInto('editions')
        .values({ id, subscription, slot, state: 'due', updated_at: slot })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
      await along(id, transaction)
    })
    return id
  }

  /** Files an edition that somebody was given on the spot, out of turn. */
  async record(
    subscription: SubscriptionId,
    slot: string,
    { document, stories }: ComposedForStore,
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

  async find(id: EditionId): Promise<FiledEdition | undefined> {
    const row = await this.#database.selectFrom('editions').selectAll().where('id', '=', id).executeTakeFirst()
    return row && editionOf(row)
  }

  /** Keeps what is to be posted, in how many messages, and which stories it tells. False when it was prepared before. */
  async prepare(
    id: EditionId,
    { document, stories, parts, now }: ComposedForStore & { readonly parts: number; readonly now: string },
  ): Promise<boolean> {
    return await this.#database.transaction().execute(async (transaction) => {
      const taken = await transaction
        .updateTable('editions')
        .set({ document: JSON.stringify(document), state: 'posting', updated_at: now })
        .where('id', '=', id)
        .where('state', '=', 'due')
        .returning('id')
        .execute()
      if (taken.length === 0) return false
      const rows = stories.map((story) => ({ edition: id, story }))
      if (rows.length > 0) await transaction.insertInto('edition_stories').values(rows).execute()
      await transaction
        .insertInto('posts')
        .values(
          Array.from({ length: parts }, (_, part) => ({ edition: id, part, state: 'planned' as const, attempts: 0 })),
        )
        .execute()
      return true
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
      .where('state', 'in', ['due', 'posting'])
      .execute()
  }

  /** Editions that were opened, are not settled and, where an instant is given, have not moved since; the oldest first. */
  async unsettled(before: string | null, limit: number): Promise<Edition[]> {
    const rows = await this.#database
      .selectFrom('editions')
      .selectAll()
      .where('state', 'in', ['due', 'posting'])
      .$if(before !== null, (query) => query.where('updated_at', '<=', new Date(before ?? 0)))
      .orderBy('slot')
      .limit(limit)
      .execute()
    return rows.map(editionOf)
  }

  /** The last editions of a subscription, however they came out, the newest first. */
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

  /** When a subscription told each of its stories last, and in which edition. */
  async lastTellings(
    subscription: SubscriptionId,
  ): Promise<Map<StoryId, { readonly slot: string; readonly edition: EditionId }>> {
    const rows = await this.#database
      .selectFrom('edition_stories')
      .innerJoin('editions', 'editions.id', 'edition_stories.edition')
      .select(['story', 'slot', 'edition'])
      .where('subscription', '=', subscription)
      .orderBy('slot')
      .execute()
    return new Map(
      rows.map(({ story, slot, edition }) => [storyId(story), { slot: instant(slot), edition: editionId(edition) }]),
    )
  }

  /** The stories that a subscription has told, each with the editions that told it, the earliest first. */
  async tellingsOf(subscription: SubscriptionId): Promise<Map<StoryId, readonly EditionId[]>> {
    const rows = await this.#database
      .selectFrom('edition_stories')
      .innerJoin('editions', 'editions.id', 'edition_stories.edition')
      .select(['story', 'edition'])
      .where('subscription', '=', subscription)
      .orderBy('slot')
      .execute()
    const byStory = Map.groupBy(rows, ({ story }) => storyId(story))
    return new Map([...byStory].map(([story, told]) => [story, told.map(({ edition }) => editionId(edition))]))
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

function editionOf(row: Selectable<Tables['editions']>): FiledEdition {
  return {
    id: editionId(row.id),
    subscription: subscriptionId(row.subscription),
    slot: instant(row.slot),
    state: row.state,
    reason: row.reason,
    note: row.note,
    document: row.document,
  }
}
