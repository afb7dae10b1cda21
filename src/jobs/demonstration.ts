import { demonstration, localWorkspace, type Subscription } from '../domain/subscription.ts'
import type { Doors } from './doors.ts'

/** A feed that ships with the project. */
export interface SampleFeed {
  readonly url: string
  readonly outlet: string
}

/** Whether the samples are still wanted: until the first real feed, of whichever workspace. */
export async function wantsDemonstration({ store }: Pick<Doors, 'store'>): Promise<boolean> {
  return !(await store.workspaces.exists(localWorkspace.id)) && !(await store.feeds.anyBeside(demonstration.id))
}

/** Sets the demonstration workspace up, with a subscription that is due at once; does nothing where it stands already. */
export async function setUpDemonstration(
  feeds: readonly SampleFeed[],
  subscription: Omit<Subscription, 'id' | 'workspace'>,
  { store, clock }: Doors,
): Promise<void> {
  await store.workspaces.ensure(demonstration)
  for (const feed of feeds) await store.feeds.follow(demonstration.id, feed, clock.now())
  await store.subscriptions.add({ ...subscription, workspace: demonstration.id }, clock.now())
}
