import type { Document } from '../chat/document.ts'
import { compose } from '../digest/compose.ts'
import { layoutDigest } from '../digest/layout.ts'
import { type Brief, isEmpty } from '../domain/brief.ts'
import type { Feed } from '../domain/feed.ts'
import type { StoryId } from '../domain/story.ts'
import type { Subscription } from '../domain/subscription.ts'
import type { Doors } from './doors.ts'
import { inParallel } from './in-parallel.ts'
import { modelNotes } from './model-notes.ts'
import { briefOf } from './write-briefs.ts'

/** How old an article may be to be news in an edition, in hours. */
export const newsHours = 36
/** The most stories that are written up to choose an edition from. */
const mostCandidates = 60
/** A model takes seconds for each; its endpoint has a limit of its own. */
const writtenAtOnce = 8

export interface ComposedEdition {
  readonly document: Document
  readonly stories: readonly StoryId[]
}

/** What an edition says and which stories it tells; undefined when fewer are new than it is to have. */
export async function composeEdition(
  subscription: Subscription,
  slot: string,
  doors: Doors,
): Promise<ComposedEdition | undefined> {
  const feeds = await feedsOf(subscription, doors)
  const briefs = await gatherBriefs(subscription, feeds, doors)
  if (briefs.length < subscription.minimum) return undefined
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
  const notes = await modelNotes(digest.briefs, subscription.workspace, doors)
  return {
    document: [...layoutDigest(digest, doors.addressesFor(subscription.workspace)), ...notes],
    stories: digest.briefs.map(({ story }) => story),
  }
}

/** The feeds that a subscription draws from. */
export async function feedsOf({ workspace, feeds }: Subscription, { store }: Doors): Promise<Feed[]> {
  const followed = await store.feeds.list(workspace)
  return feeds.length === 0 ? followed : followed.filter(({ id }) => feeds.includes(id))
}

/** The briefs of the recent stories that these feeds tell and this subscription has not told yet. */
async function gatherBriefs(subscription: Subscription, feeds: readonly Feed[], doors: Doors): Promise<Brief[]> {
  const { store, clock, progress } = doors
  const start = new Date(Date.parse(clock.now()) - newsHours * 3_600_000).toISOString()
  const told = await store.editions.told(subscription.id)
  const ids = feeds.map(({ id }) => id)
  const recent = await store.articles.storiesSince(start, ids)
  const stories = recent.filter((story) => !told.has(story)).slice(-mostCandidates)
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
