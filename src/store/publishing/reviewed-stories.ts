import { type Kysely, sql } from 'kysely'
import type { ComposedStory } from '../../domain/edition/proof.ts'
import type { StoryId } from '../../domain/story.ts'
import type { SubscriptionId, WorkspaceId } from '../../domain/subscription.ts'
import type { Tables } from '../schema/tables.ts'
import { allNames } from './withdrawals.ts'

/** The stories of proofs: what waits, what editors dropped, and what they approved. */
export class ReviewedStoryStore {
  readonly #database: Kysely<Tables>

  constructor(database: Kysely<Tables>) {
    this.#database = database
  }

  /** The stories of a subscription that are with its editors now. */
  async waiting(subscription: SubscriptionId): Promise<Set<StoryId>> {
    return await allNames(
      this.#database,
      sql`select story ->> 'id' as id
        from editions join proofs on proofs.edition = editions.id,
          jsonb_array_elements(content -> 'stories') as stories (story)
        where subscription = ${subscription} and state = 'review'`,
    )
  }

  /** The stories that editors dropped from a subscription's editions that went out, since an instant. */
  async dropped(subscription: SubscriptionId, since: string): Promise<Set<StoryId>> {
    return await allNames(
      this.#database,
      sql`select distinct story ->> 'id' as id
        from editions join proofs on proofs.edition = editions.id,
          jsonb_array_elements(content -> 'stories') as stories (story)
        where subscription = ${subscription} and state in ('posting', 'posted', 'unknown')
          and slot >= ${new Date(since)} and story ->> 'verdict' = 'dropped'`,
    )
  }

  /**
   * A story as a workspace's readers were last told it, under any of its ids, if its editors approved it or somebody
   * corrected it since: then it is not written anew for them. Of several at one time, the one of which most was left out.
   */
  async lastSent(story: StoryId, workspace: WorkspaceId): Promise<ComposedStory | undefined> {
    const names = (await allNames(this.#database, sql`select ${story}::text as id`)).add(story)
    const { rows } = await sql<{ composed: ComposedStory | null; decision: string | null }>`
      select composed, proofs.content -> 'decision' ->> 'kind' as decision
      from edition_stories join editions on editions.id = edition_stories.edition
        join subscriptions on subscriptions.id = editions.subscription
        left join proofs on proofs.edition = editions.id
      where workspace = ${workspace} and edition_stories.story in (${sql.join([...names])})
      order by slot desc, jsonb_array_length(coalesce(composed -> 'draft' -> 'cut', '[]')) desc,
        editions.updated_at desc, editions.id limit 1`.execute(this.#database)
    const [last] = rows
    if (!last?.composed) return undefined
    return last.decision === 'approved' || (last.composed.corrections ?? 0) > 0 ? last.composed : undefined
  }
}
