import { describe, expect, it } from 'vitest'
import { readAnswer } from '../../../src/brief/answer/answer.ts'
import { draftOf } from '../../../src/brief/answer/draft-of-answer.ts'
import { rulesByline } from '../../../src/brief/rules/rules-writer.ts'
import { verify } from '../../../src/brief/verify/verify.ts'
import type { FindingKind } from '../../../src/domain/brief.ts'
import { grammarFor } from '../../../src/language/grammars.ts'
import { article, story } from '../../fakes/articles.ts'

/** Drafts of which nearly every word is the article's, and which say something else. */

const bridge = 'The bridge over the Tarn closed on Monday for 12 weeks.'

describe('a headline', () => {
  it.each<[string, string, FindingKind]>([
    [
      'Mayor Ana Ruiz denied that she took bribes from the builder.',
      'Mayor Ana Ruiz took bribes from builder',
      'claim-as-fact',
    ],
    [
      'The council did not approve the new bridge over the Tarn.',
      'Council approved new bridge over the Tarn',
      'negation-changed',
    ],
    [
      'Prosecutors said on Monday that Mayor Ana Ruiz took public money.',
      'Mayor Ana Ruiz took public money',
      'claim-as-fact',
    ],
    ['Mayor Ana Ruiz may resign on Friday over the bridge.', 'Mayor Ana Ruiz will resign on Friday', 'hedge-dropped'],
    ['Mayor Ana Ruiz was charged with fraud on Monday.', 'Mayor Ana Ruiz convicted of fraud', 'status-changed'],
    ['The fire killed 3 people and injured 12 in Tarn.', 'Fire killed 12 people in Tarn', 'number-not-found'],
    ['Shares in Tarn Holdings rose 12 percent.', 'Shares in Tarn Holdings fell 12 percent', 'words-not-found'],
    ['The fire killed 3 people.', 'x', 'words-not-found'],
  ])('may not turn “%s” into “%s”', (lead, headline, kind) => {
    const { findings, brief } = check([lead, bridge], { headline })
    expect(findings.map((finding) => finding.kind)).toContain(kind)
    expect(brief.headline).toBe('Bridge to close for repairs')
  })

  it.each([
    ['Mayor Ana Ruiz denied that she took bribes from the builder.', 'Mayor Ana Ruiz denies she took bribes'],
    ['The council approved the new bridge over the Tarn on Monday.', 'Council approves new bridge over Tarn'],
    ['The fire killed 3 people and injured 12 in Tarn.', 'Fire injured 12 in Tarn'],
  ])('may make “%s” shorter: “%s”', (lead, headline) => {
    expect(check([lead, bridge], { headline }).findings).toEqual([])
  })
})

describe('a sentence of the summary', () => {
  it.each<[string, string, FindingKind]>([
    [
      'Police arrested the former treasurer Ana Ruiz on Monday after a search.',
      'Police arrested the former treasurer Tomas Lind on Monday after a search.',
      'name-not-found',
    ],
    [
      'Police arrested the former treasurer Ana Ruiz on Monday after a search.',
      'Police arrested the former treasurer Ana Lind on Monday after a search.',
      'name-not-found',
    ],
    [
      'The council did not approve the plan. The mayor was not present at the meeting.',
      'The council did approve the plan; the mayor was not present at the meeting.',
      'negation-changed',
    ],
    [
      'The steel of the bridge was not weak, but the bolts of the gate were weak.',
      'The steel of the bridge was weak, but the bolts of the gate were not weak.',
      'negation-changed',
    ],
    [
      'The fire killed 3 people and injured 5 others.',
      'The fire killed 5 people and injured 3 others.',
      'number-not-found',
    ],
    [
      'The bridge near the mill closed for 12 weeks.',
      'The bridge near the mill closed for 12 days.',
      'number-not-found',
    ],
    [
      'The town paid 12 million dollars for the bridge, and 12 workers were hurt.',
      'The town paid 12 dollars for the bridge, and 12 million workers were hurt.',
      'number-not-found',
    ],
    ['At least 12 people died when the bridge fell.', '12 people died when the bridge fell.', 'limiter-dropped'],
    [
      'The steel may have cracked. The bolts may have failed.',
      'The steel cracked; the bolts may have failed.',
      'hedge-dropped',
    ],
    [
      'The bridge closed on Monday while workers replace its bolts. Mayor Ana Ruiz said that the builder used weak steel.',
      'The builder used the weak steel.',
      'claim-as-fact',
    ],
  ])('may not turn “%s” into “%s”', (passage, text, kind) => {
    const { findings, brief } = check([passage, 'The mayor, Tomas Lind, opened a fair.'], {
      happened: [`${text} [1-2]`],
    })
    expect(findings.map((finding) => finding.kind)).toContain(kind)
    // In its place stands the outlet's own sentence, or nothing.
    expect(brief.summary.every((sentence) => sentence.text.startsWith('Example Times: “'))).toBe(true)
  })

  it('may tell a name in full that its passage has in short', () => {
    const { findings } = check(['Ana Ruiz is the mayor of Tarn.', 'Police arrested Ruiz on Monday after a search.'], {
      happened: ['Police arrested Ana Ruiz on Monday after a search. [2]'],
    })
    expect(findings).toEqual([])
  })
})

describe('a claim', () => {
  it.each<[string, string, FindingKind]>([
    ['“I do not believe that the steel was weak,” said Mayor Ana Ruiz.', '“the steel was weak”', 'negation-changed'],
    ['Mayor Ana Ruiz said it was not true that she took the money.', 'she took the money', 'negation-changed'],
    ['“I never said that we wanted to close it,” said Mayor Ana Ruiz.', '“we wanted to close it”', 'negation-changed'],
    ['Mayor Ana Ruiz said it was possible that the builder lied.', 'the builder lied', 'hedge-dropped'],
    ['Mayor Ana Ruiz said that fewer than 20 people were hurt.', '20 people were hurt', 'limiter-dropped'],
    ['“If the court orders it, I will resign,” said Mayor Ana Ruiz.', '“I will resign”', 'qualifier-dropped'],
    [
      '“I did not, whatever the local papers may say, take the money,” said Mayor Ana Ruiz.',
      '“I did take the money”',
      'quote-not-found',
    ],
  ])('may not be cut out of “%s” as %s', (passage, words, kind) => {
    const { findings, brief } = check([bridge, passage], {
      speakers: [{ name: 'Mayor Ana Ruiz', says: [`said ${words}. [2]`] }],
    })
    expect(findings.map((finding) => finding.kind)).toContain(kind)
    // A denial that the draft distorts is given by us, as the article has it.
    expect(brief.claims.filter(({ isAdded }) => !isAdded)).toEqual([])
  })

  it.each([
    ['Ana Ruiz', 'said nine lorries crashed through the gate.'],
    ['Ana Ruiz', 'admitted that nine lorries crashed through the gate.'],
    ['Convicted fraudster Ana Ruiz', 'said nine lorries crashed through the gate.'],
  ])('is not made of the outlet’s own sentence: %s %s', (name, text) => {
    const paragraphs = [
      'The bridge, which Mayor Ana Ruiz opened, closed on Monday.',
      'Nine lorries crashed through the gate.',
    ]
    const { brief } = check(paragraphs, { speakers: [{ name, says: [`${text} [2]`] }] })
    expect(brief.claims).toEqual([])
  })

  it('keeps the verb of the article', () => {
    const said = [bridge, 'Mayor Ana Ruiz said that the builder was late.']
    const told = (text: string) => check(said, { speakers: [{ name: 'Mayor Ana Ruiz', says: [`${text} [2]`] }] })
    expect(told('said that the builder was late.').findings).toEqual([])
    expect(told('admitted that the builder was late.').findings.map(({ kind }) => kind)).toContain('act-upgraded')
  })
})

function check(paragraphs: readonly string[], answer: object) {
  const told = story(article(paragraphs.join('\n\n')))
  const whole = { check: 'c', headline: 'Bridge to close for repairs', happened: [], speakers: [], ...answer }
  const read = readAnswer(JSON.stringify(whole), 'c')
  if (read.kind !== 'read') throw new Error(read.reason)
  return verify(draftOf(read.value, told, grammarFor), told, { byline: rulesByline, grammarFor })
}
