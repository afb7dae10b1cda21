import type { Document } from '../chat/document.ts'
import { rich } from '../chat/rich-text.ts'
import { layoutDigest } from '../digest/layout.ts'
import { withAllLabels } from '../digest/outlet-labels.ts'
import { acceptedIn } from '../digest/proof/change-proof.ts'
import { countDoubts, doubtsIn } from '../digest/proof/doubts.ts'
import { moment } from '../digest/times.ts'
import type { EditionTarget } from '../domain/digest.ts'
import type { Deed, Proof } from '../domain/proof.ts'
import type { Approval, Subscription } from '../domain/subscription.ts'
import type { Platform } from '../ports.ts'
import type { Services } from '../services.ts'
import type { FiledEdition } from '../store/publishing/filed-edition.ts'
import type { StoredSubscription } from '../store/publishing/subscription-rows.ts'
import { type ComposedEdition, feedHealth } from './compose-edition.ts'
import { type CheckedProofStory, checkAll, followUpsOf } from './proof-briefs.ts'
import { renewChanged } from './renew-proof.ts'
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
  { id: edition }: FiledEdition,
  { approval, composed }: { readonly approval: Approval; readonly composed: ComposedEdition },
  { store, clock, queue }: Services,
): Promise<void> {
  const stories = composed.proven.map((story) => ({ ...story, verdict: 'open' as const, version: 1 }))
  const proof: Proof = { edition, approval, stories, more: composed.more, version: 1, decision: null }
  const headlines = stories.map(({ id, draft }) => ({ story: id, headline: draft.headline }))
  if (await store.proofs.open(proof, { kind: 'made', stories: headlines }, clock.now()))
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
    const way = wayOf(proof, { edition, now: services.clock.now(), isStale })
    if (way === 'wait') return undefined
    const found = way === 'skip' ? [] : await storiesToSend(proof, { way, subscription }, services)
    if (found.length === 0) {
      if (await skip(proof, way, services)) return undefined
      continue
    }
    const postedBefore = await services.store.postedStories.count(subscription.id)
    const sent = await unposted(found, subscription, services)
    if (sent.length === 0) {
      if (await skip(proof, way, services)) return undefined
      continue
    }
    const document = await layoutProof(sent, { proof, way, edition, subscription }, services)
    const { workspace, channel, silent, shape } = subscription
    const target: EditionTarget = { workspace, channel, silent, shape }
    const stories = sent.map(({ brief }) => brief.story)
    const outcome = await services.store.editions.prepare(edition.id, {
      document,
      stories,
      messages: platform.render(document, shape),
      target,
      postedBefore,
      reviewed: { version: proof.version, deeds: deedsOf(proof, way, stories) },
      now: services.clock.now(),
    })
    if (outcome === 'prepared') return { ...edition, state: 'posting', document, target }
    if (outcome === 'before') return undefined
  }
  throw new Error('its editors keep changing it')
}

/** What becomes of a proof now. */
type Way = 'wait' | 'approved' | 'lapsed' | 'skip'

function wayOf(
  { decision, approval }: Proof,
  { edition, now, isStale }: { readonly edition: FiledEdition; readonly now: string; readonly isStale: boolean },
): Way {
  const { slot, asked } = edition
  if (isStale) return 'skip'
  if (decision?.kind === 'approved') return decision.atOnce || slot <= now ? 'approved' : 'wait'
  // An edition that somebody asked for has no slot to lapse at.
  if (decision?.kind === 'held' || asked || slot > now) return 'wait'
  return approval.otherwise === 'skip' ? 'skip' : 'lapsed'
}

/** The stories that go out this way, verified now; of an edition that nobody approved, only those without doubts. */
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
  if (way === 'approved') return checked
  return checked.filter(
    ({ proven, brief, findings }) => proven.verdict === 'accepted' || countDoubts(doubtsIn(brief, findings)) === 0,
  )
}

/** Those that no other edition of the digest has posted since the proof was made. */
async function unposted(
  stories: readonly CheckedProofStory[],
  { id }: Subscription,
  { store }: Services,
): Promise<CheckedProofStory[]> {
  const posted = await store.postedStories.lastOf(id)
  return stories.filter(({ proven }) => {
    const last = posted.get(proven.id)
    return !last || (proven.followUp !== null && last.slot <= proven.followUp.since)
  })
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
  const reason = way === 'approved' ? 'none of its stories was left to send' : notApproved
  const deed: Deed = { kind: 'lapsed', otherwise: way === 'lapsed' ? 'sure' : 'skip' }
  const skipped = await store.proofs.change(
    proof.edition,
    { person: null, at: clock.now(), skips: reason },
    (current) => (current.version === proof.version ? { proof: current, deeds: [deed] } : undefined),
  )
  if (skipped) log.info('edition', { edition: proof.edition, state: 'skipped', reason })
  return skipped !== undefined || (await store.editions.find(proof.edition))?.state !== 'review'
}
