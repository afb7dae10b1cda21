import { describe, expect, it } from 'vitest'
import { attribute } from '../../../src/attribution/attribute.ts'
import { certaintyOf } from '../../../src/domain/claim.ts'
import { portuguese } from '../../../src/language/portuguese/portuguese.ts'

describe('what looks like speech in Portuguese and is none', () => {
  it.each([
    'O livro «A ponte cai em maio» sai na sexta-feira.',
    'No cartaz lia-se: «Nunca mais esta ponte».',
    'A lei nada diz sobre pontes.',
    'Ana Ruiz podia dizer que a ponte é segura.',
    'Se Ana Ruiz disser que a ponte é segura, mente.',
    'Ana Ruiz disse adeus aos vizinhos.',
    'A testemunha explicou o caminho para a estação.',
    'A ponte promete proteção até 2040.',
    'Ana Ruiz quis saber onde fica a ponte.',
    'Diz-se que a ponte está amaldiçoada.',
    'Ana Ruiz pensou que a ponte era segura.',
    'O lema dela é «Sempre em frente».',
    'O porta-voz da câmara demitiu-se.',
    'Ana Ruiz chamou a filha Mia.',
    'O grupo chama-se «Os Vizinhos».',
    'Ana Ruiz não avisou ninguém.',
    'Ana Ruiz responde por três crimes.',
    'Ana Ruiz negou o visto ao cantor.',
    'A empresa recusou o pagamento da multa.',
    'Segundo filho de Ana Ruiz, o rapaz joga bem.',
    'Conforme o combinado, a ponte abriu.',
    'O ator recusou o papel principal.',
    'Ana Ruiz apontou para a ponte.',
    'O juiz decidiu que a ponte fecha.',
    'Ana Ruiz viu que a ponte fechava.',
  ])('is nobody’s statement: %s', (text) => {
    expect(attribute(text, portuguese).filter((each) => each.speaker && certaintyOf(each) === 'sure')).toEqual([])
  })
})
