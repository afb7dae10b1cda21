import { compose } from '../digest/compose.ts'
import { isEmpty } from '../domain/brief.ts'
import type { StoryId } from '../domain/story.ts'
import type { Subscription } from '../domain/subscription.ts'
import type { Services } from '../services.ts'
import type { FiledEdition } from '../store/publishing/filed-edition.ts'
import { type ComposedEdition, composeEdition, layOut, underPolicy } from './compose-edition.ts'
import { storyForReaders } from './proofs/approved-brief.ts'

/** What a shared story stands under, instead of the name of the digest that posts it. */
export const sharedTitle = 'Shared story'

/** Composes an edition: of the story that somebody shared, or else of what is new. Undefined if it would be empty. */
export async function composeFor(
  { slot, asked, shared }: Pick<FiledEdition, 'slot' | 'asked' | 'shared'>,
  subscription: Subscription,
  services: Services,
): Promise<ComposedEdition | undefined> {
  if (shared !== null) return await composeShared({ story: shared, slot }, subscription, services)
  return await composeEdition({ ...subscription, minimum: asked ? 1 : subscription.minimum }, slot, services)
}

/** One story as the workspace's readers have it, whatever the subscription's feeds and filter. */
async function composeShared(
  { story, slot }: { readonly story: StoryId; readonly slot: string },
  subscription: Subscription,
  services: Services,
): Promise<ComposedEdition | undefined> {
  const { workspace, policy, schedule } = subscription
  const { store } = services
  const postedBefore = await store.postedStories.count(subscription.id)
  const feeds = (await store.feeds.list(workspace)).map(({ id }) => id)
  const found = await storyForReaders(story, { feeds, workspace }, services)
  const briefed = await underPolicy(found, policy, services)
  if (!briefed || isEmpty(briefed.brief)) return undefined
  const digest = compose([briefed.brief], {
    name: sharedTitle,
    at: slot,
    zone: schedule.zone,
    stories: 1,
    leadPublishers: 1,
    followUps: new Map(),
    feeds: { total: feeds.length, failing: [] },
  })
  return { ...(await layOut(digest, { written: [briefed], subscription }, services)), postedBefore }
}
