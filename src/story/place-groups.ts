import type { ArticleId } from '../domain/article.ts'
import type { StoryId } from '../domain/story.ts'

/** An article and its story; null if it is not in a story yet. */
export interface PlacedArticle {
  readonly id: ArticleId
  readonly story: StoryId | null
}

/**
 * The outcome for a group of articles: its story, its articles with their old stories, and the stories merged into it.
 */
export interface Placement {
  readonly story: StoryId
  readonly members: readonly PlacedArticle[]
  /** Stories that end here: all their articles are in this group, and no group continues them. */
  readonly merged: readonly StoryId[]
}

/**
 * Decides the story of each group of articles. A story continues in the group with most of its articles, and a group
 * continues the story of most of its articles; ties go to the earlier group or article. A group that continues no story
 * gets a name.
 */
export function placeGroups(
  groups: readonly (readonly PlacedArticle[])[],
  nameOf: (article: ArticleId) => StoryId,
): Placement[] {
  const storyOf = continued(groups)
  const groupsOf = new Map<StoryId, Set<number>>()
  groups.forEach((group, at) => {
    for (const story of storiesIn(group).keys()) groupsOf.set(story, (groupsOf.get(story) ?? new Set()).add(at))
  })
  const going = new Set(storyOf.values())
  return groups.flatMap((members, at) => {
    const [first] = members
    if (!first) return []
    const merged = [...storiesIn(members).keys()].filter((each) => groupsOf.get(each)?.size === 1 && !going.has(each))
    return [{ story: storyOf.get(at) ?? nameOf(first.id), members, merged }]
  })
}

/** The story that each group continues, by the group's index. */
function continued(groups: readonly (readonly PlacedArticle[])[]): Map<number, StoryId> {
  const claims = groups.flatMap((group, at) =>
    [...storiesIn(group)].map(([story, count]) => ({ group: at, story, count })),
  )
  const storyOf = new Map<number, StoryId>()
  const taken = new Set<StoryId>()
  for (const { group, story } of claims.toSorted((one, other) => other.count - one.count || one.group - other.group)) {
    if (storyOf.has(group) || taken.has(story)) continue
    storyOf.set(group, story)
    taken.add(story)
  }
  return storyOf
}

/** The stories that a group's articles are in, each with its number of articles. */
function storiesIn(group: readonly PlacedArticle[]): Map<StoryId, number> {
  const stories = new Map<StoryId, number>()
  for (const { story } of group) if (story !== null) stories.set(story, (stories.get(story) ?? 0) + 1)
  return stories
}
