import { addressOf, asks, unclear, withScheme } from '../../chat/commands/typed-words.ts'
import { textIn } from '../options.ts'
import { said } from '../replies.ts'
import type { CommandSpec } from '../spec.ts'
import { notFollowed } from './find-feed.ts'

/** Stops following a feed. */
export const removeFeed: CommandSpec<'remove-feed'> = {
  permission: 'workspace',
  ways: [
    {
      under: 'feeds',
      names: ['remove', 'delete', 'rm'],
      usage: 'remove <address>',
      says: 'Stop following a feed',
      options: [
        { kind: 'text', name: 'address', says: 'Its address, as the list shows it', required: true, suggest: 'feeds' },
      ],
      read: (rest, { mark }) => {
        const url = addressOf(rest)
        return url
          ? asks({ kind: 'remove-feed', url })
          : unclear(`Give the feed’s address as ${mark}feeds list shows it: ${mark}feeds remove <address>`)
      },
      fill: (options) => asks({ kind: 'remove-feed', url: withScheme(textIn(options, 'address') ?? '') }),
    },
  ],
  handle: async ({ url }, { asker, services }) => {
    const isRemoved = await services.store.feeds.unfollow(asker.workspace.id, url)
    return isRemoved ? said(`Removed ${url}.`, { removed: url }) : notFollowed([url], asker)
  },
}
