import type { ListedFeed } from './command-data.ts'

/** Those of some feeds in whose name or address these words stand, for choosing while typing. */
export function suggestFeeds(feeds: readonly ListedFeed[], typed: string): readonly ListedFeed[] {
  return feeds.filter(({ url, outlet }) => `${outlet} ${url}`.toLowerCase().includes(typed.toLowerCase()))
}
