import { isAtComputer } from '../domain/subscription.ts'
import type { StoredSubscription } from '../store/publishing/subscriptions.ts'
import type { CommandContext } from './context.ts'

/**
 * Those of some digests that whoever asks may know of: the ones of channels that they can read. Where they ask from a
 * channel they are in it; of others the platform tells, and what it does not tell is kept from them.
 */
export async function visibleTo(
  digests: readonly StoredSubscription[],
  { asker, services }: Pick<CommandContext, 'asker' | 'services'>,
): Promise<StoredSubscription[]> {
  const { kind } = asker.workspace
  if (isAtComputer(asker.workspace)) return [...digests]
  const elsewhere = digests.filter((digest) => !isHere(digest, asker))
  const channels = [...new Set(elsewhere.map(({ channel }) => channel.id))]
  const platform = services.platforms.find(({ name }) => name === kind)
  const readable = channels.length > 0 ? await platform?.readable?.(asker, channels) : undefined
  return digests.filter((digest) => isHere(digest, asker) || (readable?.has(digest.channel.id) ?? false))
}

/** Whether a digest comes to the very channel in which somebody asks. */
export function isHere({ channel }: StoredSubscription, asker: CommandContext['asker']): boolean {
  return asker.isPicked !== true && channel.id === asker.channel?.id && channel.platform === asker.channel.platform
}

/** The digests of a workspace that whoever asks may know of, by name. */
export async function visibleDigests(
  context: Pick<CommandContext, 'asker' | 'services'>,
): Promise<StoredSubscription[]> {
  return await visibleTo(await context.services.store.subscriptions.list(context.asker.workspace.id), context)
}
