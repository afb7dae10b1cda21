import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { attribute } from '../../src/attribution/attribute.ts'
import type { GoldText } from '../../src/evaluation/gold.ts'
import { readGoldLine } from '../../src/evaluation/gold-lines.ts'
import { readMarkedUp } from '../../src/evaluation/marked-up.ts'
import { addScores, f1, ratio, scoreText } from '../../src/evaluation/score.ts'
import { grammarFor } from '../../src/language/grammars.ts'

const marked = [
  '{s1:Ana Ruiz} {c1:said} that {q1:{s2:the council} {c2:had denied} {q2:the report}}.',
  '',
  'The play “{n:A Long Way Home}” opens on Friday. “{q3:We tried},” {s3:she} {c3:said}, “{q3:and we failed}.”',
  '---',
  '1 | Ana Ruiz | says | nested',
  '2 | the council | denies | nested denial',
  '3 | Ana Ruiz | says | pronoun split',
].join('\n')

const english = grammarFor('en')

describe('a marked-up article', () => {
  it('gives back its text and the words of each mark', () => {
    const { text, attributions, traps } = readMarkedUp('a', marked)
    expect(text).not.toMatch(/[{}]|---/)
    const words = attributions.map(({ source, cue, content }) =>
      [source, cue, content].map((spans) => spans.map(({ start, end }) => text.slice(start, end)).join(' … ')),
    )
    expect(words).toEqual([
      ['Ana Ruiz', 'said', 'the council had denied the report'],
      ['the council', 'had denied', 'the report'],
      ['she', 'said', 'We tried … and we failed'],
    ])
    expect(traps.map(({ start, end }) => text.slice(start, end))).toEqual(['A Long Way Home'])
  })

  it.each<[string, RegExp]>([
    ['{s1:Ana} said so', /a line ---/],
    ['{q1:so\n---\n1 | Ana | says |', /not closed/],
    ['so}\n---\n', /a brace too many/],
    ['{x1:so}\n---\n', /opens no mark/],
    ['{q1:so}\n---\n', /1 attributions are marked, 0 have a row/],
    ['{q1:so}\n---\n1 | Ana | mutters |', /unknown act “mutters”/],
    ['{q1:so}\n---\n1 | Ana | says | loud', /unknown tag “loud”/],
  ])('says what is wrong with %s', (source, reason) => {
    expect(() => readMarkedUp('a', source)).toThrow(reason)
  })
})

describe('scores', () => {
  it('are full where everything was found as marked', () => {
    const gold = readMarkedUp('a', marked)
    const scores = scoreText(gold, attribute(gold.text, english), english)
    expect([f1(scores), ratio(scores.speaker), ratio(scores.act), ratio(scores.traps)]).toEqual([1, 1, 1, 1])
    expect(scores.mistakes).toEqual([])
  })

  it('name each kind of mistake', () => {
    const text = 'Ana Ruiz said the bridge was safe. Lind denied it. The film “A Very Long Way” opens.'
    const at = (words: string) => [{ start: text.indexOf(words), end: text.indexOf(words) + words.length }]
    const gold: GoldText = {
      id: 'a',
      text,
      traps: [],
      attributions: [
        {
          source: at('Lind'),
          cue: at('said'),
          content: at('the bridge was safe'),
          speaker: null,
          act: null,
          tags: [],
        },
        {
          source: at('Ana Ruiz'),
          cue: at('opens'),
          content: at('A Very Long Way'),
          speaker: null,
          act: null,
          tags: [],
        },
      ],
    }
    const kinds = scoreText(gold, attribute(text, english), english).mistakes.map(({ kind }) => kind)
    expect(kinds).toEqual(['source wrong', 'cue not recognised', 'nobody is speaking'])
  })

  it('add up over texts', () => {
    const gold = readMarkedUp('a', marked)
    const none = scoreText(gold, [], english)
    const all = scoreText(gold, attribute(gold.text, english), english)
    const sum = addScores([none, all])
    expect(sum.recall).toEqual({ right: 3, of: 6 })
    expect(sum.recallBy['nested']).toEqual({ right: 2, of: 4 })
  })
})

describe('a set of JSON lines', () => {
  const line = {
    id: 'a',
    text: '😀 Ana said so.',
    attributions: [{ source: [[2, 5]], cue: [[6, 10]], content: [[11, 13]] }],
  }

  it('counts code points, or UTF-16 units if told so', () => {
    const source = (unit: 'codepoint' | 'utf16') => {
      const { text, attributions } = readGoldLine(line, unit)
      const [span] = attributions[0]?.source ?? []
      return span && text.slice(span.start, span.end)
    }
    expect([source('codepoint'), source('utf16')]).toEqual(['Ana', ' An'])
  })

  it.each<[Record<string, unknown>, RegExp]>([
    [{ id: 1 }, /needs a text named "text"/],
    [{ id: 1, text: 'x' }, /needs a list named "attributions"/],
    [{ id: 1, text: 'x', attributions: [{ content: [[0, 'one']] }] }, /no pair of numbers/],
  ])('says what is wrong with %j', (value, reason) => {
    expect(() => readGoldLine(value, 'codepoint')).toThrow(reason)
  })
})

describe('the gold set', () => {
  const folder = join(import.meta.dirname, '../../gold')
  const texts = globSync('*.txt', { cwd: folder }).map((file) =>
    readMarkedUp(file, readFileSync(join(folder, file), 'utf8')),
  )
  const all = texts.flatMap(({ attributions }) => attributions)
  const tagged = (tag: string) => all.filter(({ tags }) => tags.includes(tag)).length

  it('is as large and as mixed as its guide says', () => {
    const guide = readFileSync(join(folder, 'README.md'), 'utf8').replace(/\s+/g, ' ')
    const traps = texts.flatMap((text) => text.traps).length
    expect(guide).toContain(`${texts.length} invented news articles`)
    expect(guide).toContain(`${all.length} attributions, and ${traps} traps`)
    expect(guide).toContain(
      `${tagged('denial')} denials, ${tagged('silence')} silences, ${tagged('unnamed')} speakers without a name, ${tagged('pronoun')} pronouns, ${tagged('nested')} in or around another, ${tagged('split')} split contents and ${tagged('document')} documents`,
    )
  })

  it('is attributed no worse than docs/accuracy.md says', () => {
    const scores = addScores(texts.map((text) => scoreText(text, attribute(text.text, english), english)))
    expect(f1(scores)).toBeGreaterThan(0.89)
    expect(ratio(scores.source)).toBeGreaterThan(0.98)
    expect(ratio(scores.speaker)).toBeGreaterThan(0.9)
    expect(ratio(scores.act)).toBeGreaterThan(0.95)
  })
})
