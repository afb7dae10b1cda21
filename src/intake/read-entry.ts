import { kindOf } from '../article/kind.ts'
import { publisherOf } from '../article/publisher.ts'
import { isSameSite } from '../domain/address.ts'
import type { Article } from '../domain/article.ts'
import type { Entry } from '../domain/feed.ts'
import type { FetchOptions } from '../domain/fetched.ts'
import { isClosed } from '../feed/due.ts'
import type { Services } from '../services.ts'

/** The answers of a site that has a page and does not give it to us. */
const closedStatuses = new Set([401, 402, 403, 451])

/** An entry with the address of its feed and the name of its outlet. */
export interface AnnouncedEntry extends Pick<Entry, 'url' | 'published' | 'sections' | 'closedToModels'> {
  readonly feedUrl: string
  readonly outlet: string
}

export type ReadEntry = { readonly kind: 'article'; readonly article: Article } | Problem

export interface Problem {
  readonly kind: 'problem'
  readonly reason: string
  readonly final: boolean
  readonly retryAfterMs?: number | null
  /** True if the reader only failed this time. */
  readonly isPassing?: boolean
  /** True if the site has the page and does not give it to programs, or to readers who do not pay. */
  readonly isClosed?: boolean
  /** What its publisher says on the page of use by machines, as lines. */
  readonly wishes?: readonly string[]
  /** Set if the site has no such page: now, or for good. */
  readonly missing?: 'now' | 'for good'
}

/** What reading an entry needs. If only rules write, `licences` can be left out. */
type ReadServices = Pick<Services, 'fetcher' | 'reader' | 'clock'> & Partial<Pick<Services, 'licences'>>

/** Fetches and reads the page that an entry announces, under its outlet's name. */
export async function readEntry(
  entry: AnnouncedEntry,
  { fetcher, reader, licences, clock }: ReadServices,
  options: FetchOptions = {},
): Promise<ReadEntry> {
  const fetched = await fetcher.get(entry.url, options)
  switch (fetched.kind) {
    case 'page': {
      const read = await reader.readPage(fetched.body, {
        url: fetched.url,
        contentType: fetched.contentType,
        asked: options.asked === true,
        ...(fetched.wishes ? { wishes: fetched.wishes } : {}),
      })
      if (read.kind === 'unreadable') {
        const isPassing = read.isPassing === true
        return {
          kind: 'problem',
          reason: read.reason,
          final: !isPassing,
          isPassing,
          isClosed: read.isClosed === true,
          ...(read.wishes ? { wishes: read.wishes } : {}),
        }
      }
      const article = announced(read.article, entry, clock.now())
      return { kind: 'article', article: (await licences?.apply({ ...read, article })) ?? article }
    }
    case 'gone':
      return { kind: 'problem', reason: 'the page is gone', final: true, missing: 'for good' }
    case 'unchanged':
      return { kind: 'problem', reason: 'the site didn’t send a page', final: true }
    case 'refused':
      return { kind: 'problem', reason: fetched.reason, final: true, isClosed: fetched.byRobots === true }
    case 'failed':
      return {
        kind: 'problem',
        reason: fetched.reason,
        final: isClosed(fetched.status),
        retryAfterMs: fetched.retryAfterMs,
        isClosed: fetched.status !== null && closedStatuses.has(fetched.status),
        ...(fetched.status === 404 ? { missing: 'now' } : {}),
      }
  }
}

/**
 * An article with the information from its feed. A feed of another site can announce anything, so for that the page
 * comes first: people who do not follow the feed read the article, too.
 */
function announced(article: Article, entry: AnnouncedEntry, now: string): Article {
  const isOwn = isSameSite(entry.feedUrl, article.url ?? entry.url)
  const sections = isOwn ? [...new Set([...article.sections, ...entry.sections])] : article.sections
  const outlet = isOwn ? entry.outlet : article.outlet
  const { headline, url, kind } = article
  const closedToModels = article.closedToModels ?? entry.closedToModels
  return {
    ...article,
    ...(closedToModels === undefined ? {} : { closedToModels }),
    outlet,
    publisher: publisherOf({ ...article, outlet }),
    published: isOwn ? (entry.published ?? article.published) : likelier(article.published, entry.published, now),
    sections,
    kind: kind === 'report' ? kindOf({ headline, url, type: null, sections }) : kind,
  }
}

/** Two dates further apart than this, in milliseconds, do not belong to one article. */
const farApartMs = 72 * 3_600_000

/**
 * The page's date, unless it is both far from the feed's date and further from now: it may then be of something else on
 * the page.
 */
function likelier(page: string | null, feed: string | null, now: string): string | null {
  if (page === null || feed === null || feed > now) return page ?? feed
  const [own, fromFeed, present] = [page, feed, now].map((each) => Date.parse(each)) as [number, number, number]
  const isFar = Math.abs(own - fromFeed) > farApartMs && Math.abs(present - own) > present - fromFeed
  return isFar ? feed : page
}
