import { describe, expect, it } from 'vitest'
import { attribute } from '../../../src/attribution/attribute.ts'
import { certaintyOf, speakerLabel } from '../../../src/domain/claim.ts'
import { german } from '../../../src/language/german/german.ts'

/** The speakers of a text in order; a doubtful one in brackets. */
const speakersIn = (text: string) =>
  attribute(text, german).map((attribution) => {
    const shown = attribution.speaker ? speakerLabel(attribution.speaker) : '?'
    return certaintyOf(attribution) === 'sure' ? shown : `(${shown})`
  })

describe('a German speaker', () => {
  it.each([
    ['Fraktionssprecherin Beate Knoll sagte, der Damm halte.', ['Fraktionssprecherin Beate Knoll']],
    ['Die Leiterin des Amts, Beate Knoll, sagte, der Damm halte.', ['Beate Knoll, Leiterin des Amts']],
    ['Der Damm halte, sagte Beate Knoll mit leiser Stimme.', ['Beate Knoll']],
    ['Der Damm halte, sagte der Ratsherr unserer Zeitung.', ['der Ratsherr']],
    ['Eine 22 Jahre alte Studentin sagte, der Damm halte.', ['Eine 22 Jahre alte Studentin']],
    ['Nach Angaben der Gewerkschaft (GDS) dem Ende nahe ist der Streit.', ['Gewerkschaft (GDS)']],
    ['Aus dem Rathaus verlautete, der Damm halte.', ['Rathaus']],
  ])('is read with name and role: %s', (text, speakers) => {
    expect(speakersIn(text)).toEqual(speakers)
  })

  it.each([
    ['a surname', 'Bürgermeister Rolf Hämmer kam. Der Damm halte, sagte Hämmer.', ['Bürgermeister Rolf Hämmer']],
    [
      'a role',
      'Bürgermeister Rolf Hämmer kam. Der Bürgermeister sagte, der Damm halte.',
      ['Bürgermeister Rolf Hämmer'],
    ],
    ['a pronoun', 'Bürgermeister Rolf Hämmer kam. Er sagte, der Damm halte.', ['Bürgermeister Rolf Hämmer']],
    ['an age', 'Rolf Hämmer (54) kam. Der 54-Jährige sagte, der Damm halte.', ['Rolf Hämmer']],
    [
      'a surname with “selbst”',
      'Die Hydrologin Ada Grau kam. Grau selbst sagte, der Damm halte.',
      ['Hydrologin Ada Grau'],
    ],
    [
      'a role, not by an adjective that opens the sentence before',
      'Zuständig für den Fall ist Schulrätin Ada Grau. Die Schulrätin sagte, der Damm halte.',
      ['Schulrätin Ada Grau'],
    ],
    [
      'another noun for a role',
      'Bürgermeister Rolf Hämmer kam. Der Rathauschef sagte, der Damm halte.',
      ['Bürgermeister Rolf Hämmer'],
    ],
    ['“der” alone', 'Gemeint ist Unternehmer Rolf Hämmer. Der wies den Vorwurf zurück.', ['Unternehmer Rolf Hämmer']],
    ['a surname that is a role', 'Manager Hans Koch kam. Koch sagte, der Damm halte.', ['Manager Hans Koch']],
  ])('is found again by %s', (_, text, speakers) => {
    expect(speakersIn(text)).toEqual(speakers)
  })

  it('is the one told of last, named or not', () => {
    const text = 'Anwalt Rolf Hämmer schwieg. Ein Händler im Saal winkte. „Es hat keinem geschmeckt“, sagte er.'
    expect(speakersIn(text).at(-1)).toBe('Ein Händler im Saal')
  })

  it.each([
    ['a man and a woman’s name do not fit', 'Anna Ruiz traf Beate Knoll. „Der Damm hält noch“, sagte er.', ['?']],
    ['nothing tells who it is', 'Das Aus bestätigte, dass der Damm halte.', ['(Das Aus)']],
    [
      'two people have the role',
      'Minister Rolf Hämmer und Minister Max Lind kamen. Der Minister sagte, der Damm halte.',
      ['(Der Minister)'],
    ],
    ['the information has no owner', 'Nach bisherigen Erkenntnissen hielt der Damm.', ['(bisherigen Erkenntnissen)']],
  ])('is doubtful or open where %s', (_, text, speakers) => {
    expect(speakersIn(text)).toEqual(speakers)
  })

  it('is a body, where a pronoun stands for it', () => {
    expect(
      speakersIn(
        'Kapitänin Ada Grau kam.\n\nDie Reederei Nordlinie wartet noch. Zu den Kosten wollte sie sich nicht äußern.',
      ),
    ).toEqual(['Reederei Nordlinie'])
  })

  it('stands before what is said about them between commas', () => {
    expect(speakersIn('Der Vorsitzende des Vereins, Tom Lind, warf der Stadt vor, alles zu wissen.')).toEqual([
      'Tom Lind, Vorsitzende des Vereins',
    ])
  })

  it('is not named in what they say themselves', () => {
    const text =
      'Verteidigerin Ada Grau legt Revision ein. Die Kammer habe Zeugen abgelehnt, kritisierte sie. Ihr Mandant sei krank.'
    expect(speakersIn(text)).toEqual(['Verteidigerin Ada Grau', 'Verteidigerin Ada Grau'])
  })

  it('is doubtful where somebody without a known role was told of in between', () => {
    const text = 'Staatsanwalt Tom Lind nickte. Der Eingelieferte blieb dabei. Er habe nichts gesehen, sagte er.'
    expect(speakersIn(text)).toEqual(['(Staatsanwalt Tom Lind)'])
  })

  it('has a role now, where somebody else had it before', () => {
    const text = 'Trainer Jan Hell tobte. Ex-Coach Udo Grell war da. Die Elf sei müde, so der Coach.'
    expect(speakersIn(text)).toEqual(['Trainer Jan Hell'])
  })
})
