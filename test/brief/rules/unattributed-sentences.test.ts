import { describe, expect, it } from 'vitest'
import { rulesByline, writeByRules } from '../../../src/brief/rules/rules-writer.ts'
import { verify } from '../../../src/brief/verify/verify.ts'
import { articleId } from '../../../src/domain/article.ts'
import { grammarFor } from '../../../src/language/grammars.ts'
import { article, story } from '../../fakes/articles.ts'

function summaryOf(text: string) {
  const told = story(article(text))
  return verify(writeByRules(told, grammarFor), told, { byline: rulesByline, grammarFor }).brief.summary.map(
    (each) => each.text,
  )
}

describe('unattributed sentences of a summary', () => {
  const opening = 'The ferry to Esk Island stopped for good in March after sixty years.'
  const answers = [
    'Ruth Marsh: Nobody on the island was asked about the timetable before it was changed.',
    'Q: What happens now?',
    'Ruth Marsh: The school boat takes four people on a good day and none in winter.',
    'The boat has two engines and a crew of three.',
  ]

  it('are those above the first answer in an interview set out like a play, and none below it', () => {
    expect(summaryOf([opening, ...answers].join('\n\n'))).toEqual([opening])
  })

  it('are none in an interview that opens with an answer', () => {
    expect(summaryOf(answers.join('\n\n'))).toEqual([])
  })

  it('are none that need what stood before them, and no instruction', () => {
    const text = [
      opening,
      'Within two weeks the weather had made that pointless.',
      'Look for the notice on the door of the ticket office in Marsh Street.',
      'The boat has two engines and a crew of three.',
    ]
    expect(summaryOf(text.join('\n\n'))).toEqual([opening, 'The boat has two engines and a crew of three.'])
  })

  it('do not say again what stands as the headline', () => {
    const told = story({
      ...article([opening, 'The boat has two engines and a crew of three.'].join('\n\n')),
      headline: '',
    })
    const draft = writeByRules(told, grammarFor)
    expect(draft.headline).toBe(opening.slice(0, -1))
    expect(draft.summary.map(({ text }) => text)).toEqual(['The boat has two engines and a crew of three.'])
  })

  it('are the news of a hearing, without what it heard', () => {
    const text =
      'Redgate Buses was fined two million crowns on Monday after a court heard that its brakes were faulty.\n\nThe hearing took five days in all.'
    expect(summaryOf(text)[0]).toBe('Redgate Buses was fined two million crowns on Monday.')
  })

  it.each([
    'A former manager of a home was jailed on Monday after a jury found her guilty of theft.',
    'The transport minister was accused of misleading parliament on Wednesday over a ferry contract.',
    'At least 11 people were killed when shells struck a market on Saturday, officials said, with each country accusing the other of firing first.',
  ])('are the news itself, whatever verb it has: %s', (lead) => {
    expect(summaryOf(`${lead}\n\nThe road to the town has been closed since then.`)[0]).toBe(lead)
  })

  it('are the news without the claims that it names', () => {
    const text =
      'A leading researcher has been suspended by the University of Tarn amid claims that his images were invented.\n\nHis laboratory has been closed since Monday.'
    expect(summaryOf(text)[0]).toBe('A leading researcher has been suspended by the University of Tarn.')
  })

  it('open with the news, even if an outlet that tells more of the rest comes first', () => {
    const first =
      'Nurses in Tarn will strike in May, their union announced.\n\nThe last strike at the old hospital was before the war.'
    const second = 'Nurses in Tarn have voted to strike in May.\n\nTheir shifts are longer than last year.'
    const told = story(
      article(first, { headline: 'Strike in May' }),
      article(second, { id: articleId('second'), outlet: 'Second Times' }),
    )
    const { summary } = verify(writeByRules(told, grammarFor), told, { byline: rulesByline, grammarFor }).brief
    expect(summary[0]?.text).toBe('Nurses in Tarn have voted to strike in May.')
  })
})
