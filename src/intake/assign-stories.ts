import { inTurns } from '../concurrency.ts'
import type { ArticleId } from '../domain/article.ts'
import { shiftInstant } from '../domain/instant.ts'
import type { StoryId } from '../domain/story.ts'
import type { Services } from '../services.ts'
import { type ArticleFeatures, type JoinStore, newStoryId } from '../store/stories/joins.ts'
import { isCopy } from '../story/copies.ts'
import { longestApartHours } from '../story/likeness.ts'
import { type PlacedArticle, type Placement, placeGroups } from '../story/place-groups.ts'
import { StoryIndex } from '../story/story-index.ts'

/** The number of articles joined at once. */
const batchSize = 100

/** Joins new and changed articles to stories. Returns how many there were. */
export async function assignStories(services: Services): Promise<number> {
  return await services.stories.inTurn(async () => await joinAll(services))
}

async function joinAll({ store, clock, stories: memory, log }: Services): Promise<number> {
  let joined = 0
  for (;;) {
    const before = joined
    try {
      // The slow loading is done before the lock is taken.
      await memory.caughtUp(store.joins, clock.now())
      await store.joins.alone(async (stories) => {
        const now = clock.now()
        const index = await memory.caughtUp(stories, now)
        const waiting = await stories.unjoined(shiftInstant(now, -longestApartHours * 3_600_000), batchSize)
        await joinWaiting(waiting, { index, stories, now })
        joined += waiting.length
      })
    } catch (error) {
      memory.drop()
      throw error
    }
    if (joined > before) log.info('stories-joined', { articles: joined - before })
    if (joined - before < batchSize) return joined
  }
}

interface Joining {
  readonly index: StoryIndex
  readonly stories: JoinStore
  readonly now: string
}

/**
 * Sorts the waiting articles, with all articles connected to them, into stories. The result is the same as if all
 * articles had come at once, in any order.
 */
async function joinWaiting(waiting: readonly ArticleFeatures[], joining: Joining): Promise<void> {
  const { index, stories, now } = joining
  const fresh = new Map(waiting.map((article) => [article.id, article]))
  await inTurns(waiting, ({ id, features, story }) => {
    index.disturb(story)
    index.hold(id, features, null)
  })
  const groups: PlacedArticle[][] = []
  await inTurns(index.sort(), (group) => {
    groups.push(group.map((id) => ({ id, story: index.storyOf(id) ?? fresh.get(id)?.story ?? null })))
  })
  const named = new Set(groups.flat().map(({ story }) => story))
  const placements = placeGroups(groups, (article) => nameStory(article, { index, named }))
  for (const { story, members } of placements) for (const { id } of members) index.move(id, story)
  await inTurns(placements, async (placement) => {
    for (const from of placement.merged) await stories.merge({ from, into: placement.story }, now)
    for (const member of placement.members) await joinOne(member, placement, { ...joining, fresh })
  })
}

/** Names a story after the article that began it, with a number added if another story already has that name. */
function nameStory(
  article: ArticleId,
  { index, named }: { readonly index: StoryIndex; readonly named: Set<StoryId | null> },
): StoryId {
  for (let turn = 1; ; turn++) {
    const name = newStoryId(article, turn)
    if (named.has(name) || index.membersOf(name).length > 0) continue
    named.add(name)
    return name
  }
}

async function joinOne(
  { id, story: known }: PlacedArticle,
  { story, merged }: Placement,
  { index, stories, now, fresh }: Joining & { readonly fresh: ReadonlyMap<ArticleId, ArticleFeatures> },
): Promise<void> {
  const isMoved = known !== null && known !== story && !merged.includes(known)
  const article = fresh.get(id) ?? (isMoved ? await stories.features(id) : undefined)
  if (!article) return
  const { nearest, ...reason } = index.explain(id, article.features)
  const copied = findCopied(article, await stories.sketches(story))
  const how = isMoved ? 'left' : nearest === null ? 'began' : 'joined'
  await stories.join(
    {
      article: id,
      story,
      joining: { how, nearest, ...reason, copyOf: copied?.id ?? null },
      publisher: copied?.publisher ?? article.publisher,
      version: article.version,
    },
    now,
  )
}

/** The story's article whose text this one copies, if any. */
function findCopied<T extends Pick<ArticleFeatures, 'id' | 'sketch'>>(
  article: ArticleFeatures,
  members: readonly T[],
): T | undefined {
  return members.find(({ id, sketch }) => id !== article.id && isCopy(sketch, article.sketch))
}
