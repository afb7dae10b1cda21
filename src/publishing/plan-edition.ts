import type { ArticleId } from '../domain/article.ts'
import type { EditionId } from '../domain/digest.ts'
import type { StoryId } from '../domain/story.ts'

/** The data from the database from which an edition is planned. */
export interface EditionCandidates {
  /** The stories of the last hours, newest last. */
  readonly recent: readonly StoryId[]
  /** The edition in which this subscription last posted each of its stories. */
  readonly posted: ReadonlyMap<StoryId, LastPosted>
  /** The ids of recent stories that were withdrawn, that editors dropped, or that are with them now. */
  readonly unwanted: ReadonlySet<string>
  /** Articles that have joined stories. */
  readonly arrivals: readonly Arrival[]
}

export interface LastPosted {
  /** When its edition was due, ISO 8601. */
  readonly slot: string
  readonly edition: EditionId
}

export interface Arrival {
  readonly story: StoryId
  readonly article: ArticleId
  /** ISO 8601. */
  readonly at: string
}

/** A story that an edition may include. */
export type PlannedStory =
  | { readonly kind: 'new'; readonly story: StoryId }
  /** A story posted before, which the articles in `fresh` have joined since. */
  | {
      readonly kind: 'follow-up'
      readonly story: StoryId
      readonly lastPosted: LastPosted
      readonly fresh: ReadonlySet<ArticleId>
    }

/**
 * The stories that an edition may include, in the order in which they came: those that the subscription has never
 * posted, and those that articles have joined since it did. Unwanted stories are left out.
 */
export function planEdition({ recent, posted, unwanted, arrivals }: EditionCandidates): readonly PlannedStory[] {
  const arrivalsOf = Map.groupBy(arrivals, ({ story }) => story)
  return recent.flatMap((story): PlannedStory[] => {
    if (unwanted.has(story)) return []
    const lastPosted = posted.get(story)
    if (!lastPosted) return [{ kind: 'new', story }]
    const since = (arrivalsOf.get(story) ?? []).filter(({ at }) => at > lastPosted.slot)
    const fresh = new Set(since.map(({ article }) => article))
    return fresh.size > 0 ? [{ kind: 'follow-up', story, lastPosted, fresh }] : []
  })
}
