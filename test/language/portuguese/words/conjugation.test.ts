import { describe, expect, it } from 'vitest'
import { conjugation } from '../../../../src/language/portuguese/words/conjugation.ts'
import { conjugate as conjugateBy } from '../../../../src/language/romance/conjugation.ts'

const conjugate = (entry: string) => conjugateBy(entry, conjugation)

describe('a Portuguese verb', () => {
  it('has its regular forms', () => {
    expect(conjugate('afirmar')).toMatchObject({
      finite: expect.arrayContaining(['afirma', 'afirmou', 'afirmaram', 'afirmava', 'afirmará', 'afirmei']),
      participles: ['afirmado'],
      gerunds: ['afirmando'],
    })
  })

  it('keeps the sound of its stem', () => {
    expect(conjugate('indicar').finite).toContain('indiquei')
    expect(conjugate('alegar').finite).toContain('aleguei')
  })

  it('has the forms that a list gives', () => {
    expect(conjugate('dizer:diz_disse:dito:dizendo')).toMatchObject({
      finite: ['diz', 'disse'],
      participles: ['dito'],
      gerunds: ['dizendo'],
    })
  })
})
