import { verify } from '../brief/verify/verify.ts'
import type { Document } from '../chat/document.ts'
import { inParallel } from '../concurrency.ts'
import { noAddresses } from '../digest/addresses.ts'
import { compose } from '../digest/compose.ts'
import { layoutDigest } from '../digest/layout.ts'
import { noFeedRead } from '../digest/unreadable-feeds.ts'
import type { Article } from '../domain/article.ts'
import { isEmpty } from '../domain/brief.ts'
import { storyId } from '../domain/story.ts'
import { sightEntries } from '../feed/news.ts'
import { type AnnouncedEntry, readEntry } from '../intake/read-entry.ts'
import { grammarFor } from '../language/grammars.ts'
import type { Clock, Fetcher, Progress, Reader, Writer } from '../ports.ts'
import { clusterArticles } from '../story/cluster-articles.ts'

export interface FeedDigestServices {
  readonly fetcher: Fetcher
  readonly reader: Reader
  readonly writer: Writer
  readonly clock: Clock
  readonly progress: Progress
}

export interface FeedDigest {
  /** False if there is no digest because nothing could be read. */
  readonly done: boolean
  readonly document: Document
  /** Feeds and pages that could not be read. */
  readonly problems: readonly string[]
}

const width = 6
const stories = 20

/** Makes a digest of what is new in these feeds, on the spot, and stores nothing. */
export async function digestOfFeeds(
  urls: readonly string[],
  services: FeedDigestServices & { readonly zone: string },
): Promise<FeedDigest> {
  const problems: string[] = []
  const failing: string[] = []
  const entries: AnnouncedEntry[] = []
  await inParallel(urls, width, async (url) => {
    const read = await readNews(url, services)
    if ('entries' in read) return void entries.push(...read.entries)
    problems.push(`${url}: ${read.problem}`)
    failing.push(url)
  })
  if (failing.length === urls.length) return nothingRead(noFeedRead, problems)
  const articles: Article[] = []
  let done = 0
  await inParallel(entries, width, async (entry) => {
    const read = await readEntry(entry, services, { asked: true })
    if (read.kind === 'problem') problems.push(`${entry.url}: ${read.reason}`)
    else articles.push(read.article)
    done += 1
    services.progress.step('Reading articles', done, entries.length)
  })
  services.progress.end()
  if (entries.length > 0 && articles.length === 0)
    return nothingRead('None of the articles in these feeds could be read.', problems)
  const briefs = await writeAll(articles.toSorted(newestFirst), services.writer)
  const feeds = { total: urls.length, failing: urls.filter((url) => failing.includes(url)) }
  const followUps = new Map()
  const digest = compose(briefs, {
    leadPublishers: 1,
    name: 'Digest',
    at: services.clock.now(),
    zone: services.zone,
    stories,
    feeds,
    followUps,
  })
  return { done: true, document: layoutDigest(digest, noAddresses), problems }
}

/** The digest if nothing could be read, which is not the same as nothing new. */
function nothingRead(text: string, problems: readonly string[]): FeedDigest {
  return { done: false, document: [{ kind: 'alert', text }], problems }
}

async function readNews(
  url: string,
  { fetcher, reader, clock }: FeedDigestServices,
): Promise<{ entries: AnnouncedEntry[] } | { problem: string }> {
  const fetched = await fetcher.get(url, { asked: true })
  if (fetched.kind !== 'page') return { problem: 'reason' in fetched ? fetched.reason : 'the feed is gone' }
  const read = await reader.readFeed(fetched.body, fetched.contentType, fetched.url)
  if (read.kind === 'unreadable') return { problem: read.reason }
  const outlet = read.feed.title || new URL(fetched.url).hostname
  return {
    entries: sightEntries(read.feed.entries, null, clock.now()).fresh.map((entry) => ({
      ...entry,
      outlet,
      feedUrl: fetched.url,
    })),
  }
}

/** Sorts articles, so that their order does not depend on which outlet answered first. */
function newestFirst(one: Article, other: Article): number {
  return (other.published ?? '').localeCompare(one.published ?? '') || one.id.localeCompare(other.id)
}

async function writeAll(articles: readonly Article[], writer: Writer) {
  const groups = clusterArticles(
    articles.map(({ headline, text, published, kind }) => ({ title: headline, lead: text, date: published, kind })),
  )
  const briefs = []
  for (const group of new Set(groups)) {
    const members = articles.filter((_, index) => groups[index] === group)
    const story = { id: storyId(`story-${group}`), articles: members }
    const { brief } = verify(await writer.write(story, null), story, { byline: writer.byline, grammarFor })
    if (!isEmpty(brief)) briefs.push(brief)
  }
  return briefs
}
