import { type Feed, noValidators } from '../domain/feed.ts'
import { nextPoll } from '../feed/due.ts'
import { sightEntries } from '../feed/news.ts'
import type { Fetched } from '../ports.ts'
import type { PollResult } from '../store/feeds.ts'
import type { Doors } from './doors.ts'
import { inParallel } from './in-parallel.ts'

/** Feeds polled in one round, and how many at once. */
const roundSize = 500
const width = 8

/** Polls every feed that is due and files its new entries. Returns how many feeds were polled. */
export async function pollFeeds(doors: Doors): Promise<number> {
  const { store, clock, progress } = doors
  const due = await store.feeds.due(clock.now(), roundSize)
  let done = 0
  await inParallel(due, width, async (feed) => {
    const fetched = await doors.fetcher.get(feed.url, feed.validators)
    const now = clock.now()
    const result = await decide(feed, fetched, { doors, now })
    await store.feeds.recordPoll(feed, result, now)
    if (result.problem)
      doors.log.warn('feed-problem', { feed: feed.url, reason: result.problem, failures: result.failures })
    done += 1
    progress.step('Reading feeds', done, due.length)
  })
  return due.length
}

async function decide(
  feed: Feed,
  fetched: Fetched,
  { doors, now }: { doors: Doors; now: string },
): Promise<PollResult> {
  const failures = feed.failures + 1
  const failed: PollResult = {
    outlet: null,
    validators: feed.validators,
    failures,
    problem: null,
    nextPollAt: nextPoll(now, { failures, retryAfterMs: null }),
    ended: false,
    fresh: [],
    baseline: [],
  }
  switch (fetched.kind) {
    case 'unchanged':
      return { ...failed, failures: 0, nextPollAt: nextPoll(now, { failures: 0, retryAfterMs: null }) }
    case 'gone':
      return { ...failed, problem: 'the outlet has ended this feed (410)', ended: true }
    case 'refused':
      return { ...failed, problem: fetched.reason }
    case 'failed':
      return {
        ...failed,
        problem: fetched.reason,
        nextPollAt: nextPoll(now, { failures, retryAfterMs: fetched.retryAfterMs }),
      }
    case 'page': {
      const read = await doors.reader.readFeed(fetched.body, fetched.contentType)
      if (read.kind === 'unreadable') return { ...failed, validators: noValidators, problem: read.reason }
      const known = feed.firstReadAt === null ? null : await doors.store.feeds.knownEntries(feed.id)
      return {
        ...failed,
        outlet: read.feed.title || null,
        validators: fetched.validators,
        failures: 0,
        nextPollAt: nextPoll(now, { failures: 0, retryAfterMs: null }),
        ...sightEntries(read.feed.entries, known, now),
      }
    }
  }
}
