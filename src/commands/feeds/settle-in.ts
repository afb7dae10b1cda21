import { demonstration, type WorkspaceId } from '../../domain/subscription.ts'
import { type CommandContext, hint, homeOf } from '../context.ts'

/**
 * Creates the asker's workspace if needed and erases the demonstration. A local workspace also gets a first digest
 * unless `withDigest` is false. Returns the workspace's id.
 */
export async function settleIn(
  { asker, services }: CommandContext,
  { withDigest = true }: { readonly withDigest?: boolean } = {},
): Promise<WorkspaceId> {
  const home = homeOf(asker)
  await services.store.workspaces.erase(demonstration.id)
  await services.store.workspaces.ensure(home)
  if (withDigest && home.kind === 'local')
    await services.store.subscriptions.add({ ...services.defaults, workspace: home.id }, services.clock.now())
  return home.id
}

/** A hint to set up a digest if there is none yet. */
export async function scheduleHint(home: WorkspaceId, { asker, services }: CommandContext): Promise<string[]> {
  const scheduled = (await services.store.subscriptions.list(home)).length > 0
  return scheduled
    ? []
    : [`No digest is set up yet. Set one up: ${hint(asker, 'digest schedule weekdays 8:00 London')}`]
}
