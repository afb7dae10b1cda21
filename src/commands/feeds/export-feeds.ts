import { hint } from '../context.ts'
import { bareSyntax } from '../options.ts'
import { refused, said } from '../replies.ts'
import type { CommandSpec } from '../spec.ts'
import { mostAddresses } from './start-feeds.ts'

/** Exports the workspace's feeds for other programs. */
export const exportFeeds: CommandSpec<'export-feeds'> = {
  permission: 'everyone',
  worksOffline: true,
  ways: [
    bareSyntax(
      { kind: 'export-feeds' },
      {
        under: 'feeds',
        names: ['export'],
        usage: 'export',
        says: 'Export the feeds for use elsewhere',
      },
    ),
  ],
  print: ({ opml }) => opml,
  handle: async (_, { asker, services }) => {
    const feeds = await services.store.feeds.list(asker.workspace.id)
    if (feeds.length === 0) return refused('not-found', 'There are no feeds yet. Add one first.')
    const { writeOpml } = await import('../../feed/opml.ts')
    const opml = writeOpml(
      feeds.map(({ url, outlet }) => ({ url, title: outlet })),
      'Onrecord feeds',
    )
    const how = `To follow them elsewhere, type ${hint(asker, 'feeds add')} followed by up to ${mostAddresses} of these addresses:`
    return said([how, ...feeds.map(({ url }) => url)], { opml })
  },
}
