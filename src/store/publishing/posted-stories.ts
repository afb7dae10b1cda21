import type { Kysely } from 'kysely'
import { type EditionId, editionId } from '../../domain/digest.ts'
import { type StoryId, storyId } from '../../domain/story.ts'
import type { SubscriptionId } from '../../domain/subscription.ts'
import { instant } from '../schema/instants.ts'
import type { Tables } from '../schema/tables.ts'

/** Which stories subscriptions have told, and when. */
export class PostedStoryStore {
  readonly #database: Kysely<Tables>

  constructor(database: Kysely<Tables>) {
    this.#database = database
  }

  /** How much a subscription has told so far: changes with every edition that tells something. */
  async count(subscription: SubscriptionId): Promise<number> {
    return await countPosted(this.#database, subscription)
  }

  /** When a subscription told each of its stories last, and in which edition. */
  async lastOf(
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

/** The same within a transaction. */
export async function countPosted(database: Kysely<Tables>, subscription: string): Promise<number> {
  const { count } = await database
    .selectFrom('edition_stories')
    .innerJoin('editions', 'editions.id', 'edition_stories.edition')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('subscription', '=', subscription)
    .executeTakeFirstOrThrow()
  return Number(count)
}
