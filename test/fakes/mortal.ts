/** A process that may die at any moment between two things it does; what it had begun then never goes on. */
export class Mortal {
  #left = Number.POSITIVE_INFINITY
  #die: () => void = () => undefined
  #isDead = false
  /** Moments that it has lived. */
  moments = 0

  /** Lets it live through so many moments more. */
  dieAfter(moments: number): void {
    this.#left = moments
  }

  live(): void {
    this.#left = Number.POSITIVE_INFINITY
  }

  /** Does something in it; whether it died of that. */
  async run(work: () => Promise<void>): Promise<boolean> {
    const death = new Promise<boolean>((resolve) => {
      this.#die = () => resolve(true)
    })
    return await Promise.race([death, work().then(() => false)])
  }

  /** One moment of its life. */
  async moment(): Promise<void> {
    this.moments += 1
    if (!this.#isDead && this.#left > 0) {
      this.#left -= 1
      return
    }
    this.#isDead = true
    this.#die()
    await new Promise(() => undefined)
  }

  /** Calls something outside of it: it may die before that, and after it was done. */
  async call<Value>(work: () => Promise<Value>): Promise<Value> {
    await this.moment()
    const value = await work()
    await this.moment()
    return value
  }

  /** A thing whose parts have methods, each of which is called so. */
  each<Whole extends object>(whole: Whole): Whole {
    return new Proxy(whole, {
      get: (target, name) => {
        const part: unknown = Reflect.get(target, name)
        return typeof part === 'object' && part !== null ? this.#part(part) : part
      },
    })
  }

  #part<Part extends object>(part: Part): Part {
    return new Proxy(part, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name)
        if (typeof value !== 'function') return value
        return async (...given: unknown[]) =>
          await this.call(async () => (await Reflect.apply(value, target, given)) as unknown)
      },
    })
  }
}
