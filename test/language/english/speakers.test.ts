import { describe, expect, it } from 'vitest'
import { attribute } from '../../../src/attribution/attribute.ts'
import { certaintyOf, speakerName } from '../../../src/domain/claim.ts'
import { grammarFor } from '../../../src/language/grammars.ts'

const speakersIn = (text: string) =>
  attribute(text, grammarFor('en')).map(
    (attribution) =>
      `${attribution.speaker ? speakerName(attribution.speaker) : ''}${certaintyOf(attribution) === 'sure' ? '' : ' (doubtful)'}`,
  )

describe('somebody who is told of by whose they are', () => {
  it.each([
    ['Tom Sligo left early. His office did not respond to questions.', ["Tom Sligo's office"]],
    ['Ana Ruiz said that it was late. Her lawyer denied that it was.', ['Ana Ruiz', "Ana Ruiz's lawyer"]],
    [
      'Tarn Water said that the dam was safe. Its spokesman denied that it leaked.',
      ['Tarn Water', "Tarn Water's spokesman"],
    ],
    ['Ana Ruiz’s bridge is shut. Ruiz said that it was late. Her sons denied it.', ['Ana Ruiz', 'Ana Ruiz’s sons']],
  ])('is named with them: %s', (text, speakers) => {
    expect(speakersIn(text)).toEqual(speakers)
  })

  it('is doubtful where nothing tells whose they are', () => {
    expect(speakersIn('The bridge is shut. His office did not respond to questions.')).toEqual([
      'His office (doubtful)',
    ])
  })
})

describe('one of a group', () => {
  it.each([
    ['Two arms experts who saw it disagreed. One said that it was a rocket.', ['one of two arms experts']],
    ['Three residents ran. Another of them said that the square was empty.', ['another of three residents']],
    ['Two men ran. One of them, a baker, said that it was loud.', ['one of two men, a baker']],
  ])('is told of with the group: %s', (text, speakers) => {
    expect(speakersIn(text)).toEqual(speakers)
  })

  it('is doubtful where the text tells of none', () => {
    expect(speakersIn('The crane was tested. One said that it was safe.')).toEqual(['One (doubtful)'])
  })
})
