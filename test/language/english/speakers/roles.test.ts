import { describe, expect, it } from 'vitest'
import { attribute } from '../../../../src/attribution/attribute.ts'
import { grammarFor } from '../../../../src/language/grammars.ts'

function speakersIn(text: string) {
  return attribute(text, grammarFor('en')).map(({ speaker }) => speaker)
}

describe('a speaker', () => {
  it.each([
    [
      'Dawn Oye, the union’s regional secretary, said that the talks had failed.',
      'Dawn Oye',
      'the union’s regional secretary',
    ],
    [
      'The union’s regional secretary, Dawn Oye, said that the talks had failed.',
      'Dawn Oye',
      'the union’s regional secretary',
    ],
    ['“We were on time,” said Peter Lang, its operations director.', 'Peter Lang', 'operations director'],
    ['Environment minister Carol Weiss said that the dam was safe.', 'Carol Weiss', 'Environment minister'],
    ['The firm’s chairman, Lord Efford, said that the fine was small.', 'Lord Efford', 'the firm’s chairman'],
  ])('has the role that the text gives: %s', (text, name, role) => {
    expect(speakersIn(text)).toEqual([
      { kind: 'person', name, role: expect.stringMatching(new RegExp(`^${role}$`, 'i')) },
    ])
  })

  it('is a body with a clause that tells which it is', () => {
    const [first] = attribute(
      'The union that represents drivers said that the fine was “small change”.',
      grammarFor('en'),
    )
    expect(first).toMatchObject({ doubts: [] })
  })

  it('has the whole of a name that ends in an ordinal', () => {
    const [warned] = attribute(
      'Patients’ group Care First warned that 450 operations could be cancelled.',
      grammarFor('en'),
    )
    expect(warned?.speaker).toEqual({ kind: 'organization', name: 'Care First' })
  })
})
