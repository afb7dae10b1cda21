import { editDraft } from '../../brief/editing/edit-draft.ts'
import { renewStory } from '../../digest/proof/change-proof.ts'
import type { BriefedStory, Draft, DraftPart } from '../../domain/brief.ts'
import type { EditionId } from '../../domain/digest.ts'
import type { Proof, ProofStory } from '../../domain/edition/proof.ts'
import type { Subscription } from '../../domain/subscription.ts'
import { grammarFor } from '../../language/grammars.ts'
import type { Services } from '../../services.ts'
import { writeAgain } from '../../writing/write-briefs.ts'
import { changedSince, versionOf } from './make-proof.ts'

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
  const proof = await store.proofs.find(edition)
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
    await store.proofs.change(edition, { person: null, at: clock.now() }, (current) => {
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
  const kept = now.filter((article) => article !== undefined)
  return changedSince(articles, kept).map(({ outlet }) => outlet)
}

/** The story as it is written now. What editors rewrote, vouched for or left out is so again, by its words. */
function renewedStory(old: ProofStory, { story, draft, brief }: BriefedStory): Omit<ProofStory, 'verdict' | 'version'> {
  const held = old.draft.held ? { ...draft, held: old.draft.held } : draft
  const edited = withEdits(old.draft, held, story)
  const cut = samePartsIn(old.draft.cut, old.draft, edited)
  const vouched = samePartsIn(old.draft.vouched, old.draft, edited)
  return {
    id: old.id,
    draft: { ...edited, ...(cut.length > 0 ? { cut } : {}), ...(vouched.length > 0 ? { vouched } : {}) },
    byline: brief.byline,
    articles: story.articles.map(versionOf),
    followUp: old.followUp && newsOf(old.followUp, old.draft, edited),
  }
}

/** The new draft with the words that editors wrote; sentences that they did not write are as they are now. */
function withEdits(old: Draft, draft: Draft, story: BriefedStory['story']): Draft {
  const { edited = [] } = old
  if (edited.length === 0) return draft
  const isEdited = (index: number) => edited.some((part) => part.kind === 'sentence' && part.index === index)
  const now = new Set(draft.summary.map(({ text }) => text))
  const kept = old.summary.filter(({ text }, index) => isEdited(index) || now.has(text)).map(({ text }) => text)
  const headline = edited.some(({ kind }) => kind === 'headline') ? old.headline : draft.headline
  const summary = edited.some(({ kind }) => kind === 'sentence') ? kept : [...now]
  return editDraft(draft, { headline, summary }, { story, grammarFor })
}

/** Parts of the old draft where they are in the new one, found by their words. */
function samePartsIn(parts: readonly DraftPart[] = [], old: Draft, draft: Draft): DraftPart[] {
  return parts.flatMap((part): DraftPart[] => {
    if (part.kind === 'headline') return old.headline === draft.headline ? [part] : []
    if (part.kind === 'sentence') {
      const index = draft.summary.findIndex(({ text }) => text === old.summary[part.index]?.text)
      return index < 0 ? [] : [{ kind: 'sentence', index }]
    }
    const words = part.kind === 'claim' ? old.claims.find(({ id }) => id === part.id)?.words : undefined
    return draft.claims.filter((claim) => claim.words === words).map(({ id }) => ({ kind: 'claim', id }))
  })
}

/** What is new in a story that the channel knows: what was new before, and whatever the old draft did not have. */
function newsOf(followUp: NonNullable<ProofStory['followUp']>, old: Draft, draft: Draft): ProofStory['followUp'] {
  const known = new Set(old.claims.filter(({ id }) => !followUp.claims.includes(id)).map(({ words }) => words))
  const told = new Set(old.summary.filter(({ text }) => !followUp.sentences.includes(text)).map(({ text }) => text))
  return {
    since: followUp.since,
    claims: draft.claims.filter(({ words }) => !known.has(words)).map(({ id }) => id),
    sentences: draft.summary.filter(({ text }) => !told.has(text)).map(({ text }) => text),
  }
}
