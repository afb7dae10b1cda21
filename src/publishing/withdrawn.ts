import { type Block, type Document, emptyStory, type StoryBlock } from '../chat/document.ts'
import { addressKey } from '../domain/address.ts'
import { articleId } from '../domain/article.ts'
import { storyId } from '../domain/story.ts'
import type { WorkspaceId } from '../domain/subscription.ts'
import type { Services } from '../services.ts'

/**
 * What a workspace has taken back is no longer shown anywhere. Whatever shows a story or a claim of one asks here: pages,
 * evidence, digests and previews, what somebody said, summaries that are kept or made, and why an edition is as it is.
 */

/** A story as far as it can have been taken back. */
export interface ShownStory {
  readonly id: string
  /** The pages that it sums up, where it is a summary somebody asked for; absent for a story of the feeds. */
  readonly pages?: readonly string[]
}

type WithdrawnServices = Pick<Services, 'store'>

/** Those of some stories, by their ids, that were taken back: under whichever name, or as the story that their pages tell. */
export async function withdrawnAmong(
  stories: readonly ShownStory[],
  workspace: WorkspaceId,
  { store }: WithdrawnServices,
): Promise<ReadonlySet<string>> {
  const names = await store.withdrawals.from(workspace)
  if (names.size === 0) return new Set()
  const keysOf = ({ pages = [] }: ShownStory) => pages.map((page) => articleId(addressKey(page) ?? page))
  const articles = await store.withdrawals.articlesIn(names, stories.flatMap(keysOf))
  const isBack = (story: ShownStory) =>
    names.has(storyId(story.id)) || keysOf(story).some((article) => articles.has(article))
  return new Set(stories.filter(isBack).map(({ id }) => id))
}

/** Whether one story was taken back. */
export async function isWithdrawn(
  story: ShownStory,
  workspace: WorkspaceId,
  services: WithdrawnServices,
): Promise<boolean> {
  return (await withdrawnAmong([story], workspace, services)).has(story.id)
}

/** A document as it may be shown now: what was taken back since says so in its place. */
export async function withoutWithdrawn(
  document: Document,
  workspace: WorkspaceId,
  services: WithdrawnServices,
): Promise<Document> {
  const stories = document.flatMap((block) => (block.kind === 'story' ? shownAs(block) : []))
  const withdrawn = await withdrawnAmong(stories, workspace, services)
  return withdrawn.size === 0 ? document : document.map((block) => takenBack(block, withdrawn))
}

/** A story of a document; a summary that is kept has a name of its own, and is known by its pages. */
export function shownAs({ id, outlets }: StoryBlock): ShownStory {
  return isKeptName(id) ? { id, pages: outlets.flatMap(({ url }) => url ?? []) } : { id }
}

/** Whether a story is one of a summary that is kept: "answer.0". */
function isKeptName(id: string): boolean {
  return /^[\w-]+\.\d+$/.test(id)
}

/** What stands in the place of a story that was taken back. */
export function takenBack(block: Block, withdrawn: ReadonlySet<string>): Block {
  if (block.kind !== 'story' || block.takenBack || !withdrawn.has(block.id)) return block
  return {
    ...block,
    ...emptyStory,
    headline: 'Withdrawn',
    takenBack: true,
    followUp: null,
    agreement: null,
    outlets: [],
    summary: ['This story was withdrawn by the people who manage this digest.'],
    links: [],
    byline: '',
  } satisfies StoryBlock
}
