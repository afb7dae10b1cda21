import type { Refusal } from '../../chat/commands/reply.ts'
import { dayAndTime } from '../../digest/times.ts'
import type { EditionId } from '../../domain/digest.ts'
import type { ProofStory } from '../../domain/edition/proof.ts'
import { type Approval, isAtComputer, type Subscription } from '../../domain/subscription.ts'
import type { FiledEdition } from '../../store/publishing/filed-edition.ts'
import type { StoredProof } from '../../store/publishing/proofs.ts'
import type { StoredSubscription } from '../../store/publishing/subscription-rows.ts'
import { type CommandContext, hint, homeOf } from '../context.ts'
import { isRefusal, refused } from '../replies.ts'

/** An edition under review that the asker may change. */
export interface FoundProof {
  readonly edition: FiledEdition
  readonly proof: StoredProof
  readonly subscription: StoredSubscription
}

type ProofContext = Pick<CommandContext, 'asker' | 'services'>

/** All editions under review in the asker's workspace that they may approve, the next due first. */
export async function openProofs(context: ProofContext): Promise<FoundProof[]> {
  return await proofsNamed(null, context)
}

/** Those with this id or of a digest with this name; only about these is the platform asked. */
async function proofsNamed(named: string | null, context: ProofContext): Promise<FoundProof[]> {
  const { store } = context.services
  const wanted = named?.toLowerCase()
  const found: FoundProof[] = []
  for (const edition of await store.proofs.underReview(homeOf(context.asker).id)) {
    const each = await proofOf(edition, context)
    const isMeant = wanted === undefined || edition.id === named || each?.subscription.name.toLowerCase() === wanted
    if (each && isMeant && (await isEditor(each.subscription, each.proof.approval, context))) found.push(each)
  }
  return found
}

/** Finds the edition that is meant: by its id or its digest's name, or else the only one that waits for the asker. */
export async function findProof(named: string | null, context: ProofContext): Promise<FoundProof | Refusal> {
  const meant = await proofsNamed(named, context)
  const [found, ...others] = meant
  if (found && others.length === 0) return found
  if (found) {
    const names = meant.map(
      ({ edition, subscription: { name, schedule } }) =>
        `“${name}”, due ${dayAndTime(edition.slot, schedule.zone)} (${edition.id})`,
    )
    const way = isAtComputer(context.asker.workspace) ? 'desk show --draft <id>' : 'desk show "name or id"'
    return refused(
      'unclear',
      `Several drafts are waiting: ${names.join('; ')}. Say which one: ${hint(context.asker, way)}`,
    )
  }
  if (named !== null && (await context.services.store.proofs.find(named as EditionId)))
    return await closedRefusal(named as EditionId, context)
  return refused('not-found', 'No draft is waiting for you here.')
}

/** Why an edition can no longer be changed, or not by this person. */
async function closedRefusal(edition: EditionId, context: ProofContext): Promise<Refusal> {
  const filed = await context.services.store.editions.find(edition)
  const found = filed && (await proofOf(filed, context))
  if (!found || !(await isEditor(found.subscription, found.proof.approval, context)))
    return refused('not-allowed', 'Only the editors of this digest can do that.')
  return refused('not-found', `That draft is closed: ${endings[found.edition.state]}.`)
}

const endings = {
  due: 'it isn’t ready yet',
  review: 'it’s still waiting',
  posting: 'it’s being posted',
  posted: 'it has been posted',
  skipped: 'it was skipped',
  failed: 'it could not be posted',
  unknown: 'it may or may not have been posted',
} as const satisfies Record<FiledEdition['state'], string>

async function proofOf(edition: FiledEdition, { asker, services }: ProofContext): Promise<FoundProof | undefined> {
  const proof = await services.store.proofs.find(edition.id)
  const subscription = await services.store.subscriptions.find(edition.subscription)
  const isOurs = subscription?.workspace === homeOf(asker).id
  return proof && subscription && isOurs ? { edition, proof, subscription } : undefined
}

/** True if the platform confirms, now, that the asker belongs to those who approve. */
export async function isEditor(
  { channel }: Pick<Subscription, 'channel'>,
  { group, desk }: Approval,
  { asker, services }: ProofContext,
): Promise<boolean> {
  if (isAtComputer(asker.workspace)) return true
  const platform = services.platforms.find(({ name }) => name === channel.platform)
  if (asker.person === null || !platform?.isMember) return false
  return await platform.isMember(asker, group === null ? { channel: desk.id } : { group })
}

/** The story that is meant, by its id or its number in the draft. */
export function storyIn({ proof }: FoundProof, named: string): ProofStory | Refusal {
  const found = /^\d{1,3}$/.test(named)
    ? proof.stories[Number(named) - 1]
    : proof.stories.find(({ id }) => id === named)
  return found ?? refused('not-found', `There’s no story ${named} in this draft. It has ${proof.stories.length}.`)
}

/** An edition under review and one of its stories. */
export interface FoundProofStory extends FoundProof {
  readonly story: ProofStory
}

/** Finds a story of an edition under review; refuses if it has changed since the version that the asker saw. */
export async function findProofStory(
  {
    edition,
    story,
    version,
  }: { readonly edition: string | null; readonly story: string; readonly version: number | null },
  context: ProofContext,
): Promise<FoundProofStory | Refusal> {
  const found = await findProof(edition, context)
  if (isRefusal(found)) return found
  const meant = storyIn(found, story)
  if (isRefusal(meant)) return meant
  if (version !== null && meant.version !== version) return changedMeanwhile()
  return { ...found, story: meant }
}

/** The refusal for a change to what the asker has not seen in its present form. */
export function changedMeanwhile(): Refusal {
  return refused('busy', 'This has changed since you looked at it. Look again before you decide.')
}
