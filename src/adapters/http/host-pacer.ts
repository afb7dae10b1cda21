import { setTimeout as sleep } from 'node:timers/promises'

/** Hosts without a turn are forgotten when there are more than this. */
const mostHosts = 20_000

interface Host {
  /** Resolves when the last turn that was asked for has ended. */
  tail: Promise<unknown>
  waiting: number
  /** In milliseconds of the process's clock. */
  freeAt: number
}

/** Lets one request at a time go to a host, and so far apart from the last one's beginning. */
export class HostPacer {
  readonly #spacingMs: number
  readonly #hosts = new Map<string, Host>()

  constructor(spacingMs: number) {
    this.#spacingMs = spacingMs
  }

  /** Does `work` when it is its turn with that host. `spacingMs` is what the host asks for, where it asks for more. */
  async turn<T>(name: string, work: () => Promise<T>, spacingMs = 0): Promise<T> {
    const host = this.#host(name)
    const before = host.tail
    host.waiting += 1
    const own = before.then(async () => {
      const wait = host.freeAt - performance.now()
      if (wait > 0) await sleep(wait)
      host.freeAt = performance.now() + Math.max(this.#spacingMs, spacingMs)
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
    const now = performance.now()
    for (const [name, { waiting, freeAt }] of this.#hosts) if (waiting === 0 && freeAt <= now) this.#hosts.delete(name)
  }
}
