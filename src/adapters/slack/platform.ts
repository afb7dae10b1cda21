import { setTimeout as sleep } from 'node:timers/promises'
import { WebClient } from '@slack/web-api'
import type { WorkspaceId } from '../../domain/subscription.ts'
import type { Asker, Found, Installations, Log, Platform, Reach, Sent, Target } from '../../ports.ts'
import { isRemoved, sentOf, slackError } from './answers.ts'
import { Pacer, patienceMs } from './pacer.ts'
import { drawSlack, type SlackMessage } from './render.ts'
import { say } from './say.ts'

/** How long one request to Slack may take, in milliseconds; well below the time after which a lost message is looked for. */
const requestMs = 8_000
/** Messages of a page, and pages, looked through for one that may have gone out. */
const looked = 200
const mostPages = 10
/** By how much our clock may be ahead of Slack's, in seconds. */
const clockSlackSeconds = 120

export const eventType = 'onrecord_post'
const away = { kind: 'later', reason: 'Slack cannot be reached', retryAfterMs: 15_000 } as const
/** How often the rest of a message that had to be split is tried, its first half being out. */
const restTries = 4

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
  const withClient = async <T>(workspace: WorkspaceId, none: T, work: (client: WebClient) => Promise<T>) => {
    const client = await clientOf(workspace).catch(() => null)
    if (client === null) return away
    return client ? await work(client) : none
  }
  return {
    name: 'slack',
    clientOf,
    draw: (document, shape) => drawSlack(document, shape).map((message) => ({ ...message })),
    send: async (message, to) => {
      const none: Sent = { kind: 'refused', reason: 'the app has no token for this workspace; install it' }
      return await withClient(to.workspace, none, async (client) => {
        return await sendPaced(message as unknown as SlackMessage, to, { client, pacer, options })
      })
    },
    edit: async ({ blocks, text }, { workspace, channel, message }) => {
      const none: Sent = { kind: 'refused', reason: 'the app has no token any more' }
      return await withClient(workspace, none, async (client) => {
        return await edit({ blocks, text } as SlackMessage, { channel, ts: message }, client)
      })
    },
    find: async (to) => {
      const none: Found = { kind: 'unsure', reason: 'the app has no token any more' }
      return await withClient(to.workspace, none, async (client) => await findMessage(to, client))
    },
    say: async (to, document) => {
      const client = await clientOf(to.workspace).catch(() => undefined)
      if (!client) return false
      const { log, responseHost } = options
      return await say(to.place, drawSlack(document, 'whole'), { client, log, responseHost })
    },
    mayManage: async (asker) => {
      const client = await clientOf(asker.workspace.id).catch(() => undefined)
      return client ? await reachOf(asker, client) : 'nothing'
    },
  }
}

/** A message, or the first half of one. */
type Part = SlackMessage & { readonly split?: boolean }

interface Sending {
  readonly client: WebClient
  readonly pacer: Pacer
  readonly options: SlackOptions
}

async function sendPaced(message: Part, to: Target, { client, pacer, options }: Sending): Promise<Sent> {
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
  const half = { ...message, blocks: message.blocks.slice(0, middle), split: true }
  const first = await sendPaced(half, to, sending)
  if (first.kind !== 'sent') return first
  const below = { ...to, parent: to.parent ?? first.message, key: `${to.key}+` }
  for (let turn = 1; ; turn++) {
    const rest = await sendPaced({ ...message, blocks: message.blocks.slice(middle) }, below, sending)
    if (rest.kind === 'sent') return first
    if (rest.kind !== 'later' || turn === restTries)
      return { kind: 'unknown', reason: `its second half did not go out: ${rest.reason}` }
    await sleep(Math.min(rest.retryAfterMs, patienceMs))
  }
}

async function post(
  { blocks, text, split = false }: Part,
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
    metadata: { event_type: eventType, event_payload: { key, ...(split ? { split } : {}) } },
    ...(parent === null ? {} : { thread_ts: parent }),
  })
  return ts ?? ''
}

/** Puts other blocks in the place of a message's; its metadata, by which it is found, stays. */
async function edit(
  { blocks, text }: SlackMessage,
  at: { readonly channel: string; readonly ts: string },
  client: WebClient,
): Promise<Sent> {
  try {
    await client.chat.update({ ...at, blocks: [...blocks], text, parse: 'none', link_names: false })
    return { kind: 'sent', message: at.ts }
  } catch (error) {
    return sentOf(error)
  }
}

interface Listed {
  readonly ts?: string
  readonly metadata?: { readonly event_type?: string; readonly event_payload?: Readonly<Record<string, unknown>> }
}

interface Sought {
  readonly channel: string
  readonly thread: string | null
  readonly key: string
  readonly since: string | null
}

/** Looks through what was written since a message may have gone out, page by page; there is an end to it. */
async function look(
  { channel, thread, key, since }: Sought,
  client: WebClient,
): Promise<Listed | undefined | 'too many'> {
  const oldest = since === null ? {} : { oldest: String(Date.parse(since) / 1_000 - clockSlackSeconds) }
  let cursor: string | undefined
  for (let pages = 0; pages < mostPages; pages++) {
    const page = { channel, limit: looked, include_all_metadata: true, ...oldest, ...(cursor ? { cursor } : {}) }
    const { messages, has_more, response_metadata } =
      thread === null
        ? await client.conversations.history(page)
        : await client.conversations.replies({ ...page, ts: thread })
    const found = (messages as readonly Listed[] | undefined)?.find((each) => hasKey(each, key))
    if (found || !has_more) return found
    cursor = response_metadata?.next_cursor
  }
  return 'too many'
}

function hasKey({ metadata }: Listed, key: string): boolean {
  return metadata?.event_type === eventType && metadata.event_payload?.['key'] === key
}

async function findMessage({ channel, parent, key, since }: Target, client: WebClient): Promise<Found> {
  try {
    const found = await look({ channel, thread: parent, key, since }, client)
    if (found === 'too many') return { kind: 'unsure', reason: 'too much has been written in the channel since' }
    if (!found?.ts) return { kind: 'absent' }
    if (!found.metadata?.event_payload?.['split']) return { kind: 'found', message: found.ts }
    const rest = await look({ channel, thread: parent ?? found.ts, key: `${key}+`, since }, client)
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

/** Workspace admins may all, the creator of a channel what concerns that. */
async function reachOf({ person, channel }: Asker, client: WebClient): Promise<Reach> {
  if (person === null) return 'nothing'
  try {
    const { user } = await client.users.info({ user: person })
    if (user?.is_admin || user?.is_owner) return 'workspace'
    if (!channel) return 'nothing'
    const { channel: room } = await client.conversations.info({ channel: channel.id })
    return room?.creator === person || room?.is_im === true ? 'channel' : 'nothing'
  } catch {
    return 'nothing'
  }
}
