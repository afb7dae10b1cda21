import { describe, expect, it } from 'vitest'
import { attribute } from '../../../src/attribution/attribute.ts'
import { certaintyOf } from '../../../src/domain/claim.ts'
import { german } from '../../../src/language/german/german.ts'

describe('what looks like speech in German and is none', () => {
  it.each([
    'Der „Fluch von Mölsen“ geht ins sechste Jahr.',
    'Das Buch „Der Damm bricht im Mai“ erscheint am Freitag.',
    'Auf dem Plakat stand: „Nie wieder Damm“.',
    'Das Gesetz sagt nichts über Dämme.',
    'Anna Ruiz könnte sagen, der Damm halte.',
    'Wenn Anna Ruiz sagt, der Damm halte, lügt sie.',
    'Anna Ruiz sagte den Termin ab.',
    'Der Zug hält in Weilar an.',
    'Die Zeugin erklärte den Weg zum Bahnhof.',
    'Der Damm verspricht Schutz bis 2040.',
    'Anna Ruiz wollte wissen, wo der Damm liegt.',
    'Die Regierung kündigte dem Pächter.',
    'Man sagt, der Damm sei verflucht.',
    'Es heißt, der Damm sei verflucht.',
    'Anna Ruiz dachte, der Damm halte.',
    'Ihr Motto lautet „Immer geradeaus“.',
    'Der Sprecher der Stadt trat zurück.',
    'Gott sei Dank hielt der Damm.',
    'Sei es drum, der Damm hielt.',
    'Anna Ruiz versprach sich zweimal.',
    'Die Firma Tarn heißt jetzt Weirside.',
    'Anna Ruiz nannte ihre Tochter Mia.',
    'Der Rat stellte den Antrag zurück.',
  ])('is nobody’s statement: %s', (text) => {
    expect(attribute(text, german).filter((each) => each.speaker && certaintyOf(each) === 'sure')).toEqual([])
  })
})
