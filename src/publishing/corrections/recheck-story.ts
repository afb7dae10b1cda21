import { changedLines, type Told } from '../../brief/correcting/changed-lines.ts'
import { replaceFailed, shownParts } from '../../brief/correcting/correct-draft.ts'
import { movePassages, type TextVersions } from '../../brief/correcting/move-passages.ts'
import type { Article, ArticleId } from '../../domain/article.ts'
import { type Brief, type Draft, samePart } from '../../domain/brief.ts'
import type { ChangedLine, CorrectionCause, SaidLine } from '../../domain/edition/correction.ts'
import type { ComposedStory } from '../../domain/edition/proof.ts'
import type { Story } from '../../domain/story.ts'
import type { WorkspaceId } from '../../domain/subscription.ts'
import { grammarFor } from '../../language/grammars.ts'
import type { Services } from '../../services.ts'
import { printOf } from '../../store/intake/article-print.ts'
import type { PostedStory } from '../../store/publishing/posted-versions.ts'
import { writeAgain } from '../../writing/write-briefs.ts'
import { changedSince, versionOf } from '../proofs/make-proof.ts'
import type { CheckedStory } from '../proofs/proof-briefs.ts'

/** A posted story checked against its articles as they are now. */
export interface Rechecked {
  /** The story as it stands from now on. */
  readonly after: PostedStory
  /** Undefined if no article is left that tells it. */
  readonly brief: Brief | undefined
  readonly lines: readonly ChangedLine[]
  readonly cause: CorrectionCause
  /** The articles that are left. */
  readonly story: Story
  /** Tells whether a line rested only on articles that have been taken down since. */
  readonly isOfGone: (line: SaidLine) => boolean
}

/** The articles of a posted story, as it was written from them and as they are now. */
interface Sources {
  readonly before: readonly Article[]
  readonly now: readonly Article[]
  readonly versions: ReadonlyMap<ArticleId, TextVersions>
  readonly gone: ReadonlySet<ArticleId>
}

/**
 * Verifies a posted story against its articles as they are now. Each part that no longer passes is replaced by what is
 * written from the same passage today, or taken out. Undefined if an article, or the version that it was written from,
 * is no longer kept.
 */
export async function recheckStory(
  posted: PostedStory,
  workspace: WorkspaceId,
  services: Services,
): Promise<Rechecked | undefined> {
  const { composed } = posted
  const sources = await sourcesOf(composed, services)
  if (!sources) return undefined
  const { before, now, versions, gone } = sources
  const shown = await services.verify(composed.draft, { id: composed.id, articles: before }, composed.byline)
  const moved = movePassages(composed.draft, versions, gone)
  const cause = causeOf(posted, sources)
  const isOfGone = (line: SaidLine) => restsOn(gone, composed.draft, line)
  const current = now.map(versionOf)
  const articles = composed.articles.map((each) => current.find(({ id }) => id === each.id) ?? each)
  const after = (draft: Draft, followUp: ComposedStory['followUp']): PostedStory => ({
    composed: { ...composed, draft, followUp, articles },
    gone,
  })
  if (now.length === 0) {
    const lines = changedLines({ draft: composed.draft, brief: shown.brief }, nothing(shown.brief))
    return {
      after: after(composed.draft, composed.followUp),
      brief: undefined,
      lines,
      cause,
      story: { id: composed.id, articles: now },
      isOfGone,
    }
  }
  const { draft, brief } = await mend({ moved, shown: shown.brief, composed, now, workspace }, services)
  const lines = changedLines({ draft: composed.draft, brief: shown.brief }, { draft, brief })
  const isToldNoMore = brief.summary.length === 0 && shown.brief.summary.length > 0
  return {
    after: after(draft, followUpAfter(composed, draft)),
    brief: isToldNoMore ? undefined : brief,
    lines,
    cause,
    story: { id: composed.id, articles: now },
    isOfGone,
  }
}

interface Mending {
  /** The draft as posted, citing the articles as they are now. */
  readonly moved: Draft
  readonly shown: Brief
  readonly composed: ComposedStory
  readonly now: readonly Article[]
  readonly workspace: WorkspaceId
}

/** A posted story verified against its articles as they were when it was written; undefined if they are not kept. */
export async function checkAsWritten(composed: ComposedStory, services: Services): Promise<CheckedStory | undefined> {
  const sources = await sourcesOf(composed, services)
  if (!sources) return undefined
  const story = { id: composed.id, articles: sources.before }
  const { brief, findings } = await services.verify(composed.draft, story, composed.byline)
  return { story, brief, findings }
}

/** The draft with what is right in place of what no longer passes, and the brief that verification makes of it. */
async function mend(
  { moved, shown, composed, now, workspace }: Mending,
  services: Services,
): Promise<Told & { readonly brief: Brief }> {
  const story = { id: composed.id, articles: now }
  const { brief } = await services.verify(moved, story, composed.byline)
  const standing = shownParts(moved, brief)
  const failed = shownParts(composed.draft, shown).filter((part) => !standing.some((each) => samePart(each, part)))
  if (failed.length === 0) return { draft: moved, brief }
  const again = await writeAgain(
    now.map(({ id }) => id),
    { story: composed.id, workspace },
    services,
  )
  if (!again) return { draft: moved, brief }
  const mended = replaceFailed({ draft: moved, parts: failed, again: again.draft })
  return { draft: mended, brief: (await services.verify(mended, story, composed.byline)).brief }
}

/** The articles before and now; undefined if one of them, or the version of then, is no longer kept. */
async function sourcesOf({ articles }: ComposedStory, { store }: Services): Promise<Sources | undefined> {
  const gone = new Set<ArticleId>()
  const isGone = await store.corrections.goneAmong(articles.map(({ id }) => id))
  const before: Article[] = []
  const now: Article[] = []
  const versions = new Map<ArticleId, TextVersions>()
  for (const { id, print } of articles) {
    const current = await store.articles.find(id)
    const then = current && (await versionThen(current, print, store))
    if (!current || !then) return undefined
    before.push(then)
    if (isGone.has(id)) {
      gone.add(id)
      continue
    }
    // A page with running updates drops old ones by itself, which says nothing about them.
    const latest = current.kind === 'live' ? then : current
    now.push(latest)
    const rules = grammarFor(current.language).text
    if (latest.text !== then.text) versions.set(id, { before: then.text, after: latest.text, rules })
  }
  return { before, now, versions, gone }
}

async function versionThen(current: Article, print: string, store: Services['store']): Promise<Article | undefined> {
  if (printOf(current) === print) return current
  const earlier = await store.rereads.earlier(current.id)
  const then = earlier.find((version) => printOf(version) === print)
  return then && { ...current, ...then }
}

function causeOf({ composed, gone: known }: PostedStory, { before, now, gone }: Sources): CorrectionCause {
  const lost = before.filter(({ id }) => gone.has(id) && !known.has(id)).map(({ outlet }) => outlet)
  if (lost.length > 0) return { kind: 'gone', outlets: [...new Set(lost)] }
  const changed = changedSince(composed.articles, now).map(({ outlet }) => outlet)
  return { kind: 'changed', outlets: [...new Set(changed)] }
}

/** True if a line cites only these articles; a headline, which cites none, counts once one of them is gone. */
function restsOn(gone: ReadonlySet<ArticleId>, { claims, summary, details = [] }: Draft, line: SaidLine): boolean {
  if (gone.size === 0) return false
  const said = [...summary, ...details].find(({ text }) => text === line.words)
  const claim = claims.find(({ id }) => id === line.claim)
  const citations = claim ? [claim.citation] : (said?.citations ?? [])
  return citations.every(({ article }) => gone.has(article))
}

/** A story of which nothing but the headline is left. */
function nothing({ headline }: Brief): Told {
  const empty = { headline, summary: [], claims: [], differences: [], details: [] }
  return { draft: empty, brief: { ...empty, unanswered: [] } }
}

/** What is new in a story that the channel knew, by its new words. */
function followUpAfter({ followUp, draft: before }: ComposedStory, draft: Draft): ComposedStory['followUp'] {
  if (!followUp) return null
  const sentences = draft.summary.flatMap(({ text }, index) =>
    followUp.sentences.includes(before.summary[index]?.text ?? text) ? [text] : [],
  )
  return { ...followUp, sentences }
}
