import { setTimeout as sleep } from 'node:timers/promises'
import { PermissionFlagsBits, RateLimitError, type REST, Routes } from 'discord.js'
import { discordCode, refusalReason } from './answers.ts'

/** Finds the channels of a server that a person can see, from its current roles and overwrites. */

interface Guild {
  readonly id: string
  readonly owner_id?: string
  readonly roles?: readonly { readonly id: string; readonly permissions: string }[]
}

interface GuildChannel {
  readonly id: string
  readonly type: number
  readonly guild_id?: string
  readonly parent_id?: string | null
  readonly flags?: number
  readonly permission_overwrites?: readonly Overwrite[]
}

interface Overwrite {
  readonly id: string
  readonly allow: string
  readonly deny: string
}

interface Viewer {
  readonly person: string
  readonly guild: Guild
  readonly roles: readonly string[]
}

const threadTypes = new Set([10, 11, 12])
const privateThread = 12
/** The most attempts at a request, and the longest wait between them, in milliseconds. */
const turns = 4
const longestWaitMs = 1_500

/** The given channels that a person can see; channels that Discord refuses to describe are left out. */
export async function readableBy(
  { workspace, person }: { readonly workspace: string; readonly person: string | null },
  channels: readonly string[],
  rest: REST,
): Promise<ReadonlySet<string>> {
  if (person === null) return new Set()
  // A person who uses the app alone.
  if (workspace === `discord:user:${person}`) return new Set(channels)
  const id = workspace.replace(/^discord:/, '')
  try {
    const guild = (await get(Routes.guild(id), rest)) as Guild
    const { roles } = (await get(Routes.guildMember(id, person), rest)) as { readonly roles: readonly string[] }
    const viewer = { person, guild, roles }
    const seen = await Promise.all(
      channels.map(async (channel) => ((await canView(channel, viewer, rest).catch(() => false)) ? channel : [])),
    )
    return new Set(seen.flat())
  } catch {
    return new Set()
  }
}

/** Returns true if a person has a role, or can see a channel; false if Discord does not confirm it. */
export async function isIn(
  { workspace, person }: { readonly workspace: string; readonly person: string | null },
  of: { readonly group: string } | { readonly channel: string },
  rest: REST,
): Promise<boolean> {
  if (person === null) return false
  if ('channel' in of) return (await readableBy({ workspace, person }, [of.channel], rest)).has(of.channel)
  const guild = workspace.replace(/^discord:/, '')
  try {
    const { roles } = (await get(Routes.guildMember(guild, person), rest)) as { readonly roles: readonly string[] }
    return roles.includes(of.group)
  } catch {
    return false
  }
}

async function canView(id: string, viewer: Viewer, rest: REST): Promise<boolean> {
  const channel = (await get(Routes.channel(id), rest)) as GuildChannel
  if (channel.guild_id !== viewer.guild.id) return false
  if (!threadTypes.has(channel.type)) return mayView(channel, viewer)
  // Anyone who sees a channel sees its threads; a private thread also requires being added to it.
  if (!channel.parent_id || !mayView((await get(Routes.channel(channel.parent_id), rest)) as GuildChannel, viewer))
    return false
  if (channel.type === privateThread) await get(Routes.threadMembers(id, viewer.person), rest)
  return true
}

function mayView(channel: GuildChannel, viewer: Viewer): boolean {
  return hasAll(channel, viewer, PermissionFlagsBits.ViewChannel)
}

/**
 * True if somebody has all of these permissions in a channel:
 * https://docs.discord.com/developers/topics/permissions#permission-overwrites
 */
function hasAll(
  { permission_overwrites: overwrites }: GuildChannel,
  { person, guild, roles }: Viewer,
  wanted: bigint,
): boolean {
  if (guild.owner_id === person) return true
  const own = new Set([guild.id, ...roles])
  let granted = (guild.roles ?? [])
    .filter(({ id }) => own.has(id))
    .reduce((sum, each) => sum | BigInt(each.permissions), 0n)
  if ((granted & PermissionFlagsBits.Administrator) !== 0n) return true
  // Without its overwrites, a channel's permissions are unknown.
  if (!overwrites) return false
  const steps = [
    overwrites.filter(({ id }) => id === guild.id),
    overwrites.filter(({ id }) => id !== guild.id && own.has(id)),
    overwrites.filter(({ id }) => id === person),
  ]
  for (const step of steps) {
    for (const { deny } of step) granted &= ~BigInt(deny)
    for (const { allow } of step) granted |= BigInt(allow)
  }
  return (granted & wanted) === wanted
}

const forumTypes = new Set([15, 16])
/** Where a digest can go: text and announcements, threads, forums and media channels. */
const postable = new Set([0, 5, ...threadTypes, ...forumTypes])
const requiresTag = 1 << 4

/** Why the app cannot post in a channel; null if nothing is known to be in the way. */
export async function obstacleIn(id: string, app: string, rest: REST): Promise<string | null> {
  try {
    const channel = (await get(Routes.channel(id), rest)) as GuildChannel
    if (!postable.has(channel.type)) return 'it’s a voice channel or a category; choose a text channel or a forum'
    if (forumTypes.has(channel.type) && ((channel.flags ?? 0) & requiresTag) !== 0) return refusalReason(40_067)
    const guild = channel.guild_id
    if (guild === undefined) return null
    const { roles } = (await get(Routes.guildMember(guild, app), rest)) as { readonly roles: readonly string[] }
    const viewer = { person: app, guild: (await get(Routes.guild(guild), rest)) as Guild, roles }
    const room =
      threadTypes.has(channel.type) && channel.parent_id
        ? ((await get(Routes.channel(channel.parent_id), rest)) as GuildChannel)
        : channel
    if (!room.permission_overwrites) return null
    if (!mayView(room, viewer)) return refusalReason(50_001)
    const writes = threadTypes.has(channel.type)
      ? PermissionFlagsBits.SendMessagesInThreads
      : PermissionFlagsBits.SendMessages
    return hasAll(room, viewer, writes) ? null : refusalReason(50_013)
  } catch (error) {
    const code = discordCode(error)
    return code === 50_001 || code === 10_003 ? refusalReason(code) : null
  }
}

/** Makes a request, and repeats it after a short rate limit. */
async function get(route: `/${string}`, rest: REST): Promise<unknown> {
  for (let turn = 1; ; turn++) {
    try {
      return await rest.get(route)
    } catch (error) {
      if (turn === turns || !(error instanceof RateLimitError) || error.retryAfter > longestWaitMs) throw error
      await sleep(error.retryAfter)
    }
  }
}
