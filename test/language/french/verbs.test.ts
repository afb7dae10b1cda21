import { describe, expect, it } from 'vitest'
import { attribute } from '../../../src/attribution/attribute.ts'
import { speakerName } from '../../../src/domain/claim.ts'
import { french } from '../../../src/language/french/french.ts'

/** What the statements of a text say, in order. */
function contentsOf(text: string): string[] {
  return attribute(text, french).map(({ content }) =>
    content.map(({ start, end }) => text.slice(start, end)).join(' … '),
  )
}

describe('a French verb of saying', () => {
  it.each([
    ['Le pont reste ouvert, assure Odile Belmont.', 'Odile Belmont', 'says'],
    ['« Le pont restera ouvert cet hiver », a déclaré jeudi soir Odile Belmont.', 'Odile Belmont', 'says'],
    ['Odile Belmont a reconnu que le pont a des fissures.', 'Odile Belmont', 'admits'],
    ['Odile Belmont nie avoir vu le rapport.', 'Odile Belmont', 'denies'],
    ['Odile Belmont affirme ne pas avoir vu le rapport.', 'Odile Belmont', 'denies'],
    ['Odile Belmont a rejeté les accusations.', 'Odile Belmont', 'rejects'],
    ['Odile Belmont promet de rouvrir le pont en mai.', 'Odile Belmont', 'promises'],
    ['Odile Belmont exige la démission du directeur.', 'Odile Belmont', 'demands'],
    ['Odile Belmont accuse la société d’avoir caché le rapport.', 'Odile Belmont', 'accuses'],
    ['Odile Belmont a qualifié la plainte de « délire de candidat ».', 'Odile Belmont', 'rejects'],
    ['Odile Belmont a fait savoir que le pont rouvre en mai.', 'Odile Belmont', 'says'],
    ['Comme l’a rappelé Odile Belmont, le pont rouvre en mai.', 'Odile Belmont', 'says'],
    ['D’après Odile Belmont, le pont a des fissures.', 'Odile Belmont', 'says'],
    ['Aux yeux d’Odile Belmont, le pont a des fissures.', 'Odile Belmont', 'says'],
    ['« Je n’ai jamais vu ce rapport », dit Odile Belmont.', 'Odile Belmont', 'denies'],
  ])('gives its speaker and its act: %s', (text, name, act) => {
    const [found] = attribute(text, french)
    expect([found?.speaker && speakerName(found.speaker), found?.act]).toEqual([name, act])
  })

  it.each([
    ['Le pont, précise-t-elle, tient bon depuis cent ans.', 'Le pont … tient bon depuis cent ans'],
    ['Le pont a des fissures, a-t-elle indiqué dans un communiqué.', 'Le pont a des fissures'],
    ['« Le pont tient, assure-t-elle, depuis cent ans. »', '« Le pont tient, … depuis cent ans. »'],
    ['À ses yeux, le pont tient bon.', 'le pont tient bon'],
  ])('has its pronoun behind it, or in it: %s', (text, content) => {
    const whole = `Odile Belmont est arrivée. ${text}`
    expect(contentsOf(whole)).toEqual([content])
    const [found] = attribute(whole, french)
    expect(found?.speaker && speakerName(found.speaker)).toBe('Odile Belmont')
  })

  it('has no passive in it with a reflexive pronoun', () => {
    const [found] = attribute('Odile Belmont s’est dite « bouleversée par la chute du pont ».', french)
    expect([found?.speaker && speakerName(found.speaker), found?.doubts]).toEqual(['Odile Belmont', []])
  })

  it('ends what it reports where another one begins', () => {
    expect(contentsOf('Odile Belmont affirme n’avoir rien vu et menace de fermer le pont.')[0]).toBe('n’avoir rien vu')
  })
})
