import type { Reply } from '../../chat/commands/command.ts'
import { addressOf, asks, unclear, withScheme } from '../../chat/commands/typed-words.ts'
import type { CommandContext } from '../context.ts'
import { isRefusal, said } from '../replies.ts'
import type { CommandSpec } from '../spec.ts'
import { findFeed } from './find-feed.ts'
import { scheduleHint, settleIn } from './settle-in.ts'

/** Follows the feed at an address, or the one that the site there announces. */
export const addFeed: CommandSpec<'add-feed'> = {
  permission: 'channel',
  isCostly: true,
  ways: [
    {
      under: 'feeds',
      names: ['add', 'follow'],
      usage: 'add <addresses of feeds or sites>',
      says: 'Follow a feed',
      options: [{ kind: 'text', name: 'url', says: 'Address of a feed, or of a site that has one', required: true }],
      read: (rest, { mark }) => {
        const words = rest.split(/\s+/).filter(Boolean)
        const url = addressOf(rest)
        if (words.length === 0) return { kind: 'form', form: 'feeds' }
        if (url) return asks({ kind: 'add-feed', url })
        return words.every((word) => /[./]/.test(word))
          ? asks({ kind: 'start-feeds', topics: [], list: words.join('\n') })
          : unclear(`Give the addresses of feeds or sites: ${mark}feeds add example.org`)
      },
      fill: (options) => asks({ kind: 'add-feed', url: withScheme(String(options.get('url') ?? '')) }),
      takes: (words) => addressOf(words) !== null && /[./]/.test(words),
    },
  ],
  handle: async ({ url }, context) => await follow(url, context),
}

/** Follows the feed at an address. */
export async function follow(url: string, context: CommandContext): Promise<Reply<'add-feed'>> {
  const { services } = context
  const found = await findFeed(url, services)
  if (isRefusal(found)) return found
  const home = await settleIn(context)
  const added = await services.store.feeds.follow(home, found, services.clock.now())
  if (!added) return said(`${found.url} is already followed.`, { added: null })
  const next = await scheduleHint(home, context)
  return said([`Added ${found.outlet}: ${found.url}`, ...next], { added: found.url, outlet: found.outlet })
}
