import { editDraft } from '../brief/editing/edit-draft.ts'
import { renewStory } from '../digest/proof/change-proof.ts'
import type { BriefedStory, Draft } from '../domain/brief.ts'
import type { EditionId } from '../domain/digest.ts'
import type { Proof, ProofStory } from '../domain/proof.ts'
import type { Subscription } from '../domain/subscription.ts'
import { grammarFor } from '../language/grammars.ts'
import type { Services } from '../services.ts'
import { writeAgain } from '../writing/write-briefs.ts'
import { versionOf } from './make-proof.ts'

/**
 * The proof of an edition under review, after each story whose articles have changed has been written again. Such a
 * story must be accepted again; the others stay as they are. Undefined if the edition is no longer under review.
 */
export async function renewChanged(
  edition: EditionId,
  subscription: Subscription,
  services: Services,
): Promise<Proof | undefined> {
  const { store, clock, log } = services
  let proof: Proof | undefined = await store.proofs.find(edition)
  for (const story of proof?.stories ?? []) {
    const outlets = await changedOutlets(story, services)
    if (outlets.length === 0) continue
    const again = await writeAgain(
      story.articles.map(({ id }) => id),
      { story: story.id, workspace: subscription.workspace },
      services,
    )
    if (!again) continue
    const renewed = renewedStory(story, again)
    proof = await store.proofs.change(edition, { person: null, at: clock.now() }, (current) => {
      const now = current.stories.find(({ id }) => id === story.id)
      if (now?.version !== story.version) return undefined
      return { proof: renewStory(current, renewed), deeds: [{ kind: 'changed', story: story.id, outlets }] }
    })
    log.info('proof-story-changed', { edition, story: story.id })
  }
  const state = (await store.editions.find(edition))?.state
  return state === 'review' ? await store.proofs.find(edition) : undefined
}

/** The outlets that have changed one of a story's articles since it was written. */
async function changedOutlets({ articles }: ProofStory, { store }: Services): Promise<string[]> {
  const now = await Promise.all(articles.map(async ({ id }) => await store.articles.find(id)))
  return now.flatMap((article, at) =>
    article && versionOf(article).print !== articles[at]?.print ? [article.outlet] : [],
  )
}

/** The story as it is written now. What an editor rewrote is kept, and checked against the new text. */
function renewedStory(old: ProofStory, { story, draft, brief }: BriefedStory): Omit<ProofStory, 'verdict' | 'version'> {
  return {
    id: old.id,
    draft: withEdits(old.draft, old.draft.held ? { ...draft, held: old.draft.held } : draft, story),
    byline: brief.byline,
    articles: story.articles.map(versionOf),
    followUp: old.followUp,
  }
}

function withEdits({ edited = [], ...old }: Draft, draft: Draft, story: BriefedStory['story']): Draft {
  if (edited.length === 0) return draft
  const isEdited = (kind: 'headline' | 'sentence') => edited.some((part) => part.kind === kind)
  return editDraft(
    draft,
    {
      headline: isEdited('headline') ? old.headline : draft.headline,
      summary: (isEdited('sentence') ? old : draft).summary.map(({ text }) => text),
    },
    { story, grammarFor },
  )
}
