import { setTimeout as sleep } from 'node:timers/promises'
import type { WebClient } from '@slack/web-api'
import type { Sent, Standing, Target } from '../../domain/message.ts'
import type { Installations } from '../../ports.ts'
import { isRemoved, notEditable, sentOf, slackError } from './answers.ts'
import { eventType, findMessage } from './find.ts'
import { gaps, Pacer, patienceMs } from './pacer.ts'
import type { SlackMessage } from './render.ts'

/** How often the rest of a message that had to be split is tried, its first part being out. */
const restTries = 4

/** Whom messages go to, and in which order. */
export interface Posting {
  readonly client: WebClient
  readonly pacers: Pacers
  readonly installations: Pick<Installations, 'erase'>
}

export interface Pacers {
  readonly posts: Pacer
  readonly edits: Pacer
}

export function openPacers(): Pacers {
  return { posts: new Pacer(gaps.posts), edits: new Pacer(gaps.edits) }
}

/** Sends a message in its turn; what Slack finds too long goes out in parts, the rest below the first. */
export async function send(message: SlackMessage, to: Target, posting: Posting): Promise<Sent> {
  const { first, rest } = await asMuchAs(message, async (part) => {
    return await inTurn({ pacer: posting.pacers.posts, place: to.channel, to }, posting, () =>
      post(part, { ...to, split: part !== message }, posting.client),
    )
  })
  if (first.kind !== 'sent' || !rest) return first
  const below = { ...to, parent: to.parent ?? first.message, key: `${to.key}+` }
  for (let turn = 1; ; turn++) {
    const sent = await send(rest, below, posting)
    if (sent.kind === 'sent') return first
    if (sent.kind !== 'later' || turn === restTries)
      return { kind: 'unknown', reason: `the rest of it did not go out: ${sent.reason}` }
    await sleep(Math.min(sent.retryAfterMs, patienceMs))
  }
}

/** Puts other blocks in the place of a message's, in its turn; its metadata, by which it is found, stays. */
export async function edit(message: SlackMessage, at: Standing, posting: Posting): Promise<Sent> {
  const { first, rest } = await asMuchAs(message, async (part) => {
    return await inTurn({ pacer: posting.pacers.edits, place: '', to: at }, posting, async () => {
      await update(part, at, posting.client)
      return at.message
    })
  })
  return first.kind === 'sent' && rest ? await putBelow(rest, at, posting) : first
}

/** Puts the whole in the place of its opening; below it, where the workspace lets nothing be edited. */
export async function fill(message: SlackMessage, at: Standing, posting: Posting): Promise<Sent> {
  const filled = await edit(message, at, posting)
  if (!isFixed(filled)) return filled
  const below = await putBelow(message, at, posting)
  // It stands there already, from an earlier try, and may not be edited either.
  return isFixed(below) ? { kind: 'sent', message: at.message } : below
}

function isFixed(sent: Sent): boolean {
  return sent.kind === 'refused' && sent.reason === notEditable
}

/** The rest of a message is put below it, where it does not stand there yet. */
async function putBelow(rest: SlackMessage, at: Standing, posting: Posting): Promise<Sent> {
  const below = { ...at, parent: at.parent ?? at.message, key: `${at.key}+` }
  const found = at.since === null ? ({ kind: 'absent' } as const) : await findMessage(below, posting.client)
  switch (found.kind) {
    case 'found':
      return await edit(rest, { ...below, message: found.message }, posting)
    case 'absent':
      return await send(rest, below, posting)
    case 'later':
      return found
    case 'unsure':
      return { kind: 'refused', reason: `the rest of a message may be missing: ${found.reason}` }
  }
}

/** A message, or as much of its beginning as Slack takes; and what is left of it. */
async function asMuchAs(
  message: SlackMessage,
  attempt: (part: SlackMessage) => Promise<Sent | 'too long'>,
): Promise<{ readonly first: Sent; readonly rest?: SlackMessage }> {
  const { blocks } = message
  for (let count = blocks.length; ; count = Math.ceil(count / 2)) {
    const part = count === blocks.length ? message : { ...message, blocks: blocks.slice(0, count) }
    const outcome = await attempt(part)
    if (outcome !== 'too long')
      return { first: outcome, ...(part === message ? {} : { rest: { ...message, blocks: blocks.slice(count) } }) }
    if (count <= 1) return { first: { kind: 'refused', reason: 'Slack finds one block too long' } }
  }
}

/** Waits for a turn and does one thing; what Slack answers to it in our words. */
async function inTurn(
  { pacer, place, to }: { readonly pacer: Pacer; readonly place: string; readonly to: Target },
  { installations }: Posting,
  request: () => Promise<string>,
): Promise<Sent | 'too long'> {
  const turn = pacer.enter(to.workspace, place)
  if ('putOffMs' in turn)
    return { kind: 'later', reason: 'Slack takes only so many a minute', retryAfterMs: turn.putOffMs, inLine: true }
  if (turn.waitMs > 0) await sleep(turn.waitMs)
  try {
    return { kind: 'sent', message: await request() }
  } catch (error) {
    if (slackError(error) === 'msg_blocks_too_long' || slackError(error) === 'msg_too_long') return 'too long'
    const sent = sentOf(error)
    if (sent.kind === 'later') pacer.pause(to.workspace, sent.retryAfterMs)
    if (isRemoved(error)) await installations.erase(to.workspace)
    return sent
  }
}

async function post(
  { blocks, text }: SlackMessage,
  { channel, parent, key, split }: Target & { readonly split: boolean },
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

async function update({ blocks, text }: SlackMessage, { channel, message }: Standing, client: WebClient) {
  await client.chat.update({ channel, ts: message, blocks: [...blocks], text, parse: 'none', link_names: false })
}
