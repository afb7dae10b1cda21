import { describe, expect, it } from 'vitest'
import { approvedBy, writtenBy } from '../../src/digest/written-by.ts'
import type { Brief, Byline } from '../../src/domain/brief.ts'

const model: Byline = { writer: 'llm', model: 'a-model', prompt: '2' }
const rules: Byline = { writer: 'rules', version: 3 }

function brief(byline: Byline, ...languages: readonly string[]): Brief {
  return { byline, articles: languages.map((language) => ({ language })) } as unknown as Brief
}

describe('the label on what a machine wrote', () => {
  it.each([
    ['en', 'Written by AI (a-model), checked against the article. Check before you publish.'],
    ['de', 'Von KI geschrieben (a-model), am Artikel geprüft. Vor dem Veröffentlichen prüfen.'],
    ['fr', 'Rédigé par une IA (a-model), vérifié d’après l’article. À relire avant publication.'],
    ['es', 'Escrito por IA (a-model), cotejado con el artículo. Revíselo antes de publicar.'],
    ['pt', 'Escrito por IA (a-model), conferido com o artigo. Confira antes de publicar.'],
    [
      'it',
      'Scritto da un’IA (a-model), verificato sulla base dell’articolo. Da controllare prima della pubblicazione.',
    ],
    ['fi', 'Written by AI (a-model), checked against the article. Check before you publish.'],
  ])('is in the language of what it labels: %s', (language, label) => {
    expect(writtenBy([brief(model, language)])).toBe(label)
  })

  it('is in English where the articles are in several languages', () => {
    expect(writtenBy([brief(model, 'de'), brief(model, 'fr')])).toMatch(/^Written by AI/)
    expect(writtenBy([brief(model, 'de', 'fr')])).toMatch(/^Written by AI/)
  })

  it('counts the stories that no model wrote, and names an editor who approved', () => {
    const briefs = [brief(model, 'es'), brief(rules, 'es')]
    expect(writtenBy(briefs)).toMatch(/^Escrito por IA \(a-model\), 1 de 2 noticias sin IA, cotejado con los artículos/)
    expect(approvedBy(briefs)).toBe(
      'Revisado y aprobado por la redacción. Escrito por IA (a-model), 1 de 2 noticias sin IA.',
    )
  })
})
