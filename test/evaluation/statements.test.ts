import { describe, expect, it } from 'vitest'
import { judgeStatements, readStatement, sumStatements } from '../../src/evaluation/statements.ts'
import { article, story } from '../fakes/articles.ts'

const told = story(
  article(
    'The ferry Ines ran aground on Monday. “Nobody steered,” said Ruth Abel, a passenger. The operator denied that.',
  ),
)
const lines = [
  { id: 'a', speaker: null, text: 'The ferry Ines ran aground on Monday.', from: [1], label: 1, what: '' },
  { id: 'b', speaker: 'Ruth Abel', text: 'said “nobody steered”.', from: [2], label: 1, what: '' },
  {
    id: 'c',
    speaker: null,
    text: 'The ferry Ines ran aground on Tuesday.',
    from: [1],
    label: 0,
    what: 'wrong day: Monday',
  },
  { id: 'd', speaker: 'The operator', text: 'admitted that.', from: [3], label: 0, what: 'verb upgraded' },
  { id: 'e', speaker: 'The operator', text: 'denied that.', from: [3], label: 0, what: 'marked wrongly: it is true' },
]

describe('sentences that somebody marked', () => {
  it('are held to their article, and summed up by what was done to them', () => {
    const judged = judgeStatements(lines.map(readStatement), told)
    expect(judged.map(({ id, isKept }) => [id, isKept])).toEqual([
      ['a', true],
      ['b', true],
      ['c', false],
      ['d', false],
      ['e', true],
    ])
    expect(sumStatements(judged)).toEqual({
      kept: { count: 2, of: 2 },
      posted: { count: 1, of: 3 },
      postedBy: [{ what: 'marked wrongly', count: 1 }],
      refusedBy: [],
    })
  })

  it('need a text, sentences and a label', () => {
    expect(() => readStatement({ id: 'a', text: 'x', from: [1] })).toThrow('needs text, from and label (a)')
  })
})
