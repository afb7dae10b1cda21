import { nextSlot } from '../../digest/schedule/next-slot.ts'
import { newFrom } from '../../domain/subscription.ts'
import { deletedJustNow, findDigest } from '../find-digest.ts'
import { digestSyntax } from '../options.ts'
import { isRefusal, said } from '../replies.ts'
import type { CommandSpec } from '../spec.ts'
import { confirmation } from './describe-digest.ts'
import { openWhatIsDue } from './open-what-is-due.ts'

/** Ends the pause of a digest. */
export const resumeDigest: CommandSpec<'resume-digest'> = {
  permission: 'digest',
  ways: [
    digestSyntax('resume-digest', {
      names: ['resume', 'start'],
      usage: 'resume',
      says: 'Resume a paused digest',
    }),
  ],
  handle: async ({ digest }, context) => {
    const { store, clock } = context.services
    const found = await findDigest(digest, context)
    if (isRefusal(found)) return found
    await openWhatIsDue(found, context.services)
    const now = clock.now()
    const changed = await store.subscriptions.change(found.id, ({ schedule }) => ({
      pause: null,
      schedule: newFrom(schedule, now),
      nextRunAt: nextSlot(schedule, now),
    }))
    if (!changed) return deletedJustNow(found)
    const followed = await store.feeds.list(found.workspace)
    return said([`“${changed.name}” is no longer paused.`, ...confirmation(changed, followed)], {
      resumed: found.name,
      next: changed.nextRunAt,
    })
  },
}
