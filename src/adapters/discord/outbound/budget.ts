/** 10,000 answers of 401, 403 or 429 within ten minutes ban an address; we stop a long way before. */
const most = 1_000
const windowMs = 10 * 60_000

/** Counts requests that Discord calls invalid, so that we stop before it makes us. */
export class InvalidBudget {
  readonly #now: () => number
  #times: number[] = []

  constructor(now: () => number = () => performance.now()) {
    this.#now = now
  }

  count(status: number): void {
    if (status === 401 || status === 403 || status === 429) this.#times.push(this.#now())
  }

  /** For how long nothing should be asked any more, in milliseconds; 0 while all is well. */
  waitMs(): number {
    const start = this.#now() - windowMs
    if (this.#times.length > most) this.#times = this.#times.filter((time) => time > start)
    const oldest = this.#times[0]
    return this.#times.length >= most && oldest !== undefined ? Math.max(0, oldest - start) : 0
  }
}
