import { describe, expect, it } from 'vitest'
import { readAnswer } from '../../../src/brief/answer/answer.ts'
import { draftOf } from '../../../src/brief/answer/draft-of-answer.ts'
import { isWorthMending, mendDraft } from '../../../src/brief/answer/mend.ts'
import { verify } from '../../../src/brief/verify/verify.ts'
import { grammarFor } from '../../../src/language/grammars.ts'
import { article, story } from '../../fakes/articles.ts'

const told = story(
  article(
    'Harrow Academy accused inspectors of haste on Monday. It fell two grades to inadequate. The report is due on Friday.',
  ),
)

/** The summary of a draft whose second sentence a model has mended. */
function summaryWith(text: string): string[] {
  const happened = [
    'Harrow Academy accused inspectors of haste on Monday. [1]',
    'It fell three grades to inadequate. [2]',
  ]
  const read = readAnswer(JSON.stringify({ check: 'c', headline: '', happened, speakers: [] }), 'c')
  if (read.kind !== 'read') throw new Error(read.reason)
  const faults = [{ part: { kind: 'sentence' as const, index: 1 }, findings: [] }]
  const mended = [{ fault: 1, name: '', text, from: '2' }]
  return mendDraft(draftOf(read.value, told, grammarFor), { faults, mended, story: told, grammarFor }).summary.map(
    (sentence) => sentence.text,
  )
}

describe('a mended sentence of a summary', () => {
  it('stands in the place of the faulty one', () => {
    expect(summaryWith('It fell two grades to inadequate.')[1]).toBe('It fell two grades to inadequate.')
  })

  it.each([
    ['says nobody who did it', 'has fallen two grades to inadequate.'],
    ['says the one before it again', 'On Monday Harrow Academy accused inspectors of haste.'],
  ])('does not where it %s', (_, text) => {
    expect(summaryWith(text)[1]).toBe('It fell three grades to inadequate.')
  })
})

describe('a second completion', () => {
  const answering = story(
    article('Lena Orr said 40 bolts were missing. Arrow Water said its records showed every bolt. Otto Berg was away.'),
  )
  const isWorth = (charge: string, answers: string) => {
    const speakers = [
      { name: 'Lena Orr', standing: '', says: [charge] },
      { name: 'Arrow Water', standing: '', says: ['said its records showed every bolt. [2]'], answers },
    ]
    const read = readAnswer(
      JSON.stringify({ check: 'c', headline: '', happened: ['Otto Berg was away. [3]'], speakers }),
      'c',
    )
    if (read.kind !== 'read') throw new Error(read.reason)
    const draft = draftOf(read.value, answering, grammarFor)
    const byline = { writer: 'llm', model: 'a-model', prompt: 'write-brief@2' } as const
    return isWorthMending({ draft, findings: verify(draft, answering, { byline, grammarFor }).findings })
  }

  it('is worth it where a charge fails and its answer does not', () => {
    expect(isWorth('said 60 bolts were missing. [1]', '1')).toBe(true)
  })

  it('is not worth it where nobody answers the one claim that fails, or none fails', () => {
    expect(isWorth('said 60 bolts were missing. [1]', '')).toBe(false)
    expect(isWorth('said 40 bolts were missing. [1]', '1')).toBe(false)
  })
})
