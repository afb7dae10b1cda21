import { describe, expect, it } from 'vitest'
import { type DraftPart, samePart } from '../../src/domain/brief.ts'

describe('a part of a draft', () => {
  it('is the same whatever order its fields have, as a database may change that', () => {
    const stored = JSON.parse('{"id": "1.2", "kind": "claim"}') as DraftPart
    expect(samePart({ kind: 'claim', id: '1.2' }, stored)).toBe(true)
    expect(samePart({ kind: 'headline' }, { kind: 'headline' })).toBe(true)
  })

  it.each<[DraftPart, DraftPart]>([
    [
      { kind: 'claim', id: '1' },
      { kind: 'standing', id: '1' },
    ],
    [
      { kind: 'sentence', index: 1 },
      { kind: 'sentence', index: 11 },
    ],
    [
      { kind: 'sentence', index: 0 },
      { kind: 'detail', index: 0 },
    ],
  ])('is not another one: %o, %o', (one, other) => {
    expect(samePart(one, other)).toBe(false)
  })
})
