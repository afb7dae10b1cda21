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
import { type PlannedStory, planEdition } from './plan-edition.ts'
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
  const { briefs, followUps } = await writeStories(subscription, feeds, services)
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

/** The stories of these feeds that an edition may have, before its filter. */
async function plannedStories(
  subscription: Subscription,
  feeds: readonly Feed[],
  services: Services,
): Promise<readonly PlannedStory[]> {
  const { store, clock } = services
  const ids = feeds.map(({ id }) => id)
  const posted = await store.postedStories.lastOf(subscription.id)
  const recent = await store.stories.recent(shiftInstant(clock.now(), -newsHours * 3_600_000), ids)
  const again = recent.filter((story) => posted.has(story))
  const arrivals = await store.stories.arrivals(again, ids)
  const shown = recent.map((id) => ({ id }))
  const withdrawn = await withdrawnAmong(shown, subscription.workspace, services)
  return planEdition({ recent, posted, withdrawn, arrivals })
}

/** How many of a subscription's new stories its filter keeps out. */
export async function keptOut(subscription: Subscription, feeds: readonly Feed[], services: Services): Promise<number> {
  const planned = await plannedStories(subscription, feeds, services)
  const stories = planned.map(({ story }) => story)
  const { filter } = subscription
  const ids = feeds.map(({ id }) => id)
  return stories.length - (await filterStories(stories, { filter, feeds: ids, most: stories.length }, services)).length
}

interface WrittenStories {
  readonly briefs: readonly Brief[]
  readonly followUps: ReadonlyMap<StoryId, FollowUp>
}

/** Writes up the planned stories that pass the filter; a follow-up without anything new is left out. */
async function writeStories(
  subscription: Subscription,
  feeds: readonly Feed[],
  services: Services,
): Promise<WrittenStories> {
  const { progress } = services
  const { filter, workspace } = subscription
  const ids = feeds.map(({ id }) => id)
  const planned = new Map((await plannedStories(subscription, feeds, services)).map((each) => [each.story, each]))
  const stories = await filterStories([...planned.keys()], { filter, feeds: ids, most: mostCandidates }, services)
  const briefFor = await openBriefs({ feeds: ids, workspace, filter }, services)
  const written = new Map<StoryId, Brief>()
  const followUps = new Map<StoryId, FollowUp>()
  let done = 0
  await inParallel(stories, writtenAtOnce, async (story) => {
    const brief = await briefFor(story)
    const plan = planned.get(story)
    if (brief && plan?.kind === 'new' && !isEmpty(brief)) written.set(story, brief)
    if (brief && plan?.kind === 'follow-up') {
      const { lastPosted, fresh } = plan
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

/** A story as an edition showed it. */
async function storyIn(edition: EditionId, story: StoryId, { store }: Services): Promise<StoryBlock | undefined> {
  const filed = await store.editions.find(edition)
  const names = new Set<string>([story, ...(await store.stories.merged(story))])
  return filed?.document?.find((block): block is StoryBlock => block.kind === 'story' && names.has(block.id))
}
