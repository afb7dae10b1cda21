import type { StoryBlock } from '../../chat/document.ts'
import type { Brief } from '../../domain/brief.ts'
import { storyId } from '../../domain/story.ts'
import type { WorkspaceId } from '../../domain/subscription.ts'
import { isWithdrawn, shownAs } from '../../publishing/withdrawn.ts'
import type { Services } from '../../services.ts'
import { briefOf } from '../../writing/write-briefs.ts'
import type { CommandContext } from '../context.ts'
import { savedStory } from './saved-summaries.ts'

/** A story that somebody names: as it stands in a summary that is kept, or as their feeds tell it now. */
export type FoundStory =
  | { readonly kind: 'saved'; readonly block: StoryBlock }
  | { readonly kind: 'brief'; readonly brief: Brief }
  | { readonly kind: 'withdrawn' }
  | { readonly kind: 'nothing' }

/** The story of a name, where it may be shown. */
export async function findStory(story: string, { asker, services }: CommandContext): Promise<FoundStory> {
  const workspace = asker.workspace.id
  const saved = await savedStory(story, workspace, services)
  if (!saved) return await findFeedStory(story, workspace, services)
  return (await isWithdrawn(shownAs(saved), workspace, services))
    ? { kind: 'withdrawn' }
    : { kind: 'saved', block: saved }
}

/** The same, of the stories that the feeds of a workspace tell. */
export async function findFeedStory(
  story: string,
  workspace: WorkspaceId,
  services: Services,
): Promise<Exclude<FoundStory, { kind: 'saved' }>> {
  if (await isWithdrawn({ id: story }, workspace, services)) return { kind: 'withdrawn' }
  const feeds = (await services.store.feeds.list(workspace)).map(({ id }) => id)
  const brief = await briefOf(await services.store.stories.current(storyId(story)), { feeds, workspace }, services)
  return brief ? { kind: 'brief', brief } : { kind: 'nothing' }
}
