import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { articleId } from '../../src/domain/article.ts'
import { shiftInstant } from '../../src/domain/instant.ts'
import type { StoryFeatures } from '../../src/domain/story.ts'
import { workspaceId } from '../../src/domain/subscription.ts'
import { assignStories } from '../../src/intake/assign-stories.ts'
import { StoryMemory } from '../../src/intake/story-memory.ts'
import { newStoryId } from '../../src/store/stories/joins.ts'
import { clusterArticles } from '../../src/story/cluster-articles.ts'
import { article } from '../fakes/articles.ts'
import { began, entry, poll } from '../fakes/feeds.ts'
import { type OpenedNewsroom, openTestNewsroom } from '../fakes/newsroom.ts'
import { shuffled } from '../fixtures/shuffled.ts'
import { apart, sameEvents } from '../fixtures/story-features.ts'

const day = 24 * 3_600_000
const postedStories = [...sameEvents.flat(), ...apart.flat().slice(0, 4)]

/** Each shuffle is some days after the one before, so that none has articles of another in sight. */
describe('articles that come in rounds', () => {
  let newsroom: OpenedNewsroom

  beforeAll(async () => {
    newsroom = await openTestNewsroom({})
    await newsroom.services.store.workspaces.ensure({ id: workspaceId('T1'), kind: 'slack', name: 'Town' })
  })
  afterAll(async () => await newsroom.close())

  it('are in the stories that they would be in had all come at once, in whatever order they come', async () => {
    const expected = partition(postedStories, clusterArticles(postedStories))
    for (let seed = 1; seed <= 8; seed++) expect(await joinInRounds(seed, 1 + (seed % 4)), `${seed}`).toEqual(expected)
  }, 60_000)

  it('are so even where the process began anew after each round', async () => {
    const expected = partition(postedStories, clusterArticles(postedStories))
    for (let seed = 9; seed <= 11; seed++)
      expect(await joinInRounds(seed, 3, { anew: true }), `${seed}`).toEqual(expected)
  }, 60_000)

  it('stay withdrawn when they leave a story that was taken back', async () => {
    const { store } = newsroom.services
    const now = '2027-06-01T12:00:00.000Z'
    const [features] = postedStories
    if (!features) throw new Error('one is needed')
    await bring([features], { seed: 100, later: 0, now })
    const id = idOf(features, 100)
    const [old, young] = [newStoryId(id), newStoryId(id, 2)]
    await store.joins.join({ article: id, story: old, joining: began, publisher: 'Town' }, now)
    await store.withdrawals.withdraw(old, workspaceId('T1'), now)
    await store.joins.join({ article: id, story: young, joining: { ...began, how: 'left' }, publisher: 'Town' }, now)
    expect(await store.withdrawals.from(workspaceId('T1'))).toContain(young)
  })

  it('take back no story that others tell, when they join it', async () => {
    const { store } = newsroom.services
    const now = '2027-07-01T12:00:00.000Z'
    const three = postedStories.slice(0, 3)
    await bring(three, { seed: 101, later: 0, now })
    const [leaves = '', stays = '', other = ''] = three.map((features) => idOf(features, 101))
    const [old, running] = [newStoryId(articleId(stays)), newStoryId(articleId(other))]
    for (const [member, story] of [
      [leaves, old],
      [stays, old],
      [other, running],
    ] as const)
      await store.joins.join({ article: articleId(member), story, joining: began, publisher: 'Town' }, now)
    await store.withdrawals.withdraw(old, workspaceId('T1'), now)
    const joining = { ...began, how: 'left' as const }
    await store.joins.join({ article: articleId(leaves), story: running, joining, publisher: 'Town' }, now)
    const withdrawn = await store.withdrawals.from(workspaceId('T1'))
    expect([withdrawn.has(old), withdrawn.has(running)]).toEqual([true, false])
  })

  async function joinInRounds(seed: number, size: number, { anew = false } = {}): Promise<string[][]> {
    const later = seed * 10 * day
    const now = shiftInstant('2026-11-24T23:00:00.000Z', later)
    let services = { ...newsroom.services, clock: { now: () => now }, stories: new StoryMemory() }
    const order = shuffled(postedStories, seed)
    for (let at = 0; at < order.length; at += size) {
      await bring(order.slice(at, at + size), { seed, later, now })
      if (anew) services = { ...services, stories: new StoryMemory() }
      await assignStories(services)
    }
    const joined = await services.store.joins.joinedSince(shiftInstant(now, -day))
    const storyOf = new Map(joined.map(({ id, story }) => [id, story]))
    return partition(
      postedStories,
      postedStories.map((features) => storyOf.get(idOf(features, seed)) ?? null),
    )
  }

  interface Moment {
    readonly seed: number
    readonly later: number
    readonly now: string
  }

  async function bring(some: readonly StoryFeatures[], { seed, later, now }: Moment): Promise<void> {
    const { store } = newsroom.services
    const url = `http://town.example/${seed}/feed`
    await store.feeds.follow(workspaceId('T1'), { url, outlet: 'Town' }, now)
    const feed = (await store.feeds.list(workspaceId('T1'))).find((each) => each.url === url)
    if (!feed) throw new Error('the feed was not stored')
    for (const features of some) {
      const id = idOf(features, seed)
      const fresh = [entry(`http://${id}`, { guid: id, title: features.title, published: now })]
      await store.polls.record(feed, poll({ fresh }), now)
      const [unread] = await store.articles.claimUnread(now, { limit: 1, perFeed: 1, until: shiftInstant(now, day) })
      if (!unread) throw new Error('the entry was not stored')
      const published = shiftInstant(features.date ?? now, later)
      const read = { ...article(features.lead, { url: unread.url, published }), id, headline: features.title }
      await store.articles.save(unread, { article: read, sketch: [] }, now)
    }
  }
})

function idOf(features: StoryFeatures, seed: number) {
  return articleId(`town.example/${seed}/${postedStories.indexOf(features)}`)
}

/** Titles by story, in an order that depends on nothing else. */
function partition(some: readonly StoryFeatures[], groups: readonly unknown[]): string[][] {
  const stories = Map.groupBy(some, (_, at) => groups[at])
  return [...stories.values()]
    .map((story) => story.map(({ title }) => title).toSorted())
    .toSorted(([one = ''], [other = '']) => one.localeCompare(other))
}

describe('the stories that are held between rounds', () => {
  it('are sorted by one round at a time, whatever came of the one before', async () => {
    const memory = new StoryMemory()
    const steps: string[] = []
    const round = async (name: string) =>
      await memory.inTurn(async () => {
        steps.push(`${name} begins`)
        await new Promise((resolve) => setTimeout(resolve, 5))
        steps.push(`${name} ends`)
        if (name === 'first') throw new Error('the database is away')
      })
    const outcomes = await Promise.allSettled([round('first'), round('second')])
    expect(steps).toEqual(['first begins', 'first ends', 'second begins', 'second ends'])
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled'])
  })
})
