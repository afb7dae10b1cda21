import { setTimeout as sleep } from 'node:timers/promises'

/** If more hosts than this are known, idle ones are forgotten. */
const mostHosts = 20_000

/** The clock for turns, in milliseconds from an arbitrary start. */
export interface Timing {
  now(): number
  wait(ms: number, signal?: AbortSignal): Promise<void>
}

const realTiming: Timing = {
  now: () => performance.now(),
  wait: async (ms, signal) => await sleep(ms, undefined, { signal }),
}

interface Host {
  /** Resolves when the last turn requested has ended. */
  tail: Promise<unknown>
  waiting: number
  freeAt: number
}

/** Lets one request at a time go to each host, with a least time between the starts of two. */
export class HostPacer {
  readonly #spacingMs: number
  readonly #timing: Timing
  readonly #hosts = new Map<string, Host>()

  constructor(spacingMs: number, timing = realTiming) {
    this.#spacingMs = spacingMs
    this.#timing = timing
  }

  /**
   * Does `work` when its turn with the host comes. If the host asks for a longer `spacingMs` than ours, that applies.
   */
  async turn<T>(
    name: string,
    work: () => Promise<T>,
    {
      spacingMs = 0,
      signal,
    }: { readonly spacingMs?: number | undefined; readonly signal?: AbortSignal | undefined } = {},
  ): Promise<T> {
    const host = this.#host(name)
    const before = host.tail
    host.waiting += 1
    const own = before.then(async () => {
      const ms = host.freeAt - this.#timing.now()
      if (ms > 0) await this.#timing.wait(ms, signal)
      host.freeAt = this.#timing.now() + Math.max(this.#spacingMs, spacingMs)
      return await work()
    })
    host.tail = own.then(
      () => undefined,
      () => undefined,
    )
    try {
      return await own
    } finally {
      host.waiting -= 1
    }
  }

  #host(name: string): Host {
    const known = this.#hosts.get(name)
    if (known) return known
    if (this.#hosts.size >= mostHosts) this.#forgetIdle()
    const host = { tail: Promise.resolve(), waiting: 0, freeAt: 0 }
    this.#hosts.set(name, host)
    return host
  }

  #forgetIdle(): void {
    const now = this.#timing.now()
    for (const [name, { waiting, freeAt }] of this.#hosts) if (waiting === 0 && freeAt <= now) this.#hosts.delete(name)
  }
}
