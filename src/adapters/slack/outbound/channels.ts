import type { WebClient } from '@slack/web-api'
import { refusalReason, slackError } from './answers.ts'
import { inTime } from './in-time.ts'

/** Errors of a look at a channel that would also be those of a post. */
const telling: ReadonlySet<string> = new Set(['channel_not_found', 'account_inactive', 'token_revoked'])

/** Why the app cannot post in a channel; null if nothing is known to be in the way. */
export async function obstacleIn(channel: string, client: WebClient): Promise<string | null> {
  // In a direct message with the app nothing is in the way.
  if (channel.startsWith('D')) return null
  return await inTime(async () => {
    try {
      const { channel: room } = await client.conversations.info({ channel })
      if (room?.is_archived) return refusalReason('is_archived')
      return room?.is_member === false && !room.is_mpim ? refusalReason('not_in_channel') : null
    } catch (error) {
      const said = slackError(error)
      return telling.has(said) ? refusalReason(said) : null
    }
  })
}

/** The time zone in a person's profile; null if Slack does not say. */
export async function zoneOf(person: string | null, client: WebClient): Promise<string | null> {
  if (person === null) return null
  return await inTime(async () => (await client.users.info({ user: person })).user?.tz ?? null)
}
