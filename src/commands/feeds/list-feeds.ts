import { starters } from '../../chat/commands/starters.ts'
import type { Document } from '../../chat/document.ts'
import { hint } from '../context.ts'
import { bareSyntax } from '../options.ts'
import { notes } from '../replies.ts'
import type { CommandSpec } from '../spec.ts'

/** Lists the workspace's feeds and any problems with them. */
export const listFeeds: CommandSpec<'list-feeds'> = {
  permission: 'everyone',
  worksOffline: true,
  ways: [
    bareSyntax(
      { kind: 'list-feeds' },
      {
        under: 'feeds',
        names: ['list', 'ls'],
        usage: 'list',
        says: 'List the feeds and how they’re doing',
        openName: 'feeds',
        takes: (words) => words === '',
      },
    ),
  ],
  handle: async (_, { asker, services }) => {
    const feeds = await services.store.feeds.list(asker.workspace.id)
    const lines: Document = feeds.flatMap(({ outlet, url, problem, note }) => [
      { kind: 'note' as const, text: `${outlet}: ${url}` },
      ...[problem, note].flatMap((text) => (text ? [{ kind: 'alert' as const, text: `${outlet}: ${text}` }] : [])),
    ])
    const topics = Object.keys(starters).join(' | ')
    const none = `No feeds yet. Add one: ${hint(asker, 'feeds add <address of a feed or a site>')}, or start with a few: ${hint(asker, `feeds start <${topics}>`)}`
    return {
      done: true,
      document: feeds.length > 0 ? lines : notes([none]),
      data: feeds.map(({ url, outlet, failures, problem, note, firstReadAt, intervalMinutes }) => ({
        url,
        outlet,
        failures,
        problem,
        note,
        firstReadAt,
        intervalMinutes: Math.round(intervalMinutes),
      })),
    }
  },
}
