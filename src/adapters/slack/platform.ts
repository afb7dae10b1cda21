import { setTimeout as sleep } from 'node:timers/promises'
import { WebClient } from '@slack/web-api'
import type { WorkspaceId } from '../../domain/subscription.ts'
import type { Asker, Found, Installations, Log, Platform, Sent, Target } from '../../ports.ts'
import { isRemoved, sentOf, slackError } from './answers.ts'
import { Pacer } from './pacer.ts'
import { drawSlack, type SlackMessage } from './render.ts'

/** How long one request to Slack may take, in milliseconds; well below the time after which a lost message is looked for. */
const requestMs = 8_000
/** A response_url lives 30 minutes and takes 5 uses; ours is used once, and left a little before it ends. */
const responseUrlMs = 29 * 60_000
/** Messages looked through for one that may have gone out. */
const looked = 200

export const eventType = 'onrecord_post'

export interface SlackOptions {
  readonly apiUrl: string
  readonly installations: Installations
  readonly log: Log
  /** Where response_urls lead: only there are they followed. */
  readonly responseHost: string
}

export interface SlackPlatform extends Platform {
  clientOf(workspace: WorkspaceId): Promise<WebClient | undefined>
}

/** A client whose retries are off: ours decide. Each request ends within its time. */
export function slackClient(token: string | undefined, apiUrl: string): WebClient {
  return new WebClient(token, {
    slackApiUrl: `${apiUrl.replace(/\/+$/, '')}/`,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: requestMs,
  })
}

/** Slack, for posting: each message once, found again by its metadata. */
export function createSlackPlatform(options: SlackOptions): SlackPlatform {
  const pacer = new Pacer()
  const clientOf = async (workspace: WorkspaceId) => {
    const token = await options.installations.token(workspace)
    return token === undefined ? undefined : slackClient(token, options.apiUrl)
  }
  return {
    name: 'slack',
    clientOf,
    draw: (document, shape) => drawSlack(document, shape).map((message) => ({ ...message })),
    send: async (message, to) => {
      const client = await clientOf(to.workspace)
      if (!client) return { kind: 'refused', reason: 'the app has no token for this workspace; install it' }
      return await sendPaced(message as unknown as SlackMessage, to, { client, pacer, options })
    },
    find: async (to) => {
      const client = await clientOf(to.workspace)
      return client ? await findMessage(to, client) : { kind: 'unsure', reason: 'the app has no token any more' }
    },
    say: async (to, document) => {
      const client = await clientOf(to.workspace)
      if (client)
        await say(to.place, drawSlack(document, 'whole'), {
          client,
          log: options.log,
          responseHost: options.responseHost,
        })
    },
    mayManage: async (asker) => {
      const client = await clientOf(asker.workspace.id)
      return client ? await mayManage(asker, client) : false
    },
  }
}

interface Sending {
  readonly client: WebClient
  readonly pacer: Pacer
  readonly options: SlackOptions
}

async function sendPaced(message: SlackMessage, to: Target, { client, pacer, options }: Sending): Promise<Sent> {
  const place = pacer.enter(to.workspace, to.channel)
  if ('putOffMs' in place)
    return { kind: 'later', reason: 'the channel takes a message a second', retryAfterMs: place.putOffMs }
  if (place.waitMs > 0) await sleep(place.waitMs)
  try {
    return { kind: 'sent', message: await post(message, to, client) }
  } catch (error) {
    if (slackError(error) === 'msg_blocks_too_long' || slackError(error) === 'msg_too_long')
      return await sendHalves(message, to, { client, pacer, options })
    const sent = sentOf(error)
    if (sent.kind === 'later') pacer.pause(to.workspace, sent.retryAfterMs)
    if (isRemoved(error)) await options.installations.erase(to.workspace)
    return sent
  }
}

/** Slack found the message too long, and has posted nothing: its first half goes out in its place, the rest below it. */
async function sendHalves(message: SlackMessage, to: Target, sending: Sending): Promise<Sent> {
  const middle = Math.ceil(message.blocks.length / 2)
  if (middle === message.blocks.length) return { kind: 'refused', reason: 'Slack finds one block too long' }
  const first = await sendPaced({ ...message, blocks: message.blocks.slice(0, middle) }, to, sending)
  if (first.kind !== 'sent') return first
  const below = { ...to, parent: to.parent ?? first.message, key: `${to.key}+` }
  const rest = await sendPaced({ ...message, blocks: message.blocks.slice(middle) }, below, sending)
  return rest.kind === 'sent' ? first : { kind: 'unknown', reason: `its second half did not go out: ${rest.reason}` }
}

async function post(
  { blocks, text }: SlackMessage,
  { channel, parent, key }: Target,
  client: WebClient,
): Promise<string> {
  const { ts } = await client.chat.postMessage({
    channel,
    blocks: [...blocks],
    text,
    mrkdwn: false,
    parse: 'none',
    link_names: false,
    unfurl_links: false,
    unfurl_media: false,
    metadata: { event_type: eventType, event_payload: { key } },
    ...(parent === null ? {} : { thread_ts: parent }),
  })
  return ts ?? ''
}

interface Listed {
  readonly ts?: string
  readonly metadata?: { readonly event_type?: string; readonly event_payload?: Readonly<Record<string, unknown>> }
}

async function findMessage({ channel, parent, key }: Target, client: WebClient): Promise<Found> {
  try {
    const page = { channel, limit: looked, include_all_metadata: true }
    const { messages } =
      parent === null
        ? await client.conversations.history(page)
        : await client.conversations.replies({ ...page, ts: parent })
    const found = (messages as readonly Listed[] | undefined)?.find(
      ({ metadata }) => metadata?.event_type === eventType && metadata.event_payload?.['key'] === key,
    )
    return found?.ts ? { kind: 'found', message: found.ts } : { kind: 'absent' }
  } catch (error) {
    return {
      kind: 'unsure',
      reason: `Slack did not let us look whether it went out (${slackError(error) || 'no answer'})`,
    }
  }
}

type Place = Readonly<Record<string, string | undefined>>

interface Saying {
  readonly client: WebClient
  readonly log: Log
  readonly responseHost: string
}

async function say(
  place: Place,
  messages: readonly SlackMessage[],
  { client, log, responseHost }: Saying,
): Promise<void> {
  const { responseUrl, channel, person, everybody, since, beside } = place
  try {
    const [first, ...more] = messages
    const fresh = since !== undefined && Date.now() - Number(since) < responseUrlMs
    if (first && responseUrl && fresh && !everybody && new URL(responseUrl).hostname === responseHost) {
      const answered = await respond(responseUrl, first, beside === undefined)
      if (answered) return await sayMore(more, { client, channel, person })
    }
    await sayMore(messages, { client, channel, person, everybody })
  } catch (error) {
    const { reason } = sentOf(error)
    log.warn('reply-failed', { reason })
    if (!everybody || !channel || !person) return
    const told = drawSlack([{ kind: 'alert', text: `It could not be posted: ${reason}.` }], 'whole')
    await sayMore(told, { client, channel, person }).catch(() => undefined)
  }
}

/** Puts the answer in the place of the waiting note, or beside what a button stands on; only the asker sees it. */
async function respond(url: string, { blocks, text }: SlackMessage, replace: boolean): Promise<boolean> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ response_type: 'ephemeral', replace_original: replace, text, blocks }),
    signal: AbortSignal.timeout(requestMs),
    redirect: 'error',
  }).catch(() => undefined)
  return response?.ok ?? false
}

interface Listener {
  readonly client: WebClient
  readonly channel: string | undefined
  readonly person: string | undefined
  readonly everybody?: string | undefined
}

async function sayMore(
  messages: readonly SlackMessage[],
  { client, channel, person, everybody }: Listener,
): Promise<void> {
  for (const { blocks, text } of messages) {
    const message = { blocks: [...blocks], text }
    const quiet = { ...message, mrkdwn: false, parse: 'none' as const, unfurl_links: false, unfurl_media: false }
    if (everybody && channel) await client.chat.postMessage({ ...quiet, channel })
    else if (channel && person) await whisper({ ...message, channel, user: person }, client)
    else if (person) await client.chat.postMessage({ ...quiet, channel: person })
  }
}

/** To one person in a channel; where the app is not in it, to that person directly. */
async function whisper(
  message: { channel: string; user: string; text: string; blocks: SlackMessage['blocks'][number][] },
  client: WebClient,
): Promise<void> {
  try {
    await client.chat.postEphemeral(message)
  } catch (error) {
    if (!['not_in_channel', 'channel_not_found', 'user_not_in_channel'].includes(slackError(error))) throw error
    await client.chat.postMessage({ ...message, channel: message.user, unfurl_links: false, unfurl_media: false })
  }
}

/** Workspace admins and the creator of the channel may. */
async function mayManage({ person, channel }: Asker, client: WebClient): Promise<boolean> {
  if (person === null) return false
  try {
    const { user } = await client.users.info({ user: person })
    if (user?.is_admin || user?.is_owner) return true
    if (!channel) return false
    const { channel: room } = await client.conversations.info({ channel: channel.id })
    return room?.creator === person || room?.is_im === true
  } catch {
    return false
  }
}
