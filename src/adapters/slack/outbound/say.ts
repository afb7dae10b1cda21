import type { WebClient } from '@slack/web-api'
import type { Log } from '../../../ports.ts'
import { isTooLong, sentOf, slackError } from './answers.ts'
import { eventType } from './find.ts'
import { renderSlack, type SlackMessage } from './render.ts'

/** How long one request to a response_url may take, in milliseconds. */
const requestMs = 8_000
/** How long a response_url is used, in milliseconds: it lasts 30 minutes and takes five uses, and we use it once. */
const responseUrlMs = 29 * 60_000

type Place = Readonly<Record<string, string | undefined>>

interface Saying {
  /** Under which what everybody sees is found again; absent where nobody looks for it. */
  readonly key?: string | undefined
  readonly client: WebClient
  readonly log: Log
  readonly responseHost: string
}

/** Answers where something was asked, or to one person only; returns false if that failed. */
export async function say(
  place: Place,
  messages: readonly SlackMessage[],
  { key, client, log, responseHost }: Saying,
): Promise<boolean> {
  const { responseUrl, channel, person, everybody, since, opensThread } = place
  const own = opensThread ? undefined : place['thread']
  const thread = everybody ? place['thread'] : own
  try {
    const [first, ...more] = messages
    const fresh = since !== undefined && Date.now() - Number(since) < responseUrlMs
    if (first && responseUrl && fresh && !everybody && new URL(responseUrl).hostname === responseHost) {
      if (await respond(responseUrl, first)) {
        await sayMore(more, { client, channel, person, thread })
        return true
      }
    }
    await sayMore(messages, { client, key, channel, person, everybody, thread })
    return true
  } catch (error) {
    const { kind, reason } = sentOf(error)
    log.warn('reply-failed', { reason })
    if (everybody && channel && person) await sayNotPosted({ kind, reason }, { client, channel, person, thread: own })
    return false
  }
}

/** Informs the asker that an answer for everybody was not posted, so that they can look and try again. */
async function sayNotPosted(
  { kind, reason }: { readonly kind: string; readonly reason: string },
  to: Listener,
): Promise<void> {
  const text =
    kind === 'unknown'
      ? `It may not have been posted: ${reason}. If it isn’t in the channel, try again.`
      : `It could not be posted: ${reason}. You can try again.`
  await sayMore(renderSlack([{ kind: 'alert', text }], 'answer'), to).catch(() => undefined)
}

/** Answers below the command or button, for the asker only. An acknowledgement cannot be replaced. */
async function respond(url: string, { blocks, text }: SlackMessage): Promise<boolean> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ response_type: 'ephemeral', replace_original: false, text, blocks }),
    signal: AbortSignal.timeout(requestMs),
    redirect: 'error',
  }).catch(() => undefined)
  return response?.ok ?? false
}

interface Listener {
  readonly client: WebClient
  /** Under which what everybody sees is found again; absent where nobody looks for it. */
  readonly key?: string | undefined
  readonly channel: string | undefined
  readonly person: string | undefined
  readonly everybody?: string | undefined
  readonly thread?: string | undefined
}

async function sayMore(messages: readonly SlackMessage[], to: Listener): Promise<void> {
  for (const message of messages) await sayOne(message, to)
}

/** Sends one message, or halves of it if Slack finds it too long. */
async function sayOne({ blocks, text }: SlackMessage, to: Listener): Promise<void> {
  const { client, key, channel, person, everybody, thread } = to
  const message = { blocks: [...blocks], text, ...(thread ? { thread_ts: thread } : {}) }
  const quiet = { ...message, mrkdwn: false, parse: 'none' as const, unfurl_links: false, unfurl_media: false }
  try {
    const found = key === undefined ? {} : { metadata: { event_type: eventType, event_payload: { key } } }
    if (everybody && channel) await client.chat.postMessage({ ...quiet, ...found, channel })
    else if (channel && person) await whisper({ ...message, channel, user: person }, client)
    else if (person) await client.chat.postMessage({ ...quiet, channel: person })
  } catch (error) {
    const middle = Math.ceil(blocks.length / 2)
    if (!isTooLong(error) || middle === blocks.length) throw error
    await sayOne({ blocks: blocks.slice(0, middle), text }, to)
    await sayOne({ blocks: blocks.slice(middle), text }, to)
  }
}

/** Sends a message to one person in a channel, or directly if the app is not in that channel. */
async function whisper(
  message: {
    channel: string
    user: string
    text: string
    blocks: SlackMessage['blocks'][number][]
    thread_ts?: string
  },
  client: WebClient,
): Promise<void> {
  try {
    await client.chat.postEphemeral(message)
  } catch (error) {
    if (!['not_in_channel', 'channel_not_found', 'user_not_in_channel'].includes(slackError(error))) throw error
    const { text, blocks, user: channel } = message
    await client.chat.postMessage({ text, blocks, channel, unfurl_links: false, unfurl_media: false })
  }
}
