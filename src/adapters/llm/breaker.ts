import type { Log } from '../../ports.ts'
import type { ModelFault } from './faults.ts'

/** So many failures in a row open it. */
const patience = 5
const closedAgainMs = { passing: 60_000, lasting: 600_000 } as const

/** Keeps us from asking an endpoint that is down, or that will not have our key, again and again. Tells the log once. */
export class Breaker {
  readonly #log: Log
  #failures = 0
  #open: { readonly reason: string; readonly until: number } | undefined

  constructor(log: Log) {
    this.#log = log
  }

  /** Why nothing is asked now; undefined when it may be. */
  reason(): string | undefined {
    if (this.#open && performance.now() >= this.#open.until) this.#open = undefined
    return this.#open?.reason
  }

  succeeded(): void {
    this.#failures = 0
  }

  failed(fault: ModelFault): void {
    this.#failures += 1
    if (fault.kind !== 'lasting' && this.#failures < patience) return
    if (this.#open) return
    const kind = fault.kind === 'lasting' ? 'lasting' : 'passing'
    this.#open = { reason: fault.reason, until: performance.now() + closedAgainMs[kind] }
    this.#failures = 0
    this.#log.warn('model-paused', { reason: fault.reason, minutes: closedAgainMs[kind] / 60_000 })
  }
}
