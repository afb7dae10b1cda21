import { compareVersions } from '../article/changes.ts'
import { kindOf } from '../article/kind.ts'
import { publisherOf } from '../article/publisher.ts'
import { addressKey } from '../domain/address.ts'
import { type Article, articleId } from '../domain/article.ts'
import type { Entry } from '../domain/feed.ts'
import type { Errand } from '../domain/fetched.ts'
import type { UnreadEntry } from '../store/articles.ts'
import { sketchOf } from '../story/copies.ts'
import type { Doors } from './doors.ts'
import { byHost, inParallel } from './in-parallel.ts'

/** Entries read in one round, and how many hosts at once. */
const roundSize = 500
const width = 32
/** How often a page is tried before its entry is given up. */
const mostAttempts = 3

/** Fetches and reads the pages that entries announce. Returns how many articles came of it. */
export async function readArticles(doors: Doors): Promise<number> {
  const unread = await doors.store.articles.unread(roundSize)
  let done = 0
  let articles = 0
  await inParallel(byHost(unread), width, async (entries) => {
    for (const entry of entries) {
      if (await readOne(entry, doors)) articles += 1
      done += 1
      doors.progress.step('Reading articles', done, unread.length)
    }
  })
  return articles
}

/** Reads the page of an entry, unless another feed has brought it; true when an article came of it. */
async function readOne(entry: UnreadEntry, doors: Doors): Promise<boolean> {
  const { articles } = doors.store
  const before = await articles.find(entry.article ?? articleId(addressKey(entry.url) ?? entry.url))
  const now = doors.clock.now()
  if (before && entry.article === null) {
    await articles.attach(entry, before.id, now)
    return false
  }
  const read = await readEntry(entry, doors)
  if (read.kind === 'problem') {
    const final = read.final || entry.attempts + 1 >= mostAttempts
    await articles.recordProblem(entry, { reason: read.reason, final })
    doors.log.warn('page-problem', { url: entry.url, reason: read.reason, final })
    return false
  }
  if (!before) {
    await articles.save(entry, { article: read.article, sketch: sketchOf(read.article.text) }, now)
    return true
  }
  const changes = compareVersions(before, read.article)
  if (changes.length === 0) await articles.attach(entry, before.id, now)
  else {
    const after = { article: read.article, sketch: sketchOf(read.article.text) }
    await articles.revise(entry, { before: before.id, after, changes }, now)
    doors.log.info('article-changed', { url: entry.url, changes: changes.length })
  }
  return changes.length > 0
}

/** An entry with the name of the outlet that announces it. */
export interface AnnouncedEntry extends Pick<Entry, 'url' | 'published' | 'sections'> {
  readonly outlet: string
}

type ReadEntry =
  | { readonly kind: 'article'; readonly article: Article }
  | { readonly kind: 'problem'; readonly reason: string; readonly final: boolean }

/** Fetches and reads the page that an entry announces, under its outlet's name. */
export async function readEntry(
  entry: AnnouncedEntry,
  { fetcher, reader }: Pick<Doors, 'fetcher' | 'reader'>,
  errand: Errand = {},
): Promise<ReadEntry> {
  const fetched = await fetcher.get(entry.url, errand)
  switch (fetched.kind) {
    case 'page': {
      const read = await reader.readPage(fetched.body, { url: fetched.url, contentType: fetched.contentType })
      if (read.kind === 'unreadable') return { kind: 'problem', reason: read.reason, final: true }
      return { kind: 'article', article: announced(read.article, entry) }
    }
    case 'gone':
      return { kind: 'problem', reason: 'the page is gone', final: true }
    case 'unchanged':
    case 'refused':
      return {
        kind: 'problem',
        reason: fetched.kind === 'refused' ? fetched.reason : 'the site sent no page',
        final: true,
      }
    case 'failed':
      return { kind: 'problem', reason: fetched.reason, final: false }
  }
}

/** An article with what its feed knows of it. */
function announced(article: Article, { outlet, published, sections: filed }: AnnouncedEntry): Article {
  const sections = [...new Set([...article.sections, ...filed])]
  const { headline, url, kind } = article
  return {
    ...article,
    outlet,
    publisher: publisherOf({ ...article, outlet }),
    published: published ?? article.published,
    sections,
    kind: kind === 'report' ? kindOf({ headline, url, type: null, sections }) : kind,
  }
}
