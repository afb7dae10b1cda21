import type { Document } from '../../chat/document.ts'
import type { Soon } from '../../ports.ts'

/** Those who wait at once, at most. */
const mostWaiting = 40

/** Answers for which somebody waits in this very process, so that they can be part of the acknowledgement. */
export class WaitingAnswers {
  readonly #waiting = new Map<string, (document: Document) => boolean>()

  isWaiting(id: string): boolean {
    return this.#waiting.has(id)
  }

  /** Hands an answer to whoever waits for it; false where nobody does, or not any more, or it does not fit. */
  hand(id: string, document: Document): boolean {
    return this.#waiting.get(id)?.(document) ?? false
  }

  /** Starts the work and waits for its answer; null where none is coming, or not in time: then it is to be said elsewhere. */
  async wait(id: string, { withinMs, fits }: Soon, begin: () => Promise<boolean>): Promise<Document | null> {
    // In a crush nobody waits: an acknowledgement in time is worth more than one with its answer.
    if (this.#waiting.size >= mostWaiting) {
      await begin()
      return null
    }
    let timer: NodeJS.Timeout | undefined
    const answer = new Promise<Document | null>((give) => {
      const giveUp = () => {
        this.#waiting.delete(id)
        give(null)
      }
      this.#waiting.set(id, (document) => {
        this.#waiting.delete(id)
        const isTheirs = fits(document)
        give(isTheirs ? document : null)
        return isTheirs
      })
      timer = setTimeout(giveUp, withinMs)
    })
    try {
      return (await begin()) ? await answer : null
    } finally {
      clearTimeout(timer)
      this.#waiting.delete(id)
    }
  }
}
