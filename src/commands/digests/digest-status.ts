import { describeFilter, isOpen } from '../../chat/commands/filter-words.ts'
import { asks, nameIn } from '../../chat/commands/typed-words.ts'
import { rich } from '../../chat/rich-text.ts'
import { counted, moment } from '../../digest/times.ts'
import { feedsOf } from '../../publishing/compose-edition.ts'
import { findDigest } from '../find-digest.ts'
import { digestIn, digestName } from '../options.ts'
import { isRefusal, notes } from '../replies.ts'
import type { CommandSpec } from '../spec.ts'
import { describeState, whatAndWhen } from './describe-digest.ts'

/** Shows when a digest comes next, the outcome of its last edition, and any problems with it or its feeds. */
export const digestStatus: CommandSpec<'digest-status'> = {
  permission: 'everyone',
  ways: [
    {
      under: 'digest',
      names: ['status'],
      usage: 'status',
      says: 'When the next edition is due, and what happened to the last one',
      options: [digestName],
      openName: 'status',
      read: (rest) => asks({ kind: 'digest-status', digest: nameIn(rest) }),
      fill: (options) => asks({ kind: 'digest-status', digest: digestIn(options) }),
    },
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
        ? rich`Last edition: ${moment(last.slot, found.schedule.zone)}, ${last.state}${last.reason ? ` (${last.reason})` : ''}.`
        : 'No edition has been due yet.',
      ...(isOpen(found.filter) ? [] : [`Filter: ${describeFilter(found.filter)}.`]),
      `${counted(feeds.length, 'feed')}${failing.length > 0 ? ` (${failing.length} can’t be read)` : ''}.`,
    ]
    const alerts = [
      ...(found.problem && found.problem !== last?.reason ? [found.problem] : []),
      ...failing.map(({ outlet, problem }) => `${outlet} could not be read: ${problem}`),
    ]
    return {
      done: true,
      document: [...notes(lines), ...alerts.map((text) => ({ kind: 'alert' as const, text }))],
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
