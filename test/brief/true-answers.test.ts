import { describe, expect, it } from 'vitest'
import { readAnswer } from '../../src/brief/answer.ts'
import { renderFindings } from '../../src/brief/prompt.ts'
import { verify } from '../../src/brief/verify.ts'
import type { Article } from '../../src/domain/article.ts'
import { articleId } from '../../src/domain/article.ts'
import { speakerName } from '../../src/domain/claim.ts'
import { article, story } from '../fakes/articles.ts'

const byline = { writer: 'llm', model: 'a-model', prompt: 'write-brief@1' } as const

interface Answered {
  readonly headline?: string
  readonly summary?: readonly { readonly text: string; readonly paragraph: string }[]
  readonly claims?: readonly {
    readonly speaker: string
    readonly act: string
    readonly cue: string
    readonly words: string
    readonly paragraph: string
  }[]
}

function brief(
  articles: readonly Article[],
  { headline = articles[0]?.headline ?? '', summary = [], claims = [] }: Answered,
) {
  const told = story(...articles)
  const read = readAnswer(JSON.stringify({ check: 'c', headline, summary, claims }), told, 'c')
  if (read.kind !== 'draft') throw new Error(read.reason)
  const { brief: checked, findings } = verify(read.draft, told, byline)
  const lines = checked.claims.map(({ speaker, act, words }) => `${speakerName(speaker)} | ${act} | ${words}`)
  return { brief: checked, findings, kinds: findings.map(({ kind }) => kind), lines, told }
}

describe('what a model gave rightly', () => {
  it('keeps its own verb, or is withheld: never another speaker’s', () => {
    const text =
      'Lena Brodt, the foreign minister, accused Vardan of having used the market as a store. Colonel Rustam Teymur rejected that as “a lie told over coffins”.'
    const { lines } = brief([article(text)], {
      claims: [
        {
          speaker: 'Rustam Teymur',
          act: 'rejects',
          cue: 'rejected',
          words: 'that as “a lie told over coffins”',
          paragraph: 'A1',
        },
        {
          speaker: 'Lena Brodt',
          act: 'accuses',
          cue: 'accused',
          words: 'Vardan of having used the market as a store',
          paragraph: 'A1',
        },
      ],
    })
    expect(lines).toEqual([
      'Rustam Teymur | rejects | that as “a lie told over coffins”',
      'Lena Brodt | accuses | Vardan of having used the market as a store',
    ])
  })

  it('never becomes what was denied, where somebody says that another denied it', () => {
    const text = 'Daniel Ekund, defending, said his client denied all three charges and would fight them in court.'
    const { lines } = brief([article(text)], {
      claims: [{ speaker: 'Daniel Ekund', act: 'denies', cue: 'denied', words: 'all three charges', paragraph: 'A1' }],
    })
    expect(lines.filter((line) => line.startsWith('Daniel Ekund | says | all three charges'))).toEqual([])
  })

  it('keeps an unnamed member of a team what they are', () => {
    const text =
      'A member of the study team, who spoke on condition of anonymity, said the samples were excluded after a first analysis. The study team met on Monday.'
    const claim = {
      act: 'says',
      cue: 'said',
      words: 'the samples were excluded after a first analysis',
      paragraph: 'A1',
    }
    expect(brief([article(text)], { claims: [{ ...claim, speaker: 'A member of the study team' }] }).lines).toEqual([
      'A member of the study team | says | the samples were excluded after a first analysis',
    ])
    expect(brief([article(text)], { claims: [{ ...claim, speaker: 'The study team' }] }).lines).toEqual([])
  })
})

describe('a number on which outlets differ', () => {
  const first = article(
    'The dam at Kettle burst on Monday. Nine people were killed in the village below the dam, rescuers found.',
    {
      outlet: 'Example Times',
      headline: 'Dam bursts at Kettle',
    },
  )
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
      summary: [{ text, paragraph: 'A1' }],
    })
    expect(kinds.filter((kind) => kind === 'disputed-figure')).toHaveLength(2)
    expect(checked.summary).toEqual([])
    expect(checked.headline).toBe('Dam bursts at Kettle, villages cut off')
    expect(checked.differences).toHaveLength(1)
  })

  it('stands where no outlet gives another', () => {
    const { brief: checked } = brief([second], { summary: [{ text, paragraph: 'A1' }] })
    expect(checked.summary.map((sentence) => sentence.text)).toEqual([text])
    expect(first.headline).toBe('Dam bursts at Kettle')
  })
})

describe('faults as a model is told them', () => {
  it('are whole words, in one line for each part', () => {
    const { findings, told } = brief([article('The plant at Thornbridge closed on Monday after a vote.')], {
      summary: [{ text: 'The plant at Thornbridge collapsed on Friday after a walkout.', paragraph: 'A1' }],
    })
    const lines = renderFindings(findings, told).split('\n')
    expect(lines).toHaveLength(2)
    expect(lines[1]).toMatch(/^- sentence “.*Friday.*”: /)
    expect(lines[1]).not.toMatch(/collaps[ ”]|walkou[ ”]/)
  })
})
