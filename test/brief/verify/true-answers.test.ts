import { describe, expect, it } from 'vitest'
import { faultsOf, renderFaults } from '../../../src/brief/answer/mend.ts'
import type { Article } from '../../../src/domain/article.ts'
import { articleId } from '../../../src/domain/article.ts'
import { speakerName } from '../../../src/domain/claim.ts'
import { verifyAnswer } from '../../fakes/answers.ts'
import { article, story } from '../../fakes/articles.ts'

interface Answered {
  readonly headline?: string
  readonly happened?: readonly string[]
  readonly speakers?: readonly {
    readonly name: string
    readonly standing?: string
    readonly says: readonly string[]
    readonly answers?: string
  }[]
  readonly silences?: readonly string[]
}

function brief(
  articles: readonly Article[],
  { headline = articles[0]?.headline ?? '', happened = [], speakers = [], silences = [] }: Answered,
) {
  const { brief: checked, findings } = verifyAnswer({ headline, happened, speakers, silences }, story(...articles))
  const lines = checked.claims.map(
    ({ speaker, words, isAdded }) => `${isAdded ? '+ ' : ''}${speakerName(speaker)} | ${words}`,
  )
  return { brief: checked, findings, kinds: findings.map(({ kind }) => kind), lines }
}

describe('what a model gave rightly', () => {
  it('is printed as it wrote it, each line under its own name', () => {
    const text =
      'Lena Brodt, the foreign minister, accused Vardan of having used the market as a store. Colonel Rustam Teymur rejected that as “a lie told over coffins”.'
    const { lines, brief: checked } = brief([article(text)], {
      speakers: [
        {
          name: 'Lena Brodt',
          standing: 'foreign minister',
          says: ['accused Vardan of having used the market as a store. [1]'],
        },
        { name: 'Rustam Teymur', says: ['rejected that as “a lie told over coffins”. [2]'], answers: '1' },
      ],
    })
    expect(lines).toEqual([
      'Lena Brodt | accused Vardan of having used the market as a store.',
      'Rustam Teymur | rejected that as “a lie told over coffins”.',
    ])
    expect(checked.responses).toEqual([{ claim: '2.1', answers: '1.1' }])
  })

  it('may say whose client denies it', () => {
    const text = 'Daniel Ekund, defending, said his client denied all three charges and would fight them in court.'
    const { lines } = brief([article(text)], {
      speakers: [
        { name: 'Daniel Ekund', standing: 'defending', says: ['said his client denied all three charges. [1]'] },
      ],
    })
    expect(lines).toEqual(['Daniel Ekund | said his client denied all three charges.'])
  })

  it('keeps an unnamed member of a team what they are', () => {
    const text =
      'A member of the study team, who spoke on condition of anonymity, said the samples were excluded after a first analysis. The study team met on Monday.'
    const says = ['said the samples were excluded after a first analysis. [1]']
    expect(brief([article(text)], { speakers: [{ name: 'A member of the study team', says }] }).lines).toHaveLength(1)
    expect(brief([article(text)], { speakers: [{ name: 'The study team', says }] }).lines).toEqual([])
  })

  it('may end with how a case goes on, though nothing else in the article has these words', () => {
    const paragraphs = [
      'The bridge over the Esk was closed on Monday.',
      'Ana Ruiz said the bridge had been safe.',
      'The bridge has carried lorries since spring.',
      'Ruiz said lorries had been weighed at the bridge.',
      'Drivers of lorries use the ferry over the Esk.',
    ]
    const next = (last: string) => {
      const about = story(article([...paragraphs, last].join('\n\n')))
      const speakers = [{ name: 'Ana Ruiz', standing: '', says: ['said the bridge had been safe. [2]'] }]
      return verifyAnswer({ headline: 'Bridge', speakers, next: [`${last} [6]`] }, about).findings.map(
        ({ kind }) => kind,
      )
    }
    expect(next('A ruling is expected within six weeks.')).not.toContain('not-news')
    expect(next('The governor’s office declined to comment, citing the lawsuit.')).not.toContain('not-news')
    expect(next('Golden Llama coins have doubled since yesterday.')).toContain('not-news')
  })

  it('loses only its standing where the article does not say who that is', () => {
    const { brief: checked } = brief([article('Ana Ruiz said the bridge was safe.')], {
      speakers: [{ name: 'Ana Ruiz', standing: 'president of Tarn', says: ['said the bridge was safe. [1]'] }],
    })
    expect(checked.claims.map(({ speaker }) => speaker)).toEqual([{ kind: 'person', name: 'Ana Ruiz', role: null }])
    expect(checked.withheld).toEqual([])
  })
})

describe('what a model left out', () => {
  const text =
    'The union said the gate had failed its last test. Arrow Water denied that the gate had failed a test. Gatemaker Ltd did not respond to requests for comment.'

  it('is told by us, and marked: a denial as a claim, a silence as a sentence', () => {
    const {
      lines,
      brief: checked,
      kinds,
    } = brief([article(text)], {
      happened: ['A gate is in dispute, the union says. [1]'],
      speakers: [{ name: 'The union', says: ['said the gate had failed its last test. [1]'] }],
    })
    expect(kinds).toEqual(['response-missing', 'response-missing'])
    expect(lines).toEqual([
      'The union | said the gate had failed its last test.',
      '+ Arrow Water | the gate had failed a test',
    ])
    expect(checked.details).toEqual([
      expect.objectContaining({
        topic: 'silence',
        text: 'Gatemaker Ltd did not respond to requests for comment.',
        isAdded: true,
      }),
    ])
    expect(checked.withheld).toEqual([])
  })

  it('is not asked for where it is told', () => {
    const { kinds } = brief([article(text)], {
      speakers: [
        { name: 'The union', says: ['said the gate had failed its last test. [1]'] },
        { name: 'Arrow Water', says: ['denied this. [2]'], answers: '1' },
      ],
      silences: ['Gatemaker Ltd did not respond to requests for comment. [3]'],
    })
    expect(kinds).toEqual([])
  })
})

describe('an answer', () => {
  const far = [
    'The union accused Arrow Water of neglect.',
    ...Array.from({ length: 6 }, (_, at) => `Lorry ${at} crossed the ford.`),
    'Arrow Water said the ferry would sail at noon.',
  ].join('\n\n')

  it('is tied to no charge that it has nothing to do with', () => {
    const { brief: checked } = brief([article(far)], {
      speakers: [
        { name: 'The union', says: ['accused Arrow Water of neglect. [1]'] },
        { name: 'Arrow Water', says: ['said the ferry would sail at noon. [8]'], answers: '1' },
      ],
    })
    expect(checked.responses).toEqual([])
  })

  it('of two who answer each other is the one told behind', () => {
    const { brief: checked } = brief(
      [article('Ana Ruiz accused Tomas Lind of using weak steel. Lind rejected that and accused her of delay.')],
      {
        speakers: [
          { name: 'Ana Ruiz', says: ['accused Tomas Lind of using weak steel. [1]'], answers: '2' },
          { name: 'Tomas Lind', says: ['rejected that and accused her of delay. [2]'], answers: '1' },
        ],
      },
    )
    expect(checked.responses).toEqual([{ claim: '2.1', answers: '1.1' }])
  })
})

describe('a number on which outlets differ', () => {
  const second = article(
    'The dam at Kettle burst on Monday night. Twelve people were killed in the village below the dam.',
    {
      id: articleId('second'),
      outlet: 'River Post',
      headline: 'Twelve dead as Kettle dam bursts',
    },
  )
  const other = article('The dam at Kettle burst. Nine people were killed in the village below the dam.', {
    id: articleId('third'),
    outlet: 'Ledger',
    headline: 'Dam bursts at Kettle, villages cut off',
  })
  const text = 'Twelve people were killed in the village below the dam.'

  it('is in no headline and no sentence of a model', () => {
    const { kinds, brief: checked } = brief([second, other], {
      headline: 'Twelve dead as Kettle dam bursts',
      happened: [`${text} [A2]`],
    })
    expect(kinds.filter((kind) => kind === 'disputed-figure')).toHaveLength(2)
    expect(checked.headline).toBe('Dam bursts at Kettle, villages cut off')
    expect(checked.differences).toHaveLength(1)
  })

  it('is told with whose it is', () => {
    const { kinds } = brief([second, other], {
      headline: 'Dam bursts at Kettle, villages cut off',
      happened: [
        'Twelve people were killed in the village below the dam, the River Post reports; the Ledger has nine. [A2 B2]',
      ],
    })
    expect(kinds).toEqual([])
  })

  it('stands where no outlet gives another', () => {
    const { brief: checked } = brief([second], { happened: [`${text} [2]`] })
    expect(checked.summary.map((sentence) => sentence.text)).toEqual([text])
  })
})

describe('faults as a model is told them', () => {
  it('are whole sentences, in one line for each', () => {
    const { findings } = brief([article('The plant at Thornbridge closed on Monday after a vote.')], {
      happened: ['The plant at Thornbridge collapsed on Friday after a walkout. [1]'],
    })
    const lines = renderFaults(faultsOf(findings)).split('\n')
    expect(lines).toHaveLength(2)
    expect(lines[1]).toMatch(/^1\. sentence “The plant at Thornbridge collapsed on Friday after a walkout\.”: .*Friday/)
  })
})
