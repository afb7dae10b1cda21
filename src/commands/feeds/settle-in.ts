import { demonstration, type WorkspaceId } from '../../domain/subscription.ts'
import { type CommandContext, hint, homeOf } from '../context.ts'

/**
 * A workspace of its own begins with its first feed, which ends the demonstration; at this computer it brings a first
 * digest. Returns where feeds go.
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

/** What to do next, where no digest is set yet. */
export async function scheduleHint(home: WorkspaceId, { asker, services }: CommandContext): Promise<string[]> {
  const scheduled = (await services.store.subscriptions.list(home)).length > 0
  return scheduled
    ? []
    : [`No digest is set up yet. Set one up: ${hint(asker, 'digest schedule weekdays 8:00 London')}`]
}
