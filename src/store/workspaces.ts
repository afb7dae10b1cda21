import type { Kysely, Selectable } from 'kysely'
import { feedId } from '../domain/feed.ts'
import {
  type Schedule,
  type Subscription,
  type SubscriptionId,
  subscriptionId,
  type Workspace,
  type WorkspaceId,
  workspaceId,
} from '../domain/subscription.ts'
import { deleteOrphans } from './feeds.ts'
import { identify } from './identity.ts'
import { instant } from './instants.ts'
import type { Tables } from './tables.ts'

export interface DueSubscription {
  readonly subscription: Subscription
  /** The slot that is due, ISO 8601. */
  readonly slot: string
}

/** Workspaces and their subscriptions. */
export class WorkspaceStore {
  readonly #database: Kysely<Tables>

  constructor(database: Kysely<Tables>) {
    this.#database = database
  }

  async ensure({ id, kind, name }: Workspace): Promise<void> {
    await this.#database
      .insertInto('workspaces')
      .values({ id, kind, name })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }

  async exists(id: WorkspaceId): Promise<boolean> {
    return (
      (await this.#database.selectFrom('workspaces').select('id').where('id', '=', id).executeTakeFirst()) !== undefined
    )
  }

  /** Erases a workspace with everything that only it had. */
  async erase(id: WorkspaceId): Promise<void> {
    await this.#database.transaction().execute(async (transaction) => {
      await transaction.deleteFrom('workspaces').where('id', '=', id).execute()
      await deleteOrphans(transaction)
    })
  }

  /** Adds a subscription unless its workspace has one of that name. */
  async subscribe(subscription: Omit<Subscription, 'id'>, nextRunAt: string | null): Promise<void> {
    const { workspace, name, channel, schedule, feeds, stories } = subscription
    await this.#database
      .insertInto('subscriptions')
      .values({
        id: identify('subscription', workspace, name),
        workspace,
        name,
        platform: channel.platform,
        channel: channel.id,
        schedule: JSON.stringify(schedule),
        feeds: JSON.stringify(feeds),
        stories,
        next_run_at: nextRunAt,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }

  async subscriptions(workspace: WorkspaceId): Promise<Subscription[]> {
    const query = this.#database
      .selectFrom('subscriptions')
      .selectAll()
      .where('workspace', '=', workspace)
      .orderBy('name')
    return (await query.execute()).map(subscriptionOf)
  }

  async subscription(id: SubscriptionId): Promise<Subscription | undefined> {
    const row = await this.#database.selectFrom('subscriptions').selectAll().where('id', '=', id).executeTakeFirst()
    return row && subscriptionOf(row)
  }

  async due(now: string): Promise<DueSubscription[]> {
    const rows = await this.#database
      .selectFrom('subscriptions')
      .selectAll()
      .where('next_run_at', '<=', new Date(now))
      .execute()
    return rows.map((row) => ({ subscription: subscriptionOf(row), slot: instant(row.next_run_at) ?? now }))
  }

  /** When the next edition of any subscription is due; null when none is. */
  async nextRun(): Promise<string | null> {
    const row = await this.#database
      .selectFrom('subscriptions')
      .select((query) => query.fn.min('next_run_at').as('next'))
      .executeTakeFirst()
    return instant(row?.next ?? null)
  }
}

function subscriptionOf(row: Selectable<Tables['subscriptions']>): Subscription {
  const schedule: Schedule = row.schedule
  return {
    id: subscriptionId(row.id),
    workspace: workspaceId(row.workspace),
    name: row.name,
    channel: { platform: row.platform, id: row.channel },
    schedule,
    feeds: row.feeds.map(feedId),
    stories: row.stories,
  }
}
