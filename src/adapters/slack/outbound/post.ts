import { setTimeout as sleep } from 'node:timers/promises'
import type { WebClient } from '@slack/web-api'
import { standsElsewhere } from '../../../chat/posts.ts'
import type { Destination, PostedMessage, Sent } from '../../../domain/message.ts'
import { isTooLong, sentOf } from './answers.ts'
import { eventType, type Finder } from './find.ts'
import { Pacer, paces } from './pacer.ts'
import { renderSlack, type SlackMessage } from './render.ts'

/** The client to send with, the pace, and the search for lost messages. */
export interface Posting {
  readonly client: WebClient
  readonly pacers: Pacers
  readonly finder: Finder
}

export interface Pacers {
  readonly posts: Pacer
  readonly edits: Pacer
}

export function openPacers(): Pacers {
  return { posts: new Pacer(paces.posts), edits: new Pacer(paces.edits) }
}

/** Sends a message in its turn, or as much of its beginning as Slack takes. */
export async function send(message: SlackMessage, to: Destination, posting: Posting): Promise<Sent> {
  const { first, rest } = await begin(message, to, posting)
  return first.kind === 'sent' && rest ? { ...first, inPart: true } : first
}

async function begin(message: SlackMessage, to: Destination, posting: Posting): Promise<Taken> {
  return await asMuchAs(message, async (part) => {
    return await inTurn({ pacer: posting.pacers.posts, place: to.channel, to, part }, () =>
      post(part, { ...to, pieces: part === message ? null : part.blocks.length }, posting.client),
    )
  })
}

/**
 * Replaces a message's opening with the whole message, in its turn; the metadata by which it is found stays. Blocks
 * that do not fit go below it; all of them do if the workspace allows no edits.
 */
export async function fill(message: SlackMessage, at: PostedMessage, posting: Posting): Promise<Sent> {
  const { first, rest } = await update(message, at, posting)
  const left = isFixed(first) ? message : rest
  if (!left || (first.kind !== 'sent' && !isFixed(first))) return first
  const below = await putBelow(left, at, posting)
  return below.kind === 'sent' ? { ...below, inPart: true } : below
}

/** Replaces a message, and any part of it that was posted below for lack of room. */
export async function edit(message: SlackMessage, at: PostedMessage, posting: Posting): Promise<Sent> {
  const { first, rest } = await update(message, at, posting)
  if (first.kind !== 'sent' || (!rest && !at.inParts)) return first
  const below = belowOf(at)
  const found = await posting.finder.find(below, posting.client)
  switch (found.kind) {
    case 'found':
      return await edit(rest ?? emptied(), { ...below, message: found.message, inParts: true }, posting)
    case 'absent':
      return rest ? await putBelow(rest, { ...at, since: null }, posting) : first
    case 'later':
      return found
    case 'unsure':
      return { kind: 'refused', reason: `the rest of a message may still be below it: ${found.reason}` }
  }
}

function emptied(): SlackMessage {
  const [message] = renderSlack(standsElsewhere, 'whole')
  return message ?? { blocks: [], text: '' }
}

/** Posts the rest of a message below it, or updates what is there already. */
async function putBelow(rest: SlackMessage, at: PostedMessage, posting: Posting): Promise<Sent> {
  const below = belowOf(at)
  const found = at.since === null ? ({ kind: 'absent' } as const) : await posting.finder.find(below, posting.client)
  switch (found.kind) {
    case 'found': {
      const standing = { ...below, message: found.message, inParts: true }
      const { first, rest: left } = await update(rest, standing, posting)
      if (first.kind === 'sent') return left ? await putBelow(left, standing, posting) : first
      if (!isFixed(first)) return first
      // If the part below may not be edited, it stays as it went out, and the remaining blocks go below it.
      const unsent = found.pieces === undefined ? [] : rest.blocks.slice(found.pieces)
      if (unsent.length === 0) return { kind: 'sent', message: found.message }
      return await putBelow({ ...rest, blocks: unsent }, standing, posting)
    }
    case 'absent': {
      const { first, rest: left } = await begin(rest, below, posting)
      if (first.kind !== 'sent' || !left) return first
      return await putBelow(left, { ...below, message: first.message, since: null, inParts: true }, posting)
    }
    case 'later':
      return found
    case 'unsure':
      return { kind: 'refused', reason: `the rest of a message may be missing: ${found.reason}` }
  }
}

/** The place for the rest of a message. */
function belowOf(at: PostedMessage): Destination {
  return { ...at, parent: at.parent ?? at.message, key: `${at.key}+` }
}

/** True if the workspace does not let the app change a message. */
function isFixed(sent: Sent): boolean {
  return sent.kind === 'refused' && sent.code === 'not-editable'
}

async function update(message: SlackMessage, at: PostedMessage, { pacers, client }: Posting): Promise<Taken> {
  return await asMuchAs(message, async (part) => {
    return await inTurn({ pacer: pacers.edits, place: '', to: at, part }, async () => {
      const { channel, message: ts } = at
      const { blocks, text } = part
      await client.chat.update({ channel, ts, blocks: [...blocks], text, parse: 'none', link_names: false })
      return ts
    })
  })
}

interface Taken {
  readonly first: Sent
  readonly rest?: SlackMessage
}

/** Sends a message, or as much of its beginning as Slack takes; returns what is left of it. */
async function asMuchAs(
  message: SlackMessage,
  attempt: (part: SlackMessage) => Promise<Sent | 'too long'>,
): Promise<Taken> {
  const { blocks } = message
  for (let count = blocks.length; ; count = Math.ceil(count / 2)) {
    const part = count === blocks.length ? message : { ...message, blocks: blocks.slice(0, count) }
    const outcome = await attempt(part)
    if (outcome !== 'too long')
      return { first: outcome, ...(part === message ? {} : { rest: { ...message, blocks: blocks.slice(count) } }) }
    if (count <= 1) return { first: { kind: 'refused', reason: 'Slack finds part of the message too long' } }
  }
}

interface Queueing {
  readonly pacer: Pacer
  readonly place: string
  readonly to: Destination
  readonly part: SlackMessage
}

/** Waits for a turn and makes the request if the message is still ours to send; returns the outcome in our terms. */
async function inTurn(
  { pacer, place, to, part }: Queueing,
  request: () => Promise<string>,
): Promise<Sent | 'too long'> {
  const turn = pacer.enter({ workspace: to.workspace, place, key: `${to.key}/${part.blocks.length}` })
  if ('putOffMs' in turn)
    return {
      kind: 'later',
      reason: 'Slack only accepts so many messages a minute',
      retryAfterMs: turn.putOffMs,
      isExact: true,
    }
  if (turn.waitMs > 0) await sleep(turn.waitMs)
  if (to.renew && !(await to.renew())) return { kind: 'unknown', reason: 'another process is already doing it' }
  try {
    return { kind: 'sent', message: await request() }
  } catch (error) {
    if (isTooLong(error)) return 'too long'
    const sent = sentOf(error)
    if (sent.kind === 'later') pacer.pause(to.workspace, place, sent.retryAfterMs)
    return sent
  }
}

async function post(
  { blocks, text }: SlackMessage,
  { channel, parent, key, pieces }: Destination & { readonly pieces: number | null },
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
    metadata: { event_type: eventType, event_payload: { key, ...(pieces === null ? {} : { pieces }) } },
    ...(parent === null ? {} : { thread_ts: parent }),
  })
  return ts ?? ''
}
