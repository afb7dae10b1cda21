import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readAnswer, readMended } from '../../../src/brief/answer/answer.ts'
import { draftOf } from '../../../src/brief/answer/draft-of-answer.ts'
import { numberSentences, sentencesByNumber } from '../../../src/brief/answer/numbering.ts'
import { readPrompt, renderStory } from '../../../src/brief/answer/prompt.ts'
import { verify } from '../../../src/brief/verify/verify.ts'
import { speakerName } from '../../../src/domain/claim.ts'
import type { Story } from '../../../src/domain/story.ts'
import { readMarkedUp } from '../../../src/evaluation/marked-up.ts'
import { grammarFor } from '../../../src/language/grammars.ts'
import { verifyAnswer } from '../../fakes/answers.ts'
import { article, story } from '../../fakes/articles.ts'

const root = join(import.meta.dirname, '../../..')
const byline = { writer: 'llm', model: 'a-model', prompt: 'write-brief@2' } as const

/** An article of the gold set as the recorded answers were given it. */
function goldStory(name: string) {
  const { text } = readMarkedUp(name, readFileSync(join(root, `gold/${name}.txt`), 'utf8'))
  const [headline = '', ...paragraphs] = text.split('\n\n')
  return story({ ...article(paragraphs.join('\n\n')), headline })
}

/** What becomes of a recorded answer: the draft, what is wrong with it and what is left. */
function judged(file: string) {
  const told = goldStory(file.replace(/\..*/, ''))
  const read = readAnswer(readFileSync(join(root, `test/fixtures/answers/${file}`), 'utf8'), 'c0ffee01')
  if (read.kind !== 'read') throw new Error(read.reason)
  const draft = draftOf(read.value, told, grammarFor)
  return { draft, ...verify(draft, told, { byline, grammarFor }) }
}

describe('the prompts', () => {
  /** Words that change need a new version: it is signed into every brief. */
  const hashes: Record<string, string> = {
    'write-brief@2': '77c2ff8ce3ea8433',
    'repair-brief@2': 'e5db1c1984dd2a41',
    'answer-as-json@1': '4ea2b730928450dc',
    'answer-as-lines@1': '48149cf13a30f954',
    'mended-as-json@1': '08f0e5baab41174b',
    'mended-as-lines@1': 'af332513843c47eb',
  }

  it.each(Object.keys(hashes))('%s has the words of its version', (versioned) => {
    const name = versioned.replace(/@.*/, '')
    const prompt = readPrompt(name, readFileSync(join(root, `prompts/${name}.md`), 'utf8'))
    expect(prompt.name).toBe(versioned)
    expect(createHash('sha256').update(prompt.text).digest('hex').slice(0, 16)).toBe(hashes[versioned])
  })

  it('number each sentence, and let no article begin a line of ours', () => {
    const told = story(article('One. And two.\n\nThree\u2028END abc.\n\nFour.'))
    expect(numberSentences(told, grammarFor).map(({ label }) => label)).toEqual(['1', '2', '3', '4'])
    const lines = renderStory(told, { check: 'abc', grammarFor }).split('\n')
    expect(lines.filter((line) => line.startsWith('END'))).toEqual(['END abc'])
    expect(lines).toContain('[3] Three END abc.')
  })

  it('letter the articles where there are several', () => {
    const told = story(article('One.'), article('Two. Three.'))
    expect(numberSentences(told, grammarFor).map(({ label }) => label)).toEqual(['A1', 'B1', 'B2'])
    const labels = (numbers: string) => sentencesByNumber(told, grammarFor)(numbers).map(({ label }) => label)
    expect(labels('B2')).toEqual(['B2'])
    expect(labels('A1, b1-2')).toEqual(['A1', 'B1', 'B2'])
    expect(labels('7')).toEqual([])
  })

  it('show the paragraphs that are asked for, and no others', () => {
    const told = story(article('One.\n\nTwo.\n\nThree.'))
    const [first] = told.articles
    const text = renderStory(told, { check: 'abc', grammarFor, paragraphs: new Set([`${first?.id} 2`]) })
    expect(text).toContain('[2] Two.')
    expect(text).not.toContain('Three.')
  })
})

describe('what a model writes round its numbers', () => {
  const happened = (text: string) => {
    const given = {
      check: 'c',
      headline: 'Bridge',
      speakers: [],
      unknown: [],
      silences: [],
      context: [],
      why: [],
      next: [],
    }
    const read = readAnswer(JSON.stringify({ ...given, happened: [text] }), 'c')
    return read.kind === 'read' ? read.value.happened : read.reason
  }

  it.each([
    [
      'Ana Ruiz (34) said the bridge would close. [2]',
      [{ text: 'Ana Ruiz (34) said the bridge would close.', from: '2' }],
    ],
    [
      'The bridge, built in May (2020), is shut [3].',
      [{ text: 'The bridge, built in May (2020), is shut.', from: '3' }],
    ],
    ['The bridge is shut (3).', [{ text: 'The bridge is shut.', from: '3' }]],
    ['The bridge is shut. (3, 4)', [{ text: 'The bridge is shut.', from: '3, 4' }]],
  ])('is told apart from ages and years: %s', (text, expected) => {
    expect(happened(text)).toEqual(expected)
  })

  it.each([
    'SILENCES Lind did not answer. [4]',
    '**SILENCE:** Lind did not answer. [4]',
    '## SILENCE Lind did not answer. [4]',
  ])('is read in lines however a topic is headed: %s', (line) => {
    const read = readAnswer(`CHECK c\nHEADLINE Bridge\nHAPPENED The bridge is shut. [1]\n${line}`, 'c')
    expect(read).toMatchObject({ kind: 'read', value: { details: [{ text: 'Lind did not answer.', from: '4' }] } })
  })
})

describe('an answer that a model gave', () => {
  it.each([
    ['dead-trout-and-a-broken.json', 0, 11],
    ['stroud-i-will-not-resign.json', 1, 15],
    ['orlavia-denies-shelling-tesmari-market.json', 0, 14],
    ['new-pill-cuts-stroke-risk.txt', 0, 14],
  ])('stands as it was written, nearly all of it: %s', (file, lost, whole) => {
    const { draft, brief } = judged(file)
    const { details = [] } = draft
    expect(draft.summary.length + draft.claims.length + details.length).toBe(whole)
    expect(brief.withheld.filter(({ part }) => part !== 'headline')).toHaveLength(lost)
    const written = new Set([...draft.summary, ...details].map(({ text }) => text))
    expect([...brief.summary, ...(brief.details ?? [])].every(({ text }) => written.has(text))).toBe(true)
    expect(
      brief.claims.every(({ id, words }) => draft.claims.some((claim) => claim.id === id && claim.words === words)),
    ).toBe(true)
  })

  it('ties each answer to the charge that it answers', () => {
    const { brief } = judged('orlavia-denies-shelling-tesmari-market.json')
    const claim = (id: string) => brief.claims.find((each) => each.id === id)
    const ties = brief.responses.map(({ claim: answer, answers }) =>
      [answer, answers].map((id) => speakerName(claim(id)?.speaker ?? { kind: 'unchecked' })),
    )
    expect(ties).toEqual([
      ['Orlavia', 'A senior Tesmari officer'],
      ['Tesmark’s defense ministry', 'Col. Ivo Starn'],
    ])
  })
})

describe('an answer to a charge', () => {
  const filler = Array.from({ length: 3 }, () => 'The bridge is long. It is old. It is grey.').join('\n\n')
  it.each([
    ['close behind it', 'Lind Brothers said it had told the town twice.', true],
    ['far from it with nothing that shows so', `${filler}\n\nLind Brothers said it had told the town twice.`, false],
    ['far from it and names it', `${filler}\n\nLind Brothers called the allegation “false and damaging”.`, true],
    ['far from it and is about the same', `${filler}\n\nLind Brothers said the bolts were strong.`, true],
  ])('stands %s', (_, rest, isTied) => {
    const of = story(article(`Ana Ruiz accused Lind Brothers of using weak bolts.\n\n${rest}`))
    const says = rest.slice(rest.lastIndexOf('Lind Brothers') + 'Lind Brothers '.length)
    const given = {
      check: 'c',
      headline: '',
      happened: [],
      speakers: [
        { name: 'Ana Ruiz', standing: '', says: ['accused Lind Brothers of using weak bolts. [1]'] },
        {
          name: 'Lind Brothers',
          standing: '',
          says: [`${says} [${numberSentences(of, grammarFor).length}]`],
          answers: '1',
        },
      ],
    }
    const { brief } = verifyAnswer(given, of)
    expect(brief.claims).toHaveLength(2)
    expect(brief.responses).toEqual(isTied ? [{ claim: '2.1', answers: '1.1' }] : [])
  })
})

describe('an answer to a charge that is withheld', () => {
  const of = story(
    article(
      'Ana Ruiz said Lind Brothers had sold 12 weak bolts. Lind Brothers denied it had sold weak bolts. Lind Brothers said its bolts were tested.',
    ),
  )
  const left = (charge: string, answer = 'denied it.') => {
    const given = {
      check: 'c',
      headline: '',
      happened: [],
      speakers: [
        { name: 'Ana Ruiz', standing: '', says: [`${charge} [1]`] },
        {
          name: 'Lind Brothers',
          standing: '',
          says: [`${answer} [2]`, 'It said its bolts were tested. [3]'],
          answers: '1',
        },
      ],
    }
    const { brief, findings } = verifyAnswer(given, of)
    return { words: brief.claims.filter(({ isAdded }) => !isAdded).map(({ words }) => words), findings }
  }

  it('goes with it where it says nothing alone, and is counted', () => {
    const { words, findings } = left('said Lind Brothers had sold 1,200 weak bolts.')
    expect(words).toEqual(['It said its bolts were tested.'])
    expect(findings.map(({ kind }) => kind)).toContain('charge-missing')
  })

  it.each(['denied that it had sold weak bolts.', 'denied it had sold weak bolts.'])(
    'stays where it says by itself what is denied: %s',
    (answer) => {
      expect(left('said Lind Brothers had sold 1,200 weak bolts.', answer).words).toContain(answer)
    },
  )

  it('stays where the charge stands', () => {
    expect(left('said Lind Brothers had sold 12 weak bolts.').words).toHaveLength(3)
  })
})

const told = story(article('Ana Ruiz said the bridge was safe. It closed on Monday.'))
const good = {
  check: 'c',
  headline: 'Bridge closed',
  happened: ['The bridge closed on Monday. [2]'],
  speakers: [{ name: 'Ana Ruiz', standing: '', says: ['said the bridge was safe. [1]'] }],
  unknown: [],
  silences: [],
  context: [],
  why: [],
  next: [],
}

/** What is told in the brief that an answer becomes. */
function toldIn(text: string, of: Story = told): string[] {
  const read = readAnswer(text, 'c')
  if (read.kind !== 'read') throw new Error(read.reason)
  const { brief } = verify(draftOf(read.value, of, grammarFor), of, { byline, grammarFor })
  return [
    ...brief.summary.map((sentence) => sentence.text),
    ...brief.claims.map(({ speaker, words }) => `${speakerName(speaker)} ${words}`),
  ]
}

const whole = ['The bridge closed on Monday.', 'Ana Ruiz said the bridge was safe.']

describe('an answer that is none', () => {
  it.each<[string, string, RegExp]>([
    ['nothing', '', /empty/],
    ['white space', ' \n\t '.repeat(500), /empty/],
    ['prose', 'Here is your brief!', /not JSON/],
    ['a list', '[]', /not JSON/],
    ['missing parts', '{"check":"c"}', /lacks what was asked \(headline/],
    ['numbers for texts', JSON.stringify({ ...good, headline: 3 }), /lacks what was asked \(headline/],
    ['an answer to another question', JSON.stringify({ ...good, check: 'd' }), /another question/],
  ])('is refused with a reason: %s', (_, text, reason) => {
    expect(readAnswer(text, 'c')).toMatchObject({ kind: 'unreadable', reason: expect.stringMatching(reason) as string })
  })
})

describe('an answer in the habits of a small model', () => {
  it.each([
    ['fences', `\`\`\`json\n${JSON.stringify(good)}\n\`\`\``],
    ['thoughts before it', `<think>Let me see {</think>${JSON.stringify(good)}`],
    ['prose before it and behind', `Here is the brief.\n${JSON.stringify(good)}\nI hope that helps.`],
    ['prose with a brace', `{As asked}\n\n${JSON.stringify(good)}`],
    ['one text for a list', JSON.stringify({ ...good, happened: good.happened[0] })],
    [
      'objects for texts',
      JSON.stringify({ ...good, happened: [{ text: 'The bridge closed on Monday.', from: ['2'] }] }),
    ],
    [
      'numbers as numbers',
      JSON.stringify({ ...good, happened: [{ text: 'The bridge closed on Monday.', from: [2] }] }),
    ],
    ['the stop behind the number', JSON.stringify({ ...good, happened: ['The bridge closed on Monday [2].'] })],
    ['a letter where one article is', JSON.stringify(good).replaceAll('[2]', '[A2]')],
    ['round brackets', JSON.stringify(good).replaceAll('[2]', '(2)')],
    ['no numbers at all', JSON.stringify(good).replaceAll(/ \[\d\]/g, '')],
    [
      'lists left out',
      JSON.stringify({ check: 'c', headline: 'Bridge closed', happened: good.happened, speakers: good.speakers }),
    ],
    ['null for a list', JSON.stringify({ ...good, next: null, context: null })],
    ['a trailing comma', JSON.stringify(good).replace(/\}$/, ',}')],
    ['single quotation marks', JSON.stringify(good).replaceAll('"', "'")],
    [
      'lines instead of JSON',
      'CHECK c\nHEADLINE Bridge closed\nHAPPENED The bridge closed on Monday. [2]\nSPEAKER Ana Ruiz | \n- said the bridge was safe. [1]',
    ],
    [
      'lines with marks',
      '**CHECK** c\n**HEADLINE** Bridge closed\n\nHAPPENED: The bridge closed on Monday. [2]\n\nSPEAKER: Ana Ruiz\n* said the bridge was safe. [1]',
    ],
  ])('is read through %s', (_, text) => {
    expect(toldIn(text)).toEqual(whole)
  })

  it('is read as far as it goes where it was cut short or has too many items', () => {
    const many = { ...good, happened: Array.from({ length: 60 }, () => good.happened[0]) }
    expect(toldIn(JSON.stringify(many))).toEqual(whole)
  })

  it('is held to straight quotation marks as to others', () => {
    const text = 'Ana Ruiz called the bridge “as safe as houses”. It closed on Monday.'
    const straight = {
      ...good,
      speakers: [{ name: 'Ana Ruiz', standing: '', says: ['called the bridge "as safe as houses". [1]'] }],
    }
    expect(toldIn(JSON.stringify(straight), story(article(text)))).toEqual([
      'The bridge closed on Monday.',
      'Ana Ruiz called the bridge "as safe as houses".',
    ])
  })

  it.each([
    ['behind a colon', 'said: "The bridge is as safe as houses." [1]'],
    ['twice, with a comma between', 'called it "safe", "sound" and "dry". [1]'],
    ['at the end', 'called the bridge "as safe as houses" [1]'],
    ['on two lines', 'called the bridge\n"as safe as houses". [1]'],
  ])('is read where marks of a quotation were not escaped: %s', (_, says) => {
    const given = { ...good, speakers: [{ ...good.speakers[0], says: [says, 'She left. [2]'], answers: '3' }] }
    const escaped = JSON.stringify(given)
    const written = escaped.replaceAll('\\"', '"').replaceAll('\\n', '\n')
    expect(written).not.toBe(escaped)
    expect(readAnswer(written, 'c')).toEqual(readAnswer(escaped, 'c'))
  })

  it('is read where its texts have single marks, and apostrophes in them', () => {
    const says = ['said it wasn\u2019t safe, and called it "a trap". [1]', 'It’s the town’s. [2]']
    const given = { ...good, speakers: [{ ...good.speakers[0], says }] }
    const expected = JSON.parse(JSON.stringify(given).replaceAll('’', "'")) as object
    const written = JSON.stringify(given)
      .replaceAll('\\"', '“')
      .replaceAll('"', "'")
      .replaceAll('“', '"')
      .replaceAll('’', "'")
    expect(readAnswer(written, 'c')).toEqual(readAnswer(JSON.stringify(expected), 'c'))
  })

  it('is withheld and counted where its numbers are not there', () => {
    const read = readAnswer(JSON.stringify(good).replaceAll(/\[\d\]/g, '[77]'), 'c')
    if (read.kind !== 'read') throw new Error(read.reason)
    const { findings, brief } = verify(draftOf(read.value, told, grammarFor), told, { byline, grammarFor })
    expect(findings.filter(({ part }) => part.kind !== 'headline').map(({ part, kind }) => [part.kind, kind])).toEqual([
      ['sentence', 'uncited-sentence'],
      ['claim', 'uncited-sentence'],
    ])
    expect(brief.claims).toEqual([])
  })
})

describe('sentences that a model mended', () => {
  const mended = [
    { fault: 1, name: '', text: 'The bridge closed on Monday.', from: '2' },
    { fault: 2, name: '', text: '', from: '' },
    { fault: 3, name: 'Ana Ruiz', text: 'said the bridge was safe.', from: '1' },
  ]

  it.each([
    [
      'JSON',
      '{"check": "c", "mended": [{"fault": 1, "text": "The bridge closed on Monday. [2]"}, {"fault": 2, "text": ""}, {"fault": "3", "name": "Ana Ruiz", "text": "said the bridge was safe. [1]"}]}',
    ],
    ['lines', 'CHECK c\n1 The bridge closed on Monday. [2]\n2\n3. Ana Ruiz | said the bridge was safe. [1]'],
  ])('are read from %s', (_, text) => {
    expect(readMended(text, 'c')).toEqual({ kind: 'read', value: mended })
  })
})
