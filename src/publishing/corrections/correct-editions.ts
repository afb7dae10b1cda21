import type { StoryBlock } from '../../chat/document.ts'
import { rich } from '../../chat/rich-text.ts'
import { correctionNote, linesForPost, tellable, visibleLines } from '../../digest/corrections/correction-lines.ts'
import { layoutStory } from '../../digest/layout.ts'
import { withOutletLabels } from '../../digest/outlet-labels.ts'
import { moment } from '../../digest/times.ts'
import type { Brief } from '../../domain/brief.ts'
import type { EditionId } from '../../domain/digest.ts'
import type { Correction } from '../../domain/edition/correction.ts'
import type { ComposedStory } from '../../domain/edition/proof.ts'
import { shiftInstant } from '../../domain/instant.ts'
import { reasonOf } from '../../domain/reason.ts'
import type { StoryId } from '../../domain/story.ts'
import type { Subscription } from '../../domain/subscription.ts'
import type { Services } from '../../services.ts'
import type { CheckDue } from '../../store/publishing/corrections.ts'
import type { FiledEdition, StoredEdition } from '../../store/publishing/filed-edition.ts'
import type { PostedChange } from '../../store/publishing/posted-versions.ts'
import { versionOf } from '../proofs/make-proof.ts'
import { withdrawnBlock } from '../withdrawn.ts'
import { correctedForMs } from './amend-edition.ts'
import { rerenderEdition } from './amend-posts.ts'
import { recalledBy } from './recalled.ts'
import { recheckStory } from './recheck-story.ts'

/** The most stories checked, and editions brought up to date, in one round. */
const round = 500

/**
 * Checks each posted story with an article that has changed or is gone, corrects the editions that have them, and queues
 * those whose messages are still to be changed. Returns how many stories were checked.
 */
export async function correctEditions(services: Services): Promise<number> {
  const { store, clock, queue, log } = services
  const since = shiftInstant(clock.now(), -correctedForMs)
  const due = await store.corrections.due(since, round)
  for (const each of due) {
    if (services.shutdown.aborted) break
    try {
      await correctStory(each, services)
    } catch (error) {
      log.error('story-not-corrected', { ...each, reason: reasonOf(error) })
    }
  }
  for (const edition of await store.corrections.unsettled(since, round))
    await queue.send({ kind: 'amend-edition', edition })
  return due.length
}

/** Checks one posted story, and corrects its edition if something in it no longer holds. */
async function correctStory({ edition: id, story }: CheckDue, services: Services): Promise<void> {
  const { store, clock, log } = services
  const [edition, posted] = [await store.editions.find(id), await store.corrections.posted(id, story)]
  const subscription = edition && (await store.subscriptions.find(edition.subscription))
  if (!posted || !subscription) return
  const old = await blockIn(edition, story, services)
  const checked = old && !old.takenBack ? await recheckStory(posted, subscription.workspace, services) : undefined
  if (!old || !checked) {
    const articles = await currentVersions(posted.composed, services)
    const gone = await store.corrections.goneAmong(articles.map((article) => article.id))
    await store.corrections.confirm(id, {
      id: story,
      before: posted,
      after: { composed: { ...posted.composed, articles }, gone },
    })
    return
  }
  const { after, brief, cause } = checked
  const fresh = brief
    ? correctedBlock(brief, { old, composed: after.composed, subscription }, services)
    : withdrawnBlock(old)
  const lines = visibleLines(checked.lines, old, fresh)
  const at = clock.now()
  const { isOfGone } = checked
  const told = { workspace: subscription.workspace, at, now: brief ? { brief, story: checked.story } : null, isOfGone }
  const recalled = checked.lines.length > 0 ? recalledBy(checked.lines, cause, told) : undefined
  const change = { id: story, before: posted, after, ...(recalled ? { recalled } : {}) }
  if (lines.length === 0) return void (await store.corrections.confirm(id, change))
  const headline = brief?.headline ?? ''
  const correction = {
    edition: id,
    story,
    headline,
    at,
    cause,
    lines: tellable(lines, isOfGone),
    person: null,
  }
  await correctEdition({ old, fresh, correction, subscription }, change, services)
  log.info('story-corrected', { edition: id, story, cause: cause.kind, lines: lines.length })
}

/** A story in an edition as posted and as it is to be, and the correction that makes the one of the other. */
export interface StoryCorrection {
  readonly old: StoryBlock
  readonly fresh: StoryBlock
  readonly correction: Correction & { readonly edition: EditionId }
  readonly subscription: Subscription
}

/**
 * Puts a corrected story in its edition with a dated note, and adds a note for below. Undefined if the story has been
 * changed meanwhile.
 */
export async function correctEdition(
  { old, fresh, correction, subscription }: StoryCorrection,
  story: PostedChange,
  services: Services,
): Promise<StoredEdition | undefined> {
  const { zone } = subscription.schedule
  // Earlier corrections may have words of what was taken down since.
  const earlier = correction.cause.kind === 'gone' ? [] : (old.corrections ?? [])
  const corrections = [...earlier, ...linesForPost(correction, zone)]
  const note = correctionNote(correction, old, zone)
  return await services.store.corrections.amend(correction.edition, {
    change: (document) =>
      document.map((block) => (block.kind === 'story' && block.id === old.id ? { ...fresh, corrections } : block)),
    rerender: (changed, parts) =>
      rerenderEdition(changed, parts, { ...services, notes: note, withdrawn: lostStories(correction) }),
    story,
    correction: { ...correction, workspace: subscription.workspace },
  })
}

/** The story, if nothing may be said of it again, in earlier notes either. */
function lostStories({ cause, story }: Correction): ReadonlySet<string> {
  return cause.kind === 'gone' ? new Set([story]) : new Set()
}

/** The block of a story in an edition, under any of the story's ids. */
export async function blockIn(
  { document }: FiledEdition,
  story: StoryId,
  { store }: Pick<Services, 'store'>,
): Promise<StoryBlock | undefined> {
  const names: ReadonlySet<string> = await store.withdrawals.namesOf(story)
  return document?.find((block): block is StoryBlock => block.kind === 'story' && names.has(block.id))
}

/** A corrected story as its edition shows it: at the same place, under the same id. */
export function correctedBlock(
  brief: Brief,
  {
    old,
    composed: { followUp },
    subscription,
  }: { readonly old: StoryBlock; readonly composed: ComposedStory; readonly subscription: Subscription },
  services: Services,
): StoryBlock {
  const { zone } = subscription.schedule
  const block = layoutStory(brief, {
    number: old.number,
    addresses: services.addressesFor(subscription.workspace),
    followUp: followUp
      ? {
          note: rich`new since ${moment(followUp.since, zone)}`,
          claims: new Set(followUp.claims),
          sentences: new Set(followUp.sentences),
        }
      : undefined,
  })
  return { ...withOutletLabels(block, services.outletLabels), id: old.id }
}

/** The fingerprints that a story's articles have now; of one that is no longer kept, that of then. */
async function currentVersions({ articles }: ComposedStory, { store }: Services): Promise<ComposedStory['articles']> {
  return await Promise.all(
    articles.map(async (then) => {
      const now = await store.articles.find(then.id)
      return now ? versionOf(now) : then
    }),
  )
}
