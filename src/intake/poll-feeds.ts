import { byHost, inParallel } from '../concurrency.ts'
import { hostOf } from '../domain/address.ts'
import type { Feed, FeedId } from '../domain/feed.ts'
import type { Fetched } from '../domain/fetched.ts'
import { shiftInstant } from '../domain/instant.ts'
import type { ReadFeed } from '../domain/reading.ts'
import { reasonOf } from '../domain/reason.ts'
import { usualMinutes } from '../feed/due.ts'
import { lostNote } from '../feed/lost-entries.ts'
import { sightEntries } from '../feed/news.ts'
import type { Clock } from '../ports.ts'
import { notifyFeedFollowers } from '../publishing/notify-feed-followers.ts'
import type { Services } from '../services.ts'
import { isOfWhatIsGone } from '../store/intake/gone.ts'
import type { PollResult, PollStore, QuietPoll } from '../store/intake/polls.ts'
import { fingerprint } from '../store/schema/identity.ts'
import { failed, isWell, quietPoll, slower, well, whereRead } from './poll-outcome.ts'

/** The most feeds taken at once, and of one host, and the most hosts asked at once. */
const batchSize = 600
const perHost = 40
const width = 200
/** How long one round keeps taking feeds, and how long it asks one host, in milliseconds. */
const roundMs = 45_000
const hostMs = 40_000
/** How long until feeds that were not reached because of their host are due again, in milliseconds. */
const againMs = 60_000
/** Polls that found nothing new are recorded in batches of this size, or after this many milliseconds. */
const quietAtOnce = 100
const quietMs = 2_000
/** The number of polls in a row that must meet the same permanent redirect before it is followed. */
const timesToMove = 3

/** Polls every feed that is due and files its new entries. Returns the number of feeds polled. */
export async function pollFeeds(services: Services): Promise<number> {
  const { store, clock, progress, shutdown } = services
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
        if (shutdown.aborted || performance.now() > end) {
          left.push(feed.id)
          continue
        }
        const polled = await pollSafely(feed, services)
        if (polled === 'ended') left.push(feed.id)
        else if (polled) await quiet.add(polled)
        done += 1
        progress.step('Reading feeds', done, taken)
      }
    })
    await quiet.flush()
    await store.polls.putBack(left, shiftInstant(clock.now(), shutdown.aborted ? 0 : againMs))
    if (due.length === 0 || shutdown.aborted || Date.parse(clock.now()) - begin > roundMs) return done
  }
}

/** Collects polls that found nothing new, to record them together soon afterwards. */
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

/** Polls one feed; if its result cannot be stored, only that feed fails. */
async function pollSafely(feed: Feed, services: Services): Promise<QuietPoll | 'ended' | undefined> {
  try {
    return await pollFeed(feed, services)
  } catch (error) {
    if (isOfWhatIsGone(error)) return undefined
    services.log.error('feed-broke', { feed: feed.url, reason: reasonOf(error) })
    const now = services.clock.now()
    const problem = failed(feed, { reason: 'its contents couldn’t be saved' }, now)
    await services.store.polls
      .record(feed, problem, now)
      .catch((again: unknown) => services.log.error('feed-broke', { feed: feed.url, reason: reasonOf(again) }))
    return undefined
  }
}

/** Polls one feed and records the result; if nothing has changed, returns it, to be recorded with others. */
async function pollFeed(feed: Feed, services: Services): Promise<QuietPoll | 'ended' | undefined> {
  const { store, clock, log, shutdown } = services
  const fetched = await services.fetcher.get(feed.url, { validators: feed.validators, signal: shutdown })
  if (shutdown.aborted) return 'ended'
  const now = clock.now()
  const bodyKey = fetched.kind === 'page' ? fingerprint(fetched.body) : null
  const isSame = fetched.kind === 'unchanged' || (fetched.kind === 'page' && bodyKey === feed.bodyKey)
  if (isSame && isWell(feed) && fetched.movedTo === null) return quietPoll(feed, fetched, now)
  const result = isSame
    ? { ...well(feed, fetched, now), ...slower(feed, fetched, now) }
    : await decide(feed, fetched, { services, now, bodyKey })
  if (result === 'ended') return result
  await store.polls.record(feed, result, now)
  await followUp(feed, result, services).catch((error: unknown) =>
    log.error('feed-not-followed-up', { feed: feed.url, reason: reasonOf(error) }),
  )
  return undefined
}

/** Acts on a poll that was recorded: logs its problems, moves the feed and notifies followers. */
async function followUp(feed: Feed, result: PollResult, services: Services): Promise<void> {
  const { store, log } = services
  if (result.problem) log.warn('feed-problem', { feed: feed.url, reason: result.problem, failures: result.failures })
  if (result.note && result.note !== feed.note) log.warn('feed-held', { feed: feed.url, reason: result.note })
  if (result.move && result.move.times >= timesToMove) {
    log.info('feed-moved', { feed: feed.url, to: result.move.to })
    await store.polls.relocate(feed.id, result.move.to)
  }
  await notifyFeedFollowers(feed, result, services)
}

interface Polling {
  readonly services: Services
  readonly now: string
  /** The fingerprint of the page; null if none came. */
  readonly bodyKey: string | null
}

/** The result of a poll whose response is not the same as before. */
async function decide(
  feed: Feed,
  fetched: Exclude<Fetched, { kind: 'unchanged' }>,
  polling: Polling,
): Promise<PollResult | 'ended'> {
  const { services, now, bodyKey } = polling
  switch (fetched.kind) {
    case 'gone':
      return { ...failed(feed, { reason: 'the outlet has discontinued this feed' }, now), ended: true }
    case 'refused':
    case 'failed':
      return failed(feed, fetched, now)
    case 'page': {
      const read = await services.reader.readFeed(fetched.body, fetched.contentType, fetched.url)
      if (services.shutdown.aborted) return 'ended'
      // The last good validators are kept: an unreadable page in its place is not the feed.
      if (read.kind === 'unreadable') return failed(feed, read, now)
      return {
        ...(await sighted(feed, read, { services, now })),
        ...whereRead(feed, fetched, { read, now }),
        bodyKey: read.feed.isCut ? feed.bodyKey : bodyKey,
      }
    }
  }
}

async function sighted(
  feed: Feed,
  read: Extract<ReadFeed, { kind: 'feed' }>,
  { services, now }: Pick<Polling, 'services' | 'now'>,
): Promise<PollResult> {
  const seen = feed.firstReadAt === null ? null : await services.store.polls.seenEntries(feed.id)
  const announced = read.feed.entries.map((entry) => services.licences.freed(entry))
  const { held, ...entries } = sightEntries(announced, seen, now)
  const odd = [held, lostNote(read.feed.entries)].filter((each) => each !== null)
  const note = odd.length > 0 ? odd.join('; ') : entries.fresh.length > 0 ? null : feed.note
  return { ...well(feed, { freshForMs: null, movedTo: null }, now), ...entries, note }
}
