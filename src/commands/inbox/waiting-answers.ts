import type { Document } from '../../chat/document.ts'
import type { Soon } from '../../ports.ts'

/** The most requests that wait at once. */
const mostWaiting = 40

/** Answers that this process waits for, so that they can be part of the acknowledgement. */
export class WaitingAnswers {
  readonly #waiting = new Map<string, (document: Document) => boolean>()

  isWaiting(id: string): boolean {
    return this.#waiting.has(id)
  }

  /** Gives an answer to the request that waits for it; false if none does, or if the answer does not fit there. */
  hand(id: string, document: Document): boolean {
    return this.#waiting.get(id)?.(document) ?? false
  }

  /** Starts the work and waits for its answer; null if none comes in time, and then it must be sent another way. */
  async wait(id: string, { withinMs, fits }: Soon, begin: () => Promise<boolean>): Promise<Document | null> {
    // Under heavy load, don't wait: a prompt acknowledgement matters more than one that holds the answer.
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
