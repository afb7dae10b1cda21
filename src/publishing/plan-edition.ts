import type { ArticleId } from '../domain/article.ts'
import type { EditionId } from '../domain/digest.ts'
import type { StoryId } from '../domain/story.ts'

/** What an edition is planned from, as the database has it. */
export interface EditionCandidates {
  /** The stories of the last hours, the newest last. */
  readonly recent: readonly StoryId[]
  /** When and in which edition this subscription last posted each of its stories. */
  readonly posted: ReadonlyMap<StoryId, LastPosted>
  /** Stories that were taken back, under any of their names. */
  readonly withdrawn: ReadonlySet<string>
  /** Articles that have come to stories. */
  readonly arrivals: readonly Arrival[]
}

export interface LastPosted {
  /** When its edition came due, ISO 8601. */
  readonly slot: string
  readonly edition: EditionId
}

export interface Arrival {
  readonly story: StoryId
  readonly article: ArticleId
  /** ISO 8601. */
  readonly at: string
}

/** A story that an edition may have. */
export type PlannedStory =
  | { readonly kind: 'new'; readonly story: StoryId }
  /** It was posted before, and these articles have come to it since. */
  | {
      readonly kind: 'follow-up'
      readonly story: StoryId
      readonly lastPosted: LastPosted
      readonly fresh: ReadonlySet<ArticleId>
    }

/**
 * The stories that an edition may have, in the order in which they came: those that the subscription has never posted, and
 * those to which articles have come since it did. A story that was taken back is neither.
 */
export function planEdition({ recent, posted, withdrawn, arrivals }: EditionCandidates): readonly PlannedStory[] {
  const arrivalsOf = Map.groupBy(arrivals, ({ story }) => story)
  return recent.flatMap((story): PlannedStory[] => {
    if (withdrawn.has(story)) return []
    const lastPosted = posted.get(story)
    if (!lastPosted) return [{ kind: 'new', story }]
    const since = (arrivalsOf.get(story) ?? []).filter(({ at }) => at > lastPosted.slot)
    const fresh = new Set(since.map(({ article }) => article))
    return fresh.size > 0 ? [{ kind: 'follow-up', story, lastPosted, fresh }] : []
  })
}
