import type { ChangedDraft } from '../../chat/commands/command-data.ts'
import type { Answer, Refusal } from '../../chat/commands/reply.ts'
import type { Deed, Proof, ProofStory } from '../../domain/edition/proof.ts'
import type { CommandContext } from '../context.ts'
import { isRefusal, said } from '../replies.ts'
import { changedMeanwhile, type FoundProofStory, findProofStory } from './find-proof.ts'
import { lastSeen } from './seen.ts'

/** A story of a draft as a command names it; the version is what the asker saw, null for whatever it is now. */
export interface StoryGiven {
  readonly edition: string | null
  readonly story: string
  readonly version: number | null
}

/** A change to a story: the new proof and what is recorded of it, or the reason why there is none. */
export interface StoryChange {
  readonly proof: Proof
  readonly deed: Deed
  /** What the asker is told. */
  readonly says: string
}

/** Changes a story of a draft, unless somebody else has changed that story since the asker saw it. */
export async function changeStory(
  given: StoryGiven,
  context: CommandContext,
  work: (found: FoundProofStory) => Promise<((current: Proof) => StoryChange) | Refusal>,
): Promise<Answer<ChangedDraft> | Refusal> {
  const { store, clock, queue } = context.services
  const found = await findProofStory(given, context)
  if (isRefusal(found)) return found
  const change = await work(found)
  if (isRefusal(change)) return change
  const { edition, story } = found
  // Who was shown the draft as it was, and changes it, knows it as it is then.
  const seen = await lastSeen(edition.id, null, context)
  let says = ''
  const along = async (within: object) => await queue.send({ kind: 'show-proof', edition: edition.id }, { within })
  const changed = await store.proofs.change(
    edition.id,
    { person: context.asker.person, at: clock.now(), along },
    (current) => {
      if (current.stories.find(({ id }) => id === story.id)?.version !== story.version) return undefined
      const done = change(current)
      // Others have changed the draft around the story so that nothing is left to do.
      if (done.proof === current) return undefined
      says = done.says
      const { version } = done.proof
      const deeds = [done.deed, ...(seen === current.version ? [{ kind: 'shown' as const, story: null, version }] : [])]
      return { proof: done.proof, deeds }
    },
  )
  if (!changed) return changedMeanwhile()
  const now = changed.stories.find(({ id }) => id === story.id)
  return said([says, progressOf(changed)], {
    edition: edition.id,
    story: story.id,
    version: now?.version ?? story.version,
    verdict: now?.verdict ?? story.verdict,
  })
}

/** How far the draft is judged: "4 of 6 stories judged". */
function progressOf({ stories, decision }: Proof): string {
  const judged = stories.filter(({ verdict }) => verdict !== 'open').length
  const approval = decision?.kind === 'approved' ? 'The edition is approved.' : 'The edition is not approved yet.'
  return `${judged} of ${stories.length} stories judged. ${approval}`
}

/** A story's place in its draft and its headline, to name it in an answer: Story 2, “Bridge reopens”. */
export function storyName({ proof, story }: { readonly proof: Proof; readonly story: ProofStory }): string {
  const place = proof.stories.findIndex(({ id }) => id === story.id) + 1
  return `Story ${place}, “${story.draft.headline}”`
}
