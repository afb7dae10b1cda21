import { describe, expect, it } from 'vitest'
import { describePolicy, policyUsage, readPolicy } from '../../../src/chat/commands/policy-words.ts'
import { noPolicy } from '../../../src/domain/subscription.ts'

describe('a policy in words', () => {
  it.each([
    [policyUsage, { holdsUnnamed: true, leadPublishers: 2, quotationWords: 30 }],
    ['unnamed: show', { holdsUnnamed: false }],
    ['LEAD: 3 outlets', { leadPublishers: 3 }],
    ['quotes: any; lead: any', { quotationWords: null, leadPublishers: 1 }],
    ['off', noPolicy],
    ['', {}],
  ])('%s', (words, policy) => {
    expect(readPolicy(words)).toEqual(policy)
  })

  it.each(['unnamed: maybe', 'lead: 0', 'lead: 21', 'quotations: many', 'quotations: 5000', 'tone: calm', 'hold'])(
    'that is not clear: %s',
    (words) => {
      expect(readPolicy(words)).toEqual({ reason: expect.stringContaining(policyUsage) as string })
    },
  )

  it('is told in sentences', () => {
    expect(describePolicy(noPolicy)).toEqual([])
    expect(describePolicy({ holdsUnnamed: true, leadPublishers: 2, quotationWords: 30 })).toEqual([
      'A claim that rests on one person who is not named is left out.',
      'The first story has at least 2 independent publishers, if any story has.',
      'A statement that quotes more than 30 words at once is left out.',
    ])
  })
})
