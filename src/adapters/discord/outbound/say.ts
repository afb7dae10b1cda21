import { setTimeout as sleep } from 'node:timers/promises'
import { type REST, Routes } from 'discord.js'
import type { Document } from '../../../chat/document.ts'
import type { Address, Log, Once } from '../../../ports.ts'
import { discordCode, sentOf } from './answers.ts'
import { type Component, componentsFlag, everyComponent } from './components.ts'
import { onePage } from './pages.ts'
import { type DiscordMessage, renderDiscord } from './render.ts'

/** How long an interaction's token is used, in milliseconds; it lasts 15 minutes. */
const interactionMs = 14 * 60_000
/** Unknown message, unknown webhook: the promise has not arrived yet. */
const notYet = new Set([10_008, 10_015])
const promiseTurns = 4
/** The longest wait before another attempt, in milliseconds. */
const longestWaitMs = 5_000
const ephemeral = 1 << 6

type Place = Readonly<Record<string, string | undefined>>

interface SayOptions {
  readonly once?: Once | undefined
  readonly rest: REST
  readonly applicationId: string
  readonly log: Log
}

/** The body of a message, with its key filled in; nobody is ever mentioned. */
export function bodyOf({ components }: Pick<DiscordMessage, 'components'>, key: string) {
  return {
    components: components.map((each) => withKeyIn(each, key)),
    flags: componentsFlag,
    allowed_mentions: { parse: [] },
  }
}

function withKeyIn({ custom_id: id, components, ...rest }: Component, key: string): Component {
  return {
    ...rest,
    ...(id === undefined ? {} : { custom_id: id.replace('{key}', key) }),
    ...(components ? { components: components.map((each) => withKeyIn(each, key)) } : {}),
  }
}

/** The body that replaces a message; the text and embeds of an older message must be taken out of it. */
function editOf(body: object): object {
  return { ...body, content: null, embeds: null }
}

/** The body of a stored message, which a version that used text and embeds may have laid out before an upgrade. */
export function storedBody(message: StoredMessage, key: string): { readonly flags: number } {
  const { content, embeds } = message
  const body = bodyOf(message, key)
  return content === undefined ? body : { ...body, flags: 0, ...(embeds ? { content, embeds } : { content }) }
}

/** The body that replaces a stored message. */
export function storedEdit(message: StoredMessage, key: string): object {
  const body = storedBody(message, key)
  return message.content === undefined ? editOf(body) : body
}

type StoredMessage = DiscordMessage & { readonly content?: string; readonly embeds?: readonly object[] }

/** Answers where that was promised, or to one person only; returns false if it failed. */
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

/** Answers where that was promised or asked for; returns the reason if it could not be posted. */
async function sayThere(place: Place, document: Document, context: SayOptions): Promise<string | undefined> {
  const { token, since, channel, everybody, open, ledger, page } = place
  const drawn = renderDiscord(document, 'answer').map(withoutStatus)
  const fresh = since !== undefined && Date.now() - Number(since) < interactionMs
  if (!token || !fresh) {
    if (!everybody || !channel) return 'it took too long to answer'
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
  return await sayAsPromised(token, bodies, { place, context })
}

/** Replaces the promise with the first message, unless another answer has done so, and adds the others below. */
async function sayAsPromised(
  token: string,
  bodies: readonly object[],
  { place: { beside, everybody }, context }: { readonly place: Place; readonly context: SayOptions },
): Promise<string | undefined> {
  const first = beside ? undefined : bodies[0]
  const lost = first && (await replacePromise(token, first, context))
  if (lost !== undefined) return lost
  for (const body of first ? bodies.slice(1) : bodies) await followUp(token, everybody ? body : alone(body), context)
  return undefined
}

function bodiesOf(document: Document): object[] {
  return renderDiscord(document, 'answer').map((message) => bodyOf(withoutStatus(message), 'answer'))
}

/** Informs the asker that something was not posted; always returns false. */
async function notPosted({ token, person }: Place, reason: string, context: SayOptions): Promise<false> {
  const bodies = bodiesOf([{ kind: 'alert', text: `It could not be posted: ${reason}. You can try again.` }])
  try {
    await (token ? sayApart(token, bodies, context) : sayToPerson(person, bodies, context))
  } catch {
    await sayToPerson(person, bodies, context).catch(() => undefined)
  }
  return false
}

/** Deletes the public promise, which would otherwise stay open for ever, and answers the asker alone. */
async function sayApart(token: string, bodies: readonly object[], context: SayOptions): Promise<void> {
  const promise = Routes.webhookMessage(context.applicationId, token)
  await context.rest.delete(promise, { auth: false }).catch(() => undefined)
  for (const body of bodies) await followUp(token, alone(body), context)
}

/** The body of a message that only the asker sees. */
function alone(body: object): object {
  return { ...body, flags: componentsFlag | ephemeral }
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

/** A body that Discord posts once: for some minutes, the same nonce returns the message already made. */
function nonced(body: object, at: number, { once }: SayOptions): object {
  return once ? { ...body, nonce: `${once.key}.${at}`, enforce_nonce: true } : body
}

/** Makes a request, and waits and repeats it if Discord asks for that. */
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

/** A message without its status button: nobody looks for an answer, so it needs no key. */
function withoutStatus(message: DiscordMessage): DiscordMessage {
  const hasStatus = (each: Component) => everyComponent([each]).some(({ custom_id: id }) => id === 'status:{key}')
  return { ...message, components: message.components.filter((each) => !hasStatus(each)) }
}

/**
 * Replaces the promise with the answer; returns the reason if that failed. A quick answer may be ready before the
 * promise has arrived, and an edit can safely be repeated.
 */
async function replacePromise(
  token: string,
  body: object,
  { rest, applicationId, log }: SayOptions,
): Promise<string | undefined> {
  for (let turn = 1; ; turn++) {
    try {
      await rest.patch(Routes.webhookMessage(applicationId, token), { body: editOf(body), auth: false })
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
