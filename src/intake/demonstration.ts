import { demonstration, localWorkspace, type Subscription } from '../domain/subscription.ts'
import type { Services } from '../services.ts'

/** A feed that ships with the project. */
export interface SampleFeed {
  readonly url: string
  readonly outlet: string
}

/** Whether the samples are still wanted: until the first real feed, of whichever workspace. */
export async function wantsDemonstration({ store }: Pick<Services, 'store'>): Promise<boolean> {
  return !(await store.workspaces.exists(localWorkspace.id)) && !(await store.feeds.anyBeside(demonstration.id))
}

/**
 * Sets the demonstration workspace up, with a subscription that is due at once; does nothing where it has been shown. Where a
 * start was ended before that, by whatever means, it begins afresh: what had been read by then may be half of it, or old.
 * A database that other processes share is left as it is, since one of them may be filling it.
 */
export async function setUpDemonstration(
  feeds: readonly SampleFeed[],
  subscription: Omit<Subscription, 'id' | 'workspace'>,
  { store, clock, isAlone }: Pick<Services, 'store' | 'clock'> & { readonly isAlone: boolean },
): Promise<void> {
  const isShown = (await store.editions.countPosted(demonstration.id)) > 0
  if (isAlone && !isShown) await store.workspaces.erase(demonstration.id)
  await store.workspaces.ensure(demonstration)
  for (const feed of feeds) await store.feeds.follow(demonstration.id, feed, clock.now())
  await store.subscriptions.add({ ...subscription, workspace: demonstration.id }, clock.now())
}
