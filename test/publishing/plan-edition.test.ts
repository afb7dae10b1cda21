import { describe, expect, it } from 'vitest'
import { articleId } from '../../src/domain/article.ts'
import { editionId } from '../../src/domain/digest.ts'
import { storyId } from '../../src/domain/story.ts'
import { type EditionCandidates, planEdition } from '../../src/publishing/plan-edition.ts'

const [dam, bridge, fire] = ['dam', 'bridge', 'fire'].map(storyId) as [
  ReturnType<typeof storyId>,
  ReturnType<typeof storyId>,
  ReturnType<typeof storyId>,
]
const lastPosted = { slot: '2026-11-24T08:00:00.000Z', edition: editionId('monday') }
const arrival = (at: string, story = dam) => ({ story, article: articleId(`at-${at}`), at })
const nothing: EditionCandidates = { recent: [], posted: new Map(), unwanted: new Set(), arrivals: [] }

describe('the plan of an edition', () => {
  it('has what the subscription has never posted, in the order in which it came', () => {
    expect(planEdition({ ...nothing, recent: [dam, bridge] })).toEqual([
      { kind: 'new', story: dam },
      { kind: 'new', story: bridge },
    ])
  })

  it('has a story again only with the articles that came after its last edition', () => {
    const posted = new Map([[dam, lastPosted]])
    const before = arrival('2026-11-24T07:59:59.000Z')
    const after = arrival('2026-11-24T09:00:00.000Z')
    expect(planEdition({ ...nothing, recent: [dam], posted, arrivals: [before] })).toEqual([])
    expect(planEdition({ ...nothing, recent: [dam], posted, arrivals: [before, after] })).toEqual([
      { kind: 'follow-up', story: dam, lastPosted, fresh: new Set([after.article]) },
    ])
    const elsewhere = arrival('2026-11-24T09:00:00.000Z', bridge)
    expect(planEdition({ ...nothing, recent: [dam], posted, arrivals: [elsewhere] })).toEqual([])
  })

  it('has nothing that was taken back, neither as new nor as a follow-up', () => {
    const posted = new Map([[dam, lastPosted]])
    const arrivals = [arrival('2026-11-24T09:00:00.000Z')]
    const unwanted = new Set<string>([dam, bridge])
    expect(planEdition({ recent: [dam, bridge, fire], posted, unwanted, arrivals })).toEqual([
      { kind: 'new', story: fire },
    ])
  })
})
