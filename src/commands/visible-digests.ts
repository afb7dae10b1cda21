import { isAtComputer } from '../domain/subscription.ts'
import type { StoredSubscription } from '../store/publishing/subscription-rows.ts'
import { type CommandContext, isOperator } from './context.ts'

/**
 * The digests that the asker may see: those in channels that they can read. They can read the channel they ask from;
 * for other channels the platform decides, and if it gives no answer the digests there are hidden.
 */
export async function visibleTo(
  digests: readonly StoredSubscription[],
  { asker, services }: Pick<CommandContext, 'asker' | 'services'>,
): Promise<StoredSubscription[]> {
  const { kind } = asker.workspace
  if (isAtComputer(asker.workspace) || isOperator(asker)) return [...digests]
  const elsewhere = digests.filter((digest) => !isHere(digest, asker))
  const channels = [...new Set(elsewhere.map(({ channel }) => channel.id))]
  const platform = services.platforms.find(({ name }) => name === kind)
  const readable = channels.length > 0 ? await platform?.readable?.(asker, channels) : undefined
  return digests.filter((digest) => isHere(digest, asker) || (readable?.has(digest.channel.id) ?? false))
}

/** True if a digest goes to the channel from which the asker writes; a channel picked in a form does not count. */
export function isHere({ channel }: StoredSubscription, asker: CommandContext['asker']): boolean {
  return asker.isPicked !== true && channel.id === asker.channel?.id && channel.platform === asker.channel.platform
}

/** All digests of the workspace that the asker may see. */
export async function visibleDigests(
  context: Pick<CommandContext, 'asker' | 'services'>,
): Promise<StoredSubscription[]> {
  return await visibleTo(await context.services.store.subscriptions.list(context.asker.workspace.id), context)
}
