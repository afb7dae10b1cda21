import { describe, expect, it } from 'vitest'
import { attribute } from '../../../../src/attribution/attribute.ts'
import { grammarFor } from '../../../../src/language/grammars.ts'
import { foundSpeakers } from '../../found-speakers.ts'

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
    expect(foundSpeakers(text)).toEqual([
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

describe('people of one surname', () => {
  const attorney = 'Attorney General Kwame Patten said on Monday that his office had learned of the leak.'
  const patient = 'Among the patients is Denise Patten, 58, a baker. “He knew my ward,” Patten said.'

  it('are each meant where they were named last', () => {
    expect(
      foundSpeakers(`${attorney}\n\n“That is not the law,” Patten said.\n\n${patient}`).map(
        (each) => each?.kind === 'person' && each.name,
      ),
    ).toEqual(['Kwame Patten', 'Kwame Patten', 'Denise Patten'])
  })

  it('are not named where either may be meant', () => {
    const found = attribute(`${attorney}\n\n${patient}\n\n“It is a scandal,” Patten said.`, grammarFor('en'))
    expect(found.at(-1)?.doubts).toContain('two people have the name')
  })

  it('do not lend each other their titles', () => {
    const text =
      'The minister for finance, Eoghan Wall, won.\n\nThe minister for health, Orla Wall, lost. Ms Wall said that it was sad.'
    expect(foundSpeakers(text)).toEqual([expect.objectContaining({ name: 'Orla Wall' })])
  })
})

describe('a body', () => {
  it.each(['Barton’s', 'St. Brendan’s', 'Trader Moe’s'])('may be called after its owner: %s', (name) => {
    expect(foundSpeakers(`${name} said it would close its branch in May.`)).toEqual([{ kind: 'organization', name }])
  })

  it('keeps the owners in its name', () => {
    expect(foundSpeakers('The Professional Footballers’ Union said the contract was unlawful.')).toEqual([
      { kind: 'organization', name: 'Professional Footballers’ Union' },
    ])
  })

  it('speaks itself behind its author’s apposition', () => {
    const [found] = attribute(
      'Its author, retired engineer Bill Ash of Tarn, said the board’s advisers “priced new roofs for old buildings”.',
      grammarFor('en'),
    )
    expect(found?.speaker).not.toMatchObject({ name: 'the board’s advisers' })
  })
})
