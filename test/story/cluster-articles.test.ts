import { describe, expect, it } from 'vitest'
import { articleId } from '../../src/domain/article.ts'
import { storyId } from '../../src/domain/story.ts'
import { clusterArticles } from '../../src/story/cluster-articles.ts'
import { isCopy, sketchOf } from '../../src/story/copies.ts'
import { StoryIndex } from '../../src/story/story-index.ts'
import { apart, differing, lookAlikes, sameEvents } from '../fixtures/story-features.ts'

describe('stories', () => {
  const [first, second] = sameEvents[0] ?? []
  if (!first || !second) throw new Error('two are needed')

  it('keep apart what only looks alike, each pair alone and all of them together', () => {
    for (const pair of lookAlikes) expect(new Set(clusterArticles(pair)).size, pair[0]?.title).toBe(pair.length)
    const all = lookAlikes.flat()
    expect(new Set(clusterArticles(all)).size).toBe(all.length)
  })

  it('are two where places, days or measures differ, each pair alone and all of them together', () => {
    for (const pair of apart) expect(new Set(clusterArticles(pair)).size, pair[0]?.title).toBe(pair.length)
    const groups = clusterArticles(apart.flat())
    for (let at = 0; at < groups.length; at += 2) expect(groups[at], apart.flat()[at]?.title).not.toBe(groups[at + 1])
  })

  it('are one where only what outlets count differs, or one rounds a figure', () => {
    for (const pair of differing) expect(new Set(clusterArticles(pair)).size, pair[0]?.title).toBe(1)
  })

  it('join what is told of one event, and full texts never hurt', () => {
    const events = sameEvents.map((articles, event) => articles.map((features) => ({ features, event })))
    const mixed = events
      .flat()
      .toSorted((one, other) => (one.features.date ?? '').localeCompare(other.features.date ?? ''))
    const score = (cut: (lead: string) => string) =>
      correct(
        clusterArticles(mixed.map(({ features }) => ({ ...features, lead: cut(features.lead) }))),
        mixed.map(({ event }) => event),
      )
    const short = score((lead) => lead.split('\n\n')[0] ?? '')
    const full = score((lead) => lead)
    expect(full).toBeGreaterThanOrEqual(short)
    expect(full).toBe(1)
  })

  it('are made one when an article belongs to both', () => {
    const [dam = []] = sameEvents
    const index = new StoryIndex()
    for (const [at, features] of dam.slice(0, 2).entries()) index.hold(articleId(`a${at}`), features, storyId(`s${at}`))
    expect([...index.sort()]).toEqual([])
    index.hold(articleId('a2'), dam[2] ?? first, null)
    expect([...index.sort()]).toEqual([['a0', 'a1', 'a2']])
    for (const at of [0, 1, 2]) index.move(articleId(`a${at}`), storyId('s0'))
    expect([index.membersOf(storyId('s0')).length, index.membersOf(storyId('s1')).length]).toEqual([3, 0])
  })

  it('are not joined by a round-up, which tells of many', () => {
    const index = new StoryIndex()
    index.hold(articleId('a'), { ...first, kind: 'roundup' }, null)
    index.hold(articleId('b'), second, null)
    index.hold(articleId('c'), first, null)
    expect(new Set([...index.sort()].map((story) => story.toSorted().join(' ')))).toEqual(new Set(['a', 'b c']))
  })

  it('say why an article is in one: what it is most like, by which words, and what was next', () => {
    const [, ferry = []] = sameEvents
    const [other = first] = ferry
    const index = new StoryIndex()
    index.hold(articleId('a'), first, storyId('one'))
    index.hold(articleId('c'), other, storyId('three'))
    index.hold(articleId('b'), second, storyId('one'))
    const joining = index.explain(articleId('b'), second)
    expect(joining).toMatchObject({ nearest: 'a', needed: 0.26 })
    expect(joining.likeness).toBeGreaterThan(joining.needed)
    expect(joining.shared).toContain('gate')
    expect(index.explain(articleId('c'), other)).toMatchObject({ nearest: null, likeness: 0 })
  })

  it('say what kept an article from a story that only looks like its own', () => {
    const [quakes = []] = apart
    const [one = first, two = second] = quakes
    const index = new StoryIndex()
    index.hold(articleId('a'), one, storyId('one'))
    index.hold(articleId('b'), two, storyId('two'))
    expect(index.explain(articleId('b'), two).runnerUp).toMatchObject({
      story: 'one',
      reason: 'they speak of another magnitude',
    })
  })
})

describe('a copy', () => {
  const text = sameEvents[0]?.map(({ lead }) => lead) ?? []
  const [own = '', other = ''] = text
  const agency = `${own} ${other} ${text[2] ?? ''}`

  it('is known when it was shortened, added to or set in other marks', () => {
    const sketch = sketchOf(agency)
    expect(isCopy(sketch, sketchOf(agency.slice(0, agency.length * 0.6)))).toBe(true)
    expect(isCopy(sketch, sketchOf(`Our correspondent reports. ${agency} The council meets on Friday.`))).toBe(true)
    expect(isCopy(sketch, sketchOf(agency.replaceAll('"', '“').toUpperCase()))).toBe(true)
  })

  it('is not what tells the same in words of its own, nor what is too short to tell', () => {
    expect(isCopy(sketchOf(`${own} ${own}`), sketchOf(`${other} ${other}`))).toBe(false)
    expect(isCopy(sketchOf('No comment.'), sketchOf('No comment.'))).toBe(false)
  })
})

/** The share of pairs that are together, or apart, as they should be. */
function correct(groups: readonly number[], events: readonly number[]): number {
  let right = 0
  let all = 0
  for (let one = 0; one < groups.length; one++)
    for (let other = one + 1; other < groups.length; other++) {
      all += 1
      if ((groups[one] === groups[other]) === (events[one] === events[other])) right += 1
    }
  return right / all
}
