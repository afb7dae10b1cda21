import type { Command, Order } from '../chat/command.ts'
import { storyId } from '../domain/story.ts'
import type { Reach } from '../ports.ts'
import type { StoredSubscription } from '../store/subscriptions.ts'
import { type CommandContext, findDigest, isAnswer } from './context.ts'
import { visibleDigests } from './visible-digests.ts'

/**
 * Whether somebody may give a command that changes what others get. Who manages the workspace may all; who manages the
 * channel in which it is given may set its digests and add feeds; who made a digest, or was named by them, may change that one, where it is.
 */
export async function mayChange(command: Command, context: CommandContext): Promise<boolean> {
  const reach = await reachOf(context)
  if (reach === 'workspace') return true
  if (command.kind === 'add-feed' || command.kind === 'start-feeds' || command.kind === 'import-feeds')
    return reach === 'channel'
  if (command.kind === 'withdraw-story') return await mayWithdraw(command.story, reach, context)
  if (command.kind === 'schedule-digest') return await maySchedule(command.order, reach, context)
  if (!('digest' in command)) return false
  const found = await findDigest(command.digest, context)
  if (isAnswer(found)) return false
  // In the App Home there is no channel; there it is the digest's own that counts.
  if (context.asker.channel === null && (await reachOf(inChannelOf(found, context))) === 'channel') return true
  // Who was named may change it, and may not name others.
  return isTheirs(found, reach, context) || (command.kind !== 'name-manager' && isManager(found, context))
}

function inChannelOf({ channel }: StoredSubscription, context: CommandContext): CommandContext {
  return { ...context, asker: { ...context.asker, channel } }
}

async function reachOf({ asker, doors }: CommandContext): Promise<Reach> {
  if (asker.mayManage !== null) return asker.mayManage ? 'workspace' : 'nothing'
  const where = asker.channel?.platform ?? asker.workspace.kind
  const platform = doors.platforms.find(({ name }) => name === where)
  return (await platform?.mayManage(asker)) ?? 'nothing'
}

function isTheirs({ owner, channel }: StoredSubscription, reach: Reach, { asker }: CommandContext): boolean {
  if (owner !== null && owner === asker.person) return true
  return reach === 'channel' && channel.id === asker.channel?.id
}

function isManager({ managers }: StoredSubscription, { asker }: CommandContext): boolean {
  return asker.person !== null && managers.includes(asker.person)
}

/** Who may change every digest that told a story may take it back. */
async function mayWithdraw(story: string, reach: Reach, context: CommandContext): Promise<boolean> {
  const { asker, doors } = context
  const tellers = await doors.store.subscriptions.tellersOf(storyId(story), asker.workspace.id)
  return tellers.length > 0 && tellers.every((each) => isTheirs(each, reach, context) || isManager(each, context))
}

/** What is changed is the digest of that name; where there is none, one is made in a channel. */
async function maySchedule(order: Order, reach: Reach, context: CommandContext): Promise<boolean> {
  const { asker } = context
  const old = findOld(order, await visibleDigests(context), asker.channel?.id)
  const target = order.channel ?? old?.channel.id ?? asker.channel?.id
  if (old && !isTheirs(old, reach, context) && !isManager(old, context)) return false
  return target === old?.channel.id || (reach === 'channel' && target === asker.channel?.id)
}

/** The digest that an order changes: the one of its name, or of the channel; undefined where it makes a new one. */
export function findOld(
  { digest, channel, fresh = false }: Order,
  all: readonly StoredSubscription[],
  here: string | undefined,
): StoredSubscription | undefined {
  if (fresh) return undefined
  const name = digest?.trim().toLowerCase()
  return name
    ? all.find((each) => each.name.toLowerCase() === name)
    : all.find((each) => each.channel.id === (channel ?? here))
}
