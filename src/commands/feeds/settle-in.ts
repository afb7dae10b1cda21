import { demonstration, type WorkspaceId } from '../../domain/subscription.ts'
import { type CommandContext, hint, homeOf } from '../context.ts'

/**
 * A workspace of its own begins with its first feed, which ends the demonstration; at this computer it brings a first
 * digest. Returns where feeds go.
 */
export async function settleIn(
  { asker, doors }: CommandContext,
  { withDigest = true }: { readonly withDigest?: boolean } = {},
): Promise<WorkspaceId> {
  const home = homeOf(asker)
  await doors.store.workspaces.erase(demonstration.id)
  await doors.store.workspaces.ensure(home)
  if (withDigest && home.kind === 'local')
    await doors.store.subscriptions.add({ ...doors.usual, workspace: home.id }, doors.clock.now())
  return home.id
}

/** What to do next, where no digest is set yet. */
export async function scheduleHint(home: WorkspaceId, { asker, doors }: CommandContext): Promise<string[]> {
  const scheduled = (await doors.store.subscriptions.list(home)).length > 0
  return scheduled ? [] : [`No digest is set yet. Set one: ${hint(asker, 'digest schedule weekdays 8:00 London')}`]
}
