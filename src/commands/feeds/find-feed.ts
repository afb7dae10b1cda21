import type { Refusal } from '../../chat/commands/reply.ts'
import type { Entry } from '../../domain/feed.ts'
import type { Asker } from '../../ports.ts'
import type { Services } from '../../services.ts'
import { hint } from '../context.ts'
import { refused } from '../replies.ts'

/** A feed found at an address. */
export interface FoundFeed {
  readonly url: string
  readonly outlet: string
  readonly entries: readonly Pick<Entry, 'title' | 'summary' | 'url' | 'published'>[]
  /** When its newest entry was published, ISO 8601; null if no entry has a date. */
  readonly newest: string | null
}

/** The feed at an address, or the first one that the page there announces. */
export async function findFeed(
  url: string,
  { fetcher, reader }: Pick<Services, 'fetcher' | 'reader'>,
  followPage = true,
): Promise<FoundFeed | Refusal> {
  const fetched = await fetcher.get(url, { asked: true })
  if (fetched.kind === 'gone' || fetched.kind === 'unchanged')
    return refused('unreadable', 'The site says this page no longer exists. Check the address.')
  if (fetched.kind !== 'page') return refused('unreadable', fetched.reason)
  const read = await reader.readFeed(fetched.body, fetched.contentType, fetched.url)
  if (read.kind === 'feed') {
    const { title, entries } = read.feed
    const dates = entries.flatMap(({ published }) => published ?? []).toSorted()
    return { url: fetched.url, outlet: title || new URL(fetched.url).hostname, entries, newest: dates.at(-1) ?? null }
  }
  const { discoverFeeds } = await import('../../feed/discover.ts')
  const [announced] = followPage
    ? discoverFeeds(fetched.body, { url: fetched.url, contentType: fetched.contentType })
    : []
  if (announced) return await findFeed(announced, { fetcher, reader }, false)
  // A page that a busy machine could not read this time may still be a feed.
  if (read.isPassing) return refused('busy', `${url} couldn’t be read just now: ${read.reason}. Try again in a moment.`)
  return refused('unreadable', `No feed found at ${url}: ${read.reason}.`)
}

/** The refusal for addresses of feeds that are not followed. */
export function notFollowed(urls: readonly string[], asker: Asker): Refusal {
  const how = hint(asker, 'feeds list')
  return refused('not-found', `${urls.join(', ')} isn’t followed here. To see the feeds: ${how}`, { field: 'feeds' })
}
