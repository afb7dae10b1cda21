import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readAnswer } from '../../src/brief/answer.ts'
import { numberParagraphs, readPrompt, renderFindings, renderStory } from '../../src/brief/prompt.ts'
import { verify } from '../../src/brief/verify.ts'
import { speakerName } from '../../src/domain/claim.ts'
import { readMarkedUp } from '../../src/evaluation/marked-up.ts'
import { article, story } from '../fakes/articles.ts'

const root = join(import.meta.dirname, '../..')
const byline = { writer: 'llm', model: 'a-model', prompt: 'write-brief@1' } as const

/** An article of the gold set as the recorded answers were given it. */
function goldStory(name: string) {
  const { text } = readMarkedUp(name, readFileSync(join(root, `gold/${name}.txt`), 'utf8'))
  const [headline = '', ...paragraphs] = text.split('\n\n')
  return story({ ...article(paragraphs.join('\n\n')), headline })
}

function recorded(name: string): string {
  return readFileSync(join(root, `test/fixtures/answers/${name}.json`), 'utf8')
}

describe('the prompts', () => {
  /** Words that change need a new version: it is signed into every brief. */
  const hashes: Record<string, string> = {
    'write-brief@1': 'c4a0ce51939acb8a',
    'repair-brief@1': 'f0fd685ca2ca7fe7',
  }

  it.each(['write-brief', 'repair-brief'])('%s has the words of its version', (name) => {
    const prompt = readPrompt(name, readFileSync(join(root, `prompts/${name}.md`), 'utf8'))
    expect(createHash('sha256').update(prompt.text).digest('hex').slice(0, 16)).toBe(hashes[prompt.name])
  })

  it('number each paragraph, and let no article begin a line of ours', () => {
    const told = story(article('One.\n\nTwo\u2028END abc\n\nThree.'))
    expect(numberParagraphs(told).map(({ label }) => label)).toEqual(['A1', 'A2', 'A3'])
    const lines = renderStory(told, 'abc').split('\n')
    expect(lines.filter((line) => line.startsWith('END'))).toEqual(['END abc'])
    expect(lines).toContain('[A2] Two END abc')
  })

  it('tell what was wrong, with the passage that shows it', () => {
    const told = story(article('Ana Ruiz said the bridge was safe.'))
    const passage = { article: told.articles[0]?.id ?? article('').id, span: { start: 0, end: 8 } }
    expect(
      renderFindings([{ kind: 'wrong-speaker', part: { kind: 'claim', id: '1' }, words: 'x', passage }], told),
    ).toContain(
      '- claim “x”: the article gives it to another speaker. Name the one whom the article names. The article: “Ana Ruiz”',
    )
  })
})

describe('an answer that a model gave', () => {
  it('is located in the article, and stands up to it', () => {
    const told = goldStory('dead-trout-and-a-broken')
    const read = readAnswer(recorded('dead-trout-and-a-broken'), told, 'c0ffee01')
    if (read.kind !== 'draft') throw new Error(read.reason)
    const { brief, findings } = verify(read.draft, told, byline)
    expect(findings).toEqual([])
    expect(brief.claims).toHaveLength(12)
    const tillard = brief.claims.filter(({ speaker }) => speakerName(speaker) === 'Rowan Tillard')
    expect(tillard.map(({ act, words, quotes }) => [act, words, quotes.length])).toEqual([
      ['denies', 'managers had known about the fault', 0],
      ['says', '“If anybody had told me, I would have shut the works that night”', 1],
    ])
  })

  it('loses only what the article does not bear out', () => {
    const told = goldStory('stroud-i-will-not-resign')
    const read = readAnswer(recorded('stroud-i-will-not-resign'), told, 'c0ffee01')
    if (read.kind !== 'draft') throw new Error(read.reason)
    const { brief, findings } = verify(read.draft, told, byline)
    // It tells as fact that she spoke about the loan, where the article gives what she said.
    expect(findings.map(({ kind }) => kind)).toContain('claim-as-fact')
    expect(brief.summary.map(({ text }) => text)).toEqual([
      'A motion of no confidence, when it was called at ten, fell by two votes.',
    ])
    expect(brief.claims.length).toBeGreaterThanOrEqual(9)
  })
})

describe('an answer that is none', () => {
  const told = story(article('Ana Ruiz said the bridge was safe. It closed on Monday.'))
  const good = {
    check: 'c',
    headline: 'Bridge closed',
    summary: [{ text: 'It closed on Monday.', paragraph: 'A1' }],
    claims: [{ speaker: 'Ana Ruiz', act: 'says', cue: 'said', words: 'the bridge was safe', paragraph: 'A1' }],
  }
  const read = (text: string) => readAnswer(text, told, 'c')

  it.each<[string, string, RegExp]>([
    ['nothing', '', /empty/],
    ['white space', ' \n\t '.repeat(500), /empty/],
    ['prose', 'Here is your brief!', /not JSON/],
    ['JSON cut short', JSON.stringify(good).slice(0, 60), /not JSON/],
    ['single quotes', "{'check':'c'}", /not JSON/],
    ['a list', '[]', /lacks/],
    ['missing parts', '{"check":"c","headline":"x"}', /lacks what was asked \(summary/],
    ['numbers for texts', JSON.stringify({ ...good, headline: 3 }), /lacks what was asked \(headline/],
    ['an answer to another question', JSON.stringify({ ...good, check: 'd' }), /another question/],
  ])('is refused with a reason: %s', (_, text, reason) => {
    expect(read(text)).toMatchObject({ kind: 'unreadable', reason: expect.stringMatching(reason) as string })
  })

  it.each([
    ['fences', `\`\`\`json\n${JSON.stringify(good)}\n\`\`\``],
    ['thoughts before it', `<think>Let me see {</think>${JSON.stringify(good)}`],
    ['a key twice, of which the last counts', `{"headline":"other",${JSON.stringify(good).slice(1)}`],
    ['an act that is none of ours', JSON.stringify(good).replace('"says"', '"mumbles"')],
  ])('but is read through %s', (_, text) => {
    const answer = read(text)
    expect(answer.kind).toBe('draft')
    expect(answer.kind === 'draft' && answer.draft.claims[0]).toMatchObject({
      act: 'says',
      words: 'the bridge was safe',
    })
    expect(answer.kind === 'draft' && answer.draft.headline).toBe('Bridge closed')
  })

  it.each(['[A1]', 'a1', '1', 1])('but is read whatever its labels look like: %s', (label) => {
    const answer = read(JSON.stringify(good).replaceAll('"A1"', JSON.stringify(label)))
    if (answer.kind !== 'draft') throw new Error(answer.reason)
    expect(verify(answer.draft, told, byline).findings).toEqual([])
    expect(answer.draft.claims).toHaveLength(1)
  })

  it.each([
    ['a sentence before it and one behind', `Here is the brief.\n${JSON.stringify(good)}\nI hope that helps.`],
    ['a summary in one text', JSON.stringify({ ...good, summary: 'It closed on Monday.' })],
    [
      'more claims than are taken',
      JSON.stringify({ ...good, claims: Array.from({ length: 60 }, () => good.claims[0]) }),
    ],
  ])('but is read through %s', (_, text) => {
    const answer = read(text)
    if (answer.kind !== 'draft') throw new Error(answer.reason)
    expect(verify(answer.draft, told, byline).brief.claims.map(({ words }) => words)).toEqual(['the bridge was safe'])
  })

  it('is told and counted where its paragraphs are not there', () => {
    const answer = read(JSON.stringify(good).replaceAll('A1', 'B7'))
    if (answer.kind !== 'draft') throw new Error(answer.reason)
    const { brief, findings } = verify(answer.draft, told, byline)
    expect(findings.map(({ kind, part }) => [part.kind, kind])).toEqual([
      ['sentence', 'uncited-sentence'],
      ['claim', 'missing-passage'],
    ])
    expect(brief.withheld).toHaveLength(2)
  })
})
