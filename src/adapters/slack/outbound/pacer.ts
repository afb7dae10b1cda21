/** Our pace, slightly below Slack's documented limits: https://docs.slack.dev/apis/web-api/rate-limits */
export const paces = {
  /** Slack takes one message a second in a channel. */
  posts: { gapMs: 1_100, patienceMs: 2_000 },
  /** Slack takes fifty edits a minute in a workspace. */
  edits: { gapMs: 1_250, patienceMs: 2_000 },
} as const

interface ChannelPace {
  readonly gapMs: number
  /** The longest that a message waits here, in milliseconds; one that would wait longer is put off. */
  readonly patienceMs: number
}

/** A message that needs a turn, and its place. */
export interface Turn {
  readonly workspace: string
  readonly place: string
  /** The same for every attempt at the same message. */
  readonly key: string
}

/** How long a kept turn is remembered after its time, in milliseconds. */
const keptMs = 60_000

/** Keeps us below the platform's limits, by place and by workspace, so that it need not refuse requests. */
export class Pacer {
  readonly #pace: ChannelPace
  readonly #now: () => number
  /** The time from which each place is free. */
  readonly #next = new Map<string, number>()
  /** The time until which each place or workspace is paused. */
  readonly #paused = new Map<string, number>()
  /** The turns kept for messages put off, by message key. */
  readonly #kept = new Map<string, number>()

  constructor(pace: ChannelPace, now: () => number = () => performance.now()) {
    this.#pace = pace
    this.#now = now
  }

  /** Takes the next turn in a place; returns how long to wait, or how long to put the message off, keeping its turn. */
  enter({ workspace, place, key }: Turn): { readonly waitMs: number } | { readonly putOffMs: number } {
    const now = this.#now()
    this.#forget(now)
    const own = placeOf(workspace, place)
    const paused = Math.max(this.#paused.get(own) ?? 0, this.#paused.get(workspace) ?? 0)
    const kept = this.#kept.get(key)
    const free = this.#next.get(own) ?? 0
    // A kept turn that fell into a pause is replaced by the next free one.
    const at = Math.max(now, paused, kept !== undefined && kept >= paused ? kept : free)
    if (at !== kept) this.#next.set(own, Math.max(free, at) + this.#pace.gapMs)
    if (at - now > this.#pace.patienceMs) {
      this.#kept.set(key, at)
      return { putOffMs: at - now }
    }
    this.#kept.delete(key)
    return { waitMs: at - now }
  }

  /** Pauses a place at Slack's request; pauses the whole workspace if another of its places is paused too. */
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
