import { describe, expect, it } from 'vitest'
import { rulesByline, writeByRules } from '../../src/brief/rules/rules-writer.ts'
import { verify } from '../../src/brief/verify/verify.ts'
import type { Article } from '../../src/domain/article.ts'
import { articleId } from '../../src/domain/article.ts'
import { type Claim, speakerName } from '../../src/domain/claim.ts'
import { grammarFor } from '../../src/language/grammars.ts'
import { article, story } from '../fakes/articles.ts'

function read(...articles: readonly Article[]) {
  const told = story(...articles)
  return verify(writeByRules(told, grammarFor), told, { byline: rulesByline, grammarFor }).brief
}

/** “who: words ← who answers: words”, for each answer that is tied to what it answers. */
function ties(...articles: readonly Article[]): string[] {
  const { claims, responses } = read(...articles)
  const shown = (id: string) => {
    const claim = claims.find((each) => each.id === id)
    return `${speakerName((claim as Claim).speaker)}: ${claim?.words}`
  }
  return responses.map(({ claim, answers }) => `${shown(answers)} ← ${shown(claim)}`)
}

const accusation = 'The union accused Northern Water of hiding documents from the inquiry.'

describe('“no response on record”', () => {
  it.each([
    ['the accused is named and nobody answers', 'The inquiry goes on in March.'],
    ['somebody else denies another matter', 'Petra Lind, the mayor of Lower Weir, denied that she would resign.'],
    ['somebody else could not be reached', 'Castor Gateworks did not respond to a request for comment.'],
  ])('is said where %s', (_, behind) => {
    expect(read(article(`${accusation}\n\n${behind}`)).unanswered).toEqual(['Northern Water'])
  })

  it.each([
    ['in the same article', 'Northern Water denied the accusation.'],
    ['by a pronoun', 'It denied that.'],
    ['by what it is', 'The company rejected the claim.'],
    ['by somebody who speaks for it', '“We hid nothing,” said Jon Moe, a spokesman for Northern Water.'],
    [
      'by somebody whose role stands elsewhere',
      'Jon Moe runs Northern Water.\n\nMoe rejected the criticism of the union.',
    ],
    ['by its initials', 'NW said the papers were sent in May. NW rejected any suggestion of secrecy.'],
    ['by a silence', 'Northern Water declined to comment.'],
    ['by a silence of nobody in particular', 'A request for comment went unanswered.'],
    ['where its officials sit', 'Downing Street said it would not be commenting on gossip.'],
    ['by what it is, with another verb', 'The supplier said it followed the rules at all times.'],
    ['by an attempt to reach it', 'Attempts to reach Northern Water were unsuccessful.'],
    ['by calls that nobody answered', 'Calls to its office were not returned.'],
    ['by a lawyer', 'A lawyer for the firm described the claims as fiction.'],
    ['by a withdrawal', 'The union withdrew the allegation on Friday. Northern Water was cleared.'],
    ['in the very sentence', 'Northern Water, the union’s members say, hid the papers, which the firm has denied.'],
  ])('is never said where there is an answer: %s', (_, behind) => {
    expect(read(article(`${accusation}\n\n${behind}`)).unanswered).toEqual([])
  })

  it.each([
    'The union accused Northern Water of hiding documents, which it denies.',
    'The union accused Northern Water of hiding documents, a charge it called laughable.',
    'The union accused Northern Water of hiding documents, but the company said they were sent in May.',
  ])('nor where the answer stands in the same sentence: %s', (text) => {
    expect(read(article(text)).unanswered).toEqual([])
  })

  it('looks through every article of the story', () => {
    const other = article('Northern Water dismissed the claims of the union as untrue.', { id: articleId('other') })
    expect(read(article(accusation), other).unanswered).toEqual([])
  })

  it('is never said of a side without a name of its own', () => {
    for (const side of ['police', 'the company', 'the other', 'its owners', 'each side'])
      expect(read(article(`The union accused ${side} of hiding documents from the inquiry.`)).unanswered).toEqual([])
  })

  it('is not said of an accusation that was withheld', () => {
    const told = story(article(accusation))
    const written = writeByRules(told, grammarFor)
    const claims = written.claims.map((claim) => ({
      ...claim,
      speaker: { kind: 'person', name: 'Ana Lind', role: null } as const,
    }))
    const { brief } = verify({ ...written, claims }, told, { byline: rulesByline, grammarFor })
    expect(brief.claims).toEqual([])
    expect(brief.unanswered).toEqual([])
  })
})

describe('an answer stands under what it answers', () => {
  it.each<[string, string, readonly string[]]>([
    [
      'a denial of “this” right behind a claim',
      'Two engineers said the gate had failed its last inspection. Arrow Water denied this.',
      ['Two engineers: the gate had failed its last inspection ← Arrow Water: denied this'],
    ],
    [
      'a denial of the accusation, two paragraphs on',
      `${accusation}\n\nThe hearing lasted four hours.\n\nNorthern Water rejected the accusation.`,
      ['the union: hiding documents from the inquiry ← Northern Water: the accusation'],
    ],
    [
      'a denial in the words of the claim',
      'A former clerk said the scoring had been changed after the bids.\n\nMayor Petra Lind denied that any scoring was changed.',
      ['A former clerk: the scoring had been changed after the bids ← Petra Lind: any scoring was changed'],
    ],
    [
      'a silence that the article says was about that',
      `${accusation}\n\nNorthern Water declined to comment on the accusation.`,
      ['the union: hiding documents from the inquiry ← Northern Water: declined to comment on the accusation'],
    ],
    [
      'the charge, where one was made, some paragraphs on',
      'Survivors accused the operator of opening the gates at night.\n\nIt rained.\n\nNobody slept.\n\nTarn Water, which runs the dam, rejected the charge.',
      ['Survivors: opening the gates at night ← Tarn Water: the charge'],
    ],
    [
      'a statement that says no such thing happened',
      'Tarn Water said that the office had been warned by fax. Ana Lind said her office had received no such message.',
      ['Tarn Water: the office had been warned by fax ← Ana Lind: her office had received no such message'],
    ],
    [
      'what goes on after a bare denial',
      'Tom Reed said that all of it had been approved by Mara Cole. Cole disputed that. She had never seen the list, she said.',
      ['Tom Reed: all of it had been approved by Mara Cole ← Mara Cole: She had never seen the list'],
    ],
    [
      'a charge that is called a lie',
      'A diplomat said Tom Reed had fled by night. Mara Cole dismissed that as “a fairy tale”.',
      ['A diplomat: Tom Reed had fled by night ← Mara Cole: that as “a fairy tale”'],
    ],
  ])('%s', (_, text, expected) => {
    expect(ties(article(text)).map((tie) => tie.replace(/^The union/, 'the union'))).toEqual(expected)
  })

  it.each([
    [
      'whose name merely stands in the claim',
      'Two officials said clerks had warned the office of Petra Lind.\n\nLind denied that she had chosen the winner.',
    ],
    [
      'who rejects “that allegation”, made by somebody whose words are not told',
      'Ana Lind accused Tarn Water of misleading parliament.\n\nRecords were lost. Letters went astray.\n\nTarn Water called that allegation baseless.',
    ],
    [
      'three paragraphs on',
      `${accusation}\n\nIt rained.\n\nIt snowed.\n\nThe sun shone.\n\nNorthern Water denied that.`,
    ],
    ['that was not asked about it', `${accusation}\n\nNorthern Water declined to comment on the price of water.`],
    [
      'to a request that names no matter',
      `${accusation}\n\nThe rain went on for days.\n\nNorthern Water did not respond to a request for comment.`,
    ],
  ])('and under nothing else: of somebody %s', (_, text) => {
    expect(ties(article(text))).toEqual([])
  })

  it('stands under nothing of another article', () => {
    const other = article('Northern Water denied that it had hidden documents from the inquiry.', {
      id: articleId('other'),
    })
    expect(ties(article(accusation), other)).toEqual([])
  })
})

describe('who says nothing', () => {
  it('is listed, each of two who decline in the same words', () => {
    const { claims } = read(
      article(
        'The insurer of the ship declined to comment.\n\nA former engineer said he had reported leaking pipes.\n\nOlave Brandt, the managing director, declined to comment.',
      ),
    )
    const silent = claims.filter(({ act }) => act === 'declines to comment')
    expect(silent.map(({ speaker }) => speakerName(speaker))).toEqual(['The insurer of the ship', 'Olave Brandt'])
  })
})

describe('what a writer is asked for', () => {
  it('is never a silence about another matter', () => {
    const told = story(
      article(
        `${accusation}\n\nA driver was hurt on Friday.\n\nThe depot was closed.\n\nNorthern Water did not respond to questions about the driver.`,
      ),
    )
    const written = writeByRules(told, grammarFor)
    const half = { ...written, claims: written.claims.filter(({ act }) => act === 'accuses') }
    expect(verify(half, told, { byline: rulesByline, grammarFor }).findings).toEqual([])
  })
})

describe('a denial of something else', () => {
  const theft = 'Ade Bello accused Tom Reed of theft.'

  it.each([
    ['he was resigning', `${theft}\n\nReed denied he was resigning.`],
    ['an offer', `${theft}\n\nReed rejected an offer to resign.`],
    [
      'what another denied before',
      'Ana Monteiro denied approving the trades and said she had warned against them. Neville Ashworth also denied it.',
    ],
    [
      'what no one was accused of',
      'Padraig Walsh said that Aoife Nolan had told him the money was in another account.\n\nNolan denied any wrongdoing.',
    ],
    [
      'what the same side says again behind it',
      'Mersons denied a report that it would cut 4,000 jobs.\n\n“There are no plans to cut jobs in stores,” Olivia Grant said.',
    ],
  ])('answers nothing: %s', (_, text) => expect(ties(article(text))).toEqual([]))

  it.each(['the theft', 'it', 'any wrongdoing', 'ever taking anything'])('answers the accusation: %s', (denied) =>
    expect(ties(article(`${theft}\n\nReed denied ${denied}.`))).toEqual([
      `Ade Bello: Tom Reed of theft ← Tom Reed: ${denied === 'it' ? 'denied it' : denied}`,
    ]),
  )
})

describe('an answer', () => {
  const charge = 'Opposition spokesman Bo Kerr accused the government of closing half of the fire stations.'

  it('that calls another’s figures wrong stands under the charge they are from', () => {
    const text = `${charge} “They are playing with fire,” he said.\n\nMinister Ana Ruiz said that Mr Kerr’s figures were wrong.`
    expect(ties(article(text))).toEqual([
      'Bo Kerr: closing half of the fire stations ← Ana Ruiz: Mr Kerr’s figures were wrong',
    ])
  })

  it('that praises another’s figures answers nothing', () => {
    const text = `${charge}\n\nMinister Ana Ruiz said that Mr Kerr’s figures were welcome.`
    expect(ties(article(text))).toEqual([])
  })

  it('takes along the quotation behind it, whose “it” means nothing elsewhere', () => {
    const text =
      '“We have colleagues doing six nights in a row,” said Ida Moen, a nurse.\n\nOtto Lind, a director, said that 300 operations would be postponed. He rejected the claim that nurses worked six nights in a row. “Our rosters do not allow it,” he said.'
    expect(ties(article(text)).map((tie) => tie.split(' ← ')[1])).toEqual([
      'Otto Lind: the claim that nurses worked six nights in a row',
      'Otto Lind: “Our rosters do not allow it”',
    ])
  })
})
