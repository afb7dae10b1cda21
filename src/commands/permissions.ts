import type { Command, CommandKind } from '../chat/commands/command.ts'
import type { StoryId } from '../domain/story.ts'
import type { Scope } from '../ports.ts'
import type { StoredSubscription } from '../store/publishing/subscription-rows.ts'
import type { CommandContext } from './context.ts'
import { findDigest } from './find-digest.ts'
import { isRefusal } from './replies.ts'
import type { CommandSpec } from './spec.ts'

/** Returns true if the asker may give a command. */
export async function mayGive<Kind extends CommandKind>(
  command: Command<Kind>,
  { permission }: Pick<CommandSpec<Kind>, 'permission'>,
  context: CommandContext,
): Promise<boolean> {
  if (permission === 'everyone' || permission === 'editors') return true
  const scope = await scopeOf(context)
  if (scope === 'workspace') return true
  if (permission === 'workspace') return false
  if (permission === 'channel') return scope === 'channel'
  if (typeof permission === 'function') return await permission(command, scope, context)
  const digest = await findDigest('digest' in command ? command.digest : null, context)
  if (isRefusal(digest)) return false
  // The App Home has no channel, so the digest's channel counts there.
  if (context.asker.channel === null && (await scopeOf(inChannelOf(digest, context))) === 'channel') return true
  return isTheirs(digest, scope, context) || (permission === 'digest' && isManager(digest, context))
}

function inChannelOf({ channel }: StoredSubscription, context: CommandContext): CommandContext {
  return { ...context, asker: { ...context.asker, channel } }
}

/** How much the asker may change where they ask, as the platform has it now. */
export async function scopeOf({ asker, services }: CommandContext): Promise<Scope> {
  if (asker.mayManage !== null) return asker.mayManage ? 'workspace' : 'nothing'
  const where = asker.channel?.platform ?? asker.workspace.kind
  const platform = services.platforms.find(({ name }) => name === where)
  return (await platform?.mayManage(asker)) ?? 'nothing'
}

/** True if the asker may change a digest: as its owner, a manager of its channel, or one of its named managers. */
export function mayChange(digest: StoredSubscription, scope: Scope, context: CommandContext): boolean {
  return isTheirs(digest, scope, context) || isManager(digest, context)
}

/** True if the asker may change every digest that has posted a story, and at least one has. */
export async function mayChangeAll(story: StoryId, scope: Scope, context: CommandContext): Promise<boolean> {
  const { asker, services } = context
  const tellers = await services.store.subscriptions.tellersOf(story, asker.workspace.id)
  return tellers.length > 0 && tellers.every((each) => mayChange(each, scope, context))
}

function isTheirs({ owner, channel }: StoredSubscription, scope: Scope, { asker }: CommandContext): boolean {
  if (owner !== null && owner === asker.person) return true
  return scope === 'channel' && channel.id === asker.channel?.id
}

function isManager({ managers }: StoredSubscription, { asker }: CommandContext): boolean {
  return asker.person !== null && managers.includes(asker.person)
}
