import type { Document, StoryBlock } from '../chat/document.ts'
import { inParallel } from '../concurrency.ts'
import { compose } from '../digest/compose.ts'
import { layoutDigest } from '../digest/layout.ts'
import { withAllLabels } from '../digest/outlet-labels.ts'
import { noneReadable } from '../digest/unreadable-feeds.ts'
import { type BriefedStory, isEmpty } from '../domain/brief.ts'
import type { Digest, EditionId, FeedHealth, FollowUp } from '../domain/digest.ts'
import type { ComposedStory } from '../domain/edition/proof.ts'
import type { NewStatement } from '../domain/edition/statement.ts'
import type { Feed } from '../domain/feed.ts'
import { shiftInstant } from '../domain/instant.ts'
import type { StoryId } from '../domain/story.ts'
import type { Policy, Subscription } from '../domain/subscription.ts'
import type { Services } from '../services.ts'
import { modelNotes } from '../writing/model-notes.ts'
import { openBriefs } from '../writing/write-briefs.ts'
import { withoutCorrected } from './corrections/barred.ts'
import { filterStories } from './filter-stories.ts'
import { whatIsNew } from './follow-up.ts'
import { feedsOf, newsHours } from './news-sources.ts'
import { type PlannedStory, planEdition } from './plan-edition.ts'
import { composedOf } from './proofs/make-proof.ts'
import { statementsOf } from './statements-of.ts'
import { withdrawnAmong } from './withdrawn.ts'

/** The most candidate stories for which briefs are written. */
const mostCandidates = 60
/** Briefs written at the same time; a model takes seconds for each, and its endpoint is limited separately. */
const writtenAtOnce = 8

export interface ComposedEdition {
  readonly document: Document
  readonly stories: readonly ComposedStory[]
  /** Their claims. */
  readonly statements: readonly NewStatement[]
  /** Stories that did not fit. */
  readonly more: number
  /** How many stories the subscription had posted when these were chosen. */
  readonly postedBefore: number
}

/** Composes an edition; undefined if there are fewer new stories than the subscription's minimum. */
export async function composeEdition(
  subscription: Subscription,
  slot: string,
  services: Services,
): Promise<ComposedEdition | undefined> {
  const postedBefore = await services.store.postedStories.count(subscription.id)
  const feeds = await feedsOf(subscription, services)
  const { written, followUps } = await writeStories(subscription, feeds, services)
  const briefs = written.map(({ brief }) => brief)
  if (briefs.length < subscription.minimum) return undefined
  // Even a digest with a minimum of 0 may not say that nothing is new if no feed could be read.
  if (briefs.length === 0 && noneReadable(feeds)) return undefined
  const digest = compose(briefs, {
    name: subscription.name,
    at: slot,
    zone: subscription.schedule.zone,
    stories: subscription.stories,
    leadPublishers: subscription.policy.leadPublishers,
    followUps,
    feeds: healthOf(feeds),
  })
  return { ...(await layOut(digest, { written, subscription }, services)), postedBefore }
}

interface ToLayOut {
  readonly written: readonly BriefedStory[]
  readonly subscription: Subscription
}

/** The document of a digest, with what is kept of its stories. */
export async function layOut(
  digest: Digest,
  { written, subscription }: ToLayOut,
  services: Services,
): Promise<Omit<ComposedEdition, 'postedBefore'>> {
  const { followUps } = digest
  const chosen = digest.briefs.flatMap(({ story }) => written.filter((each) => each.story.id === story))
  const notes = await modelNotes(digest.briefs, subscription.workspace, services)
  return {
    document: withAllLabels(
      [...layoutDigest(digest, services.addressesFor(subscription.workspace)), ...notes],
      services.outletLabels,
    ),
    stories: chosen.map((each) => composedOf(each, followUps.get(each.story.id))),
    statements: chosen.flatMap(({ brief, story }) => statementsOf(brief, story)),
    more: digest.more,
  }
}

/** The state of the feeds behind a subscription, as its readers are told. */
export async function feedHealth(subscription: Subscription, services: Services): Promise<FeedHealth> {
  return healthOf(await feedsOf(subscription, services))
}

function healthOf(feeds: readonly Feed[]): FeedHealth {
  return {
    total: feeds.length,
    failing: feeds.filter(({ problem }) => problem !== null).map(({ outlet }) => outlet),
  }
}

/** The stories from these feeds that an edition may include, before its filter. */
async function plannedStories(
  subscription: Subscription,
  feeds: readonly Feed[],
  services: Pick<Services, 'store' | 'clock'>,
): Promise<readonly PlannedStory[]> {
  const { store, clock } = services
  const ids = feeds.map(({ id }) => id)
  const posted = await store.postedStories.lastOf(subscription.id)
  const oldest = shiftInstant(clock.now(), -newsHours * 3_600_000)
  const since = subscription.schedule.atOnce?.since ?? oldest
  const newsFrom = since > oldest ? since : oldest
  const recent = await store.stories.recent(newsFrom, ids)
  const again = recent.filter((story) => posted.has(story))
  const arrivals = await store.stories.arrivals(again, ids)
  const shown = recent.map((id) => ({ id }))
  const withdrawn = await withdrawnAmong(shown, subscription.workspace, services)
  const dropped = await store.reviewedStories.dropped(subscription.id, newsFrom)
  const waiting = await store.reviewedStories.waiting(subscription.id)
  const planned = planEdition({ recent, posted, unwanted: new Set([...withdrawn, ...dropped, ...waiting]), arrivals })
  // A watch tells each story once.
  return subscription.schedule.atOnce ? planned.filter(({ kind }) => kind === 'new') : planned
}

/** True if any story from its feeds that the subscription has not posted passes its filter. */
export async function anyStory(
  subscription: Subscription,
  services: Pick<Services, 'store' | 'clock'>,
): Promise<boolean> {
  const feeds = await feedsOf(subscription, services)
  const stories = (await plannedStories(subscription, feeds, services)).map(({ story }) => story)
  const { filter } = subscription
  return (await filterStories(stories, { filter, feeds: feeds.map(({ id }) => id), most: 1 }, services)).length > 0
}

/** Counts the subscription's new stories that its filter excludes. */
export async function keptOut(subscription: Subscription, feeds: readonly Feed[], services: Services): Promise<number> {
  const planned = await plannedStories(subscription, feeds, services)
  const stories = planned.map(({ story }) => story)
  const { filter } = subscription
  const ids = feeds.map(({ id }) => id)
  return stories.length - (await filterStories(stories, { filter, feeds: ids, most: stories.length }, services)).length
}

interface WrittenStories {
  readonly written: readonly BriefedStory[]
  readonly followUps: ReadonlyMap<StoryId, FollowUp>
}

/** Writes briefs for the planned stories that pass the filter; leaves out follow-ups with nothing new. */
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
  const written = new Map<StoryId, BriefedStory>()
  const followUps = new Map<StoryId, FollowUp>()
  let done = 0
  await inParallel(stories, writtenAtOnce, async (story) => {
    const first = await briefFor(story)
    const right = first && (await withoutCorrected(first, workspace, services))
    const briefed = await underPolicy(right, subscription.policy, services)
    const plan = planned.get(story)
    if (briefed && plan?.kind === 'new' && !isEmpty(briefed.brief)) written.set(story, briefed)
    if (briefed && plan?.kind === 'follow-up') {
      const { lastPosted, fresh } = plan
      const news = whatIsNew(briefed.brief, fresh, await storyIn(lastPosted.edition, story, services))
      if (news.claims.size > 0) {
        written.set(story, briefed)
        followUps.set(story, { since: lastPosted.slot, ...news })
      }
    }
    done += 1
    progress.step('Writing briefs', done, stories.length)
  })
  progress.end()
  return { written: stories.flatMap((story) => written.get(story) ?? []), followUps }
}

/** The story without what the subscription's policy holds back. */
export async function underPolicy(
  briefed: BriefedStory | undefined,
  { holdsUnnamed, quotationWords }: Policy,
  { verify }: Services,
): Promise<BriefedStory | undefined> {
  if (!briefed || (!holdsUnnamed && quotationWords === null)) return briefed
  const draft = { ...briefed.draft, held: { holdsUnnamed, quotationWords } }
  const { brief } = await verify(draft, briefed.story, briefed.brief.byline)
  return { ...briefed, draft, brief }
}

/** The story as an earlier edition showed it, under any of its ids. */
async function storyIn(edition: EditionId, story: StoryId, { store }: Services): Promise<StoryBlock | undefined> {
  const filed = await store.editions.find(edition)
  const names = new Set<string>([story, ...(await store.stories.merged(story))])
  return filed?.document?.find((block): block is StoryBlock => block.kind === 'story' && names.has(block.id))
}
