import { admits } from '../digest/filter.ts'
import { type Article, type ArticleId, areClosedToModels, isHeadlineOnly } from '../domain/article.ts'
import type { Brief, BriefedStory } from '../domain/brief.ts'
import type { FeedId } from '../domain/feed.ts'
import type { Story, StoryId } from '../domain/story.ts'
import { type Filter, noFilter, type WorkspaceId } from '../domain/subscription.ts'
import type { Writer } from '../ports.ts'
import type { Services } from '../services.ts'
import { getOrWriteDraft } from './draft-cache.ts'
import { type Written, writeDraft } from './write-draft.ts'

/** The most articles of one story read for its brief, starting with the newest of each publisher. */
const articlesPerStory = 6

/** The readers of a brief: the feeds they follow, and which of the articles they want. */
export interface Readers {
  readonly feeds: readonly FeedId[]
  readonly workspace: WorkspaceId
  readonly filter?: Filter
}

/**
 * The brief of a story from the articles of these feeds, based on a kept draft or a new one. Undefined if they have
 * none.
 */
export async function briefOf(story: StoryId, readers: Readers, services: Services): Promise<Brief | undefined> {
  return (await writeStory(story, readers, services))?.brief
}

/** Like `briefOf`, with the draft and the articles. */
export async function writeStory(
  story: StoryId,
  { feeds, workspace, filter = noFilter }: Readers,
  services: Services,
): Promise<BriefedStory | undefined> {
  const followed = await services.store.stories.articles(story, feeds)
  const articles = selectArticles(followed.filter((article) => admits(filter, article)))
  if (articles.length === 0) return undefined
  const writers = await writersFor(workspace, services)
  const whole = { id: story, articles }
  const { draft, verified } = await getOrWriteDraft(whole, { workspace, writers }, services)
  return { story: whole, draft, brief: verified.brief }
}

/** Writes a story again from these articles as they are now; undefined if none of them is kept. */
export async function writeAgain(
  articles: readonly ArticleId[],
  { story, workspace }: { readonly story: StoryId; readonly workspace: WorkspaceId },
  services: Services,
): Promise<BriefedStory | undefined> {
  const found = await Promise.all(articles.map(async (id) => await services.store.articles.find(id)))
  const whole = { id: story, articles: found.filter((article) => article !== undefined) }
  if (whole.articles.length === 0) return undefined
  const writers = await writersFor(workspace, services)
  const { draft, verified } = await getOrWriteDraft(whole, { workspace, writers }, services)
  return { story: whole, draft, brief: verified.brief }
}

/**
 * Returns a function for one edition that gives the same as `writeStory`, or what was made a moment ago for another
 * edition with the same feeds.
 */
export async function openBriefs(
  { feeds, workspace, filter = noFilter }: Readers,
  services: Services,
): Promise<(story: StoryId) => Promise<BriefedStory | undefined>> {
  const writers = await writersFor(workspace, services)
  // A workspace that pays for a model must not get a brief from one that could not pay.
  const asked = writers.some(({ byline }) => byline.writer === 'llm') ? workspace : 'rules'
  // These three select stories, not the articles that a brief is written from.
  const { words: _words, notWords: _notWords, publishers: _publishers, ...ofArticles } = filter
  const from = JSON.stringify([feeds.toSorted(), ofArticles])
  return async (story) =>
    await services.briefs.get(
      `${asked} ${story} ${from}`,
      async () => await writeStory(story, { feeds, workspace, filter }, services),
    )
}

/** Writes up a story that a person handed in. A model's draft is kept, so that nobody pays for it twice. */
export async function writeGiven(story: Story, workspace: WorkspaceId | null, services: Services): Promise<Written> {
  const writers = await writersFor(workspace, services)
  if (writers.every(({ byline }) => byline.writer === 'rules'))
    return await writeDraft(story, workspace, { writers, log: services.log, verify: services.verify })
  await services.store.stories.keep(story.id, services.clock.now())
  const written = await getOrWriteDraft(story, { workspace, writers }, services)
  return { ...written, instead: written.instead ?? keptBack(story) }
}

/** The notice for readers that a publisher keeps an article from models; null if none does. */
function keptBack({ articles }: Story): string | null {
  return areClosedToModels(articles) && !articles.every(isHeadlineOnly)
    ? 'The publisher asks AI tools not to use this page, so this was written without AI.'
    : null
}

/** All writers, or only the rules if the workspace keeps its articles from models. */
export async function writersFor(
  workspace: WorkspaceId | null,
  { writers, store }: Pick<Services, 'writers' | 'store'>,
): Promise<readonly Writer[]> {
  const settled = workspace && (await store.workspaces.find(workspace))
  return settled && !settled.usesModel ? writers.filter(({ byline }) => byline.writer === 'rules') : writers
}

/** The newest reports, one of each publisher before any second one; opinions and round-ups only if there are none. */
function selectArticles(articles: readonly Article[]): Article[] {
  const reports = articles.filter(({ kind }) => kind === 'report' || kind === 'live')
  const candidates = reports.length > 0 ? reports : articles
  const first = candidates.filter(
    ({ publisher }, index) => candidates.findIndex((other) => other.publisher === publisher) === index,
  )
  const chosen = new Set([...first, ...candidates].slice(0, articlesPerStory))
  return candidates.filter((article) => chosen.has(article))
}
