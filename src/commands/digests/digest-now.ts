import { setTimeout as sleep } from 'node:timers/promises'
import type { Answer, Refusal } from '../../chat/commands/reply.ts'
import { sourceTypeField, storiesOf } from '../../chat/export/source-type.ts'
import { type RichText, rich } from '../../chat/rich-text.ts'
import type { EditionId } from '../../domain/digest.ts'
import type { Channel, Subscription } from '../../domain/subscription.ts'
import type { Services } from '../../services.ts'
import { placeOf } from '../context.ts'
import { findDigest } from '../find-digest.ts'
import { digestSyntax } from '../options.ts'
import { isRefusal, refused, said } from '../replies.ts'
import type { CommandSpec } from '../spec.ts'
import { nothingComposed } from './nothing-new.ts'

/** Makes an extra edition of new stories, which count as posted. In a terminal, the edition is the answer. */
export const digestNow: CommandSpec<'digest-now'> = {
  permission: 'digest',
  isCostly: true,
  ways: [
    digestSyntax('digest-now', {
      names: ['now', 'run'],
      usage: 'now',
      says: 'Post what’s new right away',
    }),
  ],
  handle: async ({ digest }, context) => {
    const { services, at } = context
    const found = await findDigest(digest, context)
    if (isRefusal(found)) return found
    if (found.approval && (await isWaiting(found, services)))
      return said([draftLine(found.name, found.approval.desk)], { edition: null })
    const { gatherNews } = await import('../../intake/gather-news.ts')
    await gatherNews(services)
    const { composeEdition } = await import('../../publishing/compose-edition.ts')
    const slot = at ?? services.clock.now()
    const composed = await composeEdition({ ...found, minimum: 1 }, slot, services)
    if (!composed) return await nothingComposed(found, services, () => ({ edition: null, document: [] }))
    const { document } = composed
    if (found.channel.platform === 'terminal' && !found.approval) {
      const edition = await services.store.editions.record(found.id, slot, {
        ...composed,
        workspace: found.workspace,
      })
      return { done: true, document, data: { edition, ...sourceTypeField(storiesOf(document)), document } }
    }
    const edition = await services.store.editions.insert({ subscription: found.id }, slot, async (id, within) => {
      await services.queue.send({ kind: 'post-edition', edition: id }, { within })
    })
    // Without a running service nobody takes the job; it is safe to do twice.
    if (found.channel.platform === 'terminal') {
      const { postEdition } = await import('../../publishing/post-editions.ts')
      await postEdition(edition, services)
    }
    return await outcomeOf(edition, found, services)
  },
}

/** How long to wait for the outcome of an edition before answering, and how often to check, in milliseconds. */
const usualPatienceMs = 3_000
const turnMs = 100

interface Awaited extends Pick<Subscription, 'name' | 'channel' | 'approval'> {
  readonly patienceMs?: number
}

/** The outcome of an edition if it is known soon enough; otherwise says that it is on its way. */
export async function outcomeOf(
  edition: EditionId,
  { name, channel, approval, patienceMs = usualPatienceMs }: Awaited,
  { store }: Services,
): Promise<Answer<{ readonly edition: string | null }> | Refusal> {
  const place = placeOf(channel)
  const desk = approval?.desk
  for (let waited = 0; waited < patienceMs; waited += turnMs) {
    const filed = await store.editions.find(edition)
    if (filed?.state === 'posted') return said([rich`“${name}” has been posted in ${place}.`], { edition })
    if (filed?.state === 'review') return said([draftLine(name, desk)], { edition })
    if (filed?.state === 'failed' || filed?.state === 'unknown')
      return refused('not-posted', `“${name}” could not be posted: ${filed.reason ?? 'the reason isn’t known'}.`)
    await sleep(turnMs)
  }
  return said([rich`“${name}” is on its way to ${place}.`], { edition })
}

/** True if a draft of a digest is with its editors already. */
async function isWaiting({ id, workspace }: Subscription, { store }: Services): Promise<boolean> {
  return (await store.proofs.underReview(workspace)).some(({ subscription }) => subscription === id)
}

/** Where the draft waits for its editors. */
function draftLine(name: string, desk: Channel | undefined): RichText {
  if (!desk || desk.platform === 'terminal') return `The draft of “${name}” waits for your approval: onrecord desk`
  return rich`The draft of “${name}” waits for its editors in ${placeOf(desk)}.`
}
