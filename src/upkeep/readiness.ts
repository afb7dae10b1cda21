import type { Clock, Readiness } from '../ports.ts'
import type { Store } from '../store/store.ts'

/** How long a process may do no round before it is not ready any more, in milliseconds; a round is due every minute. */
const silenceMs = 5 * 60_000

export interface WatchDoors {
  readonly store: Pick<Store, 'measures'>
  readonly clock: Clock
}

/** Keeps an eye on a process: when it last did everything that was due, and whether it can. */
export class Watch {
  readonly #doors: WatchDoors
  readonly #startedAt: string
  #roundAt: string | null = null

  constructor(doors: WatchDoors) {
    this.#doors = doors
    this.#startedAt = doors.clock.now()
  }

  /** A round has ended. */
  noteRound(): void {
    this.#roundAt = this.#doors.clock.now()
  }

  /** In seconds since 1970; 0 before the first. */
  get lastRound(): number {
    return this.#roundAt === null ? 0 : Date.parse(this.#roundAt) / 1_000
  }

  /** Ready while the database answers and, where this process does rounds, they go on. */
  async readiness({ works }: { readonly works: boolean }): Promise<Readiness> {
    const now = this.#doors.clock.now()
    try {
      await this.#doors.store.measures.answers()
    } catch {
      return { ready: false, reason: 'the database does not answer' }
    }
    const silent = Date.parse(now) - Date.parse(this.#roundAt ?? this.#startedAt)
    if (works && silent > silenceMs) return { ready: false, reason: 'what is due has not been done for five minutes' }
    return { ready: true }
  }
}
