/** How long a result is good for, in milliseconds, and how many are kept. */
const goodForMs = 10_000
const most = 2_000

/**
 * Results of a moment ago, by what they depend on: many editions come due in the same minute and tell the same stories.
 * Who asks while the first is still being made waits for that one. What fails is not kept.
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
