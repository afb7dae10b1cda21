/** What Slack takes without complaint, a little below what it says: https://docs.slack.dev/apis/web-api/rate-limits */
export const gaps = {
  /** Between two messages in a channel, in milliseconds: it takes one a second. */
  posts: 1_100,
  /** Between two edits in a workspace, in milliseconds: it takes fifty a minute. */
  edits: 1_250,
} as const
/** The longest that a message waits here; what would wait longer is put off. */
export const patienceMs = 5_000

/** Keeps us below the platform's limits, by place and by workspace, so that it need not refuse. */
export class Pacer {
  readonly #gapMs: number
  readonly #now: () => number
  readonly #next = new Map<string, number>()

  constructor(gapMs: number, now: () => number = () => performance.now()) {
    this.#gapMs = gapMs
    this.#now = now
  }

  /** Takes the next turn in a place of a workspace: how long to wait for it, or how long to put the message off. */
  enter(workspace: string, place: string): { readonly waitMs: number } | { readonly putOffMs: number } {
    const now = this.#now()
    const at = Math.max(now, this.#next.get(`${workspace} ${place}`) ?? 0, this.#next.get(workspace) ?? 0)
    if (at - now > patienceMs) return { putOffMs: at - now }
    this.#forget(now)
    this.#next.set(`${workspace} ${place}`, at + this.#gapMs)
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
