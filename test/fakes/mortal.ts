/** A process that may die before or after any call it makes; work it had begun then never continues. */
export class Mortal {
  #left = Number.POSITIVE_INFINITY
  #die: () => void = () => undefined
  #isDead = false
  /** How many moments it has lived through. */
  moments = 0

  /** Lets it live through this many more moments, and then die. */
  dieAfter(moments: number): void {
    this.#left = moments
  }

  live(): void {
    this.#left = Number.POSITIVE_INFINITY
  }

  /** Runs work in it; returns true if it died. */
  async run(work: () => Promise<void>): Promise<boolean> {
    const death = new Promise<boolean>((resolve) => {
      this.#die = () => resolve(true)
    })
    return await Promise.race([death, work().then(() => false)])
  }

  /** One moment at which it may die; if it does, this never resolves. */
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

  /** Makes an outside call; it may die before the call and after it. */
  async call<Value>(work: () => Promise<Value>): Promise<Value> {
    await this.moment()
    const value = await work()
    await this.moment()
    return value
  }

  /** Wraps an object so that every method of its parts is called through `call`. */
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
