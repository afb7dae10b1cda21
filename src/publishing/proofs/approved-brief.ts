import type { Brief, BriefedStory } from '../../domain/brief.ts'
import type { StoryId } from '../../domain/story.ts'
import type { Services } from '../../services.ts'
import { type Readers, writeStory } from '../../writing/write-briefs.ts'
import { withoutCorrected } from '../corrections/barred.ts'
import { changedSince } from './make-proof.ts'
import { checkComposed } from './proof-briefs.ts'

/**
 * A story as a workspace's readers see it: as it was last sent to them, if its editors approved or corrected it, or as
 * it is written from these feeds now.
 */
export async function briefForReaders(
  story: StoryId,
  readers: Readers,
  services: Services,
): Promise<Brief | undefined> {
  return (await storyForReaders(story, readers, services))?.brief
}

/** Like `briefForReaders`, with the draft and the articles. */
export async function storyForReaders(
  story: StoryId,
  readers: Readers,
  services: Services,
): Promise<BriefedStory | undefined> {
  const current = await services.store.stories.current(story)
  const settled = await settledStory(current, readers, services)
  if (settled) return settled
  const written = await writeStory(current, readers, services)
  return written && (await withoutCorrected(written, readers.workspace, services))
}

/**
 * A story as editors of this workspace last sent or corrected it, so that nobody is shown what they left out. Undefined
 * if they did neither, or if articles have been changed or have joined it since: then it must be written again.
 */
async function settledStory(
  story: StoryId,
  { feeds, workspace }: Readers,
  services: Services,
): Promise<BriefedStory | undefined> {
  const sent = await services.store.reviewedStories.lastSent(story, workspace)
  const checked = sent && (await checkComposed(sent, services))
  if (!checked) return undefined
  const known = new Set(sent.articles.map(({ id }) => id))
  const hasGrown = (await services.store.stories.articles(story, feeds)).some(({ id }) => !known.has(id))
  if (hasGrown) return undefined
  const { articles } = checked.story
  const isSame = articles.length === sent.articles.length && changedSince(sent.articles, articles).length === 0
  return isSame ? { story: checked.story, draft: sent.draft, brief: checked.brief } : undefined
}
