import type { Document, StoryBlock } from '../chat/document.ts'
import { inParallel } from '../concurrency.ts'
import { compose } from '../digest/compose.ts'
import { layoutDigest } from '../digest/layout.ts'
import { noneReadable } from '../digest/unreadable-feeds.ts'
import { type Brief, isEmpty } from '../domain/brief.ts'
import type { EditionId, FollowUp } from '../domain/digest.ts'
import type { Feed } from '../domain/feed.ts'
import { shiftInstant } from '../domain/instant.ts'
import type { StoryId } from '../domain/story.ts'
import type { Subscription } from '../domain/subscription.ts'
import type { Services } from '../services.ts'
import { modelNotes } from '../writing/model-notes.ts'
import { openBriefs } from '../writing/write-briefs.ts'
import { filterStories } from './filter-stories.ts'
import { whatIsNew } from './follow-up.ts'
import { withdrawnAmong } from './withdrawn.ts'

/** How old an article may be to be news in an edition, in hours. */
export const newsHours = 36
/** The most stories that are written up to choose an edition from. */
const mostCandidates = 60
/** A model takes seconds for each; its endpoint has a limit of its own. */
const writtenAtOnce = 8

export interface ComposedEdition {
  readonly document: Document
  readonly stories: readonly StoryId[]
  /** How much the subscription had told when they were chosen. */
  readonly postedBefore: number
}

/** What an edition says and which stories it tells; undefined when fewer are new than it is to have. */
export async function composeEdition(
  subscription: Subscription,
  slot: string,
  services: Services,
): Promise<ComposedEdition | undefined> {
  const postedBefore = await services.store.postedStories.count(subscription.id)
  const feeds = await feedsOf(subscription, services)
  const { briefs, followUps } = await gatherBriefs(subscription, feeds, services)
  if (briefs.length < subscription.minimum) return undefined
  // A digest that comes even with nothing new says so only where somebody has looked.
  if (briefs.length === 0 && noneReadable(feeds)) return undefined
  const digest = compose(briefs, {
    name: subscription.name,
    at: slot,
    zone: subscription.schedule.zone,
    stories: subscription.stories,
    followUps,
    feeds: {
      total: feeds.length,
      failing: feeds.filter(({ problem }) => problem !== null).map(({ outlet }) => outlet),
    },
  })
  const notes = await modelNotes(digest.briefs, subscription.workspace, services)
  return {
    document: [...layoutDigest(digest, services.addressesFor(subscription.workspace)), ...notes],
    stories: digest.briefs.map(({ story }) => story),
    postedBefore,
  }
}

/** The feeds that a subscription draws from. */
export async function feedsOf({ workspace, feeds }: Subscription, { store }: Services): Promise<Feed[]> {
  const followed = await store.feeds.list(workspace)
  return feeds.length === 0 ? followed : followed.filter(({ id }) => feeds.includes(id))
}

interface Gathered {
  readonly briefs: readonly Brief[]
  readonly followUps: Map<StoryId, FollowUp>
}

interface Untold {
  /** Stories that are new to a subscription, or of which something came since it told them; the newest last. */
  readonly stories: readonly StoryId[]
  readonly postedStories: Awaited<ReturnType<Services['store']['postedStories']['lastOf']>>
  /** What came since of those that it told. */
  readonly since: Awaited<ReturnType<Services['store']['stories']['arrivals']>>
}

/** What a subscription has not told of what these feeds brought lately, whatever its filter wants. */
async function untoldBy(subscription: Subscription, feeds: readonly Feed[], services: Services): Promise<Untold> {
  const { store, clock } = services
  const start = shiftInstant(clock.now(), -newsHours * 3_600_000)
  const ids = feeds.map(({ id }) => id)
  const postedStories = await store.postedStories.lastOf(subscription.id)
  const recent = await store.stories.recent(start, ids)
  const arrivals = await store.stories.arrivals(
    recent.filter((story) => postedStories.has(story)),
    ids,
  )
  const since = arrivals.filter(({ story, at }) => at > (postedStories.get(story)?.slot ?? ''))
  const goingOn = new Set(since.map(({ story }) => story))
  const shown = recent.map((id) => ({ id }))
  const withdrawn = await withdrawnAmong(shown, subscription.workspace, services)
  const stories = recent.filter((story) => !withdrawn.has(story) && (!postedStories.has(story) || goingOn.has(story)))
  return { stories, postedStories, since }
}

/** Of the new stories of a subscription how many its filter keeps out. */
export async function keptOut(subscription: Subscription, feeds: readonly Feed[], services: Services): Promise<number> {
  const { stories } = await untoldBy(subscription, feeds, services)
  const { filter } = subscription
  const ids = feeds.map(({ id }) => id)
  return stories.length - (await filterStories(stories, { filter, feeds: ids, most: stories.length }, services)).length
}

/** The briefs of the recent stories that these feeds tell, as far as this subscription has not told them or there is more to tell. */
async function gatherBriefs(subscription: Subscription, feeds: readonly Feed[], services: Services): Promise<Gathered> {
  const { progress } = services
  const { stories: untold, postedStories, since } = await untoldBy(subscription, feeds, services)
  const ids = feeds.map(({ id }) => id)
  const { filter, workspace } = subscription
  const stories = await filterStories(untold, { filter, feeds: ids, most: mostCandidates }, services)
  const briefFor = await openBriefs({ feeds: ids, workspace, filter }, services)
  const written = new Map<StoryId, Brief>()
  const followUps = new Map<StoryId, FollowUp>()
  let done = 0
  await inParallel(stories, writtenAtOnce, async (story) => {
    const brief = await briefFor(story)
    const lastPosted = postedStories.get(story)
    if (brief && !isEmpty(brief) && !lastPosted) written.set(story, brief)
    if (brief && lastPosted) {
      const fresh = new Set(since.filter((each) => each.story === story).map(({ article }) => article))
      const news = whatIsNew(brief, fresh, await storyIn(lastPosted.edition, story, services))
      if (news.claims.size > 0) {
        written.set(story, brief)
        followUps.set(story, { since: lastPosted.slot, ...news })
      }
    }
    done += 1
    progress.step('Writing briefs', done, stories.length)
  })
  progress.end()
  return { briefs: stories.flatMap((story) => written.get(story) ?? []), followUps }
}

/** What an edition told of a story. */
async function storyIn(edition: EditionId, story: StoryId, { store }: Services): Promise<StoryBlock | undefined> {
  const filed = await store.editions.find(edition)
  const names = new Set<string>([story, ...(await store.stories.merged(story))])
  return filed?.document?.find((block): block is StoryBlock => block.kind === 'story' && names.has(block.id))
}
