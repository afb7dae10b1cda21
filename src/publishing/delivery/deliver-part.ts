import type { EditionId, EditionTarget } from '../../domain/digest.ts'
import type { Destination, Found, PostedMessage, Sent } from '../../domain/message.ts'
import type { Clock, Log, Platform } from '../../ports.ts'
import type { PostPart, PostStore } from '../../store/publishing/posts.ts'

/** The result of an attempt to deliver an edition. */
export type Delivered =
  | { readonly kind: 'posted'; readonly message: string }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'unknown'; readonly reason: string }
  /** Not yet; to be retried after this many milliseconds. */
  | { readonly kind: 'waiting'; readonly afterMs: number; readonly reason?: string }
  /** Another process is handling it. */
  | { readonly kind: 'elsewhere' }

export const deliveryLimits = {
  /**
   * How long after its mark a message with an unknown outcome may be looked for, in milliseconds. The platform's
   * request must have timed out well before then, so that a message not found by then will never appear.
   */
  graceMs: 15_000,
  /** How long after its mark a message may still be started, in milliseconds; a process that was suspended must not. */
  startMs: 2_000,
  /** The longest wait before a retry, in milliseconds; waits grow with each attempt. */
  longestWaitMs: 5 * 60_000,
} as const

export interface DeliveryServices {
  readonly posts: Pick<PostStore, 'list' | 'mark' | 'renew' | 'settle'>
  readonly clock: Clock
  readonly log: Log
}

export interface Delivery {
  readonly edition: EditionId
  readonly platform: Platform
  readonly target: EditionTarget
}

/** A delivery, and the message below which this one goes. */
export type PartDelivery = Delivery & { readonly parent: string | null }

/** Brings one message of an edition as far as it gets now. */
export async function deliverPart(
  part: PostPart,
  delivery: PartDelivery,
  services: DeliveryServices,
): Promise<Delivered> {
  switch (part.state) {
    case 'sent':
      return { kind: 'posted', message: part.message ?? '' }
    case 'planned':
      return await sendPart(part, delivery, services)
    case 'sending':
      return await whenQuiet(part, services, () => findPart(part, delivery, services))
    case 'open':
      return await fillPart(part, delivery, services)
    case 'filling':
      return await whenQuiet(part, services, () => fillPart(part, delivery, services))
  }
}

/** Continues what another process began, once that process's request must have timed out. */
async function whenQuiet(
  { markedAt }: PostPart,
  { clock }: DeliveryServices,
  goOn: () => Promise<Delivered>,
): Promise<Delivered> {
  const age = msSince(markedAt ?? clock.now(), clock)
  return age < deliveryLimits.graceMs ? { kind: 'waiting', afterMs: deliveryLimits.graceMs - age } : await goOn()
}

async function sendPart(part: PostPart, delivery: PartDelivery, services: DeliveryServices): Promise<Delivered> {
  if (!part.rendered) return { kind: 'failed', reason: 'it was started by an older version of Onrecord' }
  const marked = await mark(part, delivery, services)
  if ('kind' in marked) return marked
  const message = marked.rendered?.opening ?? marked.rendered ?? part.rendered
  const sent = await delivery.platform.send(message, targetOf(marked, part.markedAt, { delivery, services }))
  services.log.info('sent', { edition: delivery.edition, part: part.part, outcome: sent.kind, ...reasonIn(sent) })
  if (sent.kind === 'sent') return await isOut(marked, sent, { delivery, services })
  if (sent.kind !== 'unknown') await services.posts.settle(delivery.edition, marked, { state: 'planned' })
  return notYet(sent, part)
}

/** Looks for a message whose sending was started but has no recorded outcome. */
async function findPart(part: PostPart, delivery: PartDelivery, services: DeliveryServices): Promise<Delivered> {
  const found: Found = await delivery.platform.find(targetOf(part, part.markedAt, { delivery, services }))
  services.log.info('looked-for', {
    edition: delivery.edition,
    part: part.part,
    outcome: found.kind,
    ...reasonIn(found),
  })
  switch (found.kind) {
    case 'found':
      return await isOut(part, found, { delivery, services })
    case 'absent':
      if (!(await services.posts.settle(delivery.edition, part, { state: 'planned' }))) return { kind: 'elsewhere' }
      return await sendPart({ ...part, state: 'planned' }, delivery, services)
    case 'later':
      return notYet(found, part)
    case 'unsure':
      return { kind: 'unknown', reason: found.reason }
  }
}

interface At {
  readonly delivery: PartDelivery
  readonly services: DeliveryServices
}

/** Records that a message is on the platform; if only part of it is there, fills it at once. */
async function isOut(
  part: PostPart,
  { message, inPart = false }: { readonly message: string; readonly inPart?: boolean },
  { delivery, services }: At,
): Promise<Delivered> {
  const state = inPart || part.rendered?.opening ? 'open' : 'sent'
  const settled = await services.posts.settle(delivery.edition, part, { state, message, inPart })
  if (settled === 'sent') return { kind: 'posted', message }
  if (settled === undefined) return { kind: 'elsewhere' }
  return await fillPart({ ...part, state: 'open', message, markedAt: null }, delivery, services)
}

/** Replaces what is posted with the whole message. Safe to repeat, so a lost attempt is simply made again. */
async function fillPart(part: PostPart, delivery: PartDelivery, services: DeliveryServices): Promise<Delivered> {
  const { edition, platform } = delivery
  const { message } = part
  if (!part.rendered || message === null)
    return { kind: 'failed', reason: 'the unfinished message can’t be completed here' }
  const marked = await mark(part, delivery, services)
  if ('kind' in marked) return marked
  const at = { ...targetOf(marked, part.markedAt, { delivery, services }), message, inParts: marked.inParts }
  const filled = await put(marked, at, platform)
  services.log.info('filled', { edition, part: part.part, outcome: filled.kind, ...reasonIn(filled) })
  if (filled.kind === 'unknown') return notYet(filled, part)
  // What people have deleted says nothing wrong any more.
  const isDeleted = filled.kind === 'refused' && filled.code === 'deleted'
  const isFilled = filled.kind === 'sent' || isDeleted
  const inPart = filled.kind === 'sent' && (filled.inPart ?? false)
  const state = isFilled ? ('sent' as const) : ('open' as const)
  const settled = await services.posts.settle(edition, marked, { state, message, inPart, isDeleted })
  if (filled.kind !== 'sent' && !isDeleted) return notYet(filled, part)
  if (settled === 'sent') return { kind: 'posted', message }
  return settled === undefined ? { kind: 'elsewhere' } : { kind: 'waiting', afterMs: 0 }
}

/** Edits the message if it was rendered again after an earlier fill; otherwise completes it. */
async function put({ rendered, version }: PostPart, at: PostedMessage, platform: Platform): Promise<Sent> {
  // A message that was never filled shows only the opening of an older version.
  const way = version > 0 && at.since !== null ? platform.edit : (platform.fill ?? platform.edit)
  const refused: Sent = { kind: 'refused', reason: 'the message can’t be changed there' }
  return (await way?.(rendered ?? {}, at)) ?? refused
}

/** Marks a message as taken before any platform request; otherwise returns why it must not be touched now. */
async function mark(
  part: PostPart,
  { edition }: PartDelivery,
  services: DeliveryServices,
): Promise<PostPart | Delivered> {
  const { posts, clock } = services
  const markedAt = clock.now()
  const marked = await posts.mark(edition, part, markedAt)
  if (!marked) return { kind: 'elsewhere' }
  if (msSince(markedAt, clock) <= deliveryLimits.startMs) return marked
  const { message } = part
  await posts.settle(edition, marked, message === null ? { state: 'planned' } : { state: 'open', message })
  return { kind: 'waiting', afterMs: 0 }
}

/** Keeps a mark fresh between requests: each must begin soon after the mark was made or renewed. */
function renewer(marked: PostPart, edition: EditionId, { posts, clock }: DeliveryServices): () => Promise<boolean> {
  let fresh = marked.markedAt ?? clock.now()
  return async () => {
    if (msSince(fresh, clock) <= deliveryLimits.startMs) return true
    const now = clock.now()
    if (!(await posts.renew(edition, marked, now))) return false
    fresh = now
    return msSince(now, clock) <= deliveryLimits.startMs
  }
}

/** The reason the platform gave, if any, for the log. */
function reasonIn(outcome: Sent | Found): { readonly reason?: string } {
  return 'reason' in outcome ? { reason: outcome.reason } : {}
}

function notYet(sent: Exclude<Sent, { kind: 'sent' }>, { attempts }: PostPart): Delivered {
  switch (sent.kind) {
    case 'later':
      return {
        kind: 'waiting',
        reason: sent.reason,
        afterMs: sent.isExact ? sent.retryAfterMs : Math.max(sent.retryAfterMs, backOff(attempts)),
      }
    case 'refused':
      return { kind: 'failed', reason: sent.reason }
    case 'unknown':
      return { kind: 'waiting', afterMs: deliveryLimits.graceMs }
  }
}

/** The wait in milliseconds: it doubles with each attempt, from half a second. */
function backOff(attempts: number): number {
  return Math.min(deliveryLimits.longestWaitMs, 500 * 2 ** Math.min(attempts, 12))
}

/** The destination of a message; `since` is when it may already have been sent. */
function targetOf(part: PostPart, since: string | null, { delivery, services }: At): Destination {
  const { edition, target, parent } = delivery
  const { workspace, channel, silent } = target
  return {
    workspace,
    channel: channel.id,
    parent: part.rendered?.apart ? null : parent,
    key: `${edition}.${part.part}`,
    silent,
    since,
    renew: renewer(part, edition, services),
  }
}

function msSince(instant: string, clock: Clock): number {
  return Date.parse(clock.now()) - Date.parse(instant)
}
