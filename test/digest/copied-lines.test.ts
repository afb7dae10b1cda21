import { describe, expect, it } from 'vitest'
import { rulesByline, writeByRules } from '../../src/brief/rules/rules-writer.ts'
import { verify } from '../../src/brief/verify/verify.ts'
import type { ClaimLine } from '../../src/chat/document.ts'
import { howSaid } from '../../src/chat/story-lines.ts'
import { noAddresses } from '../../src/digest/addresses.ts'
import { layoutBrief } from '../../src/digest/layout-brief.ts'
import type { Article } from '../../src/domain/article.ts'
import { grammarFor } from '../../src/language/grammars.ts'
import { article, story } from '../fakes/articles.ts'

/** Short paragraphs in front, so that no sentence with a claim is taken into the summary. */
const filler = 'The bridge is old.\n\n'.repeat(4)

const linesOf = (...articles: readonly Article[]): string[] => {
  const told = story(...articles)
  const { brief } = verify(writeByRules(told, grammarFor), told, { byline: rulesByline, grammarFor })
  const shown = (line: ClaimLine): string[] => {
    const { link, colon } = howSaid(line)
    const further = (line.further ?? []).map(({ words }) => words)
    return [
      [`${line.speaker}${link}${colon}${line.words}`, ...further].join(' '),
      ...line.responses.flatMap(shown).map((answer) => `> ${answer}`),
    ]
  }
  return layoutBrief(brief, { number: null, claims: 20, addresses: noAddresses }).claims.flatMap(shown)
}

describe('claims in the articles’ own words', () => {
  it.each([
    ['with their verb', 'Ana Ruiz said that the bridge was safe.', 'Ana Ruiz said that the bridge was safe.'],
    ['behind a colon', 'The bridge was safe for lorries, Ana Ruiz said.', 'Ana Ruiz: The bridge was safe for lorries.'],
    ['as a quotation with its stop', '“We had no choice,” said Ana Ruiz.', 'Ana Ruiz: “We had no choice.”'],
    [
      'with no pronoun at their head',
      'Its bolts were new, Lind Brothers said on Monday.',
      'Lind Brothers said its bolts were new.',
    ],
    [
      'with the reason why nobody is named',
      'Two engineers, who were not allowed to speak in public, said that the bolts had rusted.',
      'Two engineers, who were not allowed to speak in public, said that the bolts had rusted.',
    ],
  ])('read as sentences %s', (_, text, line) => {
    expect(linesOf(article(filler + text))).toEqual([line])
  })

  it('stand in one line a speaker, who is introduced once', () => {
    const text =
      'Ana Ruiz, the mayor of Tarn, said that the bridge was safe.\n\nRuiz warned that the road was not. “We told them,” she said.'
    expect(linesOf(article(filler + text))).toEqual([
      'Ana Ruiz, mayor of Tarn, said that the bridge was safe. Ruiz warned that the road was not. “We told them.”',
    ])
  })

  it('close the gap that only their speaker made', () => {
    const text = 'The largest of the cracks, Ana Ruiz said, was as wide as a hand.'
    expect(linesOf(article(filler + text))).toEqual(['Ana Ruiz: The largest of the cracks was as wide as a hand.'])
  })

  it('have what one side answers in one line, which takes its description up again', () => {
    const text =
      'Ana Ruiz accused Lind Brothers of using weak steel.\n\nA former engineer at Lind Brothers rejected the accusation and said the steel had been tested twice.'
    expect(linesOf(article(filler + text))).toEqual([
      'Ana Ruiz accused Lind Brothers of using weak steel.',
      '> A former engineer at Lind Brothers rejected the accusation. The former engineer at Lind Brothers said the steel had been tested twice.',
    ])
  })

  it('have a denial below what it denies, and leave out one that says nothing alone', () => {
    const text = 'Ana Ruiz accused Lind Brothers of using weak steel. Lind Brothers denied the accusation.'
    expect(linesOf(article(filler + text))).toEqual([
      'Ana Ruiz accused Lind Brothers of using weak steel.',
      '> Lind Brothers denied the accusation.',
    ])
    expect(linesOf(article(`${filler}The steel was weak. Lind Brothers denied it.`))).toEqual([])
  })

  it('leave out what points at something that they do not tell', () => {
    for (const words of [
      'that figure had been wrong',
      'he had never signed such a form',
      'the owner did not recognise those words',
    ])
      expect(linesOf(article(`${filler}Tom Wren said ${words}.`))).toEqual([])
    expect(linesOf(article(`${filler}Tom Wren said that the figure had been “such a shock”.`))).toHaveLength(1)
  })

  it('say whose a statement is that does not go on from a name', () => {
    const text = 'Ana Ruiz said that the bridge was safe. The road was not safe for lorries, Ruiz said.'
    expect(linesOf(article(filler + text))).toEqual([
      'Ana Ruiz said that the bridge was safe. Ruiz: The road was not safe for lorries.',
    ])
  })

  it('name their outlet in a story of several', () => {
    const one = article(`${filler}Ana Ruiz said that the bridge was safe.`, {
      outlet: 'Tarn Post',
      url: 'http://t.example/1',
    })
    const other = article(`${filler}Tom Moe warned that the road was not.`, {
      outlet: 'Esk News',
      url: 'http://e.example/1',
    })
    expect(linesOf(one, other)).toEqual([
      'Ana Ruiz said that the bridge was safe. (Tarn Post)',
      'Tom Moe warned that the road was not. (Esk News)',
    ])
  })

  it('without one that says only that something else was untrue', () => {
    const text = `${filler}The mill closed in May for the whole winter.\n\nOtto Lind, a director, said that was “simply untrue”.\n\nAna Ruiz said that the bridge was safe.`
    expect(linesOf(article(text))).toEqual(['Ana Ruiz said that the bridge was safe.'])
  })

  it('with what a side denied before the rest, if another question left it silent', () => {
    const text = `${filler}Petra Lind, a mayor, said that the dam was old. The owner of the mill said that the road was closed.\n\nTeal Water denied that it had put off repairs to the spillway.\n\nTeal Water did not respond to questions about the photographs.`
    expect(linesOf(article(text))[0]).toBe('Teal Water denied that it had put off repairs to the spillway.')
  })
})
