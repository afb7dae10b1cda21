import type { Clock } from '../ports.ts'

/**
 * The time as a database has it, and so the same in every process on it, whatever their machines say: what it said last, and
 * what has passed here since by a clock that nobody sets.
 */
export class DatabaseClock implements Clock {
  #offsetMs = Date.now() - performance.now()

  /** Takes over what the database says; `askedAt` is when it was asked, as `performance.now()` had it. */
  set(said: string, askedAt: number): void {
    const heardAt = performance.now()
    // It said so somewhere between the question and the answer.
    this.#offsetMs = Date.parse(said) - (askedAt + heardAt) / 2
  }

  now(): string {
    return new Date(this.#offsetMs + performance.now()).toISOString()
  }
}
