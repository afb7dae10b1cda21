import { inTurns } from '../concurrency.ts'
import { shiftInstant } from '../domain/instant.ts'
import type { ArticleFeatures, JoinStore } from '../store/stories/joins.ts'
import { longestApartHours } from '../story/likeness.ts'
import { StoryIndex } from '../story/story-index.ts'

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
  #last: Promise<unknown> = Promise.resolve()

  /** Does one thing after another: what is being sorted must not be loaded anew meanwhile. */
  async inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const turn = this.#last.then(work, work)
    this.#last = turn
    return await turn
  }

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

  async #load(articles: readonly ArticleFeatures[]): Promise<void> {
    await inTurns(articles, ({ id, features, story }) => {
      if (story === null) return
      if (this.#index.holds(id, features)) this.#index.move(id, story)
      else this.#index.hold(id, features, story)
    })
  }

  /** What is held is not what the database has: it is loaded anew the next time. */
  drop(): void {
    this.#upTo = null
  }
}
