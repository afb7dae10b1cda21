import type { Clock } from '../ports.ts'

/**
 * The database's time, and so the same in every process on it, whatever their machines' clocks say: its last reading
 * plus the time since, by a monotonic clock.
 */
export class DatabaseClock implements Clock {
  #offsetMs = Date.now() - performance.now()

  /** Sets the clock by the database's answer; `askedAt` is when it was asked, by `performance.now()`. */
  set(said: string, askedAt: number): void {
    const heardAt = performance.now()
    // The reading is from some time between the question and the answer; assume the middle.
    this.#offsetMs = Date.parse(said) - (askedAt + heardAt) / 2
  }

  now(): string {
    return new Date(this.#offsetMs + performance.now()).toISOString()
  }
}
