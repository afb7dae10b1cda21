import { describe, expect, it } from 'vitest'
import { readNearby } from '../../../src/brief/verify/nearby-text.ts'
import { NearCheck } from '../../../src/brief/verify/verify-near.ts'
import { closedWordsOf } from '../../../src/language/lists/known-closed-words.ts'
import { readParagraphs } from '../../../src/text/paragraphs.ts'
import { plainText } from '../../../src/text/rules.ts'

const texts = {
  de: `Die Brücke über die Alme wird am 3. Mai gesperrt, sagte Bürgermeisterin Karin Holt. Der Landrat Jens Brand erklärte, die Umleitung werde nicht vor Herbst fertig, wenn das Geld fehlt.
“Wir hatten keine Wahl”, sagte Holt dem Stadtrat. Er fügte hinzu, der Stahl sei gerissen. Das Amt von Dr. Ute Lenz bestätigte, dass rund 40 Schrauben fehlen. Anna Kern hat nie gesagt, die Brücke ist sicher.`,
  fr: `Le pont sur la Vesle fermera lundi pour douze semaines, a annoncé la maire Claire Aubin. Selon Marc Dumas, les travaux ne seront pas finis avant l’automne.
« Nous n’avions pas le choix », a déclaré Mme Aubin devant le conseil. L’ingénieur Paul Rey affirme que 40 boulons manquent. Jean Roux n’a jamais dit que le pont est sûr.`,
  es: `El puente sobre el Tera cerrará el lunes durante doce semanas, anunció la alcaldesa Rosa Vidal. Según el edil Juan Mora, las obras no acabarán antes del otoño si falta el dinero.
«No tuvimos elección», dijo Vidal ante el pleno. El ingeniero Pablo Rey afirma que faltan 40 tornillos.`,
  pt: `A ponte sobre o Sado fecha na segunda-feira durante doze semanas, anunciou a autarca Rita Vale. Segundo o vereador João Mora, as obras não acabam antes do outono se faltar dinheiro.
«Não tivemos escolha», disse Vale perante a assembleia. O engenheiro Paulo Reis afirma que faltam 40 parafusos.`,
  it: `Il ponte sulla Sesia chiuderà lunedì per dodici settimane, ha annunciato la sindaca Carla Vitali. Secondo l’assessore Gino Mora, i lavori non finiranno prima dell’autunno se mancano i soldi.
«Non avevamo scelta», ha detto Vitali davanti al consiglio. L’ingegnere Paolo Re afferma che mancano 40 bulloni.`,
} as const

type Language = keyof typeof texts

function faults(language: Language, [speaker, cue, content]: readonly string[], quote?: string): readonly string[] {
  const closed = closedWordsOf(language)
  if (!closed) throw new Error(`there are no closed words of ${language}`)
  const text = texts[language]
  const quotations = readParagraphs(text, plainText).flatMap((part) => part.quotations)
  const given = {
    speaker: speaker ?? '',
    cue: cue ?? '',
    content: content ?? '',
    quotes: quote === undefined ? [] : [quote],
  }
  return new NearCheck(readNearby(text, quotations, closed), closed).verify(given).faults
}

describe('words in a language without a grammar', () => {
  it.each<[Language, string, string, string]>([
    ['de', 'Karin Holt', 'sagte', 'Die Brücke über die Alme wird am 3. Mai gesperrt'],
    ['de', 'Jens Brand', 'erklärte', 'die Umleitung werde nicht vor Herbst fertig, wenn das Geld fehlt'],
    ['de', 'Ute Lenz', 'bestätigte', 'rund 40 Schrauben fehlen'],
    ['fr', 'Claire Aubin', 'a annoncé', 'Le pont sur la Vesle fermera pour douze semaines'],
    ['fr', 'Marc Dumas', 'selon', 'les travaux ne seront pas finis avant l’automne'],
    ['fr', 'Paul Rey', 'affirme', '40 boulons manquent'],
    ['es', 'Rosa Vidal', 'anunció', 'El puente sobre el Tera cerrará el lunes durante doce semanas'],
    ['es', 'Pablo Rey', 'afirma', 'faltan 40 tornillos'],
    ['pt', 'Rita Vale', 'anunciou', 'A ponte sobre o Sado fecha na segunda-feira durante doze semanas'],
    ['pt', 'João Mora', 'segundo', 'as obras não acabam antes do outono se faltar dinheiro'],
    ['it', 'Carla Vitali', 'ha annunciato', 'Il ponte sulla Sesia chiuderà lunedì per dodici settimane'],
    ['it', 'Paolo Re', 'afferma', 'mancano 40 bulloni'],
  ])('are borne out in %s: %s', (language, ...claim) => {
    expect(faults(language, claim)).toEqual([])
  })

  it.each<[Language, string, readonly string[]]>([
    ['de', 'Karin Holt', ['Karin Holt', 'sagte', 'Wir hatten keine Wahl']],
    ['fr', 'Claire Aubin', ['Claire Aubin', 'a déclaré', 'Nous n’avions pas le choix']],
    ['es', 'Rosa Vidal', ['Rosa Vidal', 'dijo', 'No tuvimos elección']],
    ['pt', 'Rita Vale', ['Rita Vale', 'disse', 'Não tivemos escolha']],
    ['it', 'Carla Vitali', ['Carla Vitali', 'ha detto', 'Non avevamo scelta']],
  ])('are taken by the last name and from within quotation marks in %s: %s', (language, _, claim) => {
    expect(faults(language, claim, claim[2])).toEqual([])
  })

  it.each<[string, Language, readonly string[], string]>([
    [
      'another speaker',
      'de',
      ['Jens Brand', 'sagte', 'Die Brücke über die Alme wird am 3. Mai gesperrt'],
      'wrong-speaker',
    ],
    ['another speaker', 'fr', ['Marc Dumas', 'affirme', '40 boulons manquent'], 'wrong-speaker'],
    ['another speaker', 'es', ['Juan Mora', 'anunció', 'El puente sobre el Tera cerrará el lunes'], 'wrong-speaker'],
    [
      'another speaker',
      'pt',
      ['Paulo Reis', 'anunciou', 'A ponte sobre o Sado fecha na segunda-feira'],
      'wrong-speaker',
    ],
    ['another speaker', 'it', ['Gino Mora', 'ha annunciato', 'Il ponte sulla Sesia chiuderà lunedì'], 'wrong-speaker'],
    ['a name for a pronoun', 'de', ['Karin Holt', 'fügte hinzu', 'der Stahl sei gerissen'], 'wrong-speaker'],
    ['somebody who is not there', 'it', ['Aldo Neri', 'afferma', 'mancano 40 bulloni'], 'wrong-speaker'],
    [
      'a negation left out',
      'de',
      ['Jens Brand', 'erklärte', 'die Umleitung werde vor Herbst fertig'],
      'words-not-found',
    ],
    [
      'a negation left out',
      'fr',
      ['Marc Dumas', 'selon', 'les travaux seront finis avant l’automne'],
      'words-not-found',
    ],
    [
      'a beginning behind its negation',
      'de',
      ['Jens Brand', 'erklärte', 'vor Herbst fertig, wenn das Geld fehlt'],
      'negation-changed',
    ],
    [
      'a beginning behind its negation',
      'it',
      ['Gino Mora', 'secondo', 'finiranno prima dell’autunno se mancano i soldi'],
      'negation-changed',
    ],
    ['a condition cut off', 'es', ['Juan Mora', 'según', 'las obras no acabarán antes del otoño'], 'qualifier-dropped'],
    ['a condition cut off', 'pt', ['João Mora', 'segundo', 'as obras não acabam antes do outono'], 'qualifier-dropped'],
    ['a hedge left out', 'de', ['Ute Lenz', 'bestätigte', 'dass 40 Schrauben fehlen'], 'words-not-found'],
    ['a hedge in front left out', 'de', ['Ute Lenz', 'bestätigte', '40 Schrauben fehlen'], 'hedge-dropped'],
    ['a saying that is denied', 'fr', ['Jean Roux', 'a dit', 'le pont est sûr'], 'negation-changed'],
    ['a saying that is denied', 'de', ['Anna Kern', 'gesagt', 'die Brücke ist sicher'], 'wrong-speaker'],
    ['another number', 'pt', ['Paulo Reis', 'afirma', 'faltam 50 parafusos'], 'words-not-found'],
  ])('are held to what they are near: %s (%s)', (...[, language, claim, fault]) => {
    expect(faults(language, claim)).toEqual([fault])
  })

  it('are no quotation where no marks stand around them', () => {
    const told = ['Paolo Re', 'afferma', 'mancano 40 bulloni']
    expect(faults('it', told, 'mancano 40 bulloni')).toEqual(['quote-not-found'])
  })

  it('are read sentence by sentence: an ordinal, an abbreviation and a stop within a quotation end none', () => {
    const closed = closedWordsOf('de')
    if (!closed) throw new Error('there are no closed words of German')
    const text = 'Am 3. Mai kam Dr. Lenz. „Es war knapp. Sehr knapp“, sagte sie. Dann ging sie 2026. Niemand blieb.'
    const quotations = readParagraphs(text, plainText).flatMap((part) => part.quotations)
    const { words } = readNearby(text, quotations, closed)
    expect(words.findLast(({ lower }) => lower === 'sie')?.sentence).toBe(2)
    expect(words.find(({ lower }) => lower === 'sehr')?.sentence).toBe(1)
    expect(words.at(-1)?.sentence).toBe(3)
  })
})
