import type { Brief } from '../domain/brief.ts'
import type { StoryId } from '../domain/story.ts'
import type { WorkspaceId } from '../domain/subscription.ts'
import type { Services } from '../services.ts'
import { versionOf } from './make-proof.ts'
import { checkProven } from './proof-briefs.ts'

/**
 * A story as editors of this workspace last sent it, so that nobody is shown what they left out. Undefined if no editor
 * has sent it, or if an outlet has changed its articles since: then it must be written again.
 */
export async function approvedBrief(
  story: StoryId,
  workspace: WorkspaceId,
  services: Services,
): Promise<Brief | undefined> {
  const proven = await services.store.proofs.lastSent(story, workspace)
  const checked = proven && (await checkProven(proven, services))
  if (!checked) return undefined
  const now = new Map(checked.story.articles.map((article) => [article.id, versionOf(article).print]))
  return proven.articles.every(({ id, print }) => now.get(id) === print) ? checked.brief : undefined
}
