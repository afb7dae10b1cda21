import type { Reply } from '../../chat/commands/reply.ts'
import { asks } from '../../chat/commands/typed-words.ts'
import { counted } from '../../digest/times.ts'
import { reasonOf } from '../../domain/reason.ts'
import type { FeedLink } from '../../feed/opml.ts'
import type { CommandContext } from '../context.ts'
import { refused, said } from '../replies.ts'
import type { CommandSpec } from '../spec.ts'
import { settleIn } from './settle-in.ts'

/** The most feeds in one imported list. */
const mostImported = 2_000

/** Follows all feeds in an OPML list. */
export const importFeeds: CommandSpec<'import-feeds'> = {
  permission: 'channel',
  ways: [
    {
      under: 'feeds',
      names: ['import'],
      usage: 'import <file>',
      says: 'Follow all the feeds in an OPML list',
      options: [{ kind: 'file', name: 'list', says: 'An OPML file', required: true }],
      fill: (options) => asks({ kind: 'import-feeds', opml: String(options.get('list') ?? '') }),
    },
  ],
  handle: async ({ opml }, context) => await followList(opml, context),
}

/** Follows the feeds in an OPML list; refuses a list that is invalid, empty or too long. */
export async function followList(opml: string, context: CommandContext): Promise<Reply<'import-feeds'>> {
  const { readOpml } = await import('../../feed/opml.ts')
  let links: readonly FeedLink[]
  try {
    links = readOpml(opml).filter(({ url }) => URL.canParse(url) && /^https?:/.test(url))
  } catch (error) {
    return refused('unreadable', reasonOf(error))
  }
  if (links.length === 0) return refused('not-found', 'That list has no feeds in it. Try another one.')
  if (links.length > mostImported)
    return refused(
      'limit',
      `That list has ${links.length} feeds, and the limit is ${mostImported}. Split it into smaller lists.`,
    )
  const { services } = context
  const home = await settleIn(context)
  let added = 0
  for (const { url, title } of links) {
    if (await services.store.feeds.follow(home, { url, outlet: title }, services.clock.now())) added += 1
  }
  const known = links.length - added
  return said(`Added ${counted(added, 'feed')}; ${known} already followed.`, { added, known })
}
