import { describe, expect, test } from 'vitest'
import type { ClaimLine } from '../../src/chat/document.ts'
import { countLines, howSaid } from '../../src/chat/story-lines.ts'

function lineOf(speaker: string, form?: 'goes-on'): ClaimLine {
  return {
    id: '1',
    speaker,
    act: 'said',
    manner: [],
    words: 'the bridge is safe',
    evidence: null,
    responses: [],
    ...(form ? { form } : {}),
  }
}

describe('what stands between a speaker and the words', () => {
  test.each([
    ['The mayor', ' '],
    ['Petra Lindqvist, mayor of Lower Weir', ', '],
    ['Two officials (not named because they fear reprisals, they said)', ' '],
  ])('%s', (speaker, link) => {
    expect(howSaid(lineOf(speaker, 'goes-on')).link).toBe(link)
    expect(howSaid(lineOf(speaker)).link).toBe(link)
  })
})

describe('the lines of a story', () => {
  test('are counted with answers, and answers to those', () => {
    const answered = { ...lineOf('A'), responses: [{ ...lineOf('B'), responses: [lineOf('C')] }] }
    expect(countLines({ claims: [answered, lineOf('D')], moreClaims: 3 })).toBe(7)
  })
})
