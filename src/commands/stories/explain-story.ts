import type { Document } from '../../chat/document.ts'
import { counted, dayAndTime } from '../../digest/times.ts'
import { type Article, type ArticleId, type Change, countPublishers } from '../../domain/article.ts'
import { type StoryAssignment, type StoryId, storyId } from '../../domain/story.ts'
import { isWithdrawn } from '../../publishing/withdrawn.ts'
import type { Revision } from '../../store/intake/articles.ts'
import { refused, takenBackRefusal, textLines } from '../replies.ts'
import type { CommandSpec } from '../spec.ts'

/** The most characters shown of a changed paragraph. */
const shownLength = 160

/** Explains why each article from the workspace's feeds is in a story, who published it, and what has changed. */
export const explainStory: CommandSpec<'explain-story'> = {
  permission: 'everyone',
  worksOffline: true,
  handle: async ({ story: given }, { asker, services }) => {
    const { store } = services
    const { zone } = services.defaults.schedule
    if (await isWithdrawn({ id: given }, asker.workspace.id, services)) return takenBackRefusal()
    const story = await store.stories.current(storyId(given))
    const feeds = (await store.feeds.list(asker.workspace.id)).map(({ id }) => id)
    const articles = (await store.stories.articles(story, feeds)).toReversed()
    if (articles.length === 0)
      return refused('not-found', 'That story isn’t on record, or it comes from feeds that aren’t followed here.')
    const assignments = await store.stories.joinings(story)
    const merged = await store.stories.merged(story)
    const explained = await Promise.all(
      articles.map(async (article) => ({
        article,
        assignment: assignments.get(article.id) ?? null,
        revisions: revisionsShown(article, await store.articles.revisions(article.id)),
      })),
    )
    const names = new Map(articles.map(({ id, outlet, headline }) => [id, `${outlet}, “${headline}”`]))
    return {
      done: true,
      document: [
        { kind: 'title', text: `Story ${story}`, detail: counts(articles, merged) },
        ...explained.flatMap((each) => linesOf(each, { names, zone })),
      ],
      data: {
        story,
        merged,
        articles: explained.map(({ article, assignment, revisions }) => ({
          ...withoutText(article),
          joining: assignment,
          revisions,
        })),
      },
    }
  },
}

/** What an outlet changed; where it limits what is shown of its text, only when. */
function revisionsShown({ shown }: Article, revisions: readonly Revision[]): readonly Revision[] {
  return shown ? revisions.map(({ at }) => ({ at, changes: [] })) : revisions
}

function withoutText({ id, outlet, publisher, headline, url, published, kind }: Article) {
  return { id, outlet, publisher, headline, url, published, kind }
}

function counts(articles: readonly Article[], merged: readonly StoryId[]): string {
  return [
    counted(articles.length, 'article'),
    counted(countPublishers(articles), 'independent publisher'),
    ...(merged.length > 0 ? [`merged with ${merged.join(', ')}`] : []),
  ].join(' · ')
}

interface ExplainedArticle {
  readonly article: Article
  readonly assignment: StoryAssignment | null
  readonly revisions: readonly Revision[]
}

interface Names {
  readonly names: ReadonlyMap<ArticleId, string>
  readonly zone: string
}

function linesOf({ article, assignment, revisions }: ExplainedArticle, { names, zone }: Names): Document {
  const { outlet, publisher, headline, kind, published } = article
  const head = [
    `${outlet}, “${headline}”`,
    ...(published ? [dayAndTime(published, zone)] : []),
    ...(kind === 'report' ? [] : [kind]),
    ...(publisher === outlet ? [] : [`by ${publisher}`]),
  ].join(' · ')
  return textLines([
    head,
    ...(assignment ? why(assignment, names) : ['It was added before reasons were recorded.']),
    ...revisions.flatMap(({ at, changes }) => [
      `Had changed by ${dayAndTime(at, zone)}${changes.length > 0 ? `: ${counted(changes.length, 'change')}` : ''}.`,
      ...changes.map(describeChange),
    ]),
  ])
}

function why(
  { how, nearest, likeness, needed, shared, copyOf, runnerUp }: StoryAssignment,
  names: Names['names'],
): string[] {
  const nameOf = (id: ArticleId) => names.get(id) ?? 'an article from a feed that isn’t followed here'
  const next = runnerUp
    ? ` The next closest was ${runnerUp.story} (${runnerUp.likeness.toFixed(2)}): ${runnerUp.reason}.`
    : ''
  const words = shared.length > 0 ? ` In both: ${shared.join(', ')}.` : ''
  const alike = nearest
    ? `Its similarity is ${likeness.toFixed(2)} (${needed} needed); the closest is ${nameOf(nearest)}.${words}`
    : `Nothing reached a similarity of ${needed}, so it started the story.`
  const copy = copyOf ? [`It has the same text as ${nameOf(copyOf)}.`] : []
  return [`${beginnings[how]}${alike}${next}`, ...copy]
}

const beginnings: Readonly<Record<StoryAssignment['how'], string>> = {
  began: '',
  joined: '',
  merged: 'It came with a story that turned out to be the same. ',
  left: 'It was in another story before. ',
}

function describeChange(change: Change): string {
  switch (change.kind) {
    case 'headline':
      return `Headline: was “${change.before}”`
    case 'added':
      return `Added: ${cut(change.text)}`
    case 'removed':
      return `Removed: ${cut(change.text)}`
    case 'reworded':
      return `Reworded: was ${cut(change.before)} Now: ${cut(change.after)}`
  }
}

function cut(text: string): string {
  return text.length > shownLength ? `${text.slice(0, shownLength)}…` : text
}
