import type { Document } from '../chat/document.ts'
import type { Feed } from '../domain/feed.ts'

/** If no feed can be read, nobody knows if there is news: messages must say so, and never that there is none. */

export const noFeedRead = 'No feed could be read.'

/** Returns true if there are feeds and none of them could be read last time. */
export function noneReadable(feeds: readonly Feed[]): boolean {
  return feeds.length > 0 && feeds.every(({ problem }) => problem !== null)
}

/** An alert for each feed that could not be read, with the reason. */
export function problemsOf(feeds: readonly Feed[]): Document {
  return feeds.flatMap(({ outlet, problem }) =>
    problem === null ? [] : { kind: 'alert' as const, text: `${outlet} could not be read: ${problem}` },
  )
}
