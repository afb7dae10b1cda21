import type { Feed, Validators } from '../domain/feed.ts'
import type { Fetched } from '../domain/fetched.ts'
import { shiftInstant } from '../domain/instant.ts'
import { isDead, nextPoll, nextTry, rhythmOf, slowDown, usualMinutes, withHub } from '../feed/due.ts'
import { sightEntries } from '../feed/news.ts'
import type { ReadFeed } from '../ports.ts'
import { fingerprint } from '../store/identity.ts'
import type { PollResult, QuietPoll } from '../store/polls.ts'
import type { Doors } from './doors.ts'
import { byHost, inParallel } from './in-parallel.ts'
import { tellFollowers } from './tell-followers.ts'

/** Feeds taken at once, of one host, and hosts asked at once. */
const batchSize = 600
const perHost = 20
const width = 200
/** How long one round goes on taking feeds, in milliseconds. */
const roundMs = 45_000
/** A permanent redirect is believed when so many polls in a row have met the same. */
const timesToMove = 3

/** Polls every feed that is due and files its new entries. Returns how many feeds were polled. */
export async function pollFeeds(doors: Doors): Promise<number> {
  const { store, clock, progress } = doors
  const begin = Date.parse(clock.now())
  let done = 0
  let taken = 0
  for (;;) {
    const until = shiftInstant(clock.now(), usualMinutes * 60_000)
    const due = await store.polls.claim(clock.now(), { limit: batchSize, perHost, until })
    taken += due.length
    const quiet: QuietPoll[] = []
    await inParallel(byHost(due), width, async (feeds) => {
      for (const feed of feeds) {
        const polled = await pollFeed(feed, doors)
        if (polled) quiet.push(polled)
        done += 1
        progress.step('Reading feeds', done, taken)
      }
    })
    await store.polls.recordQuiet(quiet)
    if (due.length === 0 || Date.parse(clock.now()) - begin > roundMs) return done
  }
}

/** Polls one feed and records what came of it; where nothing did, that is left to be recorded with others. */
async function pollFeed(feed: Feed, doors: Doors): Promise<QuietPoll | undefined> {
  const { store, clock, log } = doors
  const fetched = await doors.fetcher.get(feed.url, { validators: feed.validators })
  const now = clock.now()
  const bodyKey = fetched.kind === 'page' ? fingerprint(fetched.body) : null
  const isSame = fetched.kind === 'unchanged' || (fetched.kind === 'page' && bodyKey === feed.bodyKey)
  if (isSame && isWell(feed) && fetched.movedTo === null) return quietPoll(feed, fetched, now)
  const result = isSame
    ? { ...well(feed, fetched, now), ...slower(feed, fetched, now) }
    : await decide(feed, fetched, { doors, now, bodyKey })
  await store.polls.record(feed, result, now)
  if (result.problem) log.warn('feed-problem', { feed: feed.url, reason: result.problem, failures: result.failures })
  if (result.note && result.note !== feed.note) log.warn('feed-held', { feed: feed.url, reason: result.note })
  if (result.move && result.move.times >= timesToMove) {
    log.info('feed-moved', { feed: feed.url, to: result.move.to })
    await store.polls.relocate(feed.id, result.move.to)
  }
  await tellFollowers(feed, result, doors)
  return undefined
}

/** Whether there is nothing to remember of a feed but when it is polled next. */
function isWell({ failures, move, told }: Feed): boolean {
  return failures === 0 && move === null && told === null
}

type Same = Extract<Fetched, { kind: 'unchanged' | 'page' }>

/** A poll that found what was there before, of a feed with which all is well. */
function quietPoll(feed: Feed, same: Same, now: string): QuietPoll {
  const { intervalMinutes, validators } = slower(feed, same, now)
  const wishes = { freshForMs: same.freshForMs, pace: feed.pace }
  return {
    feed: feed.id,
    intervalMinutes,
    validators,
    nextPollAt: nextPoll(now, { id: feed.id, intervalMinutes }, wishes),
  }
}

/** What a feed that has nothing new is asked with, and how often. */
function slower(feed: Feed, same: Same, now: string) {
  return {
    intervalMinutes: withHub(slowDown(feed.intervalMinutes), feed.hub, now),
    validators: same.kind === 'page' ? same.validators : renewed(feed.validators, same.validators),
  }
}

/** A server that says that nothing changed may give its validators anew: RFC 9111, section 4.3.4. */
function renewed(before: Validators, given: Validators): Validators {
  return { etag: given.etag ?? before.etag, lastModified: given.lastModified ?? before.lastModified }
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
): Promise<PollResult> {
  const { doors, now, bodyKey } = polling
  switch (fetched.kind) {
    case 'gone':
      return { ...failed(feed, { reason: 'the outlet has ended this feed (410)' }, now), ended: true }
    case 'refused':
    case 'failed':
      return failed(feed, fetched, now)
    case 'page': {
      const read = await doors.reader.readFeed(fetched.body, fetched.contentType)
      // What was good before stays what we ask with: a page in its place is not the feed.
      if (read.kind === 'unreadable') return failed(feed, read, now)
      return { ...(await sighted(feed, read, { doors, now })), ...whereRead(feed, fetched, { read, now }), bodyKey }
    }
  }
}

type Page = Extract<Fetched, { kind: 'page' }>

/** What a document says of how and when it is to be read. */
function whereRead(
  feed: Feed,
  fetched: Page,
  { read, now }: { readonly read: Extract<ReadFeed, { kind: 'feed' }>; readonly now: string },
) {
  const { pace, title, entries, hub } = read.feed
  const intervalMinutes = withHub(rhythmOf(entries, now), feed.hub, now)
  return {
    outlet: title || null,
    validators: fetched.validators,
    intervalMinutes,
    pace,
    hub: hub && { url: hub.url, topic: hub.topic ?? feed.url },
    nextPollAt: nextPoll(now, { id: feed.id, intervalMinutes }, { freshForMs: fetched.freshForMs, pace }),
    move: moveOf(feed, fetched.movedTo),
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

/** A poll that went well and found nothing. */
function well(
  feed: Feed,
  { freshForMs, movedTo }: { readonly freshForMs: number | null; readonly movedTo: string | null },
  now: string,
): PollResult {
  return {
    outlet: null,
    validators: feed.validators,
    failures: 0,
    failingSince: null,
    problem: null,
    note: feed.note,
    nextPollAt: nextPoll(now, feed, { freshForMs, pace: feed.pace }),
    intervalMinutes: feed.intervalMinutes,
    bodyKey: feed.bodyKey,
    move: moveOf(feed, movedTo),
    pace: feed.pace,
    hub: feed.hub,
    ended: false,
    fresh: [],
    baseline: [],
    known: [],
  }
}

function failed(
  feed: Feed,
  {
    reason,
    status = null,
    retryAfterMs = null,
  }: { readonly reason: string; readonly status?: number | null; readonly retryAfterMs?: number | null },
  now: string,
): PollResult {
  const failures = feed.failures + 1
  const failingSince = feed.failingSince ?? now
  return {
    ...well(feed, { freshForMs: null, movedTo: null }, now),
    failures,
    failingSince,
    problem: reason,
    nextPollAt: nextTry(now, { id: feed.id, failures }, { status, retryAfterMs }),
    ended: isDead(failingSince, now),
  }
}

/** Counts polls in a row that were sent to the same other address for good. */
function moveOf({ move, url }: Feed, movedTo: string | null): Feed['move'] {
  if (movedTo === null || movedTo === url) return null
  return { to: movedTo, times: move?.to === movedTo ? move.times + 1 : 1 }
}
