import { setTimeout as sleep } from 'node:timers/promises'
import { type REST, Routes } from 'discord.js'
import type { Document } from '../../../chat/document.ts'
import type { Address, Log, Once } from '../../../ports.ts'
import { discordCode, sentOf } from './answers.ts'
import { onePage } from './pages.ts'
import { type DiscordMessage, renderDiscord } from './render.ts'

/** An interaction's token lives 15 minutes; it is left a little before it ends. */
const interactionMs = 14 * 60_000
/** Unknown message, unknown webhook: the promise is on its way. */
const notYet = new Set([10_008, 10_015])
const promiseTurns = 4
/** How long each turn waits at most, in milliseconds. */
const longestWaitMs = 5_000
const ephemeral = 1 << 6

type Place = Readonly<Record<string, string | undefined>>

interface SayOptions {
  readonly once?: Once | undefined
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
  const { person, everybody } = place as Place
  if (context.once && !(await context.once.isToBeSaid())) return true
  try {
    const lost = await sayThere(place, document, context)
    if (lost === undefined) return true
    if (!everybody) return await sayToPerson(person, bodiesOf(document), context)
    return await notPosted(place, lost, context)
  } catch (error) {
    const { reason } = sentOf(error)
    context.log.warn('reply-failed', { reason })
    return everybody ? await notPosted(place, reason, context) : false
  }
}

/** Says something where it was promised, or asked for; why it is nowhere, where it is not. */
async function sayThere(place: Place, document: Document, context: SayOptions): Promise<string | undefined> {
  const { token, since, channel, everybody, beside, open, ledger, page } = place
  const drawn = renderDiscord(document, 'whole').map(withoutStatus)
  const fresh = since !== undefined && Date.now() - Number(since) < interactionMs
  if (!token || !fresh) {
    if (!everybody || !channel) return 'the time for an answer is over'
    for (const [at, body] of bodiesOf(document).entries())
      await context.rest.post(Routes.channelMessages(channel), { body: nonced(body, at, context) })
    return undefined
  }
  const pages = ledger ? onePage(drawn, { ledger, page: Number(page) }) : drawn
  const bodies = pages.map((message) => bodyOf(message, 'answer'))
  if (open && !everybody) {
    await sayApart(token, bodies, context)
    return undefined
  }
  const [first, ...more] = beside ? [undefined, ...bodies] : bodies
  const lost = first && (await replacePromise(token, first, context))
  if (lost !== undefined) return lost
  for (const body of more) await followUp(token, { ...body, ...(everybody ? {} : { flags: ephemeral }) }, context)
  return undefined
}

function bodiesOf(document: Document): object[] {
  return renderDiscord(document, 'whole').map((message) => bodyOf(withoutStatus(message), 'answer'))
}

/** Tells whoever wanted something posted that it was not; always false. */
async function notPosted({ token, person }: Place, reason: string, context: SayOptions): Promise<false> {
  const bodies = bodiesOf([{ kind: 'alert', text: `It could not be posted: ${reason}. You can try again.` }])
  try {
    await (token ? sayApart(token, bodies, context) : sayToPerson(person, bodies, context))
  } catch {
    await sayToPerson(person, bodies, context).catch(() => undefined)
  }
  return false
}

/** Takes back what everybody was promised, which would otherwise wait for ever, and says to the asker alone what there is to say. */
async function sayApart(token: string, bodies: readonly object[], context: SayOptions): Promise<void> {
  const promise = Routes.webhookMessage(context.applicationId, token)
  await context.rest.delete(promise, { auth: false }).catch(() => undefined)
  for (const body of bodies) await followUp(token, { ...body, flags: ephemeral }, context)
}

async function followUp(token: string, body: object, { rest, applicationId }: SayOptions): Promise<void> {
  await rest.post(Routes.webhook(applicationId, token), { body, auth: false })
}

async function sayToPerson(
  person: string | undefined,
  bodies: readonly object[],
  context: SayOptions,
): Promise<boolean> {
  if (!person) return false
  const channel = await directChannel(person, context)
  for (const body of bodies)
    await inTurn(async () => await context.rest.post(Routes.channelMessages(channel), { body }))
  return true
}

/** A body that Discord takes once: for some minutes it answers the same nonce with the message that it made then. */
function nonced(body: object, at: number, { once }: SayOptions): object {
  return once ? { ...body, nonce: `${once.key}.${at}`, enforce_nonce: true } : body
}

/** Waits where Discord asks for that, and says it then. */
async function inTurn(request: () => Promise<unknown>): Promise<void> {
  for (let turn = 1; ; turn++) {
    try {
      return void (await request())
    } catch (error) {
      const sent = sentOf(error)
      if (sent.kind !== 'later' || sent.retryAfterMs > longestWaitMs || turn === promiseTurns) throw error
      await sleep(sent.retryAfterMs)
    }
  }
}

/** What is said to somebody is looked for by nobody, and needs no button to carry its key. */
function withoutStatus(message: DiscordMessage): DiscordMessage {
  return { ...message, components: message.components.filter((row) => !JSON.stringify(row).includes('status:{key}')) }
}

/**
 * Puts the answer where it was promised; why that did not work, where it did not. A quick answer may be ready before the promise
 * has arrived, and an edit may be tried again whatever became of the last.
 */
async function replacePromise(
  token: string,
  body: object,
  { rest, applicationId, log }: SayOptions,
): Promise<string | undefined> {
  for (let turn = 1; ; turn++) {
    try {
      await rest.patch(Routes.webhookMessage(applicationId, token), { body, auth: false })
      return undefined
    } catch (error) {
      const sent = sentOf(error)
      const passes = sent.kind !== 'refused' || notYet.has(discordCode(error))
      if (turn === promiseTurns || !passes) {
        log.warn('promise-lost', { reason: sent.reason })
        return sent.reason
      }
      await sleep(sent.kind === 'later' ? Math.min(sent.retryAfterMs, longestWaitMs) : 500 * turn)
    }
  }
}

async function directChannel(person: string, { rest }: SayOptions): Promise<string> {
  return ((await rest.post(Routes.userChannels(), { body: { recipient_id: person } })) as { id: string }).id
}
