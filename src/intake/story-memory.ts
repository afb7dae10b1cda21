import { inTurns } from '../concurrency.ts'
import { shiftInstant } from '../domain/instant.ts'
import type { ArticleFeatures, JoinStore } from '../store/stories/joins.ts'
import { longestApartHours } from '../story/likeness.ts'
import { StoryIndex } from '../story/story-index.ts'

/** The longest delay before joins by another process become visible, in milliseconds. */
const overlapMs = 5 * 60_000
/** The index is rebuilt, without articles too old to be joined, once it has this many times its first size. */
const growth = 2
const leastForRenewal = 5_000

/** Recent stories, kept between rounds so that a new article does not require loading them all. */
export class StoryMemory {
  #index = new StoryIndex()
  #upTo: string | null = null
  #loaded = 0
  #last: Promise<unknown> = Promise.resolve()

  /** Runs work one after another, because the index must not be reloaded while it is being sorted. */
  async inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const turn = this.#last.then(work, work)
    this.#last = turn
    return await turn
  }

  /** The index, with all articles joined until now. */
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

  async #load(articles: readonly ArticleFeatures[]): Promise<void> {
    await inTurns(articles, ({ id, features, story }) => {
      if (story === null) return
      if (this.#index.holds(id, features)) this.#index.move(id, story)
      else this.#index.hold(id, features, story)
    })
  }

  /** Makes the index reload the next time, because it no longer matches the database. */
  drop(): void {
    this.#upTo = null
  }
}
