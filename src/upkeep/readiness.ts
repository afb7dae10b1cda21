import type { Clock, Readiness } from '../ports.ts'
import type { Store } from '../store/store.ts'

/** How long without a round before a process is not ready, in milliseconds; a round is due every minute. */
const silenceMs = 5 * 60_000

export interface ReadinessServices {
  readonly store: Pick<Store, 'measures'>
  readonly clock: Clock
}

/** Watches a process: when its last round ended, and whether it can do its work. */
export class ReadinessProbe {
  readonly #services: ReadinessServices
  readonly #startedAt: string
  #tickAt: string | null = null

  constructor(services: ReadinessServices) {
    this.#services = services
    this.#startedAt = services.clock.now()
  }

  /** Call when a round has ended. */
  noteTick(): void {
    this.#tickAt = this.#services.clock.now()
  }

  /** When the last round ended, in seconds since 1970; 0 before the first. */
  get lastTick(): number {
    return this.#tickAt === null ? 0 : Date.parse(this.#tickAt) / 1_000
  }

  /** Ready while the database answers and, if this process does rounds, they keep coming. */
  async readiness({ works }: { readonly works: boolean }): Promise<Readiness> {
    const now = this.#services.clock.now()
    try {
      await this.#services.store.measures.answers()
    } catch {
      return { ready: false, reason: 'the database isn’t answering' }
    }
    const silent = Date.parse(now) - Date.parse(this.#tickAt ?? this.#startedAt)
    if (works && silent > silenceMs)
      return { ready: false, reason: 'work that was due hasn’t been done for five minutes' }
    return { ready: true }
  }
}
