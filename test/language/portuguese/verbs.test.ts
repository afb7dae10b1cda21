import { describe, expect, it } from 'vitest'
import { attribute } from '../../../src/attribution/attribute.ts'
import { speakerName } from '../../../src/domain/claim.ts'
import { portuguese } from '../../../src/language/portuguese/portuguese.ts'

describe('a Portuguese verb of saying', () => {
  it.each([
    ['A ponte fica aberta, garantiu Nair Belmonte.', 'Nair Belmonte', 'says'],
    ['Nair Belmonte reconheceu que a ponte tem fendas.', 'Nair Belmonte', 'admits'],
    ['Nair Belmonte negou ter visto o relatório.', 'Nair Belmonte', 'denies'],
    ['Nair Belmonte rejeitou as acusações.', 'Nair Belmonte', 'rejects'],
    ['Nair Belmonte prometeu que a ponte abre em maio.', 'Nair Belmonte', 'promises'],
    ['Nair Belmonte exigiu a demissão do diretor.', 'Nair Belmonte', 'demands'],
    ['Nair Belmonte acusou a empresa de ter escondido o relatório.', 'Nair Belmonte', 'accuses'],
    ['Nair Belmonte chamou a denúncia de «delírio de candidato».', 'Nair Belmonte', 'rejects'],
  ])('gives its speaker and its act: %s', (text, name, act) => {
    const [found] = attribute(text, portuguese)
    expect([found?.speaker && speakerName(found.speaker), found?.act]).toEqual([name, act])
  })

  it('ends what it reports where another one begins', () => {
    const text = 'Nair Belmonte disse que a ponte fecha e prometeu que reabre em maio.'
    const contents = attribute(text, portuguese).map(({ content }) =>
      content.map(({ start, end }) => text.slice(start, end)).join(' … '),
    )
    expect(contents).toEqual(['a ponte fecha', 'reabre em maio'])
  })
})
