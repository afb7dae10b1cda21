import { isOpen } from '../chat/commands/filter-words.ts'
import type { Document } from '../chat/document.ts'
import { rich } from '../chat/rich-text.ts'
import { nextSlot } from '../digest/schedule/next-slot.ts'
import { counted, moment } from '../digest/times.ts'
import { noneReadable } from '../digest/unreadable-feeds.ts'
import { type EditionId, type EditionState, unfinishedStates } from '../domain/digest.ts'
import { shiftInstant } from '../domain/instant.ts'
import { reasonOf } from '../domain/reason.ts'
import type { Subscription } from '../domain/subscription.ts'
import type { Services } from '../services.ts'
import type { FiledEdition } from '../store/publishing/filed-edition.ts'
import type { DueSubscription } from '../store/publishing/subscriptions.ts'
import { keptOut } from './compose-edition.ts'
import { composeFor } from './compose-shared.ts'
import { deliver } from './delivery/deliver.ts'
import { feedsOf } from './news-sources.ts'
import { notifyOwnerOf } from './notify-owner.ts'
import { tendProofs } from './proofs/tend-proofs.ts'
import { type Addressee, finishReview, startReview } from './review-edition.ts'
import { hasNews, limitNote, lookedAt } from './watches/watch-news.ts'

export const editionLimits = {
  /** A slot older than this is skipped, as its news is no longer new; in milliseconds. */
  catchUpMs: 12 * 3_600_000,
  /** How late an edition must be to say so to readers, in milliseconds. */
  lateMs: 10 * 60_000,
  /** An edition that has made no progress for this long is queued again, in milliseconds. */
  stuckMs: 60_000,
  /** How many times one round checks for due slots, and how many times an edition may be composed. */
  turns: 4,
  /** The most slots per check for due slots, and the most editions queued again in one round. */
  round: 20_000,
} as const

/** Opens and queues an edition for every due slot; queues again the editions that an earlier run left unfinished. */
export async function openEditions(services: Services): Promise<number> {
  const { store, clock, queue } = services
  let opened = 0
  for (let turn = 0; turn < editionLimits.turns; turn++) {
    const due = await store.subscriptions.due(clock.now(), editionLimits.round)
    if (due.length === 0) break
    for (const each of due) if (await openSafely(each, services)) opened += 1
  }
  const before = shiftInstant(clock.now(), -editionLimits.stuckMs)
  const stuck = await store.editions.unsettled(before, editionLimits.round)
  const reviewed = await tendProofs(services, { staleMs: editionLimits.catchUpMs, limit: editionLimits.round })
  for (const edition of [...stuck, ...reviewed]) await queue.send({ kind: 'post-edition', edition })
  return opened + stuck.length + reviewed.length
}

/** Opens an edition; an error is recorded for its subscription and does not affect the others. */
async function openSafely(due: DueSubscription, services: Services): Promise<boolean> {
  try {
    return await openEdition(due, services)
  } catch (error) {
    const { id } = due.subscription
    services.log.error('edition-not-opened', { subscription: id, reason: reasonOf(error) })
    await services.store.subscriptions.noteProblem(id, `its edition could not be opened: ${reasonOf(error)}`)
    return false
  }
}

/** Queues again, at once, all editions that an earlier process left unfinished. */
export async function resumeEditions({ store, queue }: Pick<Services, 'store' | 'queue'>): Promise<void> {
  for (const edition of await store.editions.unsettled(null, editionLimits.round))
    await queue.send({ kind: 'post-edition', edition })
}

/** Opens a slot's edition, or a watch's if it has news, and moves its subscription to the next slot: the first recent one if this slot is too old. */
export async function openEdition(due: DueSubscription, services: Services): Promise<boolean> {
  const { subscription, slot } = due
  const { store, clock, queue } = services
  const now = clock.now()
  if (subscription.schedule.atOnce && !(await hasNews(due, services))) return false
  const newsFrom = shiftInstant(now, -editionLimits.catchUpMs)
  // An edition that editors must approve is opened before its slot.
  const next = nextSlot(subscription.schedule, slot < newsFrom ? newsFrom : slot > now ? slot : now)
  const opened = await store.editions.open(
    { subscription: subscription.id, slot },
    { next, now },
    async (edition, within) => await queue.send({ kind: 'post-edition', edition }, { within }),
  )
  return opened !== undefined
}

/** Composes an edition and posts as much of it as possible now. Safe to repeat: nothing is posted twice. */
export async function postEdition(id: EditionId, services: Services): Promise<void> {
  const { store, clock } = services
  const edition = await store.editions.find(id)
  if (!edition || !unfinishedStates.some((state) => state === edition.state)) return
  const subscription = await store.subscriptions.find(edition.subscription)
  if (!subscription) return await settle(id, { state: 'failed', reason: 'the digest was deleted' }, services)
  const channel = edition.target?.channel ?? subscription.channel
  const platform = services.platforms.find(({ name }) => name === channel.platform)
  if (!platform) {
    const reason = `${channel.platform} is not set up here`
    await store.subscriptions.noteProblem(subscription.id, reason)
    return await settle(id, { state: 'failed', reason }, services)
  }
  const to = { subscription, platform }
  const isOld = Date.parse(clock.now()) - Date.parse(edition.slot) > editionLimits.catchUpMs
  if (edition.state === 'posting')
    return isOld ? await giveUp(edition, to, services) : await deliverEdition(edition, to, services)
  if (edition.state === 'review') {
    const reviewed = await finishReview(edition, { ...to, isStale: isOld }, services)
    if (reviewed) await deliverEdition(reviewed, to, services)
    return await services.queue.send({ kind: 'show-proof', edition: id })
  }
  if (isOld) return await settle(id, { state: 'skipped', reason: 'it was due while Onrecord wasn’t running' }, services)
  const prepared = await prepareEdition(edition, to, services)
  if (prepared) await deliverEdition(prepared, to, services)
}

/** Composes an edition and stores it; undefined if there is nothing to post or another process was faster. */
async function prepareEdition(
  edition: FiledEdition,
  { subscription, platform }: Addressee,
  services: Services,
): Promise<FiledEdition | undefined> {
  const { store, clock } = services
  const { workspace, channel, silent, shape } = subscription
  const target = { workspace, channel, silent, shape }
  for (let turn = 0; turn < editionLimits.turns; turn++) {
    const composed = await composeFor(edition, subscription, services)
    if (!composed) {
      if (subscription.schedule.atOnce && !edition.asked) await dropWatched(edition, subscription, services)
      else await settleEmpty(edition, subscription, services)
      return undefined
    }
    // An edition that only says that nothing is new needs no editor.
    if (subscription.approval && composed.stories.length > 0) {
      await startReview(edition, { approval: subscription.approval, composed }, services)
      return undefined
    }
    const document: Document = [
      ...composed.document,
      ...lateNote(edition, subscription, clock.now()),
      ...(await limitNote(edition, subscription, services)),
    ]
    const messages = platform.render(document, shape)
    const kept = {
      document,
      stories: composed.stories,
      statements: composed.statements,
      messages,
      target,
      postedBefore: composed.postedBefore,
      now: clock.now(),
    }
    const outcome = await store.editions.prepare(edition.id, kept)
    if (outcome === 'prepared') return { ...edition, document, target }
    if (outcome === 'before') return undefined
  }
  throw new Error('other editions of the same digest keep coming in between')
}

/** A watch whose story says nothing that could be posted looks again in a minute, as more may be told; its readers need not know. */
async function dropWatched({ id }: FiledEdition, watch: Subscription, { store, clock }: Services): Promise<void> {
  await store.editions.discard(id)
  await store.subscriptions.change(watch.id, ({ schedule }) => ({ schedule: lookedAt(schedule, clock.now()) }))
}

/** Marks an edition as skipped, as nothing is new or no feed could be read, and records the reason. */
async function settleEmpty(
  { id, asked, shared }: FiledEdition,
  subscription: Subscription,
  services: Services,
): Promise<void> {
  if (shared !== null)
    return await settle(id, { state: 'skipped', reason: 'nothing of the story is left to post' }, services)
  const { minimum } = subscription
  const nothingNew = minimum > 1 && !asked ? `fewer than ${minimum} new stories` : 'nothing new'
  const feeds = await feedsOf(subscription, services)
  const unread = await services.store.measures.unread(feeds.map((feed) => feed.id))
  const out = isOpen(subscription.filter) ? 0 : await keptOut(subscription, feeds, services)
  const reasons = [
    nothingNew,
    ...(unread > 0 ? [`${counted(unread, 'page is', 'pages are')} still to be read`] : []),
    ...(out > 0 ? [`its filter left out ${counted(out, 'new story', 'new stories')}`] : []),
  ]
  const reason = noneReadable(feeds) ? 'none of its feeds could be read' : reasons.join('; ')
  await settle(id, { state: 'skipped', reason }, services)
}

function lateNote({ slot, asked }: FiledEdition, { schedule }: Subscription, now: string): Document {
  if (asked || Date.parse(now) - Date.parse(slot) <= editionLimits.lateMs) return []
  const when = moment(slot, schedule.zone)
  return [{ kind: 'note', text: rich`This digest was due ${when} and is late: Onrecord was not running.` }]
}

/** Gives up on an edition that could not be posted while it was still news. */
async function giveUp({ id }: FiledEdition, { subscription, platform }: Addressee, services: Services): Promise<void> {
  const problem = 'it still hadn’t gone out after twelve hours'
  await notifyOwnerOf(subscription, { platform, problem }, services)
  await settle(id, { state: 'failed', reason: problem }, services)
}

async function deliverEdition(
  { id, target }: FiledEdition,
  { subscription, platform }: Addressee,
  services: Services,
): Promise<void> {
  if (!target) return await settle(id, { state: 'failed', reason: 'it was started by an older version' }, services)
  const delivered = await deliver({ edition: id, platform, target }, { ...services, posts: services.store.posts })
  switch (delivered.kind) {
    case 'posted':
      await services.store.subscriptions.noteProblem(subscription.id, null)
      return await settle(id, { state: 'posted', message: delivered.message }, services)
    case 'failed':
      // Notify first: if the process dies before it settles, the retry does so, and the owner is not notified twice.
      await notifyOwnerOf(subscription, { platform, problem: delivered.reason }, services)
      return await settle(id, { state: 'failed', reason: delivered.reason }, services)
    case 'unknown': {
      const problem = `a post may or may not have gone out: ${delivered.reason}`
      await notifyOwnerOf(subscription, { platform, problem }, services)
      return await settle(id, { state: 'unknown', reason: delivered.reason }, services)
    }
    case 'waiting':
      // The current problem replaces that of an earlier edition.
      if (delivered.reason !== undefined) {
        const problem = `the platform isn’t accepting posts right now: ${delivered.reason}`
        await services.store.subscriptions.noteProblem(subscription.id, problem)
      }
      return await services.queue.send({ kind: 'post-edition', edition: id }, { afterMs: delivered.afterMs })
    case 'elsewhere':
      return
  }
}

async function settle(
  id: EditionId,
  outcome: { readonly state: EditionState; readonly reason?: string; readonly message?: string },
  { store, clock, log }: Services,
): Promise<void> {
  const { state, reason = null, message = null } = outcome
  await store.editions.settle(id, { state, reason, message, now: clock.now() })
  log.info('edition', { edition: id, state, reason })
}
