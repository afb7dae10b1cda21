import { type Entry, noPace, noValidators } from '../../src/domain/feed.ts'
import type { StoryAssignment } from '../../src/domain/story.ts'
import type { PollResult } from '../../src/store/intake/polls.ts'

/** An entry of which nothing is said but what a case shows. */
export function entry(url: string, more: Partial<Entry> = {}): Entry {
  return { guid: url, url, title: '', summary: '', published: null, updated: null, sections: [], ...more }
}

/** A poll that went well and found nothing but what a case shows. */
export function poll(more: Partial<PollResult> = {}): PollResult {
  return {
    outlet: null,
    validators: noValidators,
    failures: 0,
    failingSince: null,
    problem: null,
    note: null,
    nextPollAt: '2100-01-01T00:00:00.000Z',
    intervalMinutes: 15,
    bodyKey: null,
    move: null,
    pace: noPace,
    hub: null,
    ended: false,
    fresh: [],
    baseline: [],
    known: [],
    ...more,
  }
}

/** How an article came to begin a story. */
export const began: StoryAssignment = {
  how: 'began',
  nearest: null,
  likeness: 0,
  needed: 0.145,
  copyOf: null,
  shared: [],
  runnerUp: null,
}
