import { layoutNotice } from '../../digest/proof/layout-proof.ts'
import type { EditionId } from '../../domain/digest.ts'
import type { Destination, RenderedMessage } from '../../domain/message.ts'
import type { Platform } from '../../ports.ts'
import type { Services } from '../../services.ts'
import type { FiledEdition } from '../../store/publishing/filed-edition.ts'
import { stageOf } from '../../store/publishing/proof-notices.ts'
import type { StoredProof } from '../../store/publishing/proofs.ts'
import type { StoredSubscription } from '../../store/publishing/subscription-rows.ts'
import { deliveryLimits } from '../delivery/deliver-part.ts'
import { notifyOwnerOf } from '../notify-owner.ts'
import { doubtsOf } from './proof-briefs.ts'

/** For how long after an edition is settled its desk is told how it ended, in milliseconds. */
export const tellingMs = 24 * 3_600_000
/** The wait before the desk is tried again if the platform gives none, in milliseconds. */
const againMs = 5_000

/** What is shown of one proof, and where. */
interface Showing {
  readonly edition: FiledEdition
  readonly proof: StoredProof
  readonly subscription: StoredSubscription
  readonly platform: Platform
}

/** Shows a proof at its desk in one message, or changes that message to what holds now. Safe to repeat. */
export async function showProof(id: EditionId, services: Services): Promise<void> {
  const { store } = services
  const [edition, proof] = [await store.editions.find(id), await store.proofs.find(id)]
  const subscription = edition && (await store.subscriptions.find(edition.subscription))
  if (!edition || !proof || !subscription) return
  const platform = services.platforms.find(({ name }) => name === proof.approval.desk.platform)
  if (!platform || proof.notice.stage >= stageOf(proof, edition)) return
  const showing = { edition, proof, subscription, platform }
  const message = await noticeOf(showing, services)
  if (proof.notice.message !== null) return await change(message, showing, services)
  await send(message, showing, services)
}

async function noticeOf(
  { edition, proof, subscription, platform }: Showing,
  services: Services,
): Promise<RenderedMessage> {
  const doubts = await doubtsOf(proof.stories, services)
  const [message = {}] = platform.render(layoutNotice(proof, { edition, subscription, doubts }), 'whole')
  return message
}

function destinationOf({ edition, proof, subscription }: Showing): Destination {
  const { workspace } = subscription
  const since = proof.notice.begunAt
  return { workspace, channel: proof.approval.desk.id, parent: null, key: `${edition.id}.d`, silent: false, since }
}

/** Sends the message, unless it may be there already: then it is looked for first. */
async function send(message: RenderedMessage, showing: Showing, services: Services): Promise<void> {
  const { edition, proof, platform } = showing
  const { store, clock } = services
  const { begunAt } = proof.notice
  const stage = stageOf(proof, edition)
  const age = begunAt === null ? deliveryLimits.graceMs : Date.parse(clock.now()) - Date.parse(begunAt)
  if (age < deliveryLimits.graceMs) return await again(edition.id, deliveryLimits.graceMs - age, services)
  const now = clock.now()
  if (!(await store.proofNotices.begin(edition.id, begunAt, now))) return
  if (begunAt !== null) {
    const found = await platform.find(destinationOf(showing))
    if (found.kind === 'found') {
      await store.proofNotices.settle(edition.id, { message: found.message, stage: 0 })
      return await again(edition.id, 0, services)
    }
    if (found.kind === 'later') return await again(edition.id, found.retryAfterMs, services)
    if (found.kind === 'unsure') return await giveUp(found.reason, showing, services)
  }
  const sent = await platform.send(message, destinationOf(showing))
  services.log.info('proof-shown', { edition: edition.id, outcome: sent.kind })
  switch (sent.kind) {
    case 'sent':
      return await store.proofNotices.settle(edition.id, { message: sent.message, stage })
    case 'refused':
      return await giveUp(sent.reason, showing, services)
    case 'later':
      await store.proofNotices.begin(edition.id, now, null)
      return await again(edition.id, sent.retryAfterMs, services)
    case 'unknown':
      return await again(edition.id, deliveryLimits.graceMs, services)
  }
}

/** Changes the message where it is; left as it is where a platform cannot change messages. */
async function change(message: RenderedMessage, showing: Showing, services: Services): Promise<void> {
  const { edition, proof, platform } = showing
  const posted = proof.notice.message ?? ''
  const stage = stageOf(proof, edition)
  const edited = await platform.edit?.(message, { ...destinationOf(showing), message: posted })
  if (edited?.kind === 'later' || edited?.kind === 'unknown')
    return await again(edition.id, edited.kind === 'later' ? edited.retryAfterMs : againMs, services)
  await services.store.proofNotices.settle(edition.id, { message: posted, stage })
}

/** Tells the digest's owner that its editors cannot see the proof there. */
async function giveUp(reason: string, { edition, proof, subscription, platform }: Showing, services: Services) {
  await services.store.proofNotices.settle(edition.id, { message: null, stage: stageOf(proof, edition) })
  const problem = `its draft could not be shown to its editors: ${reason}`
  await notifyOwnerOf(subscription, { platform, problem }, services)
}

async function again(edition: EditionId, afterMs: number, { queue }: Services): Promise<void> {
  await queue.send({ kind: 'show-proof', edition }, { afterMs })
}
