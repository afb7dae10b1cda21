/** How long a result is valid, in milliseconds, and the most results kept. */
const goodForMs = 10_000
const most = 2_000

/**
 * Very recent results, by what they depend on: many editions are due in the same minute and contain the same stories. A
 * caller that asks while a result is being made waits for it. Failures are not kept.
 */
export class BriefCache<Value> {
  readonly #now: () => number
  readonly #kept = new Map<string, { readonly value: Promise<Value>; until: number }>()

  constructor(now: () => number = () => performance.now()) {
    this.#now = now
  }

  async get(key: string, make: () => Promise<Value>): Promise<Value> {
    const now = this.#now()
    const known = this.#kept.get(key)
    if (known && known.until > now) return await known.value
    if (this.#kept.size >= most) this.#forget(now)
    const value = make()
    const entry = { value, until: Number.POSITIVE_INFINITY }
    this.#kept.set(key, entry)
    try {
      return await value
    } catch (error) {
      if (this.#kept.get(key) === entry) this.#kept.delete(key)
      throw error
    } finally {
      entry.until = this.#now() + goodForMs
    }
  }

  #forget(now: number): void {
    for (const [key, { until }] of this.#kept) if (until <= now) this.#kept.delete(key)
    if (this.#kept.size >= most) this.#kept.clear()
  }
}
