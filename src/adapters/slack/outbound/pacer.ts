/** What Slack takes without complaint, a little below what it says: https://docs.slack.dev/apis/web-api/rate-limits */
export const paces = {
  /** It takes a message a second in a channel. */
  posts: { gapMs: 1_100, patienceMs: 2_000 },
  /** It takes fifty edits a minute in a workspace. */
  edits: { gapMs: 1_250, patienceMs: 2_000 },
} as const

interface ChannelPace {
  readonly gapMs: number
  /** The longest that a message waits here; what would wait longer is put off. */
  readonly patienceMs: number
}

/** Who wants a turn where. */
export interface Turn {
  readonly workspace: string
  readonly place: string
  /** The same whenever the same message comes. */
  readonly key: string
}

/** How long after its turn a place that was kept is kept yet, in milliseconds. */
const keptMs = 60_000

/** Keeps us below the platform's limits, by place and by workspace, so that it need not refuse. */
export class Pacer {
  readonly #pace: ChannelPace
  readonly #now: () => number
  /** From when on a place is free. */
  readonly #next = new Map<string, number>()
  /** Until when places and workspaces have been asked to pause. */
  readonly #paused = new Map<string, number>()
  /** Turns of those who were put off. */
  readonly #kept = new Map<string, number>()

  constructor(pace: ChannelPace, now: () => number = () => performance.now()) {
    this.#pace = pace
    this.#now = now
  }

  /** Takes the next turn in a place: how long to wait for it, or how long to put the message off, its turn being kept. */
  enter({ workspace, place, key }: Turn): { readonly waitMs: number } | { readonly putOffMs: number } {
    const now = this.#now()
    this.#forget(now)
    const own = placeOf(workspace, place)
    const paused = Math.max(this.#paused.get(own) ?? 0, this.#paused.get(workspace) ?? 0)
    const kept = this.#kept.get(key)
    const free = this.#next.get(own) ?? 0
    // A turn that was kept through a pause is taken up behind those that came before it.
    const at = Math.max(now, paused, kept !== undefined && kept >= paused ? kept : free)
    if (at !== kept) this.#next.set(own, Math.max(free, at) + this.#pace.gapMs)
    if (at - now > this.#pace.patienceMs) {
      this.#kept.set(key, at)
      return { putOffMs: at - now }
    }
    this.#kept.delete(key)
    return { waitMs: at - now }
  }

  /** Slack has asked for a pause: the place keeps it; and the whole workspace, when another of its places keeps one. */
  pause(workspace: string, place: string, ms: number): void {
    const now = this.#now()
    const own = placeOf(workspace, place)
    const others = [...this.#paused].some(
      ([key, until]) => key !== own && key.startsWith(`${workspace} `) && until > now,
    )
    for (const key of others ? [own, workspace] : [own])
      this.#paused.set(key, Math.max(this.#paused.get(key) ?? 0, now + ms))
  }

  #forget(now: number): void {
    for (const [map, after] of [
      [this.#next, 0],
      [this.#paused, 0],
      [this.#kept, keptMs],
    ] as const)
      if (map.size >= 10_000) for (const [key, at] of map) if (at + after < now) map.delete(key)
  }
}

function placeOf(workspace: string, place: string): string {
  return `${workspace} ${place}`
}
