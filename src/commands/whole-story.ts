import type { StoryBlock } from '../chat/document.ts'
import { withOutletLabels } from '../digest/outlet-labels.ts'
import type { Brief } from '../domain/brief.ts'
import type { WorkspaceId } from '../domain/subscription.ts'
import type { Services } from '../services.ts'

/** A story with all of its claims. */
export async function wholeStory(
  brief: Brief,
  workspace: WorkspaceId,
  { addressesFor, outletLabels }: Services,
): Promise<StoryBlock> {
  const { layoutBrief } = await import('../digest/layout-brief.ts')
  const addresses = addressesFor(workspace)
  const story = layoutBrief(brief, { number: null, claims: Number.POSITIVE_INFINITY, addresses })
  return withOutletLabels(story, outletLabels)
}
