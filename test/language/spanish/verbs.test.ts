import { describe, expect, it } from 'vitest'
import { attribute } from '../../../src/attribution/attribute.ts'
import { speakerName } from '../../../src/domain/claim.ts'
import { spanish } from '../../../src/language/spanish/spanish.ts'

/** What the statements of a text say, in order. */
function contentsOf(text: string): string[] {
  return attribute(text, spanish).map(({ content }) =>
    content.map(({ start, end }) => text.slice(start, end)).join(' … '),
  )
}

describe('a Spanish verb of saying', () => {
  it.each([
    ['El puente queda abierto, aseguró Nélida Belmonte.', 'Nélida Belmonte', 'says'],
    ['Nélida Belmonte ha reconocido que el puente tiene grietas.', 'Nélida Belmonte', 'admits'],
    ['Nélida Belmonte negó haber visto el informe.', 'Nélida Belmonte', 'denies'],
    ['Nélida Belmonte rechazó las acusaciones.', 'Nélida Belmonte', 'rejects'],
    ['Nélida Belmonte se comprometió a abrir el puente en mayo.', 'Nélida Belmonte', 'promises'],
    ['Nélida Belmonte exigió la dimisión del director.', 'Nélida Belmonte', 'demands'],
    ['Nélida Belmonte acusó ayer a la empresa de haber escondido el informe.', 'Nélida Belmonte', 'accuses'],
    ['Nélida Belmonte tachó la denuncia de «delirio de candidato».', 'Nélida Belmonte', 'rejects'],
    ['«Jamás hablé con ese periodista», dijo Nélida Belmonte.', 'Nélida Belmonte', 'denies'],
    ['Tal y como explicó Nélida Belmonte, el puente abre en mayo.', 'Nélida Belmonte', 'says'],
    ['A juicio de Nélida Belmonte, el puente tiene grietas.', 'Nélida Belmonte', 'says'],
    [
      '«El puente tiene grietas en los dos pilares», escribió el lunes en su blog Nélida Belmonte.',
      'Nélida Belmonte',
      'says',
    ],
    [
      'Nélida Belmonte, que dirigió la obra hasta marzo de 2004 afirma que el puente tiene grietas.',
      'Nélida Belmonte',
      'says',
    ],
  ])('gives its speaker and its act: %s', (text, name, act) => {
    const [found] = attribute(text, spanish)
    expect([found?.speaker && speakerName(found.speaker), found?.act]).toEqual([name, act])
  })

  it('may leave its subject out', () => {
    const text = 'Nélida Belmonte llegó tarde. «No tengo nada que esconder en ese puente», zanjó. Añadió que se queda.'
    expect(attribute(text, spanish).map(({ speaker }) => speaker && speakerName(speaker))).toEqual([
      'Nélida Belmonte',
      'Nélida Belmonte',
    ])
  })

  it('ends what it reports where another one begins', () => {
    expect(contentsOf('Nélida Belmonte dijo que el puente cierra y anunció la llegada de dos grúas.')).toContain(
      'el puente cierra',
    )
  })

  it('does not take what is told of a source for what it says', () => {
    expect(contentsOf('Según Nélida Belmonte, de la junta, que no votó, el puente tiene grietas.')).toEqual([
      'el puente tiene grietas',
    ])
  })

  it('does not take what goes on around a quotation for a part of it', () => {
    const text = '«El puente es de todos», dijo Nélida Belmonte, durante la fiesta del barrio.'
    expect(contentsOf(text)).toEqual(['«El puente es de todos»'])
  })
})
