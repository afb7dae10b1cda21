import { describe, expect, it } from 'vitest'
import { articleId } from '../../src/domain/article.ts'
import { storyId } from '../../src/domain/story.ts'
import { isCopy, sketchOf } from '../../src/story/copies.ts'
import { groupTellings } from '../../src/story/group-tellings.ts'
import { StoryIndex } from '../../src/story/story-index.ts'
import { lookAlikes, sameEvents } from '../fixtures/tellings.ts'

describe('stories', () => {
  it('keep apart what only looks alike, each pair alone and all of them together', () => {
    for (const pair of lookAlikes) expect(new Set(groupTellings(pair)).size, pair[0]?.title).toBe(pair.length)
    const all = lookAlikes.flat()
    expect(new Set(groupTellings(all)).size).toBe(all.length)
  })

  it('join what is told of one event, and full texts never hurt', () => {
    const events = sameEvents.map((tellings, event) => tellings.map((telling) => ({ telling, event })))
    const mixed = events
      .flat()
      .toSorted((one, other) => (one.telling.date ?? '').localeCompare(other.telling.date ?? ''))
    const score = (cut: (lead: string) => string) =>
      correct(
        groupTellings(mixed.map(({ telling }) => ({ ...telling, lead: cut(telling.lead) }))),
        mixed.map(({ event }) => event),
      )
    const short = score((lead) => lead.split('\n\n')[0] ?? '')
    const full = score((lead) => lead)
    expect(full).toBeGreaterThanOrEqual(short)
    expect(full).toBe(1)
  })

  it('are made one when an article belongs to both', () => {
    const [dam = [], ...others] = sameEvents
    const [first, second, third] = dam
    if (!first || !second || !third) throw new Error('three are needed')
    const index = new StoryIndex()
    for (const telling of [...dam, ...others.flat()]) index.learn(telling)
    index.hold(articleId('a'), first, storyId('one'))
    index.hold(articleId('b'), second, storyId('two'))
    const { story, same } = index.place(third, storyId('own'))
    expect(new Set([story, same])).toEqual(new Set(['one', 'two']))
    index.merge({ from: storyId('two'), into: storyId('one') })
    expect([index.storyOf(articleId('a')), index.storyOf(articleId('b'))]).toEqual(['one', 'one'])
    expect(index.place(second, storyId('own')).story).toBe('one')
  })

  it('are not joined by a round-up, which tells of many', () => {
    const [dam = []] = sameEvents
    const [first, second] = dam
    if (!first || !second) throw new Error('two are needed')
    const index = new StoryIndex()
    for (const telling of dam) index.learn(telling)
    index.hold(articleId('a'), { ...first, kind: 'roundup' }, storyId('one'))
    expect(index.place(second, storyId('own')).story).toBe('own')
    index.hold(articleId('b'), second, storyId('two'))
    expect(index.place({ ...first, kind: 'roundup' }, storyId('own')).story).toBe('own')
    expect(index.place(first, storyId('own')).story).toBe('two')
  })

  it('say why an article is in one: what it is most like, by which words, and what was next', () => {
    const [dam = [], ferry = []] = sameEvents
    const [first, second] = dam
    const [other] = ferry
    if (!first || !second || !other) throw new Error('three are needed')
    const index = new StoryIndex()
    for (const telling of [...dam, ...ferry]) index.learn(telling)
    index.hold(articleId('a'), first, storyId('one'))
    index.hold(articleId('c'), other, storyId('three'))
    const { joining } = index.place(second, storyId('own'))
    expect(joining).toMatchObject({ how: 'joined', nearest: 'a', needed: 0.145 })
    expect(joining.likeness).toBeGreaterThan(joining.needed)
    expect(joining.shared).toContain('gate')
    expect(index.place(other, storyId('own')).joining.nearest).toBe('c')
    index.forget(articleId('c'))
    expect(index.place(other, storyId('own')).joining.how).toBe('began')
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
