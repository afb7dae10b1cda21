import { describe, expect, it } from 'vitest'
import { attribute } from '../../../src/attribution/attribute.ts'
import { speakerName } from '../../../src/domain/claim.ts'
import { french } from '../../../src/language/french/french.ts'

/** The speakers of a text's statements, in order; a doubtful one in brackets. */
function speakersIn(text: string): string[] {
  return attribute(text, french).map(({ speaker, doubts }) => {
    const name = speaker ? speakerName(speaker) : 'nobody'
    return doubts.length > 0 ? `(${name})` : name
  })
}

describe('speakers in French', () => {
  it.each([
    ['by the name alone', 'Rémi Alba, qui tient une boulangerie, demande que le pont reste ouvert.', ['Rémi Alba']],
    ['by the last name', 'Odile Belmont est arrivée. Mme Belmont a assuré que le pont tient.', ['Odile Belmont']],
    [
      'by another noun for a role',
      'La maire, Odile Belmont, est arrivée. L’élue a assuré que le pont tient.',
      ['Odile Belmont'],
    ],
    ['as the last one named', 'Rémi Alba est arrivé. Ce dernier a assuré que le pont tient.', ['Rémi Alba']],
    [
      'with a name between commas',
      'L’avocat de la société, Rémi Alba, a assuré que sa cliente n’a rien signé.',
      ['Rémi Alba'],
    ],
    [
      'behind where it was written',
      '« Le pont est fermé depuis ce matin », avait écrit à midi, sur sa page, la maire, Odile Belmont.',
      ['Odile Belmont'],
    ],
    ['who could not be reached', 'Rémi Alba n’était pas joignable jeudi soir.', ['Rémi Alba']],
    ['who would not say anything', 'Contactée, Odile Belmont n’a pas souhaité s’exprimer.', ['Odile Belmont']],
    ['without their brackets', 'L’élu (divers centre) a assuré que le pont tient.', ['L’élu']],
    [
      'not by somebody else’s role',
      'Rémi Alba, président, est parti. Son patron a dit que le pont tient.',
      ['(Son patron)'],
    ],
  ])('are known %s', (_, text, names) => expect(speakersIn(text)).toEqual(names))
})
