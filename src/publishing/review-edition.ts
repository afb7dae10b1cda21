import type { Document } from '../chat/document.ts'
import { rich } from '../chat/rich-text.ts'
import { layoutDigest } from '../digest/layout.ts'
import { withAllLabels } from '../digest/outlet-labels.ts'
import { acceptedIn } from '../digest/proof/change-proof.ts'
import { countDoubts, doubtsIn } from '../digest/proof/doubts.ts'
import { moment } from '../digest/times.ts'
import type { EditionTarget } from '../domain/digest.ts'
import type { ComposedStory, Deed, Proof } from '../domain/edition/proof.ts'
import { shiftInstant } from '../domain/instant.ts'
import type { StoryId } from '../domain/story.ts'
import type { Approval, Subscription } from '../domain/subscription.ts'
import type { Platform } from '../ports.ts'
import type { Services } from '../services.ts'
import type { FiledEdition } from '../store/publishing/filed-edition.ts'
import type { StoredSubscription } from '../store/publishing/subscription-rows.ts'
import { type ComposedEdition, feedHealth } from './compose-edition.ts'
import { newsHours } from './news-sources.ts'
import { changedSince } from './proofs/make-proof.ts'
import { type CheckedProofStory, checkAll, followUpsOf } from './proofs/proof-briefs.ts'
import { renewChanged } from './proofs/renew-proof.ts'
import { statementsOf } from './statements-of.ts'
import { withdrawnAmong } from './withdrawn.ts'

/** The reason of an edition that nobody decided about in time. */
export const notApproved = 'nobody approved it in time'
/** How many times a proof may change while its edition is being prepared. */
const turns = 8

export interface Addressee {
  readonly subscription: StoredSubscription
  readonly platform: Platform
}

/** Shows a composed edition to its editors instead of posting it. */
export async function startReview(
  { id: edition, slot, asked }: FiledEdition,
  { approval, composed }: { readonly approval: Approval; readonly composed: ComposedEdition },
  { store, clock, queue }: Services,
): Promise<void> {
  const stories = composed.stories.map((story) => ({ ...story, verdict: 'open' as const, version: 1 }))
  const madeAt = clock.now()
  // An edition that could only be shown at its slot, or later, leaves its editors as much time as they are to have.
  const dueAt = asked || slot > madeAt ? slot : shiftInstant(madeAt, approval.minutes * 60_000)
  const proof: Proof = { edition, approval, madeAt, dueAt, stories, more: composed.more, version: 1, decision: null }
  const headlines = stories.map(({ id, draft }) => ({ story: id, headline: draft.headline }))
  if (await store.proofs.open(proof, { kind: 'made', stories: headlines }, madeAt))
    await queue.send({ kind: 'show-proof', edition })
}

/**
 * Prepares an edition under review if its time has come: as its editors approved it or, if nobody decided, as its
 * setting says. Undefined if nothing goes out now.
 */
export async function finishReview(
  edition: FiledEdition,
  { subscription, platform, isStale }: Addressee & { readonly isStale: boolean },
  services: Services,
): Promise<FiledEdition | undefined> {
  for (let turn = 0; turn < turns; turn++) {
    const proof = await renewChanged(edition.id, subscription, services)
    if (!proof) return undefined
    const isPaused = subscription.pause !== null
    const way = wayOf(proof, { edition, now: services.clock.now(), isStale, isPaused })
    if (way === 'wait') return undefined
    const found = way === 'skip' ? [] : await storiesToSend(proof, { way, subscription }, services)
    // An outlet has changed an article in this very moment.
    if (found.some(({ proven, story }) => changedSince(proven.articles, story.articles).length > 0)) continue
    const postedBefore = await services.store.postedStories.count(subscription.id)
    const sent = await unposted(found, subscription, services)
    if (sent.length === 0) {
      if (await skip(proof, way, services)) return undefined
      continue
    }
    const document = await layoutProof(sent, { proof, way, edition, subscription }, services)
    const { workspace, channel, silent, shape } = subscription
    const target: EditionTarget = { workspace, channel, silent, shape }
    const stories = await asSent(sent, services)
    const outcome = await services.store.editions.prepare(edition.id, {
      document,
      stories,
      statements: sent.flatMap(({ brief, story }, index) =>
        statementsOf(brief, { ...story, id: stories[index]?.id ?? story.id }),
      ),
      messages: platform.render(document, shape),
      target,
      postedBefore,
      reviewed: {
        version: proof.version,
        deeds: deedsOf(
          proof,
          way,
          stories.map(({ id }) => id),
        ),
      },
      now: services.clock.now(),
    })
    if (outcome === 'prepared') return { ...edition, state: 'posting', document, target }
    if (outcome === 'before') return undefined
  }
  throw new Error('its editors keep changing it')
}

/** What becomes of a proof now. */
type Way = 'wait' | 'approved' | 'lapsed' | 'skip'

function wayOf({ decision, approval, dueAt }: Proof, { edition, now, isStale, isPaused }: Circumstances): Way {
  const isApproved = decision?.kind === 'approved'
  if (isStale) return 'skip'
  if (isApproved && decision.atOnce) return 'approved'
  // A digest that is paused sends nothing by itself.
  if (isPaused || dueAt > now) return 'wait'
  if (isApproved) return 'approved'
  // An edition that somebody asked for has no slot to lapse at.
  if (decision?.kind === 'held' || edition.asked) return 'wait'
  return approval.otherwise === 'skip' ? 'skip' : 'lapsed'
}

interface Circumstances {
  readonly edition: FiledEdition
  readonly now: string
  /** True if it is too old to be news. */
  readonly isStale: boolean
  readonly isPaused: boolean
}

/** The stories that go out this way, verified now; of an edition that nobody approved, only what is accepted or sure. */
async function storiesToSend(
  proof: Proof,
  { way, subscription }: { readonly way: Way; readonly subscription: Subscription },
  services: Services,
): Promise<CheckedProofStory[]> {
  const chosen = way === 'approved' ? acceptedIn(proof) : proof.stories.filter(({ verdict }) => verdict !== 'dropped')
  const withdrawn = await withdrawnAmong(chosen, subscription.workspace, services)
  const checked = await checkAll(
    chosen.filter(({ id }) => !withdrawn.has(id)),
    services,
  )
  return way === 'approved' ? checked : checked.filter(isSure)
}

/** True if an editor accepted the story, or if nobody touched it and nothing in it is in doubt. */
function isSure({ proven, brief, findings }: CheckedProofStory): boolean {
  if (proven.verdict === 'accepted') return true
  return (proven.draft.cut ?? []).length === 0 && countDoubts(doubtsIn(brief, findings)) === 0
}

/**
 * Those that no other edition of the digest has posted, and whose editors have dropped from none, since the proof was
 * made, whatever they were merged into meanwhile; of two that are now one story, the first.
 */
async function unposted(
  stories: readonly CheckedProofStory[],
  { id }: Subscription,
  { store, clock }: Services,
): Promise<CheckedProofStory[]> {
  const posted = await store.postedStories.lastOf(id)
  const dropped = await store.reviewedStories.dropped(id, shiftInstant(clock.now(), -newsHours * 3_600_000))
  const seen = new Set<StoryId>()
  const left: CheckedProofStory[] = []
  for (const each of stories) {
    const { proven } = each
    const names = [...(await store.withdrawals.namesOf(proven.id))]
    const isRepeated = names.some((name) => {
      const last = posted.get(name)
      return seen.has(name) || dropped.has(name) || (last && !(proven.followUp && last.slot <= proven.followUp.since))
    })
    for (const name of names) seen.add(name)
    if (!isRepeated) left.push(each)
  }
  return left
}

/** These stories as they are sent, under the ids that they have now. */
async function asSent(stories: readonly CheckedProofStory[], { store }: Services): Promise<ComposedStory[]> {
  return await Promise.all(
    stories.map(async ({ proven: { verdict: _verdict, version: _version, ...story } }) => ({
      ...story,
      id: await store.stories.current(story.id),
    })),
  )
}

async function layoutProof(
  sent: readonly CheckedProofStory[],
  {
    proof,
    way,
    edition,
    subscription,
  }: { readonly proof: Proof; readonly way: Way; readonly edition: FiledEdition; readonly subscription: Subscription },
  services: Services,
): Promise<Document> {
  const digest = {
    name: subscription.name,
    at: edition.slot,
    zone: subscription.schedule.zone,
    briefs: sent.map(({ brief }) => brief),
    followUps: followUpsOf(proof),
    more: proof.more,
    feeds: await feedHealth(subscription, services),
    review: way === 'approved' ? ('approved' as const) : ('lapsed' as const),
  }
  const document = layoutDigest(digest, services.addressesFor(subscription.workspace))
  return withAllLabels([...document, ...lateNote(proof, edition, subscription)], services.outletLabels)
}

/** How late an edition's approval must be to say so, in milliseconds. */
const lateMs = 10 * 60_000

function lateNote({ decision }: Proof, { slot, asked }: FiledEdition, { schedule }: Subscription): Document {
  if (asked || !decision || Date.parse(decision.at) - Date.parse(slot) <= lateMs) return []
  const [due, approved] = [moment(slot, schedule.zone), moment(decision.at, schedule.zone)]
  return [{ kind: 'note', text: rich`This digest was due ${due} and was approved ${approved}.` }]
}

function deedsOf({ approval }: Proof, way: Way, stories: Extract<Deed, { kind: 'sent' }>['stories']): Deed[] {
  const lapsed: Deed[] = way === 'lapsed' ? [{ kind: 'lapsed', otherwise: approval.otherwise }] : []
  return [...lapsed, { kind: 'sent', stories, isApproved: way === 'approved' }]
}

/** Ends a review with nothing to send; false if the proof has changed meanwhile. Its stories come again. */
async function skip(proof: Proof, way: Way, { store, clock, log }: Services): Promise<boolean> {
  const isApproved = proof.decision?.kind === 'approved'
  const stale = isApproved ? 'it was no longer news when it could go out' : notApproved
  const reason = way === 'skip' ? stale : 'none of its stories was left to send'
  const deed: Deed = isApproved
    ? { kind: 'empty', reason }
    : { kind: 'lapsed', otherwise: way === 'lapsed' ? 'sure' : 'skip' }
  const skipped = await store.proofs.change(
    proof.edition,
    { person: null, at: clock.now(), skips: reason },
    (current) => (current.version === proof.version ? { proof: current, deeds: [deed] } : undefined),
  )
  if (skipped) log.info('edition', { edition: proof.edition, state: 'skipped', reason })
  return skipped !== undefined || (await store.editions.find(proof.edition))?.state !== 'review'
}
