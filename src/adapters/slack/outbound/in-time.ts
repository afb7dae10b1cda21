import { setTimeout as sleep } from 'node:timers/promises'

/** How long Slack may take to answer, in milliseconds; a form that waits for this must open within three seconds. */
const tellMs = 1_200

/** An answer of Slack's, or null if it fails or takes too long for somebody who waits. */
export async function inTime<Answer>(ask: () => Promise<Answer>): Promise<Answer | null> {
  const shutdown = new AbortController()
  const late = sleep(tellMs, null, { signal: shutdown.signal }).catch(() => null)
  const answer = await Promise.race([ask().catch(() => null), late])
  shutdown.abort()
  return answer
}
