import { openEdition } from '../../publishing/post-editions.ts'
import type { Doors } from '../../services.ts'
import type { StoredSubscription } from '../../store/subscriptions.ts'

/** Opens a slot that has come but was not opened yet, so that it is not lost when its digest is changed. */
export async function openWhatIsDue(subscription: StoredSubscription, doors: Doors): Promise<void> {
  const { nextRunAt: slot } = subscription
  if (slot !== null && slot <= doors.clock.now()) await openEdition({ subscription, slot }, doors)
}
