import type { Services } from '../../services.ts'
import type { StoredSubscription } from '../../store/publishing/subscription-rows.ts'

/** Opens a slot that is due but not yet open, so that it is not lost when the digest is changed. */
export async function openWhatIsDue(subscription: StoredSubscription, services: Services): Promise<void> {
  const { nextRunAt: slot } = subscription
  if (slot === null || slot > services.clock.now()) return
  const { openEdition } = await import('../../publishing/post-editions.ts')
  await openEdition({ subscription, slot }, services)
}
