/** Discord bans an address after 10,000 answers of 401, 403 or 429 within ten minutes; we stop well before that. */
const most = 1_000
const windowMs = 10 * 60_000

/** Counts requests that Discord calls invalid, so that we stop before it bans us. */
export class InvalidBudget {
  readonly #now: () => number
  #times: number[] = []

  constructor(now: () => number = () => performance.now()) {
    this.#now = now
  }

  count(status: number): void {
    if (status === 401 || status === 403 || status === 429) this.#times.push(this.#now())
  }

  /** How long to pause requests, in milliseconds; 0 for no pause. */
  waitMs(): number {
    const start = this.#now() - windowMs
    if (this.#times.length > most) this.#times = this.#times.filter((time) => time > start)
    const oldest = this.#times[0]
    return this.#times.length >= most && oldest !== undefined ? Math.max(0, oldest - start) : 0
  }
}
