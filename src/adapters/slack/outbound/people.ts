import type { WebClient } from '@slack/web-api'
import type { Asker, Scope } from '../../../ports.ts'
import { inTime } from './in-time.ts'

/** Asks Slack what people may change, and which channels they can read. */

/** Workspace admins may change everything; the creator of a channel, what concerns that channel. */
export async function scopeOf({ person, channel }: Asker, client: WebClient): Promise<Scope> {
  if (person === null) return 'nothing'
  try {
    const { user } = await client.users.info({ user: person })
    if (user?.is_admin || user?.is_owner) return 'workspace'
    if (!channel) return 'nothing'
    // A direct message with the app.
    if (channel.id.startsWith('D')) return 'channel'
    const { channel: room } = await client.conversations.info({ channel: channel.id })
    return room?.creator === person ? 'channel' : 'nothing'
  } catch {
    return 'nothing'
  }
}

/** Channel members per request, and the most requests. */
const membersAtOnce = 1_000
const mostPages = 20

/** The given channels that a person can read; channels that Slack refuses or is too slow to confirm are left out. */
export async function readableBy(
  person: string | null,
  channels: readonly string[],
  client: WebClient,
): Promise<ReadonlySet<string>> {
  if (person === null) return new Set()
  const readable = new Set<string>()
  const isGuest = isGuestOf(client, person)
  const asked = channels.map(async (channel) => {
    if (await canRead({ person, isGuest }, channel, client).catch(() => false)) readable.add(channel)
  })
  await inTime(async () => await Promise.all(asked))
  // Late answers are ignored.
  return new Set(readable)
}

interface Reader {
  readonly person: string
  readonly isGuest: Promise<boolean>
}

async function canRead({ person, isGuest }: Reader, channel: string, client: WebClient): Promise<boolean> {
  // A direct message with the app belongs to this person or to someone else.
  if (channel.startsWith('D')) {
    const { channel: own } = await client.conversations.open({ users: person })
    return own?.id === channel
  }
  const { channel: room } = await client.conversations.info({ channel })
  // A private channel's id may look like a public one's, so the id alone does not decide.
  const isPublic = room?.is_private === false && !room.is_im && !room.is_mpim
  return (isPublic && !(await isGuest)) || (await isMember(person, channel, client))
}

/** True for guests, and for people Slack will not describe: they can read only the channels they are in. */
async function isGuestOf(client: WebClient, person: string): Promise<boolean> {
  try {
    const { user } = await client.users.info({ user: person })
    return !user || user.is_restricted === true || user.is_ultra_restricted === true || user.is_stranger === true
  } catch {
    return true
  }
}

/** Returns true if a person is in a user group or a channel; false if Slack does not confirm it in time. */
export async function isIn(
  person: string | null,
  of: { readonly group: string } | { readonly channel: string },
  client: WebClient,
): Promise<boolean> {
  if (person === null) return false
  const answer = await inTime(async () =>
    'group' in of ? await isInGroup(person, of.group, client) : await isMember(person, of.channel, client),
  )
  return answer ?? false
}

async function isInGroup(person: string, group: string, client: WebClient): Promise<boolean> {
  const { users = [] } = await client.usergroups.users.list({ usergroup: group })
  return users.includes(person)
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
