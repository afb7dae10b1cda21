import type { Document } from '../chat/document.ts'
import { nextSlot } from '../digest/schedule.ts'
import { dayAndTime } from '../digest/times.ts'
import type { EditionId, EditionState } from '../domain/digest.ts'
import type { Subscription } from '../domain/subscription.ts'
import type { Platform } from '../ports.ts'
import type { FiledEdition } from '../store/editions.ts'
import type { DueSubscription } from '../store/subscriptions.ts'
import { composeEdition } from './compose-edition.ts'
import { deliver } from './deliver.ts'
import type { Doors } from './doors.ts'
import { tellOwner } from './tell-owner.ts'

export const editionLimits = {
  /** A slot that is older when we come to it is skipped, in milliseconds: yesterday's digest is no news. */
  catchUpMs: 12 * 3_600_000,
  /** From when on readers are told that it is late. */
  lateMs: 10 * 60_000,
  /** An edition that has not moved for so long is queued again. */
  stuckMs: 60_000,
  /** Slots opened in one round, and editions queued again. */
  round: 20_000,
} as const

/** Opens the edition of every slot that is due and queues it; queues again what an earlier run left unfinished. */
export async function openEditions(doors: Doors): Promise<number> {
  const { store, clock, queue } = doors
  let opened = 0
  for (const due of await store.subscriptions.due(clock.now(), editionLimits.round)) {
    if (await openEdition(due, doors)) opened += 1
  }
  const before = new Date(Date.parse(clock.now()) - editionLimits.stuckMs).toISOString()
  const stuck = await store.editions.unsettled(before, editionLimits.round)
  for (const { id } of stuck) await queue.send({ kind: 'post-edition', edition: id })
  return opened + stuck.length
}

/** Queues again, at once, whatever an earlier process left unfinished. */
export async function resumeEditions({ store, queue }: Pick<Doors, 'store' | 'queue'>): Promise<void> {
  for (const { id } of await store.editions.unsettled(null, editionLimits.round))
    await queue.send({ kind: 'post-edition', edition: id })
}

async function openEdition({ subscription, slot }: DueSubscription, { store, clock, queue }: Doors): Promise<boolean> {
  const now = clock.now()
  const lateMs = Date.parse(now) - Date.parse(slot)
  const note =
    lateMs > editionLimits.lateMs
      ? `This digest was due ${dayAndTime(slot, subscription.schedule.zone)} and is late: Onrecord was not running.`
      : null
  const opened = await store.editions.open(
    { subscription: subscription.id, slot },
    { next: nextSlot(subscription.schedule, now), now, note },
    async (edition, within) => await queue.send({ kind: 'post-edition', edition }, { within }),
  )
  return opened !== undefined
}

/** Composes one edition and posts it, as far as that goes now. Asked again, it posts nothing twice. */
export async function postEdition(id: EditionId, doors: Doors): Promise<void> {
  const { store, clock } = doors
  const edition = await store.editions.find(id)
  if (edition?.state !== 'due' && edition?.state !== 'posting') return
  const subscription = await store.subscriptions.find(edition.subscription)
  const platform = doors.platforms.find(({ name }) => name === subscription?.channel.platform)
  if (!subscription || !platform)
    return await settle(id, { state: 'failed', reason: 'its channel is not connected' }, doors)
  const isOld = Date.parse(clock.now()) - Date.parse(edition.slot) > editionLimits.catchUpMs
  if (edition.state === 'posting' && isOld) return await giveUp(edition, { subscription, platform }, doors)
  if (edition.state === 'posting') return await deliverEdition(edition, { subscription, platform }, doors)
  if (isOld) return await settle(id, { state: 'skipped', reason: 'it came due while Onrecord was not running' }, doors)
  const composed = await composeEdition(subscription, edition.slot, doors)
  if (!composed) return await settle(id, { state: 'skipped', reason: 'nothing new' }, doors)
  const document: Document = edition.note
    ? [...composed.document, { kind: 'note', text: edition.note }]
    : composed.document
  const parts = platform.draw(document, subscription.shape).length
  if (!(await store.editions.prepare(id, { document, stories: composed.stories, parts, now: clock.now() }))) return
  await deliverEdition({ ...edition, document }, { subscription, platform }, doors)
}

/** The platform could not be reached for as long as a digest is news. */
async function giveUp({ id }: FiledEdition, { subscription, platform }: Addressee, doors: Doors): Promise<void> {
  const problem = 'it could not be posted for twelve hours'
  await settle(id, { state: 'failed', reason: problem }, doors)
  await tellOwner(subscription, { platform, problem }, doors)
}

interface Addressee {
  readonly subscription: Subscription
  readonly platform: Platform
}

async function deliverEdition(
  { id, document }: FiledEdition,
  { subscription, platform }: Addressee,
  doors: Doors,
): Promise<void> {
  const messages = platform.draw(document ?? [], subscription.shape)
  const delivered = await deliver(
    { edition: id, platform, subscription, messages },
    { ...doors, posts: doors.store.posts },
  )
  switch (delivered.kind) {
    case 'posted':
      await doors.store.subscriptions.noteProblem(subscription.id, null)
      return await settle(id, { state: 'posted', message: delivered.message }, doors)
    case 'failed':
      await settle(id, { state: 'failed', reason: delivered.reason }, doors)
      return await tellOwner(subscription, { platform, problem: delivered.reason }, doors)
    case 'unknown':
      await settle(id, { state: 'unknown', reason: delivered.reason }, doors)
      return await tellOwner(
        subscription,
        { platform, problem: `a post may or may not have gone out: ${delivered.reason}` },
        doors,
      )
    case 'waiting':
      return await doors.queue.send({ kind: 'post-edition', edition: id }, { afterMs: delivered.afterMs })
    case 'elsewhere':
      return
  }
}

async function settle(
  id: EditionId,
  outcome: { readonly state: EditionState; readonly reason?: string; readonly message?: string },
  { store, clock, log }: Doors,
): Promise<void> {
  const { state, reason = null, message = null } = outcome
  await store.editions.settle(id, { state, reason, message, now: clock.now() })
  log.info('edition', { edition: id, state, reason })
}
