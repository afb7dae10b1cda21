import { describeFilter, isOpen } from '../../chat/commands/filter-words.ts'
import { rich } from '../../chat/rich-text.ts'
import { counted, moment } from '../../digest/times.ts'
import { problemsOf } from '../../digest/unreadable-feeds.ts'
import { feedsOf } from '../../publishing/news-sources.ts'
import { findDigest } from '../find-digest.ts'
import { digestSyntax } from '../options.ts'
import { isRefusal, stateName, textLines } from '../replies.ts'
import type { CommandSpec } from '../spec.ts'
import { approvalLine, contentLine, describeState, whatAndWhen } from './describe-digest.ts'

/** Shows when a digest comes next, the outcome of its last edition, and any problems with it or its feeds. */
export const digestStatus: CommandSpec<'digest-status'> = {
  permission: 'everyone',
  ways: [
    digestSyntax('digest-status', {
      names: ['status'],
      usage: 'status',
      says: 'When the next edition is due, and what happened to the last one',
      openName: 'status',
    }),
  ],
  handle: async ({ digest }, context) => {
    const found = await findDigest(digest, context)
    if (isRefusal(found)) return found
    const [last] = await context.services.store.editions.latest(found.id, 1)
    const feeds = await feedsOf(found, context.services)
    const failing = feeds.filter(({ problem }) => problem !== null)
    const lines = [
      rich`${whatAndWhen(found)}; ${describeState(found)}.`,
      last
        ? rich`Last edition: ${moment(last.slot, found.schedule.zone)}, ${stateName(last)}${last.reason ? ` (${last.reason})` : ''}.`
        : 'No edition has been due yet.',
      ...(found.approval ? [approvalLine(found.approval)] : []),
      ...(isOpen(found.filter) ? [] : [`Filter: ${describeFilter(found.filter)}.`]),
      contentLine(found, feeds),
      `${counted(feeds.length, 'feed')}${failing.length > 0 ? ` (${failing.length} can’t be read)` : ''}.`,
    ]
    const own = found.problem !== null && found.problem !== last?.reason ? found.problem : null
    return {
      done: true,
      document: [...textLines(lines), ...(own ? [{ kind: 'alert' as const, text: own }] : []), ...problemsOf(failing)],
      data: {
        digest: found.name,
        next: found.nextRunAt,
        last: last ?? null,
        problem: found.problem,
        failing: failing.length,
      },
    }
  },
}
