import type { ListedFeed } from './command-data.ts'

/** The feeds whose outlet or address contains the typed text, offered while people type. */
export function suggestFeeds(feeds: readonly ListedFeed[], typed: string): readonly ListedFeed[] {
  return feeds.filter(({ url, outlet }) => `${outlet} ${url}`.toLowerCase().includes(typed.toLowerCase()))
}
