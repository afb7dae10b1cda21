import { describe, expect, it } from 'vitest'
import { attribute } from '../../../src/attribution/attribute.ts'
import { certaintyOf, speakerName } from '../../../src/domain/claim.ts'
import { french } from '../../../src/language/french/french.ts'

const before =
  'Le maire de Lanse, Paul Garnier, a présenté le projet lundi soir devant les habitants réunis à la mairie. La ministre Anne Leroy était présente.'

/** Who is surely said to have said something in a sentence behind a text that names a mayor and a minister. */
function speakersOf(sentence: string): string[] {
  const text = `${before}\n\n${sentence}`
  const sure = attribute(text, french).filter((each) => each.speaker && !each.negated && certaintyOf(each) === 'sure')
  return sure.map(({ speaker }) => (speaker ? speakerName(speaker) : ''))
}

describe('no words in French are put into the mouth of', () => {
  it.each<[who: string, sentence: string, speakers: readonly string[]]>([
    ['to whom somebody speaks', '« Vous mentez au conseil », a lancé une habitante à Paul Garnier.', ['une habitante']],
    [
      'whom a description names',
      '« Il faut partir d’ici », ont dit les habitants rencontrés par Paul Garnier.',
      ['habitants rencontrés par Paul Garnier'],
    ],
    [
      'whom a clause about the speaker names',
      'La femme qui accuse Paul Garnier a dit qu’elle avait peur.',
      ['La femme qui accuse Paul Garnier'],
    ],
    ['who leads a body', 'La société que dirige Anne Leroy a dit que le pont est sûr.', []],
    [
      'whom a document is about',
      'La plainte contre Paul Garnier affirme qu’il a volé de l’argent.',
      ['La plainte contre Paul Garnier'],
    ],
    [
      'the subject of the main clause',
      'La ministre Anne Leroy a critiqué le maire, qui a répondu que le pont serait fermé.',
      ['Paul Garnier'],
    ],
    ['who denies that it was said', 'Anne Leroy nie que Paul Garnier ait dit que le pont était sûr.', ['Anne Leroy']],
    [
      'who reports it of somebody else',
      'Paul Garnier dit qu’Anne Leroy affirme que le pont est sûr.',
      ['Paul Garnier'],
    ],
    ['a man for an “il” that means nobody', 'Il se dit que le pont va tomber.', []],
    ['anybody, if it is said to be false', 'Il est faux qu’Anne Leroy ait dit que le pont va tomber.', []],
    ['whom a quotation names', '« Le chien court, appelle Paul Garnier, et dort », dit Nina Rossi.', ['Nina Rossi']],
    [
      'whoever was answered',
      '« Le pont est sûr », a dit Paul Garnier à Anne Leroy, qui a rétorqué : « C’est faux et vous le savez. »',
      ['Paul Garnier', 'Anne Leroy'],
    ],
    ['the subject beside a clause', 'Le maire a fermé le pont quand on a dit qu’il tombait.', []],
    ['a feast day', 'Pour Noël, le pont sera rouvert.', []],
  ])('%s', (_, sentence, speakers) => expect(speakersOf(sentence)).toEqual(speakers))
})
