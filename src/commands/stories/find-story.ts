import type { StoryBlock } from '../../chat/document.ts'
import type { Brief } from '../../domain/brief.ts'
import { storyId } from '../../domain/story.ts'
import { isWithdrawn, shownAs } from '../../publishing/withdrawn.ts'
import { briefOf } from '../../writing/write-briefs.ts'
import { type CommandContext } from '../context.ts'
import { keptStory } from './saved-summaries.ts'

/** A story that somebody names: as it stands in a summary that is kept, or as their feeds tell it now. */
export type FoundStory =
  | { readonly kind: 'kept'; readonly block: StoryBlock }
  | { readonly kind: 'told'; readonly brief: Brief }
  | { readonly kind: 'withdrawn' }
  | { readonly kind: 'nothing' }

/** The story of a name, where it may be shown. */
export async function findStory(story: string, { asker, doors }: CommandContext): Promise<FoundStory> {
  const workspace = asker.workspace.id
  const kept = await keptStory(story, workspace, doors)
  if (await isWithdrawn(kept ? shownAs(kept) : { id: story }, workspace, doors)) return { kind: 'withdrawn' }
  if (kept) return { kind: 'kept', block: kept }
  const feeds = (await doors.store.feeds.list(workspace)).map(({ id }) => id)
  const brief = await briefOf(await doors.store.stories.current(storyId(story)), { feeds, workspace }, doors)
  return brief ? { kind: 'told', brief } : { kind: 'nothing' }
}
