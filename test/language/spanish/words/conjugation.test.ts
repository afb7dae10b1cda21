import { describe, expect, it } from 'vitest'
import { conjugate } from '../../../../src/language/romance/conjugation.ts'
import { conjugation } from '../../../../src/language/spanish/words/conjugation.ts'

describe('a Spanish verb', () => {
  it('has its regular forms', () => {
    expect(conjugate('afirmar', conjugation)).toMatchObject({
      finite: expect.arrayContaining(['afirma', 'afirmó', 'afirmaron', 'afirmaba', 'afirmará', 'afirmé']),
      participles: ['afirmado'],
      gerunds: ['afirmando'],
    })
  })

  it('keeps the sound of its stem', () => {
    expect(conjugate('indicar', conjugation).finite).toContain('indiqué')
    expect(conjugate('alegar', conjugation).finite).toContain('alegue')
    expect(conjugate('exigir', conjugation).finite).toContain('exige')
  })
})
