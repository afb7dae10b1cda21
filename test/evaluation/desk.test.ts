import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readText } from '../../src/article/read-text.ts'
import { rulesByline, writeByRules } from '../../src/brief/rules/rules-writer.ts'
import { verify } from '../../src/brief/verify/verify.ts'
import { storyId } from '../../src/domain/story.ts'
import { isSameSpeaker, judgeClaims, overlapOf } from '../../src/evaluation/desk-matching.ts'
import { addDeskScores, scoreDesk } from '../../src/evaluation/desk-score.ts'
import { type DeskArticle, isDeskArticle, readDeskArticle } from '../../src/evaluation/desk-set.ts'
import { detectLanguage } from '../../src/language/detect.ts'
import { english } from '../../src/language/english/english.ts'
import { candidateGrammarFor, type GrammarFor, grammarFor } from '../../src/language/grammars.ts'

const lind = { name: 'Ana Lind', aliases: ['Lind'], standing: 'mayor', unnamed: false, kind: 'person' }
const quarry = { name: 'Tarn Quarry', aliases: ['The quarry'], standing: null, unnamed: false, kind: 'organization' }

/** An article in which every figure can be counted by hand. */
const marked = {
  id: 'quarry',
  lang: 'en',
  genre: 'local',
  manner: 'weekly',
  headline: 'Quarry dust settles on Tarn',
  outlet: 'Tarn Weekly',
  text: [
    'Dust from a quarry covered nine streets of Tarn on Monday, the third time this year.',
    'Mayor Ana Lind accused Tarn Quarry of blasting without a permit.',
    'Tarn Quarry denied that it had blasted without a permit. A ministry spokesman declined to comment.',
  ].join('\n\n'),
  claims: [
    { id: 'c1', speaker: lind, act: 'accuses', words: ['blasting without a permit'], answers: null },
    { id: 'c2', speaker: quarry, act: 'denies', words: ['it had blasted without a permit'], answers: 'c1' },
  ],
  silences: [
    {
      speaker: { ...quarry, name: 'A ministry spokesman', unnamed: true, kind: 'unnamed' },
      kind: 'declined',
      words: [],
    },
  ],
  unanswered: [],
  facts: ['Dust from a quarry covered nine streets of Tarn on Monday'],
  not_facts: ['it had blasted without a permit'],
  traps: [],
}

function briefOf(article: DeskArticle, grammars: GrammarFor = grammarFor) {
  const story = { id: storyId(article.id), articles: [readText(`${article.headline}\n\n${article.text}\n`)] as const }
  return verify(writeByRules(story, grammars), story, { byline: rulesByline, grammarFor: grammars }).brief
}

describe('a desk article', () => {
  it('is known by its fields, and read', () => {
    expect(isDeskArticle(marked)).toBe(true)
    expect(isDeskArticle({ id: 'a', text: 'b' })).toBe(false)
    expect(readDeskArticle(marked).claims.map(({ id }) => id)).toEqual(['c1', 'c2'])
  })

  it('is refused where the text lacks what is marked, or an answer has nothing to answer', () => {
    expect(() => readDeskArticle({ ...marked, facts: ['Nobody was hurt'] })).toThrow(/does not have “Nobody was hurt”/)
    const [first, second] = marked.claims
    expect(() => readDeskArticle({ ...marked, claims: [first, { ...second, answers: 'c9' }] })).toThrow(/c2 answers c9/)
  })
})

describe('what readers see', () => {
  const article = readDeskArticle(marked)

  it('is counted by statement, answer, silence and summary', () => {
    const scores = scoreDesk(briefOf(article), article, english)
    expect(scores.printed).toMatchObject({ right: 2, 'wrong speaker': 0, damaged: 0, 'wrong act': 0, unmarked: 0 })
    expect(scores).toMatchObject({
      statements: { right: 2, of: 2 },
      denials: { right: 1, of: 1 },
      ties: { right: 1, of: 1, wrong: 0 },
      silences: { right: 1, of: 1, wrong: 0 },
      summaries: { empty: 0, withNews: 1, claimAsFact: 0 },
    })
  })

  it.each([
    ['wrong speaker', { speaker: { kind: 'person', name: 'Tom Reed', role: null } }],
    ['damaged', { words: 'blasting without a permit in the night of May' }],
    ['wrong act', { act: 'denies' }],
    ['unmarked', { words: 'the river had risen by a metre' }],
    ['part', { words: 'blasting' }],
  ] as const)('tells a line that is %s', (verdict, change) => {
    const brief = briefOf(article)
    const claims = brief.claims.map((claim) => (claim.act === 'accuses' ? { ...claim, ...change } : claim))
    const judged = judgeClaims({ claims }, article, english)
    expect(judged.map((each) => each.verdict)).toContain(verdict)
  })

  it('tells a trap from a statement', () => {
    const withTrap = readDeskArticle({ ...marked, traps: ['covered nine streets of Tarn'] })
    const brief = briefOf(withTrap)
    const claims = brief.claims.slice(0, 1).map((claim) => ({ ...claim, words: 'covered nine streets of Tarn' }))
    expect(judgeClaims({ claims }, withTrap, english).map(({ verdict }) => verdict)).toEqual(['trap'])
  })

  it('knows a speaker by any name of theirs, and names nobody whom the article leaves unnamed', () => {
    const { speaker } = readDeskArticle(marked).claims[0] ?? {}
    expect(speaker && isSameSpeaker({ kind: 'person', name: 'Lind', role: null }, speaker, english)).toBe(true)
    expect(speaker && isSameSpeaker({ kind: 'person', name: 'Ana Reed', role: null }, speaker, english)).toBe(false)
    const unnamed = { ...lind, name: 'Two officials', aliases: [], unnamed: true, kind: 'unnamed' as const }
    expect(isSameSpeaker({ kind: 'person', name: 'Two Officials', role: null }, unnamed, english)).toBe(false)
    expect(isSameSpeaker({ kind: 'unnamed', description: 'two officials' }, unnamed, english)).toBe(true)
  })

  it('measures overlap with repeated words counted', () => {
    expect(overlapOf('no no no', 'no')).toEqual({ f1: 0.5, precision: 1 / 3, recall: 1 })
  })
})

/** The articles of one folder of the gold set. */
function articlesOf(set: string): DeskArticle[] {
  const folder = join(import.meta.dirname, '../../gold', set)
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'))
  return files.map((file) => readDeskArticle(JSON.parse(readFileSync(join(folder, file), 'utf8'))))
}

describe('the desk articles of the gold set', () => {
  const articles = articlesOf('desk')

  it('are of 24 genres, each with statements and most with traps', () => {
    expect(articles).toHaveLength(24)
    expect(new Set(articles.map(({ genre }) => genre)).size).toBe(24)
    expect(articles.every(({ claims }) => claims.length >= 7)).toBe(true)
    expect(articles.filter(({ traps }) => traps.length > 0).length).toBeGreaterThan(20)
  })

  it('are printed at least as well as the page on accuracy says', () => {
    const { printed, statements, denials, silences, unanswered } = addDeskScores(
      articles.map((article) => scoreDesk(briefOf(article), article, english)),
    )
    const all = Object.values(printed).reduce((sum, count) => sum + count, 0)
    expect(printed.right / all).toBeGreaterThan(0.84)
    expect(printed['wrong speaker'] / all).toBeLessThan(0.035)
    expect(statements.right / statements.of).toBeGreaterThan(0.67)
    expect(denials.right / denials.of).toBeGreaterThan(0.55)
    expect(silences.right / silences.of).toBeGreaterThan(0.85)
    expect(unanswered.wrong).toBe(0)
  })
})

describe.each([
  ['de', { right: 0.73, wrongSpeaker: 0.06, found: 0.46, silences: 0.8 }],
  ['pt', { right: 0.74, wrongSpeaker: 0.035, found: 0.51, silences: 0.8 }],
])('the desk articles in another language: %s', (language, figures) => {
  const articles = articlesOf(`desk-${language}`)

  it('are 20, recognised as being in it, with statements and traps', () => {
    expect(articles).toHaveLength(20)
    expect(articles.map(({ text }) => detectLanguage(text))).toEqual(articles.map(() => language))
    expect(articles.every(({ claims, traps }) => claims.length >= 7 && traps.length > 0)).toBe(true)
  })

  it('would be printed at least as well as the page on accuracy says', () => {
    const { printed, statements, silences } = addDeskScores(
      articles.map((article) =>
        scoreDesk(briefOf(article, candidateGrammarFor), article, candidateGrammarFor(language)),
      ),
    )
    const all = Object.values(printed).reduce((sum, count) => sum + count, 0)
    expect(printed.right / all).toBeGreaterThan(figures.right)
    expect(printed['wrong speaker'] / all).toBeLessThan(figures.wrongSpeaker)
    expect(statements.right / statements.of).toBeGreaterThan(figures.found)
    expect(silences.right / silences.of).toBeGreaterThanOrEqual(figures.silences)
  })
})
