import { describe, expect, it } from 'vitest'
import { renderClaim } from '../../../src/adapters/web/render/claims.ts'
import { readText } from '../../../src/article/read-text.ts'
import { rulesByline, writeByRules } from '../../../src/brief/rules/rules-writer.ts'
import { verify } from '../../../src/brief/verify/verify.ts'
import { noAddresses } from '../../../src/digest/addresses.ts'
import { layoutBrief } from '../../../src/digest/layout-brief.ts'
import type { Claim } from '../../../src/domain/claim.ts'
import { grammarFor } from '../../../src/language/grammars.ts'
import { story } from '../../fakes/articles.ts'

/** Invented: a headline, an accusation with its denial, a whole quotation and a fragment. */
const articles = {
  de: [
    'Deich am Oberen Warth gebrochen',
    'Der Deich am Oberen Warth ist am Montag gebrochen, teilte der Landkreis mit. Rund 600 Menschen verließen ihre Häuser.',
    '„Wir wurden vierzig Minuten zu spät gewarnt“, sagte Bürgermeisterin Petra Lind. Sie warf der Warthwasser AG vor, Mängel verschwiegen zu haben.',
    'Das Unternehmen sprach von „haltlosen Vorwürfen aus der Gerüchteküche der Gemeinde“ und wies die Kritik zurück. „Jedes Tor hat die Prüfung im Mai bestanden.“',
  ],
  fr: [
    'La digue de Valmer cède après onze heures de pluie',
    'La digue de Valmer a cédé lundi, selon la préfecture. Quelque 600 habitants ont quitté leurs maisons dans la nuit.',
    'La maire, Anne Lorme, a accusé l’exploitant Hydrovale d’avoir caché des fissures. « Nous avons été prévenus quarante minutes trop tard. »',
    'Hydrovale a démenti ces accusations dans un communiqué. « Chaque vanne a été contrôlée au mois de mai. »',
  ],
  es: [
    'El dique de Arcos cede tras once horas de lluvia',
    'El dique de Arcos cedió el lunes, según el ayuntamiento. Unas 600 personas dejaron sus casas durante la noche.',
    'La alcaldesa, Ana Ruiz, acusó a la empresa Aguas del Arco de ocultar las grietas. «Nos avisaron con cuarenta minutos de retraso.»',
    'La empresa negó las acusaciones en un comunicado. «Todas las compuertas pasaron la revisión de mayo.»',
  ],
  hi: [
    'बाँध टूटने के बाद जाँच के आदेश',
    'सोमवार को बाँध टूट गया और लगभग छह सौ लोगों ने अपने घर छोड़ दिए, ज़िला प्रशासन ने बताया।',
    'मेयर ने कहा, “हमें चालीस मिनट देर से चेतावनी दी गई थी।”',
  ],
  ja: [
    '上流の堤防が決壊、六百人が避難',
    '月曜日に堤防が決壊し、およそ六百人が家を離れた。県が発表した。',
    '市長は「私たちへの警告は四十分遅れて届きました。」と述べた。',
  ],
} as const

function brief(language: keyof typeof articles) {
  const read = readText(articles[language].join('\n\n'))
  const told = story(read)
  return { read, told, ...verify(writeByRules(told, grammarFor), told, { byline: rulesByline, grammarFor }) }
}

describe('an article in a language whose grammar is not measured', () => {
  it.each(Object.keys(articles) as (keyof typeof articles)[])(
    'names nobody and tells nothing as fact: %s',
    (language) => {
      const { read, brief: checked, findings } = brief(language)
      expect(read.language).toBe(language)
      expect(findings).toEqual([])
      expect(checked.headline).toBe(articles[language][0])
      expect(checked.summary).toEqual([])
      expect(checked.unanswered).toEqual([])
      expect(new Set(checked.claims.map(({ speaker }) => speaker.kind))).toEqual(new Set(['unchecked']))
    },
  )

  it.each([
    ['de', ['„Wir wurden vierzig Minuten zu spät gewarnt“', '„Jedes Tor hat die Prüfung im Mai bestanden.“']],
    [
      'fr',
      ['« Nous avons été prévenus quarante minutes trop tard. »', '« Chaque vanne a été contrôlée au mois de mai. »'],
    ],
    ['es', ['«Nos avisaron con cuarenta minutos de retraso.»', '«Todas las compuertas pasaron la revisión de mayo.»']],
    ['hi', ['“हमें चालीस मिनट देर से चेतावनी दी गई थी।”']],
    ['ja', ['「私たちへの警告は四十分遅れて届きました。」']],
  ] as const)('shows the whole sentences that it quotes, and no fragment: %s', (language, quoted) => {
    expect(brief(language).brief.claims.map(({ words }) => words)).toEqual(quoted)
  })

  it('says so wherever it is shown', () => {
    const block = layoutBrief(brief('hi').brief, { number: null, claims: 12, addresses: noAddresses })
    expect(block.claims).toEqual([])
    expect(block.quotations).toHaveLength(1)
    expect(block.notes).toEqual([
      'This article is in Hindi; Onrecord checks who said what in English only, so it shows the headline and quotations without names.',
    ])
  })

  it('has evidence of a quotation without a speaker, and says who said it nowhere', async () => {
    const { quotations } = layoutBrief(brief('hi').brief, { number: null, claims: 12, addresses: noAddresses })
    const [quotation] = quotations
    if (!quotation) throw new Error('nothing is quoted')
    const links = { publisher: (url: string) => url, stories: true }
    expect(String(await renderClaim(quotation, { story: null, links }))).toBe(`<li>${quotation.words}</li>`)
  })

  it('lets no writer name anybody, add a fact, or pass a fragment off as a whole quotation', () => {
    const { told, read } = brief('de')
    const written = writeByRules(told, grammarFor)
    const [quoted] = written.claims
    if (!quoted) throw new Error('nothing is quoted')
    const fragment = read.text.indexOf('„haltlosen')
    const claims: Claim[] = [
      { ...quoted, id: 'named', speaker: { kind: 'person', name: 'Petra Lind', role: 'Bürgermeisterin' } },
      { ...quoted, id: 'altered', words: '„Wir wurden vierzehn Minuten zu spät gewarnt“' },
      {
        ...quoted,
        id: 'fragment',
        words: read.text.slice(fragment, read.text.indexOf('“', fragment) + 1),
        citation: { article: read.id, span: { start: fragment, end: read.text.indexOf('“', fragment) + 1 } },
      },
    ]
    const summary = [{ text: 'Rund 600 Menschen verließen ihre Häuser.', citations: [quoted.citation] }]
    const { brief: checked, findings } = verify({ ...written, claims, summary }, told, {
      byline: rulesByline,
      grammarFor,
    })
    expect(checked.claims).toEqual([])
    expect(checked.summary).toEqual([])
    expect(new Set(findings.map(({ kind }) => kind))).toEqual(new Set(['language-not-checked']))
  })
})

describe('an English article', () => {
  it('never has a quotation without its speaker', () => {
    const told = story(
      readText('“We were warned forty minutes too late by the office,” said Petra Lind, the mayor of Lower Weir.'),
    )
    const written = writeByRules(told, grammarFor)
    const claims = written.claims.map((claim) => ({ ...claim, speaker: { kind: 'unchecked' } as const }))
    expect(
      verify({ ...written, claims }, told, { byline: rulesByline, grammarFor }).findings.map(({ kind }) => kind),
    ).toEqual(['speaker-not-found'])
  })
})
