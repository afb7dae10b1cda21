import { compareVersions, isCutShort } from '../article/changes.ts'
import { byHost, inParallel } from '../concurrency.ts'
import { addressKey } from '../domain/address.ts'
import { type Article, articleId, sameTerms } from '../domain/article.ts'
import { shiftInstant } from '../domain/instant.ts'
import { reasonOf } from '../domain/reason.ts'
import type { Services } from '../services.ts'
import type { UnreadEntry } from '../store/intake/articles.ts'
import { isOfWhatIsGone } from '../store/intake/gone.ts'
import { sketchOf } from '../story/copies.ts'
import { articleFromFeed } from './article-from-feed.ts'
import { type Problem, readEntry } from './read-entry.ts'

/** The most entries taken in one round, and of one feed, and the most hosts asked at once. */
const roundSize = 500
const perFeed = 50
const width = 32
/** How long one host is asked in a round, in milliseconds; the rest of its pages wait for the next. */
const hostMs = 60_000
/** How long until pages that a host had no time for are tried again, in milliseconds; others go first. */
const laterMs = 2 * 60_000
/** How long entries stay taken, so that no other process reads them, in minutes. */
const takenMinutes = 15
/** The wait after each failed attempt, in minutes; if the attempt after the last wait fails, the entry is given up. */
const waits = [5, 15, 45, 135, 405, 1_215]

/** The longest wait that a site can ask for, in milliseconds. */
const longestWaitMs = 24 * 3_600_000

/** Fetches and reads the pages that entries announce. Returns the number of articles read. */
export async function readArticles(services: Services): Promise<number> {
  const { store, clock, shutdown, progress } = services
  const now = clock.now()
  const until = shiftInstant(now, takenMinutes * 60_000)
  const unread = await store.articles.claimUnread(now, { limit: roundSize, perFeed, until })
  const left: UnreadEntry[] = []
  let done = 0
  let articles = 0
  await inParallel(byHost(unread), width, async (entries) => {
    let end = performance.now() + hostMs
    for (const entry of entries) {
      const outcome = shutdown.aborted || performance.now() > end ? 'left' : await readSafely(entry, services)
      if (outcome === 'left') left.push(entry)
      if (outcome === 'article') articles += 1
      // A host whose pages exhaust the reader's limits gives way to others for this round.
      if (outcome === 'strained') end = 0
      done += 1
      progress.step('Reading articles', done, unread.length)
    }
  })
  await store.articles.putBack(left, shiftInstant(clock.now(), shutdown.aborted ? 0 : laterMs))
  return articles
}

type Outcome = 'article' | 'nothing' | 'left' | 'strained'

/** Reads one page; if it cannot be stored, only that page fails. */
async function readSafely(entry: UnreadEntry, services: Services): Promise<Outcome> {
  try {
    return await readOne(entry, services)
  } catch (error) {
    if (isOfWhatIsGone(error)) return 'nothing'
    services.log.error('page-broke', { url: entry.url, reason: reasonOf(error) })
    await noteProblem(entry, { reason: 'its contents couldn’t be saved', final: false }, services).catch(
      (again: unknown) => services.log.error('page-broke', { url: entry.url, reason: reasonOf(again) }),
    )
    return 'nothing'
  }
}

/** Reads the page of an entry, unless another feed has already brought it. */
async function readOne(entry: UnreadEntry, services: Services): Promise<Outcome> {
  const { articles } = services.store
  const before = await articles.find(entry.article ?? articleId(addressKey(entry.url) ?? entry.url))
  const now = services.clock.now()
  if (before && entry.article === null) {
    await articles.attach(entry, before.id, now)
    if (services.licences.freed(entry).closedToModels !== undefined)
      await services.store.rereads.noteTerms(before.id, before)
    return 'nothing'
  }
  const read = await readEntry(entry, services, { signal: services.shutdown })
  if (services.shutdown.aborted) return 'left'
  if (read.kind === 'problem') return await settleProblem({ entry, before }, read, services)
  const { article } = read
  if (!before) {
    await articles.save(entry, { article, sketch: sketchOf(article.text) }, now)
    return 'article'
  }
  await noteThere(before, article, services)
  const changes = compareVersions(before, article)
  if (changes.length === 0 || isCutShort(before, article)) {
    await articles.attach(entry, before.id, now)
    return 'nothing'
  }
  const after = { article, sketch: sketchOf(article.text) }
  await articles.revise(entry, { before: before.id, after, changes }, now)
  services.log.info('article-changed', { url: entry.url, changes: changes.length })
  return 'article'
}

/** Settles an entry whose page could not be read: by its feed's words if the page is closed to us. */
async function settleProblem(
  { entry, before }: { readonly entry: UnreadEntry; readonly before: Article | undefined },
  problem: Problem,
  services: Services,
): Promise<Outcome> {
  const announced = !before && problem.isClosed ? articleFromFeed(entry, problem) : undefined
  if (announced) {
    const article = services.licences.underOwn(announced)
    const sketched = { article, sketch: sketchOf(article.text) }
    await services.store.articles.save(entry, sketched, services.clock.now())
    return 'article'
  }
  if (before && problem.missing !== undefined) await noteMissing({ article: before, entry }, problem, services)
  else await noteProblem(entry, problem, services)
  return problem.isPassing ? 'strained' : 'nothing'
}

/** Notes that the page of an article that we have is there, and what its publisher now lets machines do. */
async function noteThere(before: Article, article: Article, { store, clock }: Services): Promise<void> {
  await store.rereads.noteThere(before.id, clock.now())
  if (!sameTerms(before, article)) await store.rereads.noteTerms(before.id, article)
}

/** How long an article that was posted must be missing until it counts as gone, in milliseconds. */
const missingMs = 10 * 60_000

/** Notes that the page of an article that we have is missing; unless it is gone for good, it is read again soon. */
async function noteMissing(
  { article, entry }: { readonly article: Article; readonly entry: UnreadEntry },
  { reason, missing }: Problem,
  { store, clock, log }: Services,
): Promise<void> {
  const now = clock.now()
  const isGone = await store.rereads.noteMissing(article.id, {
    isFinal: missing === 'for good',
    patienceMs: missingMs,
    now,
  })
  await store.articles.recordProblem(entry, { reason, againAt: isGone ? null : shiftInstant(now, missingMs) })
  log.warn('article-missing', { url: entry.url, isGone })
}

async function noteProblem(
  entry: UnreadEntry,
  { reason, final, retryAfterMs = null }: Omit<Problem, 'kind'>,
  { store, clock, log }: Services,
): Promise<void> {
  const wait = waits[entry.attempts]
  const isFinal = final || wait === undefined
  const againAt = isFinal
    ? null
    : shiftInstant(clock.now(), Math.max(wait * 60_000, Math.min(retryAfterMs ?? 0, longestWaitMs)))
  await store.articles.recordProblem(entry, { reason, againAt })
  log.warn('page-problem', { url: entry.url, reason, final: isFinal })
}
