import { describe, expect, it } from 'vitest'
import { conjugation } from '../../../../src/language/french/words/conjugation.ts'
import { conjugate } from '../../../../src/language/romance/conjugation.ts'

const finite = (entry: string) => conjugate(entry, conjugation).finite

describe('a French verb', () => {
  it('has its regular forms', () => {
    expect(conjugate('affirmer', conjugation)).toMatchObject({
      finite: expect.arrayContaining(['affirme', 'affirment', 'affirma', 'affirmait', 'affirmera', 'affirmerait']),
      participles: ['affirmé', 'affirmée', 'affirmés', 'affirmées'],
      gerunds: ['affirmant'],
    })
    expect(finite('avertir')).toEqual(expect.arrayContaining(['avertit', 'avertissent', 'avertira']))
    expect(finite('répondre')).toEqual(expect.arrayContaining(['répond', 'répondent', 'répondait', 'répondra']))
  })

  it('keeps the sound of its stem', () => {
    expect(finite('exiger')).toContain('exigeait')
    expect(finite('annoncer')).toContain('annonça')
    expect(finite('révéler')).toEqual(expect.arrayContaining(['révèle', 'révélait']))
    expect(finite('préciser')).toContain('précise')
  })
})
