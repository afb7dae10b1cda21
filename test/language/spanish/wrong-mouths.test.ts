import { describe, expect, it } from 'vitest'
import { attribute } from '../../../src/attribution/attribute.ts'
import { certaintyOf, speakerName } from '../../../src/domain/claim.ts'
import { spanish } from '../../../src/language/spanish/spanish.ts'

const before =
  'El alcalde de Lanse, Pablo Garrido, presentó el proyecto el lunes ante los vecinos reunidos en el ayuntamiento. La ministra Ana Leroy estaba presente.'

/** Who is surely said to have said something in a sentence behind a text that names a mayor and a minister. */
function speakersOf(sentence: string): string[] {
  const text = `${before}\n\n${sentence}`
  const sure = attribute(text, spanish).filter((each) => each.speaker && !each.negated && certaintyOf(each) === 'sure')
  return sure.map(({ speaker }) => (speaker ? speakerName(speaker) : ''))
}

describe('no words in Spanish are put into the mouth of', () => {
  it.each<[who: string, sentence: string, speakers: readonly string[]]>([
    ['to whom somebody speaks', '«Cierren el puente ya», gritó una vecina a Pablo Garrido.', ['una vecina']],
    [
      'whom a description names',
      '«Cierren el puente ya», dijeron vecinos consultados por Pablo Garrido.',
      ['vecinos consultados por Pablo Garrido'],
    ],
    [
      'whom a clause about the speaker names',
      'La mujer que denunció a Pablo Garrido dijo que tiene miedo.',
      ['La mujer que denunció a Pablo Garrido'],
    ],
    ['who leads a body', 'El Ayuntamiento que preside Pablo Garrido aseguró que el puente es seguro.', []],
    [
      'whose people speak',
      'Según fuentes cercanas a Pablo Garrido, va a dimitir.',
      ['fuentes cercanas a Pablo Garrido'],
    ],
    [
      'whom a document is about',
      'La denuncia contra Pablo Garrido dice que robó dinero.',
      ['denuncia contra Pablo Garrido'],
    ],
    ['the object in front', 'A Pablo Garrido lo acusa Ana Leroy de haber mentido.', ['Ana Leroy']],
    ['the person asked', 'Le pidió Pablo Garrido a Ana Leroy que cerrara el puente.', ['Pablo Garrido']],
    [
      'the subject of the main clause',
      'Ana Leroy criticó al alcalde, quien respondió que el puente es seguro.',
      ['Pablo Garrido'],
    ],
    ['who denies that it was said', 'Ana Leroy negó que Pablo Garrido dijera que el puente es seguro.', ['Ana Leroy']],
    [
      'who reports a promise of somebody else',
      'El alcalde recordó que la ministra había prometido que el dinero llegaría.',
      ['Pablo Garrido'],
    ],
    ['anybody of those who did not say it', 'Ni Pablo Garrido ni Ana Leroy dijeron que el puente era seguro.', []],
    ['anybody, if it is said to be false', 'Es falso que Ana Leroy dijera que el puente caerá.', []],
    ['who is heard in a false recording', 'Circula un audio falso en el que Ana Leroy dice que el puente caerá.', []],
    ['a general', 'El secretario general de la ONU, Juan Sanz, dijo que el puente es seguro.', ['Juan Sanz']],
    [
      'a sum that is promised',
      'El gobernador Leo Anaya, que sobrevoló el área, prometió 20 mil pesos para cada familia afectada.',
      [],
    ],
    [
      'a paper in which something is recorded',
      '«Se estaba agachando», dijo un testigo, según consta en el acta a la que tuvo acceso este diario.',
      ['un testigo'],
    ],
    ['those who hold up a placard', 'Los vecinos se manifestaron con carteles en los que se leía «Bacheo sí».', []],
    [
      'whom a clause tells something about',
      'La ministra Ana Leroy felicitó a Pablo Garrido, de quien dijo que «conoce los laboratorios».',
      ['Ana Leroy'],
    ],
    [
      'the verb before a name',
      'El presidente del club, Rodrigo Sanhueza Pinto, no vino. «La plata falta desde marzo», replicó Sanhueza, quien exige la renuncia de Oñate.',
      ['Rodrigo Sanhueza Pinto', 'Rodrigo Sanhueza Pinto'],
    ],
    [
      'what is announced',
      'La presidenta del club, Ana Ruiz, anunció ayer la venta del estadio, de cuyo precio no habló.',
      ['Ana Ruiz'],
    ],
    [
      'who was heard before, where a clause goes on',
      'La analista Eva Sanz dijo que el banco va bien. El club Altavista mantuvo su nota, pues considera que el precio es alto.',
      ['Eva Sanz', 'club Altavista'],
    ],
    ['the subject beside a clause', 'El alcalde volvió cuando dijeron que el puente había caído.', []],
    ['a feast day', 'Para Navidad, el puente abrirá.', []],
  ])('%s', (_, sentence, speakers) => expect(speakersOf(sentence)).toEqual(speakers))

  it('does not take “que” behind the verb for a clause about the speaker', () => {
    const text = 'La presidenta del club, Ana Ruiz, por su parte, señaló que la venta, que es legal, era necesaria.'
    const content = attribute(text, spanish).map((each) => each.content.map(({ start, end }) => text.slice(start, end)))
    expect(content).toEqual([['la venta, que es legal, era necesaria']])
  })

  it('ends what is said where a quotation closes and the speaker goes on to act', () => {
    const text = 'El abogado Marcos Quiles dijo que es «parte de la vida» y ofreció recibir a los vecinos.'
    const content = attribute(text, spanish).map((each) => each.content.map(({ start, end }) => text.slice(start, end)))
    expect(content).toEqual([['es «parte de la vida»']])
  })
})
