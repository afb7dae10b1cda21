import type { Entry, Feed, Hub, Pace } from '../domain/feed.ts'
import { shiftInstant } from '../domain/instant.ts'

/** The time between two polls of a feed about which nothing is known yet, in minutes. */
export const usualMinutes = 15
/** The shortest and the longest time between two polls of a healthy feed, in minutes. */
const shortestMinutes = 10
const longestMinutes = 120
/** Each poll that finds nothing new extends the time by this factor. */
const patience = 1.1
/** The longest wait after a failure or at a feed's request, in minutes. */
const mostMinutes = 24 * 60
/** A denied feed is tried again after hours, not minutes. */
const deniedMinutes = 120
/** A page or feed that is for sale, or that the law keeps closed, does not open for being asked again. */
const closed = new Set([402, 451])
/** How many entries are used to work out a feed's rhythm. */
const rhythmEntries = 11
/** After this many days without one successful poll, a feed is given up. */
const deadDays = 14

/**
 * The time between two polls, in minutes, by a feed's own rhythm: half the median time between its newest entries,
 * longer if nothing has come for a long time.
 */
export function rhythmOf(entries: readonly Entry[], now: string): number {
  const dates = entries.flatMap(({ published }) => (published ? Date.parse(published) : [])).toSorted((a, b) => b - a)
  const newest = dates.slice(0, rhythmEntries)
  const gaps = newest.slice(1).map((date, index) => ((newest[index] ?? date) - date) / 60_000)
  const median = gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)]
  if (newest[0] === undefined || median === undefined) return usualMinutes
  const silence = (Date.parse(now) - newest[0]) / 60_000
  return within(Math.max(median / 2, silence / 10))
}

/** The time between two polls if a hub announces news: polls then only catch what the hub misses. */
export function withHub(minutes: number, hub: Hub | null, now: string): number {
  return hub?.until && hub.until > now ? longestMinutes : minutes
}

/** The time between two polls after one that found nothing new. */
export function slowDown(minutes: number): number {
  return within(minutes * patience)
}

function within(minutes: number): number {
  return Math.min(Math.max(minutes, shortestMinutes), longestMinutes)
}

/** The wishes of a server and a feed for the next poll. */
export interface Wishes {
  /** How long the server says its answer stays fresh, in milliseconds; null if it does not say. */
  readonly freshForMs: number | null
  readonly pace: Pace
}

/** When to poll a feed again after a success, ISO 8601: at its interval, and never earlier than it asks. */
export function nextPoll(
  now: string,
  { id, intervalMinutes }: Pick<Feed, 'id' | 'intervalMinutes'>,
  { freshForMs, pace }: Wishes,
): string {
  const asked = Math.min(Math.max((freshForMs ?? 0) / 60_000, pace.minutes ?? 0), mostMinutes)
  const minutes = Math.max(intervalMinutes * spread(id), asked)
  return afterSkipped(shiftInstant(now, minutes * 60_000), pace)
}

/**
 * When to try a feed again after failures in a row, ISO 8601: later each time, and never earlier than the server asks.
 */
export function nextTry(
  now: string,
  { id, failures, pace }: Pick<Feed, 'id' | 'failures' | 'pace'>,
  { status, retryAfterMs }: { readonly status: number | null; readonly retryAfterMs: number | null },
): string {
  const first = isClosed(status) ? mostMinutes : status === 401 || status === 403 ? deniedMinutes : usualMinutes
  const backOff = Math.min(first * 2 ** Math.min(failures, 20) * spread(id), mostMinutes)
  const asked = Math.max((retryAfterMs ?? 0) / 60_000, pace.minutes ?? 0)
  const minutes = Math.max(backOff, Math.min(asked, mostMinutes))
  return afterSkipped(shiftInstant(now, minutes * 60_000), pace)
}

/** Returns true if a server's answer of this status is to be taken for its last word, at least for a day. */
export function isClosed(status: number | null): boolean {
  return status !== null && closed.has(status)
}

/** Returns true if a feed has failed for so long that it is given up. */
export function isDead(failingSince: string | null, now: string): boolean {
  return failingSince !== null && Date.parse(now) - Date.parse(failingSince) >= deadDays * 86_400_000
}

/**
 * A factor from 0.9 to 1.1, always the same for a feed, so that feeds added together are not always polled together.
 */
function spread(id: string): number {
  let sum = 0
  for (const character of id) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 1_000
  return 0.9 + sum / 5_000
}

/** The first instant outside the hours and days that a feed wants skipped; the given one if that is all of them. */
function afterSkipped(instant: string, { skipHours, skipDays }: Pace): string {
  let at = new Date(instant)
  for (let hours = 0; hours < 8 * 24; hours++) {
    if (!skipHours.includes(at.getUTCHours()) && !skipDays.includes(at.getUTCDay())) return at.toISOString()
    at = new Date(Math.floor(at.getTime() / 3_600_000 + 1) * 3_600_000)
  }
  return instant
}
