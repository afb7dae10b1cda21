import { workspaceId } from '../../../domain/subscription.ts'
import type { Asker } from '../../../ports.ts'
import type { Interaction } from './interaction.ts'

/** The permissions Manage Server and Administrator. */
const managing = (1n << 5n) | (1n << 3n)

/** The person who asks. A server is a workspace; outside servers, each person is one. */
export function askerOf(interaction: Interaction): Asker {
  const { member, user, guild_id: guild, channel_id: channel } = interaction
  const person = member?.user.id ?? user?.id ?? ''
  const id = guild ? `discord:${guild}` : `discord:user:${person}`
  return {
    workspace: { id: workspaceId(id), kind: 'discord', name: id },
    channel: channel ? { platform: 'discord', id: channel } : null,
    person,
    mayManage: guild ? (BigInt(member?.permissions ?? '0') & managing) !== 0n : true,
  }
}
