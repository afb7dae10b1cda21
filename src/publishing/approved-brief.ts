import type { Brief } from '../domain/brief.ts'
import type { StoryId } from '../domain/story.ts'
import type { Services } from '../services.ts'
import { briefOf, type Readers } from '../writing/write-briefs.ts'
import { changedSince } from './make-proof.ts'
import { checkProven } from './proof-briefs.ts'

/** A story as a workspace's readers see it: as its editors approved it, or as it is written from these feeds now. */
export async function briefForReaders(
  story: StoryId,
  readers: Readers,
  services: Services,
): Promise<Brief | undefined> {
  const current = await services.store.stories.current(story)
  return (await approvedBrief(current, readers, services)) ?? (await briefOf(current, readers, services))
}

/**
 * A story as editors of this workspace last sent it, so that nobody is shown what they left out. Undefined if no editor
 * has sent it, or if articles have been changed or have joined it since: then it must be written again.
 */
async function approvedBrief(
  story: StoryId,
  { feeds, workspace }: Readers,
  services: Services,
): Promise<Brief | undefined> {
  const proven = await services.store.reviewedStories.lastSent(story, workspace)
  const checked = proven && (await checkProven(proven, services))
  if (!checked) return undefined
  const known = new Set(proven.articles.map(({ id }) => id))
  const hasGrown = (await services.store.stories.articles(story, feeds)).some(({ id }) => !known.has(id))
  if (hasGrown) return undefined
  const { articles } = checked.story
  const isSame = articles.length === proven.articles.length && changedSince(proven.articles, articles).length === 0
  return isSame ? checked.brief : undefined
}
