import { describe, expect, it } from 'vitest'
import { attribute } from '../../../src/attribution/attribute.ts'
import { certaintyOf } from '../../../src/domain/claim.ts'
import { french } from '../../../src/language/french/french.ts'

describe('what looks like speech in French and is none', () => {
  it.each([
    'Le livre « Le pont tombe en mai » sort vendredi.',
    'Sur l’affiche, on lisait : « Plus jamais ce pont ».',
    'La loi ne dit rien des ponts.',
    'Ana Ruiz pourrait dire que le pont est sûr.',
    'Si Ana Ruiz dit que le pont est sûr, elle ment.',
    'Ana Ruiz a dit adieu aux voisins.',
    'Le témoin a expliqué le chemin de la gare.',
    'Le pont promet une protection jusqu’en 2040.',
    'Ana Ruiz a voulu savoir où est le pont.',
    'Il se dit que le pont est maudit.',
    'Ana Ruiz pensait que le pont était sûr.',
    'Sa devise est « Toujours en avant ».',
    'Le porte-parole de la mairie a démissionné.',
    'Ana Ruiz a appelé sa fille Mia.',
    'Le pont, que les voisins appellent « la Sorcière du Tarn », ferme.',
    'Ana Ruiz n’a prévenu personne.',
    'Ana Ruiz répond de trois délits.',
    'Selon que le pont ouvre ou ferme, la route change.',
    'L’acteur a refusé le premier rôle.',
    'Le juge a décidé que le pont ferme.',
    'Ana Ruiz a vu que le pont fermait.',
    'Pour le pont, la saison est finie.',
    'Le maire a été réélu.',
    'La demande de la mairie est rejetée.',
  ])('is nobody’s statement: %s', (text) => {
    expect(attribute(text, french).filter((each) => each.speaker && certaintyOf(each) === 'sure')).toEqual([])
  })
})
