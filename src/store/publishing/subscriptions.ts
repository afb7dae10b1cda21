import { type Kysely, sql } from 'kysely'
import type { FeedId } from '../../domain/feed.ts'
import type { StoryId } from '../../domain/story.ts'
import {
  longestReviewMs,
  type Pause,
  type Schedule,
  type Subscription,
  type SubscriptionId,
  subscriptionId,
  type WorkspaceId,
} from '../../domain/subscription.ts'
import { identify } from '../schema/identity.ts'
import { instant } from '../schema/instants.ts'
import { json } from '../schema/json.ts'
import type { Tables } from '../schema/tables.ts'
import {
  columnsOf,
  rowOf,
  type StoredSubscription,
  type SubscriptionChange,
  subscriptionOf,
} from './subscription-rows.ts'

export interface DueSubscription {
  readonly subscription: Subscription
  /** The slot that is due, ISO 8601. */
  readonly slot: string
}

/** Subscriptions: one for each workspace and name. */
export class SubscriptionStore {
  readonly #database: Kysely<Tables>

  constructor(database: Kysely<Tables>) {
    this.#database = database
  }

  /** Adds a subscription and returns true, unless its workspace already has one of that name. */
  async add(subscription: Omit<Subscription, 'id'>, nextRunAt: string | null): Promise<boolean> {
    const added = await this.#database
      .insertInto('subscriptions')
      .values({ id: idOf(subscription), workspace: subscription.workspace, ...rowOf(subscription, nextRunAt) })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .execute()
    return added.length > 0
  }

  /**
   * Changes some settings of a subscription, based on its current settings: it is locked meanwhile, and settings that
   * are not named stay. Returns the new state; undefined if it no longer exists or nothing is to be changed.
   */
  async change(
    id: SubscriptionId,
    of: (current: StoredSubscription) => SubscriptionChange | undefined,
  ): Promise<StoredSubscription | undefined> {
    return await this.#database.transaction().execute(async (transaction) => {
      const row = await transaction
        .selectFrom('subscriptions')
        .selectAll()
        .where('id', '=', id)
        .forUpdate()
        .executeTakeFirst()
      const change = row && of(subscriptionOf(row))
      if (!change) return undefined
      const changed = await transaction
        .updateTable('subscriptions')
        .set({ ...columnsOf(change), problem: null })
        .where('id', '=', id)
        .returningAll()
        .executeTakeFirst()
      return changed && subscriptionOf(changed)
    })
  }

  async pause(id: SubscriptionId, pause: Pause | null, nextRunAt: string | null): Promise<void> {
    await this.change(id, () => ({ pause, nextRunAt }))
  }

  /** Records what prevents a subscription from being posted; returns true if that is new. */
  async noteProblem(id: SubscriptionId, problem: string | null): Promise<boolean> {
    const { numUpdatedRows } = await this.#database
      .updateTable('subscriptions')
      .set({ problem })
      .where('id', '=', id)
      .where('problem', 'is distinct from', problem)
      .executeTakeFirst()
    return numUpdatedRows > 0n
  }

  async remove(id: SubscriptionId): Promise<void> {
    await this.#database.deleteFrom('subscriptions').where('id', '=', id).execute()
  }

  /** A workspace's subscriptions, by name. */
  async list(workspace: WorkspaceId): Promise<StoredSubscription[]> {
    const query = this.#database
      .selectFrom('subscriptions')
      .selectAll()
      .where('workspace', '=', workspace)
      .orderBy('name')
    return (await query.execute()).map(subscriptionOf)
  }

  async find(id: SubscriptionId): Promise<StoredSubscription | undefined> {
    const row = await this.#database.selectFrom('subscriptions').selectAll().where('id', '=', id).executeTakeFirst()
    return row && subscriptionOf(row)
  }

  /** The subscriptions of a workspace that have posted a story. */
  async tellersOf(story: StoryId, workspace: WorkspaceId): Promise<StoredSubscription[]> {
    const rows = await this.#database
      .selectFrom('subscriptions')
      .selectAll()
      .where('workspace', '=', workspace)
      .where('id', 'in', (query) =>
        query
          .selectFrom('editions')
          .innerJoin('edition_stories', 'edition_stories.edition', 'editions.id')
          .select('subscription')
          .where('story', '=', story),
      )
      .execute()
    return rows.map(subscriptionOf)
  }

  /** Subscriptions that use a feed, either by name or through all that their workspace follows. */
  async drawingFrom(feed: FeedId): Promise<StoredSubscription[]> {
    const rows = await this.#database
      .selectFrom('subscriptions')
      .selectAll()
      .where('workspace', 'in', (query) =>
        query.selectFrom('workspace_feeds').select('workspace').where('feed', '=', feed),
      )
      .where(sql<boolean>`(feeds = '[]'::jsonb or feeds @> to_jsonb(${feed}::text))`)
      .execute()
    return rows.map(subscriptionOf)
  }

  /** Subscriptions whose slot has come or, if editors must approve it, is near enough; longest due first. */
  async due(now: string, limit: number): Promise<DueSubscription[]> {
    const rows = await this.#database
      .selectFrom('subscriptions')
      .selectAll()
      .where('next_run_at', '<=', new Date(Date.parse(now) + longestReviewMs))
      .where(
        sql<boolean>`next_run_at - make_interval(mins => coalesce((approval ->> 'minutes')::int, 0)) <= ${new Date(now)}`,
      )
      .orderBy('next_run_at')
      .limit(limit)
      .execute()
    return rows.map((row) => ({ subscription: subscriptionOf(row), slot: instant(row.next_run_at) ?? now }))
  }

  /** Sets when a watch looks again and, if given, what it has seen; unless another process has done so, or somebody changed it. */
  async lookAgain(
    id: SubscriptionId,
    { slot, next, schedule }: { readonly slot: string; readonly next: string | null; readonly schedule?: Schedule },
  ): Promise<void> {
    await this.#database
      .updateTable('subscriptions')
      .set({ next_run_at: next, ...(schedule ? { schedule: json(schedule) } : {}) })
      .where('id', '=', id)
      .where('next_run_at', '=', new Date(slot))
      .execute()
  }

  /** When the next edition of any subscription is due; null if none is. */
  async nextRun(): Promise<string | null> {
    const row = await this.#database
      .selectFrom('subscriptions')
      .select((query) => query.fn.min('next_run_at').as('next'))
      // A watch looks every minute.
      .where(sql<boolean>`not (schedule ? 'atOnce')`)
      .executeTakeFirst()
    return instant(row?.next ?? null)
  }
}

function idOf({ workspace, name }: Pick<Subscription, 'workspace' | 'name'>): SubscriptionId {
  return subscriptionId(identify('subscription', workspace, name))
}
