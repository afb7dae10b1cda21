import { type Kysely, sql } from 'kysely'
import { type EditionId, editionId } from '../../domain/digest.ts'
import { type StoryId, storyId } from '../../domain/story.ts'
import type { SubscriptionId } from '../../domain/subscription.ts'
import { instant } from '../schema/instants.ts'
import type { Tables } from '../schema/tables.ts'

/** The stories that subscriptions have posted, and when. */
export class PostedStoryStore {
  readonly #database: Kysely<Tables>

  constructor(database: Kysely<Tables>) {
    this.#database = database
  }

  /** How many stories a subscription has posted so far: changes with every edition that contains any. */
  async count(subscription: SubscriptionId): Promise<number> {
    return await countPosted(this.#database, subscription)
  }

  /** When and in which edition a subscription last posted each of its stories, as of when it was composed. */
  async lastOf(
    subscription: SubscriptionId,
  ): Promise<Map<StoryId, { readonly slot: string; readonly edition: EditionId }>> {
    const rows = await this.#database
      .selectFrom('edition_stories')
      .innerJoin('editions', 'editions.id', 'edition_stories.edition')
      .leftJoin('proofs', 'proofs.edition', 'editions.id')
      .select(['story', 'edition_stories.edition'])
      // An edition with editors was composed before its slot; what came in between is news.
      .select(sql<Date>`least(slot, (content ->> 'madeAt')::timestamptz)`.as('slot'))
      .where('subscription', '=', subscription)
      .orderBy('editions.slot')
      .execute()
    return new Map(
      rows.map(({ story, slot, edition }) => [storyId(story), { slot: instant(slot), edition: editionId(edition) }]),
    )
  }

  /** The number of a subscription's editions between two instants that were not skipped. */
  async editions(
    subscription: SubscriptionId,
    { from, to }: { readonly from: string; readonly to: string },
  ): Promise<number> {
    const { count } = await this.#database
      .selectFrom('editions')
      .select(({ fn }) => fn.countAll().as('count'))
      .where('subscription', '=', subscription)
      .where('slot', '>=', new Date(from))
      .where('slot', '<', new Date(to))
      .where('state', '<>', 'skipped')
      .executeTakeFirstOrThrow()
    return Number(count)
  }

  /** The stories that a subscription has posted, each with the editions that contain it, earliest first. */
  async of(subscription: SubscriptionId): Promise<Map<StoryId, readonly EditionId[]>> {
    const rows = await this.#database
      .selectFrom('edition_stories')
      .innerJoin('editions', 'editions.id', 'edition_stories.edition')
      .select(['story', 'edition'])
      .where('subscription', '=', subscription)
      .orderBy('slot')
      .execute()
    const byStory = Map.groupBy(rows, ({ story }) => storyId(story))
    return new Map([...byStory].map(([story, posted]) => [story, posted.map(({ edition }) => editionId(edition))]))
  }
}

/** The same, within a transaction. */
export async function countPosted(database: Kysely<Tables>, subscription: string): Promise<number> {
  const { count } = await database
    .selectFrom('edition_stories')
    .innerJoin('editions', 'editions.id', 'edition_stories.edition')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('subscription', '=', subscription)
    .executeTakeFirstOrThrow()
  return Number(count)
}
