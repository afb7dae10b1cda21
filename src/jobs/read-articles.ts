import type { Article } from '../domain/article.ts'
import type { Entry } from '../domain/feed.ts'
import type { Doors } from './doors.ts'
import { inParallel } from './in-parallel.ts'

/** Entries read in one round, and how many at once. */
const roundSize = 500
const width = 6
/** How often a page is tried before its entry is given up. */
const mostAttempts = 3

/** Fetches and reads the pages that entries announce. Returns how many articles came of it. */
export async function readArticles(doors: Doors): Promise<number> {
  const unread = await doors.store.articles.unread(roundSize)
  let done = 0
  let articles = 0
  await inParallel(unread, width, async (entry) => {
    const read = await readEntry(entry, doors)
    if (read.kind === 'article') {
      await doors.store.articles.save(entry, read.article, doors.clock.now())
      articles += 1
    } else {
      const final = read.final || entry.attempts + 1 >= mostAttempts
      await doors.store.articles.recordProblem(entry, { reason: read.reason, final })
      doors.log.warn('page-problem', { url: entry.url, reason: read.reason, final })
    }
    done += 1
    doors.progress.step('Reading articles', done, unread.length)
  })
  return articles
}

/** An entry with the name of the outlet that announces it. */
export interface AnnouncedEntry extends Entry {
  readonly outlet: string
}

type ReadEntry =
  | { readonly kind: 'article'; readonly article: Article }
  | { readonly kind: 'problem'; readonly reason: string; readonly final: boolean }

/** Fetches and reads the page that an entry announces, under its outlet's name. */
export async function readEntry(
  entry: AnnouncedEntry,
  { fetcher, reader }: Pick<Doors, 'fetcher' | 'reader'>,
): Promise<ReadEntry> {
  const fetched = await fetcher.get(entry.url)
  switch (fetched.kind) {
    case 'page': {
      const read = await reader.readPage(fetched.body, { url: fetched.url, contentType: fetched.contentType })
      if (read.kind === 'unreadable') return { kind: 'problem', reason: read.reason, final: true }
      return {
        kind: 'article',
        article: { ...read.article, outlet: entry.outlet, published: entry.published ?? read.article.published },
      }
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
