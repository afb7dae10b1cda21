import { shiftInstant } from '../domain/instant.ts'

/** How long between two polls of a healthy feed, in minutes. */
const intervalMinutes = 15
/** The longest wait after failures, in minutes. */
const maxBackOffMinutes = 24 * 60

/** When a feed is to be polled again, ISO 8601: at its interval, later with each failure in a row, never before it asks. */
export function nextPoll(
  now: string,
  { failures, retryAfterMs }: { failures: number; retryAfterMs: number | null },
): string {
  const minutes = Math.min(intervalMinutes * 2 ** failures, maxBackOffMinutes)
  const waitMs = Math.max(minutes * 60_000, Math.min(retryAfterMs ?? 0, maxBackOffMinutes * 60_000))
  return shiftInstant(now, waitMs)
}
