import { setTimeout as sleep } from 'node:timers/promises'
import { type REST, Routes } from 'discord.js'
import type { Document } from '../../chat/document.ts'
import type { Address, Log } from '../../ports.ts'
import { discordCode, sentOf } from './answers.ts'
import { onePage } from './pages.ts'
import { type DiscordMessage, drawDiscord } from './render.ts'

/** An interaction's token lives 15 minutes; it is left a little before it ends. */
const interactionMs = 14 * 60_000
/** Unknown message, unknown webhook: the promise is on its way. */
const notYet = new Set([10_008, 10_015])
const promiseTurns = 4
const ephemeral = 1 << 6

type Place = Readonly<Record<string, string | undefined>>

interface SayOptions {
  readonly rest: REST
  readonly applicationId: string
  readonly log: Log
}

/** A message's body: nobody is ever mentioned, and no link of it is looked at. */
export function bodyOf({ content, embeds, components }: DiscordMessage, key: string) {
  return {
    content,
    embeds,
    components: JSON.parse(JSON.stringify(components).replaceAll('{key}', key)) as object[],
    allowed_mentions: { parse: [] },
  }
}

/** Says something where it was promised, or to one person alone; false when that did not work. */
export async function say({ place }: Address, document: Document, context: SayOptions): Promise<boolean> {
  const { token, since, channel, person, everybody, beside, ledger, page } = place as Place
  const drawn = drawDiscord(document, 'whole').map(withoutStatus)
  const messages = drawn.map((message) => bodyOf(message, 'answer'))
  const fresh = since !== undefined && Date.now() - Number(since) < interactionMs
  if (token && fresh) {
    const pages = ledger ? onePage(drawn, { ledger, page: Number(page) }) : drawn
    const bodies = pages.map((message) => bodyOf(message, 'answer'))
    const [first, ...more] = beside ? [undefined, ...bodies] : bodies
    if (first && !(await replacePromise(token, first, context))) return await sayToPerson(person, messages, context)
    for (const body of more)
      await context.rest.post(Routes.webhook(context.applicationId, token), {
        body: { ...body, ...(everybody ? {} : { flags: ephemeral }) },
        auth: false,
      })
    return true
  }
  if (!everybody || !channel) return await sayToPerson(person, messages, context)
  for (const body of messages) await context.rest.post(Routes.channelMessages(channel), { body })
  return true
}

async function sayToPerson(
  person: string | undefined,
  bodies: readonly object[],
  context: SayOptions,
): Promise<boolean> {
  if (!person) return false
  const channel = await directChannel(person, context)
  for (const body of bodies) await context.rest.post(Routes.channelMessages(channel), { body })
  return true
}

/** What is said to somebody is looked for by nobody, and needs no button to carry its key. */
function withoutStatus(message: DiscordMessage): DiscordMessage {
  return { ...message, components: message.components.filter((row) => !JSON.stringify(row).includes('status:{key}')) }
}

/**
 * Puts the answer where it was promised; false when that did not work. A quick answer may be ready before the promise
 * has arrived, and an edit may be tried again whatever became of the last.
 */
async function replacePromise(token: string, body: object, { rest, applicationId, log }: SayOptions): Promise<boolean> {
  for (let turn = 1; ; turn++) {
    try {
      await rest.patch(Routes.webhookMessage(applicationId, token), { body, auth: false })
      return true
    } catch (error) {
      const sent = sentOf(error)
      const passes = sent.kind !== 'refused' || notYet.has(discordCode(error))
      if (turn === promiseTurns || !passes) {
        log.warn('promise-lost', { reason: sent.reason })
        return false
      }
      await sleep(sent.kind === 'later' ? Math.min(sent.retryAfterMs, 5_000) : 500 * turn)
    }
  }
}

async function directChannel(person: string, { rest }: SayOptions): Promise<string> {
  return ((await rest.post(Routes.userChannels(), { body: { recipient_id: person } })) as { id: string }).id
}
