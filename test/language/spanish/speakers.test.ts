import { describe, expect, it } from 'vitest'
import { attribute } from '../../../src/attribution/attribute.ts'
import { speakerName } from '../../../src/domain/claim.ts'
import { spanish } from '../../../src/language/spanish/spanish.ts'

/** The speakers of a text's statements, in order; a doubtful one in brackets. */
function speakersIn(text: string): string[] {
  return attribute(text, spanish).map(({ speaker, doubts }) => {
    const name = speaker ? speakerName(speaker) : 'nobody'
    return doubts.length > 0 ? `(${name})` : name
  })
}

describe('speakers in Spanish', () => {
  it.each([
    ['by the name alone', 'Rubén Alba, que tiene una panadería, pidió que el puente siga abierto.', ['Rubén Alba']],
    ['behind a remark', '«Es poco para todos», dice, por su parte, Rubén Alba, dueño del café.', ['Rubén Alba']],
    ['with a nickname', 'Rubén “Tano” Alba llegó. Alba dijo que el puente sigue abierto.', ['Rubén “Tano” Alba']],
    ['themselves', 'Rubén Alba llegó. El propio Alba reconoció que el puente tiene grietas.', ['Rubén Alba']],
    [
      'by another noun for a role',
      'La alcaldesa, Nélida Belmonte, llegó. La edil aseguró que el puente sigue abierto.',
      ['Nélida Belmonte'],
    ],
    ['by a pronoun', 'Nélida Belmonte llegó. Ella dijo que el puente sigue abierto.', ['Nélida Belmonte']],
    [
      'who speak for somebody else',
      'El abogado de Nélida Belmonte, Rubén Alba, aseguró que su clienta nada firmó.',
      ['Rubén Alba'],
    ],
    [
      'without what they asked for',
      'Un compañero del taller, que pidió no ser identificado, dijo que el puente tenía grietas.',
      ['Un compañero del taller'],
    ],
    ['whom nobody could reach', 'Este diario intentó sin éxito contactar con Rubén Alba.', ['Rubén Alba']],
    ['not by a time', 'Rubén Alba llegó. Días después dijo que el puente sigue abierto.', ['Rubén Alba']],
  ])('are known %s', (_, text, names) => expect(speakersIn(text)).toEqual(names))
})
