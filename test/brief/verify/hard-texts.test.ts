import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { rulesByline, writeByRules } from '../../../src/brief/rules/rules-writer.ts'
import { verify } from '../../../src/brief/verify/verify.ts'
import { howSaid } from '../../../src/chat/story-lines.ts'
import { noAddresses } from '../../../src/digest/addresses.ts'
import { layoutBrief } from '../../../src/digest/layout-brief.ts'
import { speakerName } from '../../../src/domain/claim.ts'
import { readMarkedUp } from '../../../src/evaluation/marked-up.ts'
import { grammarFor } from '../../../src/language/grammars.ts'
import { article, story } from '../../fakes/articles.ts'

/** Texts on which an earlier version gave somebody words that were not theirs, or told a claim as fact. */
describe('a claim is not made', () => {
  it.each([
    'Neither the mayor nor the police chief said the dam was unsafe.',
    'Not one of the doctors said that the drug worked.',
    'Nobody at the company said that the product was dangerous.',
    'No minister has said that it is over.',
    'It is not true that Cole said the vaccine was unsafe.',
    'Reports that Marsh confirmed the sale were wrong.',
    'Cole no longer says that the dam is safe.',
    'Had Price admitted that he knew, he would have been charged.',
    'If Price confirms that the deal is done, shares will rise.',
    'Cole should admit that he lied to voters.',
    'Cole seemed to confirm that troops had left.',
    'When did Price say that the bank would close?',
    'One in five officers would comment on the case.',
    'Price, who Baker said was drunk, left early.',
  ])('of: %s', (text) => {
    expect(claims(text)).toEqual([])
  })
})

describe('words stay with whoever said them', () => {
  it.each<[string, readonly string[]]>([
    [
      "Ann Price said the workers 'deserved better wages'. The union's head, Tom Cole, said: 'She broke every promise.'",
      ["Ann Price: the workers 'deserved better wages'", "Tom Cole: 'She broke every promise.'"],
    ],
    [
      'Tom Cole said he was innocent and Ann Price said he was guilty.',
      ['Tom Cole: he was innocent', 'Ann Price: he was guilty'],
    ],
    [
      'The company denied the claims and a spokesman said it would sue.',
      ['The company: the claims', 'a spokesman: it would sue'],
    ],
    [
      'Tom Cole denied that he knew Price, and Jon Marsh, his deputy, said he was lying.',
      ['Tom Cole: he knew Price', 'Jon Marsh: he was lying'],
    ],
    [
      'The fire started in the kitchen, according to a neighbour, but his wife said it started outside.',
      ['a neighbour: The fire started in the kitchen', 'his wife: it started outside'],
    ],
    [
      'Sen. Jo Lind (D-Ohio), who wrote the bill, said she would vote no. Rep. Al Grant, R-Texas, said he would vote yes.',
      ['Jo Lind: she would vote no', 'Al Grant: he would vote yes'],
    ],
    ['Police are looking for a man who said he had a bomb.', ['a man: he had a bomb']],
    ['Chancellor Theresa May said taxes would rise in May.', ['Theresa May: taxes would rise in May']],
    // Which Cole it is, the text does not show.
    ['Jack Cole killed his wife, Emma Cole. Cole said he was sorry for everything.', []],
    ['John Price and his wife, Mary Price, sued the council. Mr Price said it was late.', ['John Price: it was late']],
    [
      'President Karl Moe met former president Ana Ruiz. The president said the talks were good.',
      ['Karl Moe: the talks were good'],
    ],
    [
      'The judge, Ida Lane, told the defendant, Karl Moss, that he was late. She said he had lied. “I did nothing wrong,” he said.',
      ['Ida Lane: he was late', 'Ida Lane: he had lied', 'Karl Moss: “I did nothing wrong”'],
    ],
    [
      'A council official said Harvest Catering had come third. The council declined to comment on the scores.',
      ['A council official: Harvest Catering had come third', 'The council: declined to comment on the scores'],
    ],
    ['— We had no choice, said Ana Ruiz.', ['Ana Ruiz: We had no choice']],
  ])('in: %s', (text, expected) => {
    expect(claims(text)).toEqual(expected)
  })
})

describe('a summary does not tell as fact', () => {
  it.each([
    'Harlow Chemicals dumped waste in the river, a former worker has alleged. Harlow dumped 40 tonnes of waste a month into the river near the town. The firm denies it.',
    'A teacher hit a pupil with a ruler, a court has been told.\n\nIan Marsh, 44, struck the boy twice in front of the class. Marsh pleads not guilty.',
    'The indictment says Reed paid officials two million dollars. Reed paid officials two million dollars to win the contract for the bridge. Reed pleaded not guilty.',
    'Reed had stolen the car, jurors heard on Tuesday.',
    'Moss is thought to have fired first at the officers.',
    'The factory poisoned the river for years, and its owners knew. A lawsuit filed on Friday makes those allegations.',
    'According to the lawsuit, the bank forged 300 signatures. Managers shredded the originals in June at the main office.',
    'Ann Cole has no doubt. The minister lied to parliament on the third of May.',
    'The council wasted three million on a road that nobody uses. That is the finding of an audit.',
    'Policy Letter: Why did you resign last month?\n\nNadia Brandt: Because the story was about me. Nobody regulates from the front page.',
  ])('what somebody alleges: %s', (text) => {
    const told = story(article(text))
    expect(verify(writeByRules(told, grammarFor), told, { byline: rulesByline, grammarFor }).brief.summary).toEqual([])
  })
})

describe('what the rules write of the gold articles', () => {
  const folder = join(import.meta.dirname, '../../../gold')

  it.each(globSync('*.txt', { cwd: folder }))('stands up to verification: %s', (file) => {
    const { text } = readMarkedUp(file, readFileSync(join(folder, file), 'utf8'))
    const [headline = '', ...paragraphs] = text.split('\n\n')
    const told = story(article(paragraphs.join('\n\n'), { headline }))
    // What may be somebody else's is handed in, so that it is counted.
    const { findings } = verify(writeByRules(told, grammarFor), told, { byline: rulesByline, grammarFor })
    expect(findings.filter(({ kind }) => kind !== 'speaker-unclear')).toEqual([])
  })
})

function claims(text: string): string[] {
  const told = story(article(text))
  const { brief } = verify(writeByRules(told, grammarFor), told, { byline: rulesByline, grammarFor })
  return brief.claims.map(({ speaker, words }) => `${speakerName(speaker)}: ${words}`)
}

describe('what stands of an accusation', () => {
  const laidOut = (text: string) => {
    const told = story(article(text))
    const { brief } = verify(writeByRules(told, grammarFor), told, { byline: rulesByline, grammarFor })
    return layoutBrief(brief, {
      number: null,
      claims: 20,
      addresses: noAddresses,
    })
  }

  it('is not that nobody answered, where somebody who speaks for the accused did', () => {
    const accused = 'The union accused Northern Water of hiding documents from the inquiry on Monday.'
    expect(laidOut(accused).unanswered).toEqual(['Northern Water'])
    const answered = `${accused}\n\n“We hid nothing,” said Jon Moe, a spokesman for Northern Water.`
    expect(laidOut(answered).unanswered).toEqual([])
  })

  it.each([
    'The union called for a new inquiry into the dam.',
    'The union accused Northern Water of hiding documents.',
  ])('is its own verb, no stronger one, and said by whom it is: %s', (text) => {
    const [claim] = laidOut(`${'The dam is old.\n\n'.repeat(4)}${text}`).claims
    if (!claim) throw new Error('there is no claim')
    expect(`${claim.speaker} ${claim.words}`).toBe(text)
    expect(howSaid(claim)).toEqual({ link: ' ', verb: '', manner: '', colon: '' })
    expect(howSaid({ ...claim, speaker: 'Ana Ruiz, mayor' })).toMatchObject({ link: ', ' })
    const copied = { id: '1', speaker: 'Ana Ruiz', manner: ['on Monday'], words: 'x', evidence: null, responses: [] }
    expect(howSaid({ ...copied, act: 'accused' })).toEqual({
      link: ' ',
      verb: 'accused',
      manner: 'on Monday',
      colon: ': ',
    })
    expect(howSaid({ ...copied, act: 'no comment' })).toEqual({
      link: '',
      verb: '',
      manner: 'no comment; on Monday',
      colon: ': ',
    })
  })
})
