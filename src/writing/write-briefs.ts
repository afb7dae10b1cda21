import { describeFilter } from '../chat/filter-words.ts'
import { admits } from '../digest/filter.ts'
import type { Article } from '../domain/article.ts'
import type { Brief } from '../domain/brief.ts'
import type { FeedId } from '../domain/feed.ts'
import type { Story, StoryId } from '../domain/story.ts'
import { type Filter, noFilter, type WorkspaceId } from '../domain/subscription.ts'
import type { Writer } from '../ports.ts'
import type { Doors } from '../services.ts'
import { keepDraft } from './draft-cache.ts'
import { type Written, writeDraft } from './write-draft.ts'

/** The most articles of one story that are read for its brief, the newest of each publisher first. */
const articlesPerStory = 6

/** Whom a story is written up for: what they follow, and what of that they want. */
export interface Readers {
  readonly feeds: readonly FeedId[]
  readonly workspace: WorkspaceId
  readonly filter?: Filter
}

/** The brief of a story as these feeds tell it, from the draft that was kept or a new one. Undefined when they do not tell it. */
export async function briefOf(
  story: StoryId,
  { feeds, workspace, filter = noFilter }: Readers,
  doors: Doors,
): Promise<Brief | undefined> {
  const told = await doors.store.stories.articles(story, feeds)
  const articles = selectArticles(told.filter((article) => admits(filter, article)))
  if (articles.length === 0) return undefined
  const writers = await writersFor(workspace, doors)
  return (await keepDraft({ id: story, articles }, { workspace, writers }, doors)).verified.brief
}

/** The briefs of stories for one edition, each as `briefOf` has it, or had it a moment ago for another edition of the same feeds. */
export async function openBriefs(
  { feeds, workspace, filter = noFilter }: Readers,
  doors: Doors,
): Promise<(story: StoryId) => Promise<Brief | undefined>> {
  const writers = await writersFor(workspace, doors)
  // Who has a model write pays for it, and is not given what another could not pay for.
  const asked = writers.some(({ byline }) => byline.writer === 'llm') ? workspace : 'rules'
  const told = `${feeds.toSorted().join(' ')} ${describeFilter({ ...filter, words: [], notWords: [], publishers: 1 })}`
  return async (story) =>
    await doors.briefs.get(
      `${asked} ${story} ${told}`,
      async () => await briefOf(story, { feeds, workspace, filter }, doors),
    )
}

/** What somebody hands in, written up; what a model wrote of it is kept, so that nobody pays for it twice. */
export async function writeGiven(story: Story, workspace: WorkspaceId | null, doors: Doors): Promise<Written> {
  const writers = await writersFor(workspace, doors)
  if (writers.every(({ byline }) => byline.writer === 'rules'))
    return await writeDraft(story, workspace, { writers, log: doors.log, verify: doors.verify })
  await doors.store.stories.keep(story.id, doors.clock.now())
  return await keepDraft(story, { workspace, writers }, doors)
}

/** All writers, or where a workspace has its articles kept from models, the rules. */
export async function writersFor(
  workspace: WorkspaceId | null,
  { writers, store }: Pick<Doors, 'writers' | 'store'>,
): Promise<readonly Writer[]> {
  const settled = workspace && (await store.workspaces.find(workspace))
  return settled && !settled.usesModel ? writers.filter(({ byline }) => byline.writer === 'rules') : writers
}

/** The newest reports, no publisher twice before each has been heard; views and round-ups only where nobody reports. */
function selectArticles(articles: readonly Article[]): Article[] {
  const reports = articles.filter(({ kind }) => kind === 'report' || kind === 'live')
  const told = reports.length > 0 ? reports : articles
  const first = told.filter(
    ({ publisher }, index) => told.findIndex((other) => other.publisher === publisher) === index,
  )
  const chosen = new Set([...first, ...told].slice(0, articlesPerStory))
  return told.filter((article) => chosen.has(article))
}
