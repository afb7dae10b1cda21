import type { Brief } from '../domain/brief.ts'
import type { StoryId } from '../domain/story.ts'
import type { WorkspaceId } from '../domain/subscription.ts'
import type { Services } from '../services.ts'
import { versionOf } from './make-proof.ts'
import { checkProven } from './proof-briefs.ts'

/**
 * A story as editors of this workspace last sent it, so that nobody is shown what they left out. Undefined if no editor
 * has sent it, or if articles have been changed or have joined it since: then it must be written again.
 */
export async function approvedBrief(
  story: StoryId,
  workspace: WorkspaceId,
  services: Services,
): Promise<Brief | undefined> {
  const proven = await services.store.reviewedStories.lastSent(story, workspace)
  const checked = proven && (await checkProven(proven, services))
  if (!checked) return undefined
  const feeds = (await services.store.feeds.list(workspace)).map(({ id }) => id)
  const known = new Set(proven.articles.map(({ id }) => id))
  const hasGrown = (await services.store.stories.articles(story, feeds)).some(({ id }) => !known.has(id))
  if (hasGrown) return undefined
  const now = new Map(checked.story.articles.map((article) => [article.id, versionOf(article).print]))
  return proven.articles.every(({ id, print }) => now.get(id) === print) ? checked.brief : undefined
}
