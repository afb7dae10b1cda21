import { expect, it } from 'vitest'
import { compose } from '../../src/digest/compose.ts'
import type { Brief } from '../../src/domain/brief.ts'

const brief = (story: string, publishers: readonly string[], published: string) =>
  ({ story, articles: publishers.map((publisher) => ({ publisher, published })) }) as unknown as Brief
const rest = {
  name: 'Morning',
  at: '2026-11-24T08:00:00.000Z',
  zone: 'UTC',
  feeds: { total: 1, failing: [] },
  followUps: new Map([['old', { since: '', claims: new Set<string>(), sentences: new Set<string>() }]]),
} as unknown as Parameters<typeof compose>[1]
const lone = brief('lone', ['A'], '2026-11-24T07:00:00Z')
const newest = brief('newest', ['B'], '2026-11-24T07:30:00Z')
const old = brief('old', ['A', 'B', 'C'], '2026-11-24T05:00:00Z')
const ids = (leadPublishers: number, stories = 3) =>
  compose([lone, old, newest], { ...rest, stories, leadPublishers }).briefs.map(({ story }) => story)

it('puts new stories before follow-ups, and the newest first', () => {
  expect(ids(1)).toEqual(['newest', 'lone', 'old'])
})

it('lets a story with enough publishers lead, and leaves the others as they were', () => {
  expect(ids(3)).toEqual(['old', 'newest', 'lone'])
  expect(ids(3, 1)).toEqual(['old'])
})

it('leaves the order as it is if no story has enough', () => {
  expect(ids(4)).toEqual(['newest', 'lone', 'old'])
})
