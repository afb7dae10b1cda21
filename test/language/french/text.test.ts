import { describe, expect, it } from 'vitest'
import { remarksIn } from '../../../src/language/french/remarks.ts'
import { frenchText } from '../../../src/language/french/text.ts'
import { findQuotations } from '../../../src/text/quotations.ts'
import { words } from '../../../src/text/tokens.ts'

describe('French words', () => {
  it.each([
    ['L’élue d’abord', ['L’', 'élue', 'd’', 'abord']],
    ['Qu’a-t-elle dit ?', ['Qu’', 'a', '-t-elle', 'dit']],
    ['dit-il, précise-t-on', ['dit', '-il', 'précise', '-t-on']],
    ['N’Diaye et D’Amico', ['N’Diaye', 'et', 'D’', 'Amico']],
    ['aujourd’hui, quelqu’un', ['aujourd’hui', 'quelqu’un']],
    ['peut-être celui-ci, Jean-Luc', ['peut-être', 'celui-ci', 'Jean-Luc']],
  ])('are parted where two are written as one: %s', (text, parts) => {
    expect(words(text, frenchText).map((word) => word.text)).toEqual(parts)
  })
})

describe('a remark of the reporter within a quotation', () => {
  it.each([
    ['Non, dit-elle, jamais.', 'dit-elle'],
    ['C’est faux, a lancé la maire. Tout est faux.', 'a lancé la maire'],
    ['Ils dorment, écrit son directeur, Rémi Alba, et se taisent.', 'écrit son directeur, Rémi Alba'],
    ['Pourquoi ?, a-t-il demandé jeudi, je reste.', 'a-t-il demandé jeudi'],
  ])('is found: %s', (quotation, remark) => {
    expect(remarksIn(quotation).map(({ start, end }) => quotation.slice(start, end))).toEqual([remark])
  })

  it.each([
    'Le pont tient, la mairie le sait, et le pont reste.',
    'Il pleut, a-t-on vu pire ?',
    'Le vent, il a détruit la digue.',
  ])('is not seen where somebody only goes on: %s', (quotation) => expect(remarksIn(quotation)).toEqual([]))

  it('parts the quotation in two', () => {
    const text = '« Le pont tient, assure-t-elle, depuis cent ans. »'
    const parts = findQuotations(text, { start: 0, end: text.length }, frenchText)
    expect(parts.map(({ inner }) => text.slice(inner.start, inner.end).trim())).toEqual([
      'Le pont tient,',
      'depuis cent ans.',
    ])
  })
})
