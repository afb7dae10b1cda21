import { type Entry, noPace, noValidators } from '../../src/domain/feed.ts'
import type { StoryAssignment } from '../../src/domain/story.ts'
import type { PollResult } from '../../src/store/intake/polls.ts'

/** An entry that is empty apart from its URL and the given fields. */
export function entry(url: string, more: Partial<Entry> = {}): Entry {
  return { guid: url, url, title: '', summary: '', published: null, updated: null, sections: [], ...more }
}

/** A successful poll that found nothing apart from the given fields. */
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

/** The assignment of an article that began a story. */
export const began: StoryAssignment = {
  how: 'began',
  nearest: null,
  likeness: 0,
  needed: 0.145,
  copyOf: null,
  shared: [],
  runnerUp: null,
}
