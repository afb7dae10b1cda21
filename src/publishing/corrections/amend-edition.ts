import { rich } from '../../chat/rich-text.ts'
import { placeOf } from '../../commands/context.ts'
import type { EditionId } from '../../domain/digest.ts'
import type { Platform } from '../../ports.ts'
import type { Services } from '../../services.ts'
import type { FiledEdition } from '../../store/publishing/filed-edition.ts'
import { amend } from '../delivery/deliver.ts'
import { notifyOwner } from '../notify-owner.ts'

/** How long until a refused change is tried again, in milliseconds; another correction may have to wait as long. */
const refusedMs = 10 * 60_000
/** For how long what was posted is corrected, in milliseconds: as long as its articles are read again. */
export const correctedForMs = 8 * 24 * 3_600_000
/** The longest wait before another attempt, in milliseconds. */
const longestWaitMs = 5 * 60_000

/** Changes the messages of a posted edition to what they are to say now. Safe to repeat: nothing is posted twice. */
export async function amendEdition(id: EditionId, services: Services): Promise<void> {
  const { store, platforms, queue, log, clock } = services
  const edition = await store.editions.find(id)
  const platform = platforms.find(({ name }) => name === edition?.target?.channel.platform)
  // While it is being posted, whoever posts it makes the change.
  if (edition?.state !== 'posted' || !edition.target || !platform) return
  if (Date.parse(clock.now()) - Date.parse(edition.slot) > correctedForMs) return
  const outcomes = await amend(
    { edition: id, platform, target: edition.target },
    { ...services, posts: store.posts },
    { isPosted: true },
  )
  const problems = outcomes.flatMap((each) => (each.kind === 'failed' || each.kind === 'unknown' ? [each.reason] : []))
  const waits = outcomes.flatMap((each) => (each.kind === 'waiting' ? [each.afterMs] : []))
  for (const problem of new Set(problems)) await tellOwner(edition, { platform, problem }, services)
  log.info('edition-amended', { edition: id, changed: outcomes.filter(({ kind }) => kind === 'posted').length })
  const afterMs = waits.length > 0 ? Math.min(...waits, longestWaitMs) : refusedMs
  if (waits.length > 0 || problems.length > 0) await queue.send({ kind: 'amend-edition', edition: id }, { afterMs })
}

/** Tells the owner of a digest, once, that a correction could not be made there. */
async function tellOwner(
  edition: FiledEdition,
  { platform, problem }: { readonly platform: Platform; readonly problem: string },
  services: Services,
): Promise<void> {
  const { store, log } = services
  const subscription = await store.subscriptions.find(edition.subscription)
  if (!subscription || !(await store.subscriptions.noteProblem(subscription.id, `a correction: ${problem}`))) return
  log.warn('correction-refused', { edition: edition.id, platform: platform.name, problem })
  const channel = placeOf(edition.target?.channel ?? subscription.channel)
  const text = rich`A correction of “${subscription.name}” could not be posted in ${channel}: ${problem}. It will be tried again; please correct it there yourself.`
  await notifyOwner(subscription, [{ kind: 'alert', text }], services)
}
