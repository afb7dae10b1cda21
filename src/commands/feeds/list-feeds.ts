import type { ListedFeed } from '../../chat/commands/command-data.ts'
import { starters } from '../../chat/commands/starters.ts'
import type { Document } from '../../chat/document.ts'
import { counted } from '../../digest/times.ts'
import type { Terms } from '../../domain/article.ts'
import { shiftInstant } from '../../domain/instant.ts'
import { hint } from '../context.ts'
import { bareSyntax } from '../options.ts'
import { textLines } from '../replies.ts'
import type { CommandSpec } from '../spec.ts'
import { termsLine } from './publisher-terms.ts'

/** For how many days pages that could not be read are told. */
const refusedDays = 7

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
    const since = shiftInstant(services.clock.now(), -refusedDays * 24 * 3_600_000)
    const refused = await services.store.measures.refused(
      feeds.map(({ id }) => id),
      since,
    )
    const terms = await services.store.measures.terms(feeds.map(({ id }) => id))
    const wishes = ({ id, url }: (typeof feeds)[number]) => termsLine(terms.get(id), services.licences.ownFor(url))
    const lines: Document = feeds.flatMap((feed) => [
      { kind: 'text' as const, text: `${feed.outlet}: ${feed.url}` },
      ...wishLines(feed.outlet, wishes(feed)),
      ...[feed.problem, feed.note, refusedLine(refused.get(feed.id))].flatMap((text) =>
        text ? [{ kind: 'alert' as const, text: `${feed.outlet}: ${text}` }] : [],
      ),
    ])
    const topics = Object.keys(starters).join(' | ')
    const none = `No feeds yet. Add one: ${hint(asker, 'feeds add <address of a feed or a site>')}, or start with a few: ${hint(asker, `feeds start <${topics}>`)}`
    return {
      done: true,
      document: feeds.length > 0 ? lines : textLines([none]),
      data: feeds.map((feed) => ({
        url: feed.url,
        outlet: feed.outlet,
        failures: feed.failures,
        problem: feed.problem,
        note: feed.note,
        unreadPages: refused.get(feed.id)?.count ?? 0,
        ...termsFields(terms.get(feed.id), wishes(feed)),
        firstReadAt: feed.firstReadAt,
        intervalMinutes: Math.round(feed.intervalMinutes),
      })),
    }
  },
}

function wishLines(outlet: string, line: string | undefined): Document {
  return line === undefined ? [] : [{ kind: 'note', text: `${outlet}: ${line}` }]
}

function termsFields(terms: Terms | undefined, wishes: string | undefined): Pick<ListedFeed, 'terms' | 'wishes'> {
  return { ...(terms ? { terms } : {}), ...(wishes === undefined ? {} : { wishes }) }
}

/** Says how many pages a feed announced in vain, and why; undefined if there are none. */
function refusedLine(refused: { readonly count: number; readonly problem: string } | undefined): string | undefined {
  if (!refused) return undefined
  const { count, problem } = refused
  return `${counted(count, 'page')} of the last ${refusedDays} days couldn’t be read${count > 1 ? ', mostly because' : ' because'} ${problem}`
}
