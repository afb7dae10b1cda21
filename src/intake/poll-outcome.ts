import type { Feed, Validators } from '../domain/feed.ts'
import type { Fetched } from '../domain/fetched.ts'
import type { ReadFeed } from '../domain/reading.ts'
import { isDead, nextPoll, nextTry, rhythmOf, slowDown, withHub } from '../feed/due.ts'
import type { PollResult, QuietPoll } from '../store/intake/polls.ts'

/** The results of polls, to be recorded. */

/** Returns true if the only thing to record about a feed is its next poll. */
export function isWell({ failures, move, notified }: Feed): boolean {
  return failures === 0 && move === null && notified === null
}

type Same = Extract<Fetched, { kind: 'unchanged' | 'page' }>

/** The result of a poll that found nothing new, for a feed with which all is well. */
export function quietPoll(feed: Feed, same: Same, now: string): QuietPoll {
  const { intervalMinutes, validators } = slower(feed, same, now)
  const wishes = { freshForMs: same.freshForMs, pace: feed.pace }
  return {
    feed: feed.id,
    intervalMinutes,
    validators,
    nextPollAt: nextPoll(now, { id: feed.id, intervalMinutes }, wishes),
  }
}

/** The next interval and validators of a feed that has nothing new. */
export function slower(feed: Feed, same: Same, now: string) {
  return {
    intervalMinutes: withHub(slowDown(feed.intervalMinutes), feed.hub, now),
    validators: same.kind === 'page' ? same.validators : renewed(feed.validators, same.validators),
  }
}

/** A server that answers that nothing has changed may send new validators: RFC 9111, section 4.3.4. */
function renewed(before: Validators, given: Validators): Validators {
  return { etag: given.etag ?? before.etag, lastModified: given.lastModified ?? before.lastModified }
}

type Page = Extract<Fetched, { kind: 'page' }>

/** A feed document's own information on how and when to read it. */
export function whereRead(
  feed: Feed,
  fetched: Page,
  { read, now }: { readonly read: Extract<ReadFeed, { kind: 'feed' }>; readonly now: string },
) {
  const { pace, title, entries, hub } = read.feed
  const intervalMinutes = withHub(rhythmOf(entries, now), feed.hub, now)
  return {
    outlet: title || null,
    // If the server then said that nothing has changed, the part that was cut off would never be read.
    validators: read.feed.isCut ? feed.validators : fetched.validators,
    intervalMinutes,
    pace,
    hub: hub && { url: hub.url, topic: hub.topic ?? feed.url },
    nextPollAt: nextPoll(now, { id: feed.id, intervalMinutes }, { freshForMs: fetched.freshForMs, pace }),
    move: moveOf(feed, fetched.movedTo),
  }
}

/** The result of a poll that went well and found nothing new. */
export function well(
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

export function failed(
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
    nextPollAt: nextTry(now, { ...feed, failures }, { status, retryAfterMs }),
    ended: isDead(failingSince, now),
  }
}

/** Counts polls in a row that were permanently redirected to the same address. */
function moveOf({ move, url }: Feed, movedTo: string | null): Feed['move'] {
  if (movedTo === null || movedTo === url) return null
  return { to: movedTo, times: move?.to === movedTo ? move.times + 1 : 1 }
}
