import { cutFrom } from '../../brief/editing/edit-draft.ts'
import { partsIn } from '../../digest/proof/parts.ts'
import type { BriefedStory } from '../../domain/brief.ts'
import type { WorkspaceId } from '../../domain/subscription.ts'
import type { Services } from '../../services.ts'

/** A story without the statements that people who manage this workspace's digests have corrected away. */
export async function withoutCorrected(
  briefed: BriefedStory,
  workspace: WorkspaceId,
  { store, verify }: Pick<Services, 'store' | 'verify'>,
): Promise<BriefedStory> {
  const barred = await store.corrections.barred(workspace)
  if (barred.length === 0) return briefed
  const names = await store.withdrawals.namesOf(briefed.story.id)
  const words = new Set(barred.filter(({ story }) => names.has(story)).flatMap((each) => each.words))
  const parts = partsIn(briefed.brief, briefed.draft).filter((part) => words.has(part.words))
  if (parts.length === 0) return briefed
  const draft = cutFrom(
    briefed.draft,
    parts.map(({ part }) => part),
    true,
  )
  const { brief } = await verify(draft, briefed.story, briefed.brief.byline)
  return { ...briefed, draft, brief }
}
