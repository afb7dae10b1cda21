import type { Document } from '../chat/document.ts'
import { compose } from '../digest/compose.ts'
import { layoutDigest } from '../digest/layout.ts'
import { nextSlot } from '../digest/schedule.ts'
import { type Brief, isEmpty } from '../domain/brief.ts'
import type { EditionId, EditionState } from '../domain/digest.ts'
import type { Feed } from '../domain/feed.ts'
import type { StoryId } from '../domain/story.ts'
import type { Subscription } from '../domain/subscription.ts'
import type { DueSubscription } from '../store/workspaces.ts'
import type { Doors } from './doors.ts'
import { inParallel } from './in-parallel.ts'
import { briefOf } from './write-briefs.ts'

/** How old an article may be to be news in an edition, in hours. */
const newsHours = 36
/** The most stories that are written up to choose an edition from. */
const mostCandidates = 60
/** A model takes seconds for each; its endpoint has a limit of its own. */
const writtenAtOnce = 8

/** Opens the edition of every slot that is due and queues it; queues again what an earlier run left unfinished. */
export async function openEditions(doors: Doors): Promise<number> {
  const { store, clock, queue } = doors
  const now = clock.now()
  for (const due of await store.workspaces.due(now)) await openEdition(due, doors)
  const unsettled = await store.editions.unsettled()
  for (const { id } of unsettled) await queue.send({ kind: 'post-edition', edition: id })
  return unsettled.length
}

async function openEdition({ subscription, slot }: DueSubscription, { store, clock }: Doors): Promise<EditionId> {
  const now = clock.now()
  return await store.editions.open(subscription.id, slot, { next: nextSlot(subscription.schedule, now), now })
}

/** Composes and posts one edition. Asked again, it posts nothing twice. */
export async function postEdition(id: EditionId, doors: Doors): Promise<void> {
  const { store, clock, log } = doors
  const edition = await store.editions.find(id)
  if (!edition || edition.state === 'posted' || edition.state === 'skipped') return
  const settle = async (state: EditionState, outcome: { reason?: string; message?: string }) => {
    await store.editions.settle(id, {
      state,
      reason: outcome.reason ?? null,
      message: outcome.message ?? null,
      now: clock.now(),
    })
    log.info('edition', { edition: id, state, reason: outcome.reason ?? null })
  }
  const subscription = await store.workspaces.subscription(edition.subscription)
  const platform = doors.platforms.find(({ name }) => name === subscription?.channel.platform)
  if (!subscription || !platform) return await settle('failed', { reason: 'its channel is not connected' })
  const composed = await composeEdition(subscription, edition.slot, doors)
  if (!composed) return await settle('skipped', { reason: 'nothing new' })
  await store.editions.prepare(id, { ...composed, now: clock.now() })
  const posted = await platform.post(subscription.channel, composed.document, id)
  await settle(posted.kind, posted)
}

export interface ComposedEdition {
  readonly document: Document
  readonly stories: readonly StoryId[]
}

/** What an edition says and which stories it tells; undefined when there is nothing new to tell. */
export async function composeEdition(
  subscription: Subscription,
  slot: string,
  doors: Doors,
): Promise<ComposedEdition | undefined> {
  const feeds = await feedsOf(subscription, doors)
  const briefs = await gatherBriefs(subscription, feeds, doors)
  if (briefs.length === 0) return undefined
  const digest = compose(briefs, {
    name: subscription.name,
    at: slot,
    zone: subscription.schedule.zone,
    stories: subscription.stories,
    feeds: {
      total: feeds.length,
      failing: feeds.filter(({ problem }) => problem !== null).map(({ outlet }) => outlet),
    },
  })
  return { document: layoutDigest(digest, doors.addresses), stories: digest.briefs.map(({ story }) => story) }
}

async function feedsOf({ workspace, feeds }: Subscription, { store }: Doors): Promise<Feed[]> {
  const followed = await store.feeds.list(workspace)
  return feeds.length === 0 ? followed : followed.filter(({ id }) => feeds.includes(id))
}

/** The briefs of the recent stories that these feeds tell and this subscription has not told yet. */
async function gatherBriefs(subscription: Subscription, feeds: readonly Feed[], doors: Doors): Promise<Brief[]> {
  const { store, clock, progress } = doors
  const start = new Date(Date.parse(clock.now()) - newsHours * 3_600_000).toISOString()
  const told = await store.editions.told(subscription.id)
  const recent = await store.articles.since(start)
  const stories = [...new Set(recent.flatMap(({ story }) => (story && !told.has(story) ? [story] : [])))].slice(
    -mostCandidates,
  )
  const ids = feeds.map(({ id }) => id)
  const written = new Map<StoryId, Brief>()
  let done = 0
  await inParallel(stories, writtenAtOnce, async (story) => {
    const brief = await briefOf(story, { feeds: ids, workspace: subscription.workspace }, doors)
    if (brief && !isEmpty(brief)) written.set(story, brief)
    done += 1
    progress.step('Writing briefs', done, stories.length)
  })
  progress.end()
  return stories.flatMap((story) => written.get(story) ?? [])
}
