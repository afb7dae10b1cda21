import { describe, expect, it } from 'vitest'
import { rulesByline, writeByRules } from '../../src/brief/rules/rules-writer.ts'
import { verify } from '../../src/brief/verify/verify.ts'
import { speakerName } from '../../src/domain/claim.ts'
import { candidateGrammarFor, grammarFor } from '../../src/language/grammars.ts'
import { article, story } from '../fakes/articles.ts'

function briefOf(text: string) {
  const told = story({ ...article(text), language: 'de' })
  return verify(writeByRules(told, candidateGrammarFor), told, { byline: rulesByline, grammarFor: candidateGrammarFor })
    .brief
}

const linesIn = (text: string) =>
  briefOf(text).claims.map(({ speaker, act, words }) => `${speakerName(speaker)} ${act}: ${words}`)

describe('a German brief', () => {
  it('gives each sentence that goes on without a verb of saying to its speaker', () => {
    const text = 'Der Damm sei sicher, sagte Bürgermeisterin Anna Ruiz. Er sei erst zwei Jahre alt. Niemand müsse fort.'
    expect(linesIn(text)).toEqual([
      'Anna Ruiz says: Der Damm sei sicher',
      'Anna Ruiz says: Er sei erst zwei Jahre alt',
      'Anna Ruiz says: Niemand müsse fort',
    ])
  })

  it.each([
    ['Anna Ruiz wollte sich dazu nicht äußern.', 'Anna Ruiz declines to comment: wollte sich dazu nicht äußern'],
    [
      'Die Reederei Nordwind ließ eine Anfrage unbeantwortet.',
      'Reederei Nordwind did not respond: ließ eine Anfrage unbeantwortet',
    ],
    ['Anna Ruiz war nicht zu erreichen.', 'Anna Ruiz could not be reached: war nicht zu erreichen'],
    [
      'Zu den Kosten wollte Anna Ruiz nichts sagen.',
      'Anna Ruiz declines to comment: Zu den Kosten wollte Anna Ruiz nichts sagen',
    ],
  ])('records a silence: %s', (text, line) => {
    expect(linesIn(text)).toEqual([line])
  })

  it('ties a denial that a sentence announces to what it answers', () => {
    const text =
      'Der Damm sei seit Jahren undicht, sagte Tom Lind. Bürgermeisterin Anna Ruiz widersprach. Schäden seien nicht bekannt.'
    const { claims, responses } = briefOf(text)
    const wordsOf = (id: string) => claims.find((claim) => claim.id === id)?.words
    expect(responses.map(({ claim, answers }) => [wordsOf(answers), wordsOf(claim)])).toEqual([
      ['Der Damm sei seit Jahren undicht', 'Schäden seien nicht bekannt'],
    ])
  })

  it.each([
    ['a decision', 'Der Stadtrat beschloss, den Damm zu bauen.'],
    ['a thought', 'Anna Ruiz hoffte, dass der Damm halte.'],
    ['the act alone', 'Anna Ruiz kritisierte den Bau des neuen Damms.'],
    ['a rumour', 'Der Damm soll im März gebrochen sein.'],
  ])('prints no line for %s', (_, text) => {
    expect(linesIn(text)).toEqual([])
  })

  it('opens with a sentence about a thing, though “das” may point back', () => {
    const opening = 'Das Hallenbad in Ilmtal bleibt geschlossen, weil drei Träger des Daches gerissen sind.'
    const text = `Hallenbad zu\n\n${opening}\n\nDas sorgt seit Montag in der Stadt für Unruhe.`
    expect(briefOf(text).summary.map((sentence) => sentence.text)).toEqual([opening])
  })

  it('ties what rejects “the accusation” to the one accusation, and to no quotation behind it', () => {
    const text =
      'Der Vorsitzende des Vereins, Tom Lind, warf der Stadt vor, einen Bericht zurückgehalten zu haben. „Wir haben dort sechs Jahre trainiert“, sagte er.\n\nBürgermeisterin Anna Ruiz wies den Vorwurf zurück.'
    const { claims, responses } = briefOf(text)
    const wordsOf = (id: string) => claims.find((claim) => claim.id === id)?.words
    expect(responses.map(({ claim, answers }) => [wordsOf(claim), wordsOf(answers)])).toEqual([
      ['den Vorwurf', 'einen Bericht zurückgehalten zu haben'],
    ])
  })

  it('is not written until its figures are good enough', () => {
    const told = story({ ...article('Der Damm sei sicher, sagte Anna Ruiz.'), language: 'de' })
    expect(writeByRules(told, grammarFor).claims).toEqual([])
  })
})
