import type { StoryBlock } from '../../chat/document.ts'
import type { Brief } from '../../domain/brief.ts'
import { storyId } from '../../domain/story.ts'
import type { WorkspaceId } from '../../domain/subscription.ts'
import { isWithdrawn, shownAs } from '../../publishing/withdrawn.ts'
import type { Services } from '../../services.ts'
import type { CommandContext } from '../context.ts'
import { savedStory } from './saved-summaries.ts'

/** The result of looking up a story by id: as stored in a saved summary, or as the workspace's feeds report it now. */
export type FoundStory =
  | { readonly kind: 'saved'; readonly block: StoryBlock }
  | { readonly kind: 'brief'; readonly brief: Brief }
  | { readonly kind: 'withdrawn' }
  | { readonly kind: 'nothing' }

/** Finds a story by id, in saved summaries first and then in the feeds; `withdrawn` if it may no longer be shown. */
export async function findStory(story: string, { asker, services }: CommandContext): Promise<FoundStory> {
  const workspace = asker.workspace.id
  const saved = await savedStory(story, workspace, services)
  if (!saved) return await findFeedStory(story, workspace, services)
  return (await isWithdrawn(shownAs(saved), workspace, services))
    ? { kind: 'withdrawn' }
    : { kind: 'saved', block: saved }
}

/** Finds a story by id in the workspace's feeds only. */
export async function findFeedStory(
  story: string,
  workspace: WorkspaceId,
  services: Services,
): Promise<Exclude<FoundStory, { kind: 'saved' }>> {
  if (await isWithdrawn({ id: story }, workspace, services)) return { kind: 'withdrawn' }
  const feeds = (await services.store.feeds.list(workspace)).map(({ id }) => id)
  const { briefForReaders } = await import('../../publishing/proofs/approved-brief.ts')
  const brief = await briefForReaders(storyId(story), { feeds, workspace }, services)
  return brief ? { kind: 'brief', brief } : { kind: 'nothing' }
}
