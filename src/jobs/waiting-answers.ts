import type { Document } from '../chat/document.ts'

/** Answers for which somebody waits in this very process, so that they can be part of the acknowledgement. */
export class WaitingAnswers {
  readonly #waiting = new Map<string, (document: Document) => void>()

  /** Hands an answer to whoever waits for it; false where nobody does, or not any more. */
  hand(id: string, document: Document): boolean {
    const give = this.#waiting.get(id)
    give?.(document)
    return this.#waiting.delete(id)
  }

  /** Starts the work and waits for its answer; null where none is coming, or not in time: then it is to be said elsewhere. */
  async wait(id: string, withinMs: number, begin: () => Promise<boolean>): Promise<Document | null> {
    let timer: NodeJS.Timeout | undefined
    const answer = new Promise<Document | null>((give) => {
      this.#waiting.set(id, give)
      timer = setTimeout(() => {
        this.#waiting.delete(id)
        give(null)
      }, withinMs)
    })
    try {
      return (await begin()) ? await answer : null
    } finally {
      clearTimeout(timer)
      this.#waiting.delete(id)
    }
  }
}
