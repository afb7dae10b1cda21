import type { EditionId, EditionTarget } from '../domain/digest.ts'
import type { Clock, Found, Log, Platform, Sent, Target } from '../ports.ts'
import type { PostPart, PostStore } from '../store/posts.ts'

/** How far an edition has come. */
export type Delivered =
  | { readonly kind: 'posted'; readonly message: string }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'unknown'; readonly reason: string }
  /** Not yet: to be taken up again after so many milliseconds. */
  | { readonly kind: 'waiting'; readonly afterMs: number }
  /** Another process is at it. */
  | { readonly kind: 'elsewhere' }

export const deliveryLimits = {
  /**
   * When a message whose fate is not known may be looked for, in milliseconds after it was marked. A platform must have
   * given up its request well before: what is not there by then never comes.
   */
  graceMs: 15_000,
  /** How long after its mark a message may still be begun: a process that slept in between must not begin it. */
  startMs: 2_000,
  /** How long the next try waits at most, in milliseconds; each waits longer than the one before. */
  longestWaitMs: 5 * 60_000,
} as const

export interface DeliveryDoors {
  readonly posts: Pick<PostStore, 'list' | 'mark' | 'settle'>
  readonly clock: Clock
  readonly log: Log
}

export interface Delivery {
  readonly edition: EditionId
  readonly platform: Platform
  readonly target: EditionTarget
}

/**
 * Sends the messages of an edition that have not been sent, in order, and says how far that came. Each is marked in the
 * database before it is sent: a process that dies leaves a mark, and whoever comes next looks for the message on the
 * platform before it sends again. Where nobody can look, nothing is sent again.
 */
export async function deliver(delivery: Delivery, doors: DeliveryDoors): Promise<Delivered> {
  const parts = await doors.posts.list(delivery.edition)
  let parent: string | null = null
  for (const part of parts) {
    const sent = await deliverPart(part, { ...delivery, parent }, doors)
    if (sent.kind !== 'posted') return sent
    parent ??= sent.message
  }
  return { kind: 'posted', message: parent ?? '' }
}

type PartDelivery = Delivery & { readonly parent: string | null }

async function deliverPart(part: PostPart, delivery: PartDelivery, doors: DeliveryDoors): Promise<Delivered> {
  switch (part.state) {
    case 'sent':
      return { kind: 'posted', message: part.message ?? '' }
    case 'planned':
      return await sendPart(part, delivery, doors)
    case 'sending':
      return await findPart(part, delivery, doors)
  }
}

async function sendPart(
  part: PostPart,
  delivery: PartDelivery,
  { posts, clock, log }: DeliveryDoors,
): Promise<Delivered> {
  if (!part.drawn) return { kind: 'failed', reason: 'it was begun by an older version of Onrecord' }
  const markedAt = clock.now()
  if (!(await posts.mark(delivery.edition, part, markedAt))) return { kind: 'elsewhere' }
  const marked = { part: part.part, attempts: part.attempts + 1 }
  if (Date.parse(clock.now()) - Date.parse(markedAt) > deliveryLimits.startMs) {
    await posts.settle(delivery.edition, marked, { state: 'planned' })
    return { kind: 'waiting', afterMs: 0 }
  }
  const sent: Sent = await delivery.platform.send(part.drawn, targetOf(part, delivery))
  log.info('sent', { edition: delivery.edition, part: part.part, outcome: sent.kind })
  switch (sent.kind) {
    case 'sent':
      await posts.settle(delivery.edition, marked, { state: 'sent', message: sent.message })
      return { kind: 'posted', message: sent.message }
    case 'later':
      await posts.settle(delivery.edition, marked, { state: 'planned' })
      return { kind: 'waiting', afterMs: Math.max(sent.retryAfterMs, backOff(part.attempts)) }
    case 'refused':
      await posts.settle(delivery.edition, marked, { state: 'planned' })
      return { kind: 'failed', reason: sent.reason }
    case 'unknown':
      return { kind: 'waiting', afterMs: deliveryLimits.graceMs }
  }
}

/** A message was begun and nobody noted what became of it. */
async function findPart(part: PostPart, delivery: PartDelivery, doors: DeliveryDoors): Promise<Delivered> {
  const age = Date.parse(doors.clock.now()) - Date.parse(part.markedAt ?? doors.clock.now())
  if (age < deliveryLimits.graceMs) return { kind: 'waiting', afterMs: deliveryLimits.graceMs - age }
  const found: Found = await delivery.platform.find(targetOf(part, delivery))
  doors.log.info('looked-for', { edition: delivery.edition, part: part.part, outcome: found.kind })
  switch (found.kind) {
    case 'found':
      await doors.posts.settle(delivery.edition, part, { state: 'sent', message: found.message })
      return { kind: 'posted', message: found.message }
    case 'absent':
      if (!(await doors.posts.settle(delivery.edition, part, { state: 'planned' }))) return { kind: 'elsewhere' }
      return await sendPart({ ...part, state: 'planned' }, delivery, doors)
    case 'later':
      return { kind: 'waiting', afterMs: Math.max(found.retryAfterMs, backOff(part.attempts)) }
    case 'unsure':
      return { kind: 'unknown', reason: found.reason }
  }
}

/** Half a second, and twice as long after each try. */
function backOff(attempts: number): number {
  return Math.min(deliveryLimits.longestWaitMs, 500 * 2 ** Math.min(attempts, 12))
}

function targetOf({ part, drawn, markedAt }: PostPart, { edition, target, parent }: PartDelivery): Target {
  const { workspace, channel, silent } = target
  return {
    workspace,
    channel: channel.id,
    parent: drawn?.['apart'] === true ? null : parent,
    key: `${edition}.${part}`,
    silent,
    since: markedAt,
  }
}
