import type { EditionId } from '../../domain/digest.ts'
import { shiftInstant } from '../../domain/instant.ts'
import { reasonOf } from '../../domain/reason.ts'
import type { Services } from '../../services.ts'
import { renewChanged } from './renew-proof.ts'
import { tellingMs } from './show-proof.ts'

/**
 * Looks after the editions that are with their editors: writes stories again whose articles have changed, shows each
 * proof at its desk as it is now, and returns the editions whose time has come.
 */
export async function tendProofs(
  services: Services,
  { staleMs, limit }: { readonly staleMs: number; readonly limit: number },
): Promise<EditionId[]> {
  const { store, clock, queue } = services
  for (const { id, subscription } of await store.proofs.underReview()) {
    const digest = await store.subscriptions.find(subscription)
    if (digest) await renewSafely(id, () => renewChanged(id, digest, services), services)
  }
  const now = clock.now()
  for (const edition of await store.proofNotices.notShown(shiftInstant(now, -tellingMs), limit))
    await queue.send({ kind: 'show-proof', edition })
  return await store.proofs.ready({ now, stale: shiftInstant(now, -staleMs) }, limit)
}

/** An error in one proof does not keep the others from their editors. */
async function renewSafely(edition: EditionId, renew: () => Promise<unknown>, { log }: Services): Promise<void> {
  try {
    await renew()
  } catch (error) {
    log.error('proof-not-renewed', { edition, reason: reasonOf(error) })
  }
}
