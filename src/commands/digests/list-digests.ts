import { rich } from '../../chat/rich-text.ts'
import type { Feed } from '../../domain/feed.ts'
import type { StoredSubscription } from '../../store/publishing/subscription-rows.ts'
import { hint } from '../context.ts'
import { bareSyntax } from '../options.ts'
import { said } from '../replies.ts'
import type { CommandSpec } from '../spec.ts'
import { visibleDigests } from '../visible-digests.ts'
import { describeState, whatAndWhen } from './describe-digest.ts'

/** Lists the digests that the asker may see, and when they come. */
export const listDigests: CommandSpec<'list-digests'> = {
  permission: 'everyone',
  worksOffline: true,
  ways: [
    bareSyntax(
      { kind: 'list-digests' },
      {
        under: 'digest',
        names: ['list', 'ls'],
        usage: 'list',
        says: 'List the digests and when they’re due',
        openName: 'digests',
      },
    ),
  ],
  handle: async (_, context) => {
    const { asker, services } = context
    const digests = await visibleDigests(context)
    if (digests.length === 0)
      return said(
        `There are no digests that you can see. Set one up: ${hint(asker, 'digest schedule weekdays 8:00 London')}`,
        [],
      )
    const followed = await services.store.feeds.list(asker.workspace.id)
    return said(
      digests.map((each) => rich`${whatAndWhen(each)}, ${describeState(each)}.`),
      digests.map((each) => dataOf(each, followed)),
    )
  },
}

function dataOf(digest: StoredSubscription, followed: readonly Feed[]) {
  const { name, channel, schedule, nextRunAt, pause, problem, stories, shape, filter, approval } = digest
  const feeds = followed.filter(({ id }) => digest.feeds.includes(id)).map(({ url, outlet }) => ({ url, outlet }))
  return { name, channel, schedule, nextRunAt, pause, problem, stories, shape, filter, approval, feeds }
}
