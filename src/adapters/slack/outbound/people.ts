import { setTimeout as sleep } from 'node:timers/promises'
import type { WebClient } from '@slack/web-api'
import type { Asker, Scope } from '../../../ports.ts'

/** What Slack tells of people: what they may change, and which channels they can read. */

/** Workspace admins may all, the creator of a channel what concerns that. */
export async function scopeOf({ person, channel }: Asker, client: WebClient): Promise<Scope> {
  if (person === null) return 'nothing'
  try {
    const { user } = await client.users.info({ user: person })
    if (user?.is_admin || user?.is_owner) return 'workspace'
    if (!channel) return 'nothing'
    // A conversation with the app itself.
    if (channel.id.startsWith('D')) return 'channel'
    const { channel: room } = await client.conversations.info({ channel: channel.id })
    return room?.creator === person ? 'channel' : 'nothing'
  } catch {
    return 'nothing'
  }
}

/** Members of a channel that are asked for at once, and how often. */
const membersAtOnce = 1_000
const mostPages = 20
/** How long Slack may take to tell, in milliseconds: a form that waits for it is opened within three seconds. */
const tellMs = 1_200

/** Those of some channels that somebody can read. What Slack refuses to tell, or is too slow to, counts as no. */
export async function readableBy(
  person: string | null,
  channels: readonly string[],
  client: WebClient,
): Promise<ReadonlySet<string>> {
  if (person === null) return new Set()
  const readable = new Set<string>()
  const shutdown = new AbortController()
  const isGuest = isGuestOf(client, person)
  const asked = channels.map(async (channel) => {
    if (await canRead({ person, isGuest }, channel, client).catch(() => false)) readable.add(channel)
  })
  const late = sleep(tellMs, undefined, { signal: shutdown.signal }).catch(() => undefined)
  await Promise.race([Promise.all(asked), late])
  shutdown.abort()
  // Late answers are ignored.
  return new Set(readable)
}

interface Reader {
  readonly person: string
  readonly isGuest: Promise<boolean>
}

async function canRead({ person, isGuest }: Reader, channel: string, client: WebClient): Promise<boolean> {
  // A direct message is that person's own with the app, or somebody else's.
  if (channel.startsWith('D')) {
    const { channel: own } = await client.conversations.open({ users: person })
    return own?.id === channel
  }
  const { channel: room } = await client.conversations.info({ channel })
  // Private channels may have ids like those of public ones, so the id alone does not tell.
  const isPublic = room?.is_private === false && !room.is_im && !room.is_mpim
  return (isPublic && !(await isGuest)) || (await isMember(person, channel, client))
}

/** Guests, and whom Slack does not tell of, read only the channels that they are in. */
async function isGuestOf(client: WebClient, person: string): Promise<boolean> {
  try {
    const { user } = await client.users.info({ user: person })
    return !user || user.is_restricted === true || user.is_ultra_restricted === true || user.is_stranger === true
  } catch {
    return true
  }
}

async function isMember(person: string, channel: string, client: WebClient): Promise<boolean> {
  let cursor: string | undefined
  for (let page = 0; page < mostPages; page++) {
    const { members = [], response_metadata: more } = await client.conversations.members({
      channel,
      limit: membersAtOnce,
      ...(cursor ? { cursor } : {}),
    })
    if (members.includes(person)) return true
    cursor = more?.next_cursor
    if (!cursor) return false
  }
  return false
}
