import type { Log } from '../../ports.ts'
import type { ModelFault } from './faults.ts'

/** Failures in a row after which the breaker opens. */
const patience = 5
const closedAgainMs = { passing: 60_000, lasting: 600_000 } as const

/** Keeps us from asking an endpoint again and again while it is down or rejects our key. Logs each pause once. */
export class Breaker {
  readonly #log: Log
  #failures = 0
  #open: { readonly reason: string; readonly until: number } | undefined

  constructor(log: Log) {
    this.#log = log
  }

  /** Why nothing may be asked now; undefined if it may. */
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
