import { admits } from '../digest/filter.ts'
import type { Article } from '../domain/article.ts'
import type { Brief } from '../domain/brief.ts'
import type { FeedId } from '../domain/feed.ts'
import type { Story, StoryId } from '../domain/story.ts'
import { type Filter, noFilter, type WorkspaceId } from '../domain/subscription.ts'
import type { Writer } from '../ports.ts'
import type { Services } from '../services.ts'
import { getOrWriteDraft } from './draft-cache.ts'
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
  services: Services,
): Promise<Brief | undefined> {
  const followed = await services.store.stories.articles(story, feeds)
  const articles = selectArticles(followed.filter((article) => admits(filter, article)))
  if (articles.length === 0) return undefined
  const writers = await writersFor(workspace, services)
  return (await getOrWriteDraft({ id: story, articles }, { workspace, writers }, services)).verified.brief
}

/** The briefs of stories for one edition, each as `briefOf` has it, or had it a moment ago for another edition of the same feeds. */
export async function openBriefs(
  { feeds, workspace, filter = noFilter }: Readers,
  services: Services,
): Promise<(story: StoryId) => Promise<Brief | undefined>> {
  const writers = await writersFor(workspace, services)
  // Who has a model write pays for it, and is not given what another could not pay for.
  const asked = writers.some(({ byline }) => byline.writer === 'llm') ? workspace : 'rules'
  // Those three choose stories, not the articles that a brief is written from.
  const { words: _words, notWords: _notWords, publishers: _publishers, ...ofArticles } = filter
  const from = JSON.stringify([feeds.toSorted(), ofArticles])
  return async (story) =>
    await services.briefs.get(
      `${asked} ${story} ${from}`,
      async () => await briefOf(story, { feeds, workspace, filter }, services),
    )
}

/** What somebody hands in, written up; what a model wrote of it is kept, so that nobody pays for it twice. */
export async function writeGiven(story: Story, workspace: WorkspaceId | null, services: Services): Promise<Written> {
  const writers = await writersFor(workspace, services)
  if (writers.every(({ byline }) => byline.writer === 'rules'))
    return await writeDraft(story, workspace, { writers, log: services.log, verify: services.verify })
  await services.store.stories.keep(story.id, services.clock.now())
  return await getOrWriteDraft(story, { workspace, writers }, services)
}

/** All writers, or where a workspace has its articles kept from models, the rules. */
export async function writersFor(
  workspace: WorkspaceId | null,
  { writers, store }: Pick<Services, 'writers' | 'store'>,
): Promise<readonly Writer[]> {
  const settled = workspace && (await store.workspaces.find(workspace))
  return settled && !settled.usesModel ? writers.filter(({ byline }) => byline.writer === 'rules') : writers
}

/** The newest reports, no publisher twice before each has been heard; views and round-ups only where nobody reports. */
function selectArticles(articles: readonly Article[]): Article[] {
  const reports = articles.filter(({ kind }) => kind === 'report' || kind === 'live')
  const candidates = reports.length > 0 ? reports : articles
  const first = candidates.filter(
    ({ publisher }, index) => candidates.findIndex((other) => other.publisher === publisher) === index,
  )
  const chosen = new Set([...first, ...candidates].slice(0, articlesPerStory))
  return candidates.filter((article) => chosen.has(article))
}
