import type { Document } from '../chat/document.ts'
import type { Feed } from '../domain/feed.ts'

/** Where no feed can be read nobody knows whether there is news: that is said, and never that there is none. */

export const noFeedRead = 'No feed could be read.'

/** Whether there are feeds, and not one of them could be read last time. */
export function noneReadable(feeds: readonly Feed[]): boolean {
  return feeds.length > 0 && feeds.every(({ problem }) => problem !== null)
}

/** Which feeds could not be read, and why. */
export function problemsOf(feeds: readonly Feed[]): Document {
  return feeds.flatMap(({ outlet, problem }) =>
    problem === null ? [] : { kind: 'alert' as const, text: `${outlet} could not be read: ${problem}` },
  )
}
