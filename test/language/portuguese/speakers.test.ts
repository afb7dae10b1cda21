import { describe, expect, it } from 'vitest'
import { attribute } from '../../../src/attribution/attribute.ts'
import { speakerName } from '../../../src/domain/claim.ts'
import { portuguese } from '../../../src/language/portuguese/portuguese.ts'

/** The speakers of a text's statements, in order; a doubtful one in brackets. */
function speakersIn(text: string): string[] {
  return attribute(text, portuguese).map(({ speaker, doubts }) => {
    const name = speaker ? speakerName(speaker) : 'nobody'
    return doubts.length > 0 ? `(${name})` : name
  })
}

describe('speakers in Portuguese', () => {
  it.each([
    [
      'by the name alone, without what follows it',
      'Rui Alba, que tem uma padaria, pediu que a ponte fique aberta.',
      ['Rui Alba'],
    ],
    ['whose name looks like a verb', '— Não ensaio mais a morte — brinca Nair Belmonte.', ['Nair Belmonte']],
    ['behind a remark', '«É pouco para todos», diz, por seu lado, Rui Alba, dono do café.', ['Rui Alba']],
    [
      'without where it was said',
      'A cantora Nair Belmonte saiu. «Não perdoo mentira nenhuma», disparou a cantora num vídeo.',
      ['Nair Belmonte'],
    ],
    ['before a verb behind “como”', 'Como Rui Alba disse, a ponte fica aberta até maio.', ['Rui Alba']],
    ['whom nobody could reach', 'O jornal tentou contactar Rui Alba, sem sucesso.', ['Rui Alba']],
    [
      'whose silence a relative clause tells',
      'A reportagem procurou a prefeitura, que não se manifestou.',
      ['a prefeitura'],
    ],
    ['with an age behind the name', '«É pouco», resumiu Rui Alba, 78 anos, morador do bairro.', ['Rui Alba']],
    [
      'by a role that somebody has',
      'A secretária municipal de Cultura, Nair Belmonte, chegou cedo. A secretária prometeu que a sala abre em maio.',
      ['Nair Belmonte'],
    ],
    [
      'by another noun for a role',
      'A presidente da Câmara, Nair Belmonte, chegou. A autarca garantiu que a ponte fica aberta.',
      ['Nair Belmonte'],
    ],
    [
      'behind several asides',
      'O atual vereador, Rui Alba, ouvido como testemunha, disse que nada sabia.',
      ['Rui Alba'],
    ],
    [
      'by an opening of several words',
      'Segundo a coordenadora da Proteção Civil, Nair Belmonte, a água vai subir durante a noite.',
      ['Nair Belmonte'],
    ],
    [
      'who speaks for somebody else',
      'O advogado de Nair Belmonte, Rui Alba, garantiu que a cliente nada assinou.',
      ['Rui Alba'],
    ],
    [
      'whose name a place stands before',
      'O antigo vereador da Câmara de Vila Serena Artur Alba negou ter recebido dinheiro.',
      ['Artur Alba'],
    ],
    [
      'at a body, who stays unnamed',
      'Fonte oficial da Ferrovias do Norte negou ter recebido qualquer aviso.',
      ['Fonte oficial da Ferrovias do Norte'],
    ],
  ])('are found %s', (_, text, speakers) => {
    expect(speakersIn(text)).toEqual(speakers)
  })

  it.each([
    ['in the next sentence', 'Nair Belmonte disse que a ponte fecha. Acrescentou que as obras duram um ano.'],
    ['in the same sentence', 'Nair Belmonte disse que a ponte fecha e acrescentou que as obras duram um ano.'],
    ['in a gerund', 'Nair Belmonte disse que a ponte fecha, acrescentando que as obras duram um ano.'],
  ])('go on where the subject is left out %s', (_, text) => {
    expect(speakersIn(text)).toEqual(['Nair Belmonte', 'Nair Belmonte'])
  })

  it('are nobody where the subject is left out and several people are meant', () => {
    expect(speakersIn('Nair Belmonte chegou. Dizem que a ponte fecha.')).toEqual(['nobody'])
  })

  it('are doubtful where two people spoke right before', () => {
    const text =
      'Nair Belmonte disse que a ponte fecha, e Rui Alba disse que fica aberta. Acrescentou que as obras duram um ano.'
    expect(speakersIn(text).at(-1)).toBe('(Nair Belmonte)')
  })

  it('are not the ones whom a verb concerns', () => {
    expect(speakersIn('Nair Belmonte chegou cedo. Elogiou os bombeiros: «Vieram em dez minutos e sem medo».')).toEqual([
      'Nair Belmonte',
    ])
  })
})
