import type { ParsedCommand, Typed } from '../../chat/commands/menu.ts'
import type { Reply } from '../../chat/commands/reply.ts'
import { addressOf, asks, looksLikeAddress, unclear } from '../../chat/commands/typed-words.ts'
import type { CommandContext } from '../context.ts'
import { textIn } from '../options.ts'
import { isRefusal, said } from '../replies.ts'
import type { CommandSpec } from '../spec.ts'
import { findFeed } from './find-feed.ts'
import { scheduleHint, settleIn } from './settle-in.ts'

/** Follows the feed at an address, or the one that the site there announces. */
export const addFeed: CommandSpec<'add-feed'> = {
  permission: 'channel',
  ways: [
    {
      under: 'feeds',
      names: ['add', 'follow'],
      usage: 'add <addresses of feeds or sites>',
      says: 'Follow a feed',
      options: [
        { kind: 'text', name: 'address', says: 'Address of a feed, or of a site that has one', required: true },
      ],
      read: readAddresses,
      fill: (options) => readAddresses(textIn(options, 'address') ?? '', { mark: '/' }),
      takes: (words) => addressOf(words) !== null && looksLikeAddress(words),
    },
  ],
  handle: async ({ url }, context) => await follow(url, context),
}

/** Turns one address into a feed to add, and several into a list of feeds that succeed or fail one by one. */
function readAddresses(text: string, { mark }: Typed): ParsedCommand {
  const words = text.split(/\s+/).filter(Boolean)
  const url = addressOf(text)
  if (words.length === 0) return { kind: 'form', form: 'feeds' }
  if (url) return asks({ kind: 'add-feed', url })
  return words.every(looksLikeAddress)
    ? asks({ kind: 'start-feeds', topics: [], list: words.join('\n') })
    : unclear(`Give the addresses of feeds or sites: ${mark}feeds add example.org`)
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
