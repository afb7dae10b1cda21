import type { WebClient } from '@slack/web-api'
import type { Found, Target } from '../../domain/message.ts'
import { sentOf, slackError } from './answers.ts'

/** Messages of a page, and pages, looked through for one that may have gone out. */
const looked = 200
const mostPages = 10
/** By how much our clock may be ahead of Slack's, in seconds. */
const clockSlackSeconds = 120

/** What our messages' metadata is called, by which they are found. */
export const eventType = 'onrecord_post'

type Sought = Pick<Target, 'channel' | 'parent' | 'key' | 'since'>

interface Listed {
  readonly ts?: string
  readonly metadata?: { readonly event_type?: string; readonly event_payload?: Readonly<Record<string, unknown>> }
}

/** Looks whether a message went out, and all of it where it had to be split. */
export async function findMessage(sought: Sought, client: WebClient): Promise<Found> {
  try {
    const found = await look(sought, client)
    if (found === 'too many') return { kind: 'unsure', reason: 'too much has been written in the channel since' }
    if (!found?.ts) return { kind: 'absent' }
    if (!found.metadata?.event_payload?.['split']) return { kind: 'found', message: found.ts }
    const { parent, key } = sought
    const rest = await look({ ...sought, parent: parent ?? found.ts, key: `${key}+` }, client)
    return typeof rest === 'object'
      ? { kind: 'found', message: found.ts }
      : { kind: 'unsure', reason: 'only its first half went out' }
  } catch (error) {
    const sent = sentOf(error)
    if (sent.kind !== 'refused')
      return { kind: 'later', reason: sent.reason, retryAfterMs: sent.kind === 'later' ? sent.retryAfterMs : 15_000 }
    return {
      kind: 'unsure',
      reason: `Slack did not let us look whether it went out (${slackError(error) || 'no answer'})`,
    }
  }
}

/** Looks through what was written since a message may have gone out, page by page; there is an end to it. */
async function look(
  { channel, parent, key, since }: Sought,
  client: WebClient,
): Promise<Listed | undefined | 'too many'> {
  const oldest = since === null ? {} : { oldest: String(Date.parse(since) / 1_000 - clockSlackSeconds) }
  let cursor: string | undefined
  for (let pages = 0; pages < mostPages; pages++) {
    const page = { channel, limit: looked, include_all_metadata: true, ...oldest, ...(cursor ? { cursor } : {}) }
    const { messages, has_more, response_metadata } =
      parent === null
        ? await client.conversations.history(page)
        : await client.conversations.replies({ ...page, ts: parent })
    const found = (messages as readonly Listed[] | undefined)?.find((each) => hasKey(each, key))
    if (found || !has_more) return found
    cursor = response_metadata?.next_cursor
  }
  return 'too many'
}

function hasKey({ metadata }: Listed, key: string): boolean {
  return metadata?.event_type === eventType && metadata.event_payload?.['key'] === key
}
