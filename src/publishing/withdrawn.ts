import { type Block, type Document, emptyStory, type StoryBlock } from '../chat/document.ts'
import { addressKey } from '../domain/address.ts'
import { articleId } from '../domain/article.ts'
import { storyId } from '../domain/story.ts'
import type { WorkspaceId } from '../domain/subscription.ts'
import type { Services } from '../services.ts'

/**
 * Stories that a workspace has withdrawn are no longer shown anywhere. All code that shows a story or a claim checks
 * here: pages, evidence, digests, previews, speakers' claims, new and saved summaries, and explanations of editions.
 */

/** The parts of a story that decide whether it has been withdrawn. */
export interface ShownStory {
  readonly id: string
  /** The pages that it summarizes, if it is a requested summary; absent for a story from the feeds. */
  readonly pages?: readonly string[]
}

type WithdrawnServices = Pick<Services, 'store'>

/** The ids of those stories that were withdrawn, under any of their ids or as the story of one of their pages. */
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

/** True if a story has been withdrawn. */
export async function isWithdrawn(
  story: ShownStory,
  workspace: WorkspaceId,
  services: WithdrawnServices,
): Promise<boolean> {
  return (await withdrawnAmong([story], workspace, services)).has(story.id)
}

/** The document as it may be shown now, with a notice in place of each story that has been withdrawn. */
export async function withoutWithdrawn(
  document: Document,
  workspace: WorkspaceId,
  services: WithdrawnServices,
): Promise<Document> {
  const stories = document.flatMap((block) => (block.kind === 'story' ? shownAs(block) : []))
  const withdrawn = await withdrawnAmong(stories, workspace, services)
  return withdrawn.size === 0 ? document : document.map((block) => takenBack(block, withdrawn))
}

/** The story of a block as `withdrawnAmong` takes it; a saved summary is identified by its pages. */
export function shownAs({ id, outlets }: StoryBlock): ShownStory {
  return isKeptName(id) ? { id, pages: outlets.flatMap(({ url }) => url ?? []) } : { id }
}

/** True if the id is that of a story in a saved summary: "answer.0". */
function isKeptName(id: string): boolean {
  return /^[\w-]+\.\d+$/.test(id)
}

/** The block, or a notice in its place if it is a story that was withdrawn. */
export function takenBack(block: Block, withdrawn: ReadonlySet<string>): Block {
  if (block.kind !== 'story' || block.takenBack || !withdrawn.has(block.id)) return block
  return withdrawnBlock(block, ['This story was withdrawn by the people who manage this digest.'])
}

/** What stands where a story was: none of its words, and at most these of ours. */
export function withdrawnBlock(block: StoryBlock, summary: readonly string[] = []): StoryBlock {
  return {
    ...block,
    ...emptyStory,
    headline: 'Withdrawn',
    takenBack: true,
    followUp: null,
    agreement: null,
    outlets: [],
    summary,
    summaryEvidence: [],
    corrections: [],
    unknown: [],
    background: [],
    links: [],
    byline: '',
  }
}
