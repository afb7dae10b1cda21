import { describe, expect, it } from 'vitest'
import { foundSpeakers } from '../../../found-speakers.ts'

describe('a name that looks like a person’s', () => {
  it.each([
    ['Otto Lind, which makes bolts, said it would close its mill in May.', 'Otto Lind'],
    [
      'The money went to Lucia Voss, a trading firm.\n\nLucia Voss said it would pay every creditor in full.',
      'Lucia Voss',
    ],
    ['Shoppers sued the retailer Harriet Lund.\n\nHarriet Lund said it would answer in court.', 'Harriet Lund'],
    ['Harrow Vale have denied forcing their captain out of the club.', 'Harrow Vale'],
  ])('is a body’s where the text shows it: %s', (text, name) => {
    expect(foundSpeakers(text)).toContainEqual({ kind: 'organization', name })
  })

  it.each([
    'Otto Lind, a trade union leader, said the mill would close in May.',
    'Otto Lind, a baker, said the mill would close in May.',
    'Otto Lind, the leader of the union, said the mill would close in May.',
    '“The mill will close in May,” said Otto Lind, the head of a bank.',
    'Reporters asked what Ana Ruiz and Otto Lind have planned.\n\nOtto Lind said the mill would close in May.',
  ])('stays a person’s otherwise: %s', (text) => {
    expect(foundSpeakers(text)).toContainEqual(expect.objectContaining({ kind: 'person', name: 'Otto Lind' }))
  })

  it('does not lend itself to “she” if it is a body’s', () => {
    const text =
      'Ana Ruiz, the owner of the mill, spoke on Monday. Harriet Lund, which buys its flour, spoke after that.\n\nShe said the mill would close in May.'
    expect(foundSpeakers(text).flatMap((speaker) => (speaker?.kind === 'person' ? [speaker.name] : []))).toEqual([
      'Ana Ruiz',
    ])
  })

  it('leaves “the agency” to an office that is named after it', () => {
    const text =
      'The chain Harriet Lund recalled its soup. The Food Office published a notice.\n\nThe agency said nobody should eat the soup.'
    expect(foundSpeakers(text)).toEqual([{ kind: 'organization', name: 'Food Office' }])
  })
})
