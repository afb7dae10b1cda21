import { describe, expect, it } from 'vitest'
import { readAnswer } from '../../../src/brief/answer/answer.ts'
import { draftOf } from '../../../src/brief/answer/draft-of-answer.ts'
import { cutFrom, vouchFor } from '../../../src/brief/editing/edit-draft.ts'
import { writeByRules } from '../../../src/brief/rules/rules-writer.ts'
import { verify } from '../../../src/brief/verify/verify.ts'
import type { Draft } from '../../../src/domain/brief.ts'
import { speakerName } from '../../../src/domain/claim.ts'
import { grammarFor } from '../../../src/language/grammars.ts'
import { article, story } from '../../fakes/articles.ts'

const dam = story(
  article(
    [
      'Water poured over the Kettle Gorge dam for eleven hours on Monday. The ministry has ordered a review of 31 dams.',
      'A person briefed on the inquiry said the gate had failed its last inspection.',
      'Two officials said the sirens had stayed silent all night.',
      'Petra Lind, mayor of Lower Weir, said: “We were warned forty minutes too late, and by then the water stood in the school and in every cellar of the lower town.”',
      '“It was chaos,” said Ida Rosen, a teacher.',
    ].join('\n\n'),
    { headline: 'Ministry orders review after dam spill' },
  ),
)
const draft = writeByRules(dam, grammarFor)
const check = (changed: Draft) => verify(changed, dam, { byline: { writer: 'rules', version: 3 }, grammarFor })
const speakersIn = (changed: Draft) => new Set(check(changed).brief.claims.map(({ speaker }) => speakerName(speaker)))

describe('what a channel’s policy holds back', () => {
  it('is what rests on one unnamed person, and not what two say or somebody named', () => {
    const held: Draft = { ...draft, held: { holdsUnnamed: true, quotationWords: null } }
    const before = speakersIn(draft)
    const after = speakersIn(held)
    expect([...before].filter((name) => !after.has(name)).map((name) => name.toLowerCase())).toEqual([
      'a person briefed on the inquiry',
    ])
    expect(check(held).brief.withheld.map(({ finding }) => finding)).toContain('one-unnamed')
  })

  it('is what quotes more words at once than it allows', () => {
    const held: Draft = { ...draft, held: { holdsUnnamed: false, quotationWords: 20 } }
    expect(speakersIn(held).has('Petra Lind')).toBe(false)
    expect(speakersIn(held).has('Ida Rosen')).toBe(true)
    expect(JSON.stringify(check(held).brief.summary)).not.toContain('forty minutes too late')
    expect(speakersIn({ ...draft, held: { holdsUnnamed: false, quotationWords: 40 } }).has('Petra Lind')).toBe(true)
  })

  it('is shown again if an editor vouches for it', () => {
    const held: Draft = { ...draft, held: { holdsUnnamed: true, quotationWords: null } }
    const [finding] = check(held).findings.filter(({ kind }) => kind === 'one-unnamed')
    if (!finding) throw new Error('nothing was held')
    expect(check(vouchFor(held, [finding.part], true)).findings.map(({ kind }) => kind)).not.toContain('one-unnamed')
  })
})

describe('what is held back of a model’s draft', () => {
  const answer = {
    check: 'c',
    headline: 'Ministry orders review after dam spill',
    happened: ['Water poured over the Kettle Gorge dam for eleven hours on Monday. [1]'],
    speakers: [
      {
        name: 'A person briefed on the inquiry',
        standing: '',
        says: ['said the gate had failed its last inspection. [3]'],
      },
      { name: 'Two officials', standing: '', says: ['said the sirens had stayed silent all night. [4]'] },
      { name: 'Ida Rosen', standing: 'a teacher', says: ['“It was chaos.” [6]'] },
    ],
  }
  const read = readAnswer(JSON.stringify(answer), 'c')
  if (read.kind !== 'read') throw new Error(read.reason)
  const written = draftOf(read.value, dam, grammarFor)
  const textOf = (changed: Draft) => {
    const { summary, claims, details = [] } = check(changed).brief
    return JSON.stringify([summary, claims, details])
  }

  it('is not told again in the outlet’s own sentence', () => {
    expect(textOf(written)).toContain('failed its last inspection')
    const held: Draft = { ...written, held: { holdsUnnamed: true, quotationWords: null } }
    expect(textOf(held)).not.toContain('failed its last inspection')
    expect(textOf(held)).toContain('sirens had stayed silent')
  })

  it('nor when an editor left it out, whether a claim or a sentence', () => {
    const [claim] = written.claims
    const parts = [
      { kind: 'claim', id: claim?.id ?? '' },
      { kind: 'sentence', index: 0 },
    ] as const
    const cut = textOf(cutFrom(written, parts, true))
    expect(cut).not.toContain('failed its last inspection')
    expect(cut).not.toContain('for eleven hours')
    expect(textOf(cutFrom(cutFrom(written, parts, true), parts, false))).toBe(textOf(written))
  })
})
