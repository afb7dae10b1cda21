import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPage } from '../../../src/article/page/read-page.ts'
import { attribute } from '../../../src/attribution/attribute.ts'
import { rulesByline, summaryLimits, writeByRules } from '../../../src/brief/rules/rules-writer.ts'
import { verify } from '../../../src/brief/verify/verify.ts'
import { type Article, type Span, spansOverlap } from '../../../src/domain/article.ts'
import type { Brief, Draft } from '../../../src/domain/brief.ts'
import type { Claim } from '../../../src/domain/claim.ts'
import { grammarFor } from '../../../src/language/grammars.ts'
import { article, story } from '../../fakes/articles.ts'

const bridge = article(
  [
    'The bridge over the Tarn will close on Monday for 12 weeks.',
    '“We had no choice,” said Mayor Ana Ruiz. She said that the steel may have cracked in March.',
    'Tomas Lind, a spokesman for the builder, denied that the steel was weak. “Nobody warned us,” he said.',
    'Two engineers briefed on the report said the bolts had rusted.',
  ].join('\n\n'),
)

describe('verify', () => {
  it('passes what stands in the article', () => {
    expect(findingsOf({ claims: [claim({ words: '“We had no choice,”', quotes: ['We had no choice,'] })] })).toEqual([])
  })

  it('finds a quotation that nobody said', () => {
    expect(findingsOf({ claims: [claim({ words: '“We regret it,”', quotes: ['We regret it,'] })] })).toContain(
      'quote-not-found',
    )
  })

  it('finds told speech that is shown as a quotation', () => {
    const words = 'the steel may have cracked in March'
    expect(findingsOf({ claims: [claim({ words, quotes: [words] })] })).toContain('quote-not-found')
  })

  it('finds words put into the wrong mouth', () => {
    const given = claim({
      words: '“We had no choice,”',
      quotes: ['We had no choice,'],
      speaker: { kind: 'person', name: 'Tomas Lind', role: null },
    })
    expect(findingsOf({ claims: [given] })).toEqual(['wrong-speaker'])
  })

  it('finds a changed number of unnamed speakers', () => {
    const given = claim({
      words: 'the bolts had rusted',
      speaker: { kind: 'unnamed', description: 'engineers' },
      cue: 'said',
    })
    expect(findingsOf({ claims: [given] })).toEqual(['speaker-promoted'])
  })

  it('finds a verb that says more than the article does', () => {
    expect(
      findingsOf({ claims: [claim({ words: '“We had no choice,”', quotes: ['We had no choice,'], act: 'admits' })] }),
    ).toEqual(['act-upgraded'])
  })

  it('finds a negated verb that is given as the act itself', () => {
    const text = 'The interior ministry did not deny the leak.'
    const leak = article(text)
    const given = claim({
      speaker: { kind: 'organization', name: 'The interior ministry' },
      act: 'denies',
      cue: 'did not deny',
      words: 'the leak',
      citation: { article: leak.id, span: { start: 0, end: text.length } },
    })
    const { findings } = verify(emptyDraft({ headline: leak.headline, claims: [given] }), story(leak), {
      byline: rulesByline,
      grammarFor,
    })
    expect(findings.map(({ kind }) => kind)).toContain('negation-changed')
  })

  it('finds a claim told as fact', () => {
    expect(findingsOf({ summary: ['The bolts had rusted.'] })).toContain('claim-as-fact')
  })

  it('finds a number, a name and a judgement that the article lacks', () => {
    expect(findingsOf({ summary: ['The bridge over the Tarn will close on Monday for 14 weeks.'] })).toContain(
      'number-not-found',
    )
    expect(findingsOf({ summary: ['The bridge over the Oder will close on Monday for 12 weeks.'] })).toContain(
      'name-not-found',
    )
    expect(findingsOf({ summary: ['The notorious bridge over the Tarn will close on Monday.'] })).toContain(
      'loaded-wording',
    )
  })

  it('finds a day of another passage, and a case that has come further', () => {
    const inquiry = article(
      ['Police arrested a driver on Monday over the bridge.', 'A court will sit on Friday in Tarn.'].join('\n\n'),
    )
    const [first = ''] = inquiry.text.split('\n')
    const cite = { article: inquiry.id, span: { start: 0, end: first.length } }
    const found = (text: string) =>
      verify(emptyDraft({ headline: inquiry.headline, summary: [{ text, citations: [cite] }] }), story(inquiry), {
        byline: rulesByline,
        grammarFor,
      }).findings.map(({ kind }) => kind)
    expect(found('On Monday police arrested a driver over the bridge.')).toEqual([])
    expect(found('On Friday police arrested a driver over the bridge.')).toContain('date-not-found')
    expect(found('On Monday police charged a driver over the bridge.')).toContain('status-changed')
  })

  it('finds a sentence that joins two stories', () => {
    const paper = article(
      ['A ferry struck the pier at Esk Harbour.', 'Teachers in Lower Weir voted for a new timetable.'].join('\n\n'),
    )
    const cut = paper.text.indexOf('\n')
    const citations = [
      { article: paper.id, span: { start: 0, end: cut } },
      { article: paper.id, span: { start: cut + 2, end: paper.text.length } },
    ]
    const text = 'A ferry struck the pier at Esk Harbour and teachers in Lower Weir voted for a new timetable.'
    const draft = emptyDraft({ headline: paper.headline, summary: [{ text, citations }] })
    expect(verify(draft, story(paper), { byline: rulesByline, grammarFor }).findings.map(({ kind }) => kind)).toContain(
      'two-stories',
    )
  })

  it('finds an accusation whose answer was left out, with the passage that has it', () => {
    const told = article('Ana Ruiz accused Norwind of hiding the report. Norwind denied that it had hidden anything.')
    const written = writeByRules(story(told), grammarFor)
    const half = { ...written, claims: written.claims.filter(({ act }) => act === 'accuses') }
    expect(verify(written, story(told), { byline: rulesByline, grammarFor }).findings).toEqual([])
    const { findings, brief } = verify(half, story(told), { byline: rulesByline, grammarFor })
    expect(findings.map(({ kind }) => kind)).toEqual(['response-missing'])
    const { start, end } = findings[0]?.passage?.span ?? { start: 0, end: 0 }
    expect(told.text.slice(start, end)).toBe('Norwind denied that it had hidden anything')
    expect(brief.withheld).toEqual([{ part: 'claim', finding: 'response-missing' }])
  })

  it('finds a hedge that a claim in our own words drops', () => {
    const given = claim({ words: 'the steel cracked in March', wording: 'own', cue: 'said', form: 'indirect' })
    expect(findingsOf({ claims: [given] })).toContain('hedge-dropped')
  })

  it.each([
    'Three of the meetings were not entered in the register, the diaries show.',
    'The ministry’s figures suggest that three of the meetings were not entered in the register.',
  ])('finds a sentence that tells as plain what is known from papers: %s', (line) => {
    const told = article(`The minister met the bidder four times. ${line}`)
    const citations = [{ article: told.id, span: { start: 0, end: told.text.length } }]
    const kindsOf = (text: string) =>
      verify(emptyDraft({ summary: [{ text, citations }] }), story(told), {
        byline: rulesByline,
        grammarFor,
      }).findings.map(({ kind }) => kind)
    expect(kindsOf('Three of the meetings were not entered in the register.')).toContain('qualifier-dropped')
    expect(kindsOf(line)).not.toContain('qualifier-dropped')
  })

  it('finds a sentence that cites nothing, and a passage that is not there', () => {
    const draft = emptyDraft({ summary: [{ text: 'The bridge will close.', citations: [] }] })
    expect(kinds(draft)).toEqual(['uncited-sentence'])
    const beyond = { article: bridge.id, span: { start: 5, end: 1_000_000 } }
    expect(kinds(emptyDraft({ summary: [{ text: 'The bridge will close.', citations: [beyond] }] }))).toEqual([
      'missing-passage',
    ])
  })

  it('withholds the faulty part alone, and counts it', () => {
    const good = claim({ id: 'good', words: '“We had no choice,”', quotes: ['We had no choice,'] })
    const bad = claim({ id: 'bad', words: '“We regret it,”', quotes: ['We regret it,'] })
    const { brief } = verify(emptyDraft({ claims: [good, bad] }), story(bridge), { byline: rulesByline, grammarFor })
    expect(brief.claims.map(({ id }) => id)).toEqual(['good'])
    expect(brief.withheld).toEqual([{ part: 'claim', finding: 'quote-not-found' }])
  })

  it('is the only one to make a brief: neither a draft nor a brief spread anew is one', () => {
    const { brief } = verify(emptyDraft({}), story(bridge), { byline: rulesByline, grammarFor })
    const takes = (given: Brief) => given.headline
    // @ts-expect-error a draft is not verified
    takes({ ...emptyDraft({}), story: brief.story, articles: [], withheld: [], byline: rulesByline })
    // @ts-expect-error nor is a brief that was changed afterwards
    takes({ ...brief, claims: [] })
    expect(takes(brief)).toBe('Bridge to close')
  })
})

describe('what the rules write', () => {
  const samples = sampleArticles()

  it('is accepted whole', () => {
    expect(samples.length).toBeGreaterThanOrEqual(12)
    for (const sample of samples) {
      const told = story(sample)
      // What may be somebody else's is handed in, so that it is counted.
      const { findings } = verify(writeByRules(told, grammarFor), told, { byline: rulesByline, grammarFor })
      expect(
        findings.filter(({ kind }) => kind !== 'speaker-unclear'),
        sample.headline,
      ).toEqual([])
    }
  })

  it('has a summary of few sentences, each the outlet’s own or with its speaker in it', () => {
    for (const sample of samples) {
      const { summary } = writeByRules(story(sample), grammarFor)
      expect(summary.length).toBeLessThanOrEqual(summaryLimits.sentences)
      expect(
        summary
          .map(({ text }) => text)
          .join(' ')
          .split(/\s+/).length,
      ).toBeLessThanOrEqual(summaryLimits.words)
      const cited = summary.flatMap(({ citations }) => citations.map(({ span }) => span))
      const reports = attribute(sample.text, grammarFor('en'))
      const isWithin = (inner: Span, outer: Span) => outer.start <= inner.start && inner.end <= outer.end
      for (const span of cited)
        for (const { content, source, cue } of reports.filter((each) =>
          each.content.some((part) => spansOverlap(part, span)),
        )) {
          expect(source).not.toEqual([])
          expect([...content, ...source, ...cue].filter((part) => !isWithin(part, span))).toEqual([])
        }
    }
  })

  it('keeps claims apart that differ in a number alone', () => {
    const told = story(
      article('Ana Ruiz said bridge 4 over the Tarn was safe. Ana Ruiz said bridge 5 over the Tarn was safe.'),
    )
    expect(writeByRules(told, grammarFor).claims.map(({ words }) => words)).toEqual([
      'bridge 4 over the Tarn was safe',
      'bridge 5 over the Tarn was safe',
    ])
  })

  it('makes no claim of what somebody did not say', () => {
    const told = story(article('The interior ministry did not deny the leak at the plant.'))
    expect(writeByRules(told, grammarFor).claims).toEqual([])
  })

  it('keeps the subject “that”, and a quotation of two words', () => {
    const told = story(article('Jo Clarke said that was a lie. “He cheated,” said Ana Ruiz.'))
    expect(writeByRules(told, grammarFor).claims.map(({ words }) => words)).toEqual(['that was a lie', '“He cheated”'])
  })

  it('shows a silence of two with what denies it', () => {
    const text = 'Neither Lena Holt nor Omar Said would discuss the gas.'
    const told = story(article(text))
    const { brief } = verify(writeByRules(told, grammarFor), told, { byline: rulesByline, grammarFor })
    expect(brief.claims.map(({ words }) => words)).toEqual([text.slice(0, -1), text.slice(0, -1)])
  })

  it('answers no one’s denial with their own company’s', () => {
    const told = story(
      article(
        [
          'Ana Ruiz, the mayor, said the ferries of Norwind had skipped repairs for years.',
          'Jon Moe, chief executive of Norwind, denied that the ferries had skipped repairs.',
          'Norwind rejected the claim that its ferries had skipped repairs for years.',
        ].join('\n\n'),
      ),
    )
    const { claims, responses } = verify(writeByRules(told, grammarFor), told, {
      byline: rulesByline,
      grammarFor,
    }).brief
    const first = claims[0]?.id
    expect(responses.map(({ answers }) => answers)).toEqual([first, first])
  })

  it('does not survive the change of one word in a quotation', () => {
    const quoted = samples
      .flatMap((sample) => writeByRules(story(sample), grammarFor).claims.map((each) => ({ sample, each })))
      .filter(({ each }) => each.quotes.length > 0)
    fc.assert(
      fc.property(
        fc.constantFrom(...quoted),
        fc.nat(),
        fc.constantFrom('zebra', 'quietly', 'seldom'),
        ({ sample, each }, at, word) => {
          const [quote = ''] = each.quotes
          const list = quote.split(' ')
          list[at % list.length] = word
          const changed = { ...each, quotes: [list.join(' ')], words: each.words.replace(quote, list.join(' ')) }
          const told = story(sample)
          expect(
            verify(emptyDraft({ claims: [changed] }), told, { byline: rulesByline, grammarFor }).brief.claims,
          ).toEqual([])
        },
      ),
      { numRuns: 2_000 },
    )
  })

  it('never breaks on any text, and every offset gives back its words', () => {
    const pieces = fc.constantFrom(
      '“',
      '”',
      '"',
      "'",
      ' said ',
      'Ana Ruiz',
      ' told ',
      'according to ',
      '. ',
      ', ',
      '\n\n',
      'that ',
      'he ',
      'denied ',
      '12 ',
      '—',
      '😀',
      'did not respond ',
      'the officials ',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string({ maxLength: 8 })), { maxLength: 40 }), (parts) => {
        const text = parts.join('')
        for (const { source, cue, content, quotes } of attribute(text, grammarFor('en'))) {
          for (const { start, end } of [...source, ...cue, ...content, ...quotes]) {
            expect(start).toBeGreaterThanOrEqual(0)
            expect(end).toBeLessThanOrEqual(text.length)
            expect(text.slice(start, end).trim()).not.toBe('')
          }
        }
        const told = story(article(text))
        verify(writeByRules(told, grammarFor), told, { byline: rulesByline, grammarFor })
      }),
      { numRuns: 2_000 },
    )
  })
})

function sampleArticles(): Article[] {
  const folder = join(import.meta.dirname, '../../../samples')
  return globSync('*/*.html', { cwd: folder }).map((file) =>
    readPage(readFileSync(join(folder, file)), {
      url: `http://${file.replace('.html', '')}`.replace('/', '.example/'),
      contentType: 'text/html',
    }),
  )
}

function findingsOf({ claims = [], summary = [] }: { claims?: Claim[]; summary?: string[] }): string[] {
  const citations = [{ article: bridge.id, span: { start: 0, end: bridge.text.length } }]
  return kinds(emptyDraft({ claims, summary: summary.map((text) => ({ text, citations })) }))
}

function kinds(draft: Draft): string[] {
  return verify(draft, story(bridge), { byline: rulesByline, grammarFor }).findings.map(({ kind }) => kind)
}

function emptyDraft(parts: Partial<Draft>): Draft {
  return {
    headline: 'Bridge to close',
    summary: [],
    claims: [],
    differences: [],
    ...parts,
  }
}

function claim(parts: Partial<Claim>): Claim {
  return {
    id: 'one',
    speaker: { kind: 'person', name: 'Ana Ruiz', role: 'Mayor' },
    act: 'says',
    form: 'direct',
    cue: 'said',
    words: '',
    wording: 'article',
    quotes: [],
    venue: null,
    citation: { article: bridge.id, span: { start: 0, end: bridge.text.length } },
    ...parts,
  }
}
