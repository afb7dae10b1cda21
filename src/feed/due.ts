import type { Entry, Feed, Hub, Pace } from '../domain/feed.ts'
import { shiftInstant } from '../domain/instant.ts'

/** How long between two polls of a feed of which nothing is known, in minutes. */
export const usualMinutes = 15
/** The shortest and the longest time between two polls of a healthy feed, in minutes. */
const shortestMinutes = 10
const longestMinutes = 120
/** With each poll that finds nothing new the time grows by this factor. */
const patience = 1.1
/** The longest wait that a failure or a wish can bring, in minutes. */
const mostMinutes = 24 * 60
/** Who is not let in asks again after hours, not minutes. */
const deniedMinutes = 120
/** How many entries tell a feed's rhythm. */
const rhythmEntries = 11
/** After so many days without one good poll nobody waits for a feed any more. */
const deadDays = 14

/**
 * How long between two polls, in minutes, by a feed's own rhythm: half the median time between its newest entries, more
 * while nothing has come for long.
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

/** The same where a hub tells of news: then a poll is for what it forgets. */
export function withHub(minutes: number, hub: Hub | null, now: string): number {
  return hub?.until && hub.until > now ? longestMinutes : minutes
}

/** The same after a poll that found nothing new. */
export function slowDown(minutes: number): number {
  return within(minutes * patience)
}

function within(minutes: number): number {
  return Math.min(Math.max(minutes, shortestMinutes), longestMinutes)
}

/** What a server and a feed have to say about the next poll. */
export interface Wishes {
  /** How long the answer stays fresh, in milliseconds, by the server's word; null where it does not say. */
  readonly freshForMs: number | null
  readonly pace: Pace
}

/** When a feed that was read is to be polled again, ISO 8601: at its interval, and never before it asks. */
export function nextPoll(
  now: string,
  { id, intervalMinutes }: Pick<Feed, 'id' | 'intervalMinutes'>,
  { freshForMs, pace }: Wishes,
): string {
  const asked = Math.min(Math.max((freshForMs ?? 0) / 60_000, pace.minutes ?? 0), mostMinutes)
  const minutes = Math.max(intervalMinutes * spread(id), asked)
  return afterSkipped(shiftInstant(now, minutes * 60_000), pace)
}

/** When a feed is to be tried again after failures in a row, ISO 8601: ever later, and never before the server asks. */
export function nextTry(
  now: string,
  { id, failures, pace }: Pick<Feed, 'id' | 'failures' | 'pace'>,
  { status, retryAfterMs }: { readonly status: number | null; readonly retryAfterMs: number | null },
): string {
  const first = status === 401 || status === 403 ? deniedMinutes : usualMinutes
  const backOff = Math.min(first * 2 ** Math.min(failures, 20) * spread(id), mostMinutes)
  const asked = Math.max((retryAfterMs ?? 0) / 60_000, pace.minutes ?? 0)
  const minutes = Math.max(backOff, Math.min(asked, mostMinutes))
  return afterSkipped(shiftInstant(now, minutes * 60_000), pace)
}

/** Whether a feed has failed for so long that it is given up. */
export function isDead(failingSince: string | null, now: string): boolean {
  return failingSince !== null && Date.parse(now) - Date.parse(failingSince) >= deadDays * 86_400_000
}

/** From 0.9 to 1.1, the same for a feed each time: feeds that began together do not stay together. */
function spread(id: string): number {
  let sum = 0
  for (const character of id) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 1_000
  return 0.9 + sum / 5_000
}

/** The first instant that lies in no hour and on no day that a feed wants to be left alone; the same where it wants that always. */
function afterSkipped(instant: string, { skipHours, skipDays }: Pace): string {
  let at = new Date(instant)
  for (let hours = 0; hours < 8 * 24; hours++) {
    if (!skipHours.includes(at.getUTCHours()) && !skipDays.includes(at.getUTCDay())) return at.toISOString()
    at = new Date(Math.floor(at.getTime() / 3_600_000 + 1) * 3_600_000)
  }
  return instant
}
