import { describe, expect, it } from 'vitest'
import { attribute } from '../../../src/attribution/attribute.ts'
import { certaintyOf, speakerLabel, speakerName } from '../../../src/domain/claim.ts'
import { english } from '../../../src/language/english/english.ts'

const before =
  'Tarn Water, the utility, shut the dam on Monday, said its manager, Ana Ruiz. The mayor of Esk, Tom Lind, was in the hall.'

/** Who is surely said to have said what in a sentence behind a text that names a utility, a manager and a mayor. */
function saidIn(sentences: string): string[] {
  const text = `${before}\n\n${sentences}`
  return attribute(text, english)
    .filter((each) => each.speaker && !each.negated && certaintyOf(each) === 'sure')
    .filter(({ cue: [verb] }) => (verb?.start ?? 0) > before.length)
    .map(
      ({ speaker, content }) =>
        `${speaker ? speakerName(speaker) : ''}: ${content.map(({ start, end }) => text.slice(start, end)).join(' … ')}`,
    )
}

describe('no words are put into the mouth of', () => {
  it.each<[who: string, sentences: string, said: readonly string[]]>([
    [
      'what a verb has as its object',
      'The small club, run since 2019 by a brewery, announced the decision in a short note.',
      [],
    ],
    [
      'whoever a memo warns',
      'A memo from May, read to us by a clerk who still works there, warned owners of ‘late-night visits’ to the yard.',
      ['A memo from May: ‘late-night visits’ to the yard'],
    ],
    [
      'whom a clause describes',
      'The office is a kiosk, whose owner said nobody from the firm had ever come.',
      ['whose owner: nobody from the firm had ever come'],
    ],
    [
      'the accuser, for the answer',
      'Esk accused neighbouring Tarn of theft, a charge Tarn met by saying that it had paid for the boats.',
      ['Esk: neighbouring Tarn of theft', 'Tarn: that it had paid for the boats'],
    ],
    [
      'the first speaker, for what others say of it',
      'Tarn Water said it had recalled the pumps, a step that divers said came too late.',
      ['Tarn Water: it had recalled the pumps'],
    ],
    [
      'the one who spoke last, for a reply to nobody',
      'Tom Lind said the gate had been locked. In a second interview he replied “no comment” throughout.',
      ['Tom Lind: the gate had been locked'],
    ],
    [
      'the last body, for a clause with a subject of its own',
      'Tarn Water expects losses. Analysts at a bank think more is lost, although they wrote that nobody knows.',
      ['Tarn Water: losses'],
    ],
    [
      'the last body, for what another says',
      'Tarn Water will pay. The union will be there, it said, to talk of wages.',
      [],
    ],
    ['somebody who only would speak', 'Within a year somebody would complain about the noise of the yard.', []],
    ['a number of people', 'Of about 5,300 households, 714 replied that it was late.', []],
    [
      'whom a clerk speaks of, for the clerk',
      'One of the authors, a clerk who spoke to us because she fears dismissal, claimed that managers had hidden the list.',
      ['One of the authors, a clerk: that managers had hidden the list'],
    ],
    [
      'the place where somebody is from',
      'Among them was Walter Ibsen, a driver in Port Tams, who said he had never seen the letter.',
      ['Walter Ibsen: he had never seen the letter'],
    ],
    [
      'an account',
      'A third account came from a volunteer with the group Open Yard, who said that everybody had left.',
      ['a volunteer with the group Open Yard: that everybody had left'],
    ],
    [
      'the subject before a semicolon',
      'The mayor’s office said it was late; a clerk deleted the note and declined to comment.',
      ['The mayor’s office: it was late', 'a clerk: to comment'],
    ],
    ['those who agree on something', 'Two firms who agree on little are fighting over the dam.', []],
    ['a manager who is dismissed', 'Esk Town dismissed Otto Berg as manager on Monday.', []],
    ['a list, for what it adds together', 'The letter adds together three lists as they stood in May.', []],
    ['an aide, for what another thinks', 'Tom Lind spoke. He believes that it can be done, an aide said.', []],
    [
      'nobody, with the place where it was said',
      'Tom Lind told reporters outside Parliament that he would go.',
      ['Tom Lind: that he would go'],
    ],
    ['who asks about it', 'The Post asked Ruiz about it in her office.', []],
    ['one of whom only the text before tells', 'Two divers went down. The sister of one said that it was late.', []],
  ])('%s', (_, sentences, said) => expect(saidIn(sentences)).toEqual(said))
})

describe('who a speaker is', () => {
  it('is told with the body that “its” means, and with the mark of an owner', () => {
    const text =
      'The Esk Pilots Association said that it was late. “Nobody flew,” said its general secretary, Otto Berg. The villagers’ lawyer, Nina Rossi, said that nobody would.'
    const speakers = attribute(text, english).map(({ speaker }) => (speaker ? speakerLabel(speaker) : ''))
    expect(speakers).toEqual([
      'Esk Pilots Association',
      'Otto Berg, general secretary of the Esk Pilots Association',
      'Nina Rossi, the villagers’ lawyer',
    ])
  })

  it('is a document without what became of it', () => {
    const text = 'The jets met, according to a report published on Tuesday, which found that one had climbed.'
    expect(attribute(text, english)[0]?.speaker).toEqual({ kind: 'document', title: 'a report' })
  })
})

describe('a body is named with', () => {
  it('all of its name, “and” included', () => {
    expect(saidIn('The Quay and Harbour Workers’ Union said that the quay was shut.')).toEqual([
      'Quay and Harbour Workers’ Union: that the quay was shut',
    ])
  })
})
