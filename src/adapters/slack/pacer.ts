/** Slack takes about one message a second in a channel: https://docs.slack.dev/apis/web-api/rate-limits */
const gapMs = 1_100
/** The longest that a message waits here; what would wait longer is put off. */
export const patienceMs = 5_000

/** Keeps us below the platform's limits, by channel and by workspace, so that it need not refuse. */
export class Pacer {
  readonly #now: () => number
  readonly #next = new Map<string, number>()

  constructor(now: () => number = () => performance.now()) {
    this.#now = now
  }

  /** Takes the next place in a channel: how long to wait for it, or how long to put the message off. */
  enter(workspace: string, channel: string): { readonly waitMs: number } | { readonly putOffMs: number } {
    const now = this.#now()
    const at = Math.max(now, this.#next.get(`${workspace} ${channel}`) ?? 0, this.#next.get(workspace) ?? 0)
    if (at - now > patienceMs) return { putOffMs: at - now }
    this.#forget(now)
    this.#next.set(`${workspace} ${channel}`, at + gapMs)
    return { waitMs: at - now }
  }

  /** Slack has asked for a pause: the whole workspace keeps it. */
  pause(workspace: string, ms: number): void {
    this.#next.set(workspace, this.#now() + ms)
  }

  #forget(now: number): void {
    if (this.#next.size < 10_000) return
    for (const [key, at] of this.#next) if (at < now) this.#next.delete(key)
  }
}
