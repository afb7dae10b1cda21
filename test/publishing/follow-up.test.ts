import { describe, expect, it } from 'vitest'
import { noAddresses } from '../../src/digest/addresses.ts'
import { layoutBrief } from '../../src/digest/layout-brief.ts'
import type { Article } from '../../src/domain/article.ts'
import { whatIsNew } from '../../src/publishing/follow-up.ts'
import { verifyAnswer } from '../fakes/answers.ts'
import { article, story } from '../fakes/articles.ts'

const monday = article(
  'The Tarn bridge closed on Monday. Ana Ruiz, the mayor, said the steel was cracked. Lind Brothers denied that the steel was weak.',
  { url: 'https://times.example/bridge', headline: 'Tarn bridge closes' },
)
const tuesday = article(
  'The Tarn bridge closed on Monday. The ministry has ordered a check of 31 bridges. Ana Ruiz said the town would sue the builder.',
  { url: 'https://ledger.example/bridge', outlet: 'Ledger', headline: 'Ministry orders check of bridges' },
)

/** What a model answers of these articles, as it is verified. */
function briefOf(answer: object, articles: readonly Article[]) {
  return verifyAnswer(answer, story(...articles)).brief
}

const layout = { number: 1, claims: 12, addresses: noAddresses }
const before = layoutBrief(
  briefOf(
    {
      headline: 'Tarn bridge closes',
      happened: ['The Tarn bridge closed on Monday. [1]'],
      speakers: [
        { name: 'Ana Ruiz', standing: 'the mayor', says: ['said the steel was cracked. [2]'] },
        { name: 'Lind Brothers', standing: '', says: ['denied that the steel was weak. [3]'], answers: '2' },
      ],
    },
    [monday],
  ),
  layout,
)
const now = briefOf(
  {
    headline: 'Ministry orders check of bridges',
    happened: ['The Tarn bridge closed on Monday. [A1]', 'The ministry has ordered a check of 31 bridges. [B2]'],
    speakers: [
      {
        name: 'Ana Ruiz',
        standing: 'the mayor',
        says: ['said the steel was cracked. [A2]', 'She said the town would sue the builder. [B3]'],
      },
      { name: 'Lind Brothers', standing: '', says: ['denied that the steel was weak. [A3]'], answers: 'A2' },
    ],
  },
  [monday, tuesday],
)

describe('what is new of a story that was told', () => {
  const news = whatIsNew(now, new Set([tuesday.id]), before)

  it('is what came with an article not told of and was not said before, in the summary or in a line', () => {
    expect([...news.sentences]).toEqual(['The ministry has ordered a check of 31 bridges.'])
    expect(now.claims.filter(({ id }) => news.claims.has(id)).map(({ words }) => words)).toEqual([
      'She said the town would sue the builder.',
    ])
  })

  it('is nothing where the new article says what was told', () => {
    const again = layoutBrief(now, layout)
    const { claims, sentences } = whatIsNew(now, new Set([tuesday.id]), again)
    expect([claims.size, sentences.size]).toEqual([0, 0])
  })

  it('is all that a follow-up tells in its summary', () => {
    const shown = layoutBrief(now, { ...layout, followUp: { note: 'new since Mon 08:00', ...news } })
    expect(shown.summary).toEqual(['The ministry has ordered a check of 31 bridges.'])
    const whole = { claims: news.claims, sentences: new Set<string>() }
    expect(layoutBrief(now, { ...layout, followUp: { note: '', ...whole } }).summary).toHaveLength(2)
  })
})
