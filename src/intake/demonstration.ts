import { demonstration, localWorkspace, type Subscription } from '../domain/subscription.ts'
import type { Services } from '../services.ts'

/** A feed that ships with the project. */
export interface SampleFeed {
  readonly url: string
  readonly outlet: string
}

/** Returns true if the samples are still wanted: until any workspace has a real feed. */
export async function wantsDemonstration({ store }: Pick<Services, 'store'>): Promise<boolean> {
  return !(await store.workspaces.exists(localWorkspace.id)) && !(await store.feeds.anyBeside(demonstration.id))
}

/**
 * Sets up the demonstration workspace, with a subscription that is due at once. If it has not been shown yet, it starts
 * afresh, because what an interrupted start had read may be incomplete or old. A database shared with other processes
 * is not cleared, since one of them may be filling it.
 */
export async function setUpDemonstration(
  feeds: readonly SampleFeed[],
  subscription: Omit<Subscription, 'id' | 'workspace' | 'name'>,
  { store, clock, isAlone }: Pick<Services, 'store' | 'clock'> & { readonly isAlone: boolean },
): Promise<void> {
  const isShown = (await store.editions.countPosted(demonstration.id)) > 0
  if (isAlone && !isShown) await store.workspaces.erase(demonstration.id)
  await store.workspaces.ensure(demonstration)
  for (const feed of feeds) await store.feeds.follow(demonstration.id, feed, clock.now())
  const named = { ...subscription, name: 'Demonstration digest', workspace: demonstration.id }
  await store.subscriptions.add(named, clock.now())
}
