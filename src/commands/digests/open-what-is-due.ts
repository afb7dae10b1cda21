import { openEdition } from '../../publishing/post-editions.ts'
import type { Services } from '../../services.ts'
import type { StoredSubscription } from '../../store/publishing/subscriptions.ts'

/** Opens a slot that has come but was not opened yet, so that it is not lost when its digest is changed. */
export async function openWhatIsDue(subscription: StoredSubscription, services: Services): Promise<void> {
  const { nextRunAt: slot } = subscription
  if (slot !== null && slot <= services.clock.now()) await openEdition({ subscription, slot }, services)
}
