import { describe, expect, it } from 'vitest'
import { type ArticleId, articleId } from '../../src/domain/article.ts'
import { type StoryFeatures, storyId } from '../../src/domain/story.ts'
import { clusterArticles } from '../../src/story/cluster-articles.ts'
import { type PlacedArticle, placeGroups } from '../../src/story/place-groups.ts'
import { StoryIndex } from '../../src/story/story-index.ts'
import { shuffled } from '../fixtures/shuffled.ts'
import { apart, lookAlikes, sameEvents } from '../fixtures/story-features.ts'

const shuffles = 50
const articles: readonly StoryFeatures[] = [...sameEvents.flat(), ...lookAlikes.flat(), ...apart.flat()]
const ids = new Map(articles.map((features, at) => [features, articleId(`a${at}`)]))

describe('the order in which articles come', () => {
  it('changes no story of those that are all there', () => {
    const expected = partition(articles.map(idOf), clusterArticles(articles))
    for (let seed = 1; seed <= shuffles; seed++) {
      const order = shuffled(articles, seed)
      expect(partition(order.map(idOf), clusterArticles(order)), `shuffle ${seed}`).toEqual(expected)
    }
  })

  it('changes no story of those that come a few at a time, and these are the same as if all had come at once', () => {
    const expected = partition(articles.map(idOf), clusterArticles(articles))
    for (let seed = 1; seed <= shuffles; seed++)
      expect(inRounds(shuffled(articles, seed), 1 + (seed % 5)), `shuffle ${seed}`).toEqual(expected)
  })

  it('does not matter where there are only three articles, of which each alone is like only one other', () => {
    const [dam = []] = sameEvents
    for (let seed = 1; seed <= shuffles; seed++) expect(new Set(clusterArticles(shuffled(dam, seed))).size).toBe(1)
  })

  it('matters as little for what else there is: other news changes no story', () => {
    const alone = sameEvents.map((event) => clusterArticles(event))
    const all = clusterArticles(articles)
    let at = 0
    for (const [event, groups] of alone.entries()) {
      const among = all.slice(at, at + groups.length)
      expect(new Set(among).size, `event ${event}`).toBe(new Set(groups).size)
      at += groups.length
    }
  })

  it('changes nothing when an article changes, leaves its story and comes back', () => {
    const [first, ...others] = articles
    if (!first) throw new Error('one is needed')
    const index = new StoryIndex()
    for (const features of articles) index.hold(idOf(features), features, null)
    settle(index)
    index.hold(
      idOf(first),
      { ...first, title: 'Choir sings in Marrow', lead: 'A choir of Marrow sang on the quay.' },
      null,
    )
    settle(index)
    const without = partition(others.map(idOf), clusterArticles(others))
    expect(storiesOf(index).filter((story) => !story.includes(idOf(first)))).toEqual(without)
    index.hold(idOf(first), first, null)
    settle(index)
    expect(storiesOf(index)).toEqual(partition(articles.map(idOf), clusterArticles(articles)))
  })
})

describe('a text that many outlets print', () => {
  it.each([199, 201, 400])('is one story with %i copies, as with few', (copies) => {
    const minute = 60_000
    const printed = Array.from({ length: copies }, (_, at) => ({
      title: 'Gate of the Kettle Gorge dam jams and water pours over',
      lead: 'Water poured over the Kettle Gorge dam for eleven hours after one of its gates jammed half open.',
      date: new Date(Date.UTC(2026, 10, 24) + at * minute).toISOString(),
      kind: 'report' as const,
    }))
    expect(new Set(clusterArticles(printed)).size).toBe(1)
  })
})

describe('a story that is cut or joined', () => {
  const placed = (id: string, story: string | null): PlacedArticle => ({
    id: articleId(id),
    story: story === null ? null : storyId(story),
  })
  const nameOf = (id: ArticleId) => storyId(`new-${id}`)

  it('goes on where most of its articles are, and what leaves it gets a name', () => {
    const groups = [[placed('a', 'one')], [placed('b', 'one'), placed('c', 'one'), placed('d', null)]]
    expect(placeGroups(groups, nameOf).map(({ story, merged }) => [story, merged])).toEqual([
      ['new-a', []],
      ['one', []],
    ])
  })

  it('takes in another of which all articles came to it, and no other', () => {
    const groups = [
      [placed('a', 'one'), placed('b', 'one'), placed('c', 'two'), placed('d', 'three')],
      [placed('e', 'three'), placed('f', null)],
    ]
    expect(placeGroups(groups, nameOf).map(({ story, merged }) => [story, merged])).toEqual([
      ['one', ['two']],
      ['three', []],
    ])
  })
})

function inRounds(order: readonly StoryFeatures[], size: number): ArticleId[][] {
  const index = new StoryIndex()
  for (let at = 0; at < order.length; at += size) {
    for (const features of order.slice(at, at + size)) index.hold(idOf(features), features, null)
    settle(index)
  }
  return storiesOf(index)
}

let names = 0

function settle(index: StoryIndex): void {
  const groups = [...index.sort()].map((group) => group.map((id) => ({ id, story: index.storyOf(id) ?? null })))
  for (const { story, members } of placeGroups(groups, () => storyId(`s${names++}`)))
    for (const { id } of members) index.move(id, story)
}

function storiesOf(index: StoryIndex): ArticleId[][] {
  return partition(
    articles.map(idOf),
    articles.map((features) => index.storyOf(idOf(features))),
  )
}

function partition(members: readonly ArticleId[], groups: readonly unknown[]): ArticleId[][] {
  const stories = Map.groupBy(members, (_, at) => groups[at])
  return [...stories.values()]
    .map((story) => story.toSorted())
    .toSorted(([one = ''], [other = '']) => one.localeCompare(other))
}

function idOf(features: StoryFeatures): ArticleId {
  return ids.get(features) ?? articleId('')
}
