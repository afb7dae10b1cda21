import { byHost, inParallel } from '../concurrency.ts'
import { hostOf } from '../domain/address.ts'
import type { Feed, FeedId } from '../domain/feed.ts'
import type { Fetched } from '../domain/fetched.ts'
import { shiftInstant } from '../domain/instant.ts'
import type { ReadFeed } from '../domain/reading.ts'
import { reasonOf } from '../domain/reason.ts'
import { usualMinutes } from '../feed/due.ts'
import { sightEntries } from '../feed/news.ts'
import type { Clock } from '../ports.ts'
import { tellFollowers } from '../publishing/notify-feed-followers.ts'
import type { Doors } from '../services.ts'
import { isOfWhatIsGone } from '../store/gone.ts'
import { fingerprint } from '../store/identity.ts'
import type { PollResult, PollStore, QuietPoll } from '../store/polls.ts'
import { failed, isWell, quietPoll, slower, well, whereRead } from './poll-outcome.ts'

/** Feeds taken at once, of one host, and hosts asked at once. */
const batchSize = 600
const perHost = 40
const width = 200
/** How long one round goes on taking feeds, and asking one host, in milliseconds. */
const roundMs = 45_000
const hostMs = 40_000
/** When feeds that a host kept from being asked are taken up again, in milliseconds. */
const againMs = 60_000
/** Polls that found nothing new are recorded so many at once, or after so many milliseconds. */
const quietAtOnce = 100
const quietMs = 2_000
/** A permanent redirect is believed when so many polls in a row have met the same. */
const timesToMove = 3

/** Polls every feed that is due and files its new entries. Returns how many feeds were polled. */
export async function pollFeeds(doors: Doors): Promise<number> {
  const { store, clock, progress, ending } = doors
  const begin = Date.parse(clock.now())
  const quiet = new QuietPolls(store.polls, clock)
  const crowded = new Set<string>()
  let done = 0
  let taken = 0
  for (;;) {
    const until = shiftInstant(clock.now(), usualMinutes * 60_000)
    const due = await store.polls.claim(clock.now(), { limit: batchSize, perHost, until, beside: [...crowded] })
    taken += due.length
    const left: FeedId[] = []
    const hosts = byHost(due)
    for (const feeds of hosts) if (feeds.length >= perHost && feeds[0]) crowded.add(hostOf(feeds[0].url))
    await inParallel(hosts, width, async (feeds) => {
      const end = performance.now() + hostMs
      for (const feed of feeds) {
        if (ending.aborted || performance.now() > end) {
          left.push(feed.id)
          continue
        }
        const polled = await pollSafely(feed, doors)
        if (polled === 'ended') left.push(feed.id)
        else if (polled) await quiet.add(polled)
        done += 1
        progress.step('Reading feeds', done, taken)
      }
    })
    await quiet.flush()
    await store.polls.putBack(left, shiftInstant(clock.now(), ending.aborted ? 0 : againMs))
    if (due.length === 0 || ending.aborted || Date.parse(clock.now()) - begin > roundMs) return done
  }
}

/** Polls that found nothing new, recorded together, and not long after they were made. */
class QuietPolls {
  readonly #polls: PollStore
  readonly #clock: Clock
  readonly #waiting: QuietPoll[] = []
  #flushedAt = performance.now()

  constructor(polls: PollStore, clock: Clock) {
    this.#polls = polls
    this.#clock = clock
  }

  async add(poll: QuietPoll): Promise<void> {
    this.#waiting.push(poll)
    if (this.#waiting.length >= quietAtOnce || performance.now() - this.#flushedAt > quietMs) await this.flush()
  }

  async flush(): Promise<void> {
    this.#flushedAt = performance.now()
    await this.#polls.recordQuiet(this.#waiting.splice(0), this.#clock.now())
  }
}

/** What cannot be kept of one feed fails that one alone. */
async function pollSafely(feed: Feed, doors: Doors): Promise<QuietPoll | 'ended' | undefined> {
  try {
    return await pollFeed(feed, doors)
  } catch (error) {
    if (isOfWhatIsGone(error)) return undefined
    doors.log.error('feed-broke', { feed: feed.url, reason: reasonOf(error) })
    const now = doors.clock.now()
    const problem = failed(feed, { reason: 'what it says could not be kept' }, now)
    await doors.store.polls
      .record(feed, problem, now)
      .catch((again: unknown) => doors.log.error('feed-broke', { feed: feed.url, reason: reasonOf(again) }))
    return undefined
  }
}

/** Polls one feed and records what came of it; where nothing did, that is left to be recorded with others. */
async function pollFeed(feed: Feed, doors: Doors): Promise<QuietPoll | 'ended' | undefined> {
  const { store, clock, log, ending } = doors
  const fetched = await doors.fetcher.get(feed.url, { validators: feed.validators, signal: ending })
  if (ending.aborted) return 'ended'
  const now = clock.now()
  const bodyKey = fetched.kind === 'page' ? fingerprint(fetched.body) : null
  const isSame = fetched.kind === 'unchanged' || (fetched.kind === 'page' && bodyKey === feed.bodyKey)
  if (isSame && isWell(feed) && fetched.movedTo === null) return quietPoll(feed, fetched, now)
  const result = isSame
    ? { ...well(feed, fetched, now), ...slower(feed, fetched, now) }
    : await decide(feed, fetched, { doors, now, bodyKey })
  if (result === 'ended') return result
  await store.polls.record(feed, result, now)
  await followUp(feed, result, doors).catch((error: unknown) =>
    log.error('feed-not-followed-up', { feed: feed.url, reason: reasonOf(error) }),
  )
  return undefined
}

/** What a poll that was recorded brings with it. */
async function followUp(feed: Feed, result: PollResult, doors: Doors): Promise<void> {
  const { store, log } = doors
  if (result.problem) log.warn('feed-problem', { feed: feed.url, reason: result.problem, failures: result.failures })
  if (result.note && result.note !== feed.note) log.warn('feed-held', { feed: feed.url, reason: result.note })
  if (result.move && result.move.times >= timesToMove) {
    log.info('feed-moved', { feed: feed.url, to: result.move.to })
    await store.polls.relocate(feed.id, result.move.to)
  }
  await tellFollowers(feed, result, doors)
}

interface Polling {
  readonly doors: Doors
  readonly now: string
  /** Of the page that came; null where none did. */
  readonly bodyKey: string | null
}

/** What comes of a poll that did not find what was there before. */
async function decide(
  feed: Feed,
  fetched: Exclude<Fetched, { kind: 'unchanged' }>,
  polling: Polling,
): Promise<PollResult | 'ended'> {
  const { doors, now, bodyKey } = polling
  switch (fetched.kind) {
    case 'gone':
      return { ...failed(feed, { reason: 'the outlet has ended this feed (410)' }, now), ended: true }
    case 'refused':
    case 'failed':
      return failed(feed, fetched, now)
    case 'page': {
      const read = await doors.reader.readFeed(fetched.body, fetched.contentType)
      if (doors.ending.aborted) return 'ended'
      // What was good before stays what we ask with: a page in its place is not the feed.
      if (read.kind === 'unreadable') return failed(feed, read, now)
      return {
        ...(await sighted(feed, read, { doors, now })),
        ...whereRead(feed, fetched, { read, now }),
        bodyKey: read.feed.isCut ? feed.bodyKey : bodyKey,
      }
    }
  }
}

async function sighted(
  feed: Feed,
  read: Extract<ReadFeed, { kind: 'feed' }>,
  { doors, now }: Pick<Polling, 'doors' | 'now'>,
): Promise<PollResult> {
  const seen = feed.firstReadAt === null ? null : await doors.store.polls.seenEntries(feed.id)
  const { held, ...entries } = sightEntries(read.feed.entries, seen, now)
  const note = held ?? (entries.fresh.length > 0 ? null : feed.note)
  return { ...well(feed, { freshForMs: null, movedTo: null }, now), ...entries, note }
}
