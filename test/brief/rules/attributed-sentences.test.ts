import { describe, expect, it } from 'vitest'
import { readEvidence } from '../../../src/brief/evidence.ts'
import { attributedSentences } from '../../../src/brief/rules/attributed-sentences.ts'
import { rulesByline, writeByRules } from '../../../src/brief/rules/rules-writer.ts'
import { verify } from '../../../src/brief/verify/verify.ts'
import { grammarFor } from '../../../src/language/grammars.ts'
import { article, story } from '../../fakes/articles.ts'

const news =
  'Norwind Rail on Friday cut two of its five night trains and denied a newspaper report that it was looking for a buyer.'
const second = 'The trains to Esk and Lower Weir will run for the last time in March.'

const sentencesIn = (text: string) =>
  attributedSentences(article(text), readEvidence(text, grammarFor('en'))).map((sentence) => sentence.text)

describe('attributed sentences of a summary', () => {
  it('tell the news where it is what somebody said, whole and with the speaker', () => {
    expect(sentencesIn(`${news}\n\n${second}`)).toEqual([news])
    expect(writeByRules(story(article(`${news}\n\n${second}`)), grammarFor).summary.map(({ text }) => text)).toContain(
      news,
    )
  })

  it('leave the first half of a lede, which the outlet tells itself, to the summary', () => {
    const lede =
      'The toll of the flood rose to 73 on Friday, as survivors accused the operator of the dam of a late warning.'
    const told = (text: string) => writeByRules(story(article(text)), grammarFor).summary.map((each) => each.text)
    expect(told(`${lede}\n\n${second}`)).toContain('The toll of the flood rose to 73 on Friday.')
    // A half without a verb of its own is none.
    const halves = told(`After the flood on Friday, as survivors accused the operator of the dam.\n\n${second}`)
    expect(halves).not.toContain('After the flood on Friday.')
  })

  it('leave a charge below the lead to the list, where its answer stands', () => {
    const charge = 'Otto Lind accused Norwind Rail of hiding its losses from the inspectors for two years.'
    expect(sentencesIn(charge)).toEqual([charge])
    expect(sentencesIn(`${second}\n\n${charge}`)).toEqual([])
  })

  it('leave out a heading, which has no stop', () => {
    expect(sentencesIn(`Norwind Rail said on Friday that two of its night trains would end\n\n${second}`)).toEqual([])
  })

  it.each([
    'Arrow Water denied this in a statement: “Every gate passed its inspection in May of this year.”',
    'A director of Arrow Water, Otto Lind, said that was “simply untrue” and had been from the start.',
    'Otto Lind denied that it had hidden anything from the inspectors in May.',
    'Arrow Water rejected that through its lawyers, “as every gate had passed its inspection in May”.',
  ])('never answer what the summary does not say: %s', (answer) => {
    expect(sentencesIn(`${second}\n\n${answer}`)).toEqual([])
  })

  it('are found below the points and headings that an article opens with', () => {
    const text = `What we know\n\n• Two trains end in March.\n\n• The rest will run.\n\n${news}\n\n${second}`
    expect(sentencesIn(text)).toEqual([news])
  })

  it.each([
    'Officials said on Friday that two of the five night trains would run for the last time in March.',
    'Two of the five night trains to Esk will run for the last time in March, according to papers seen on Friday.',
    'A study published on Friday suggests that the night trains to Esk cost less than the flights they replace.',
  ])('may open with somebody unnamed: %s', (text) => {
    expect(sentencesIn(text)).toEqual([text])
  })

  it.each([
    [
      'a pronoun',
      `The night trains are full.\n\nIt denied a newspaper report that the company was looking for a buyer.`,
    ],
    [
      'a word for somebody told before',
      'The night trains are full.\n\nThe company denied that it was looking for a new buyer.',
    ],
    [
      'somebody unnamed, further down',
      'The night trains are full.\n\nTwo people briefed on the talks said the railway was looking for a new buyer abroad.',
    ],
    [
      'an accusation by somebody unnamed',
      'Norwind Rail hid the losses of its night trains for years, a former manager has alleged.',
    ],
    [
      'what was said elsewhere',
      'Norwind Rail denied that. Its head, Ana Ruiz, called it “nonsense” on Friday evening.',
    ],
    [
      'a quotation alone',
      '“We have no buyer and we are not looking for one in any country,” said Ana Ruiz of Norwind Rail.',
    ],
  ])('are not those with %s', (_, text) => {
    expect(sentencesIn(text)).toEqual([])
  })

  it('are a claim told as a fact once their speaker is cut off', () => {
    const text = 'Norwind Rail said on Friday that the night trains to Esk had lost two million crowns a year.'
    const told = article(`${text}\n\n${second}`)
    const draft = writeByRules(story(told), grammarFor)
    const findings = (summary: string) => {
      const citation = { article: told.id, span: { start: 0, end: text.length } }
      const changed = { ...draft, summary: [{ text: summary, citations: [citation] }] }
      return verify(changed, story(told), { byline: rulesByline, grammarFor }).brief.withheld.map(
        ({ finding }) => finding,
      )
    }
    expect(findings(text)).toEqual([])
    expect(findings('The night trains to Esk had lost two million crowns a year.')).toContain('claim-as-fact')
  })
})
