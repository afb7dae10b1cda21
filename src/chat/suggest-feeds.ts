import type { CommandAnswer } from './command.ts'

/** The feeds of an answer to `list-feeds` in whose name or address these words stand, for choosing while typing. */
export function suggestFeeds(
  { json }: CommandAnswer,
  typed: string,
): { readonly url: string; readonly outlet: string }[] {
  const feeds = (Array.isArray(json) ? json : []) as readonly { url: string; outlet: string }[]
  return feeds.filter(({ url, outlet }) => `${outlet} ${url}`.toLowerCase().includes(typed.toLowerCase()))
}
