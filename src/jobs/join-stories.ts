import { shiftInstant } from '../domain/instant.ts'
import { type JoinStore, newStoryId, type ToldArticle } from '../store/joins.ts'
import { isCopy } from '../story/copies.ts'
import { longestApartHours, StoryIndex } from '../story/story-index.ts'
import type { Doors } from './doors.ts'
import { inTurns } from './in-parallel.ts'

/** Articles joined at once. */
const batchSize = 100
/** What another process has joined is seen so much later at most, in milliseconds. */
const overlapMs = 5 * 60_000
/** The index is made anew, without what is too old to be joined, when it has so many times what was loaded first. */
const growth = 2
const leastForRenewal = 5_000

/** The stories of the last days as they are kept between rounds, so that a new article costs no look at all of them. */
export class StoryMemory {
  #index = new StoryIndex()
  #upTo: string | null = null
  #loaded = 0

  /** The index, with all that has been joined until now. */
  async caughtUp(stories: JoinStore, now: string): Promise<StoryIndex> {
    const start = shiftInstant(now, -longestApartHours * 3_600_000)
    if (this.#upTo === null || this.#index.size > growth * Math.max(this.#loaded, leastForRenewal)) {
      this.#index = new StoryIndex()
      await this.#load(await stories.joinedSince(start))
      this.#loaded = this.#index.size
    } else {
      await this.#load(await stories.joinedSince(shiftInstant(this.#upTo, -overlapMs)))
    }
    this.#upTo = now
    return this.#index
  }

  async #load(told: readonly ToldArticle[]): Promise<void> {
    await inTurns(told, ({ id, telling, story }) => {
      const known = this.#index.storyOf(id)
      if (story === null || known === story) return
      if (known === undefined) this.#index.learn(telling)
      this.#index.hold(id, telling, story)
    })
  }

  /** What is held is not what the database has: it is loaded anew the next time. */
  drop(): void {
    this.#upTo = null
  }
}

/** Joins the articles that have come in, or changed, to stories. Returns how many there were. */
export async function joinStories({ store, clock, stories: memory, log }: Doors): Promise<number> {
  let joined = 0
  for (;;) {
    const before = joined
    try {
      // What takes long is done before others have to wait for it.
      await memory.caughtUp(store.joins, clock.now())
      await store.joins.alone(async (stories) => {
        const now = clock.now()
        const index = await memory.caughtUp(stories, now)
        const waiting = await stories.unjoined(shiftInstant(now, -longestApartHours * 3_600_000), batchSize)
        await inTurns(waiting, ({ id, telling }) => {
          if (index.storyOf(id) === undefined) index.learn(telling)
        })
        await inTurns(waiting, async (article) => await joinOne(article, { index, stories, now }))
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

async function joinOne(article: ToldArticle, { index, stories, now }: Joining): Promise<void> {
  const { id, telling, story: known, version } = article
  index.forget(id)
  const own = known !== null && !index.hasStory(known) ? known : newStoryId(id, known === null ? 1 : version)
  const { story, joining, same } = index.place(telling, own)
  index.hold(id, telling, story)
  const copied = story === own ? undefined : findCopied(article, await stories.sketches(story))
  const how = known !== null && story !== known ? ('left' as const) : joining.how
  const publisher = copied?.publisher ?? article.publisher
  const told = { ...joining, how, copyOf: copied?.id ?? null }
  await stories.join({ article: id, story, publisher, version, joining: told }, now)
  if (same === null) return
  index.merge({ from: same, into: story })
  await stories.merge({ from: same, into: story }, now)
}

/** The article of a story whose text this one has. */
function findCopied<T extends Pick<ToldArticle, 'id' | 'sketch'>>(
  article: ToldArticle,
  members: readonly T[],
): T | undefined {
  return members.find(({ id, sketch }) => id !== article.id && isCopy(sketch, article.sketch))
}
