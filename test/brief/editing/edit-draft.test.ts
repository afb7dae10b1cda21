import { describe, expect, it } from 'vitest'
import { cutFrom, editDraft, vouchFor } from '../../../src/brief/editing/edit-draft.ts'
import { writeByRules } from '../../../src/brief/rules/rules-writer.ts'
import { verify } from '../../../src/brief/verify/verify.ts'
import type { Draft } from '../../../src/domain/brief.ts'
import { grammarFor } from '../../../src/language/grammars.ts'
import { article, story } from '../../fakes/articles.ts'

const ferry = story(
  article(
    [
      'The ferry Halcyon ran aground off Sel Point on Tuesday with 140 people aboard. All of them were brought ashore by Wednesday morning.',
      '“The channel was not marked,” the captain, Ida Rosen, told reporters on Wednesday.',
      'The port authority denied that the buoys were missing.',
      'The hull was damaged below the waterline, according to a first survey by the coast guard.',
    ].join('\n\n'),
    { headline: 'Ferry runs aground with 140 aboard', outlet: 'Sel Gazette' },
  ),
)

const byline = { writer: 'rules', version: 1 } as const
const draft = writeByRules(ferry, grammarFor)
const ferrySource = { story: ferry, grammarFor }
const check = (changed: Draft) => verify(changed, ferry, { byline, grammarFor })
const sentences = draft.summary.map(({ text }) => text)

describe('an editor’s words', () => {
  it('go out if the articles bear them out, although they are not the articles’ own', () => {
    const words = {
      headline: 'Ferry Halcyon runs aground off Sel Point',
      summary: ['All 140 people aboard were brought ashore by Wednesday morning.'],
    }
    const { findings, brief } = check(editDraft(draft, words, ferrySource))
    expect(findings).toEqual(check(draft).findings)
    expect(brief.headline).toBe(words.headline)
    expect(brief.summary.map(({ text }) => text)).toEqual(words.summary)
    expect(brief.edited).toEqual([{ kind: 'headline' }, { kind: 'sentence', index: 0 }])
  })

  it.each([
    [
      'a number that the article lacks',
      'All 160 people aboard were brought ashore by Wednesday morning.',
      'number-not-found',
    ],
    ['what somebody only said, as a fact', 'The channel was not marked.', 'claim-as-fact'],
    [
      'a negation turned round',
      'All of the people aboard were not brought ashore by Wednesday morning.',
      'negation-changed',
    ],
    ['a quotation that nobody said', 'Ida Rosen, the captain, said: “I never saw the rocks.”', 'quote-not-found'],
  ])('are withheld with %s', (_, sentence, kind) => {
    const { findings, brief } = check(editDraft(draft, { headline: draft.headline, summary: [sentence] }, ferrySource))
    expect(findings.map((finding) => finding.kind)).toContain(kind)
    expect(brief.summary.map(({ text }) => text)).not.toContain(sentence)
  })

  it('keep the passages of sentences that stay, whatever their new place', () => {
    const [first = ''] = sentences
    const added = 'The hull was damaged below the waterline, the coast guard says.'
    const once = editDraft(draft, { headline: draft.headline, summary: [added, first] }, ferrySource)
    expect(once.summary[1]).toBe(draft.summary[0])
    expect(once.edited).toEqual([{ kind: 'sentence', index: 0 }])
    const twice = editDraft(once, { headline: draft.headline, summary: [first, added] }, ferrySource)
    expect(twice.edited).toEqual([{ kind: 'sentence', index: 1 }])
  })

  it('lose invisible characters, line breaks and empty lines', () => {
    const words = { headline: ' Ferry\nruns\u200b aground ', summary: ['', ' \u2060 ', ...sentences] }
    const edited = editDraft(draft, words, ferrySource)
    expect(edited.headline).toBe('Ferry runs aground')
    expect(edited.summary).toEqual(draft.summary)
  })
})

describe('what an editor vouches for', () => {
  const doubtful = 'Some 150 people were aboard.'
  const edited = editDraft(draft, { headline: draft.headline, summary: [doubtful] }, ferrySource)
  const part = { kind: 'sentence', index: 0 } as const

  it('stays in spite of its finding, and is marked', () => {
    const { findings, brief } = check(vouchFor(edited, [part], true))
    expect(findings).toEqual(check(draft).findings)
    expect(brief.summary.map(({ text }) => text)).toEqual([doubtful])
    expect(brief.vouched).toEqual([part])
  })

  it('is not marked where there was nothing to find', () => {
    expect(check(vouchFor(draft, [part], true)).brief.vouched).toEqual([])
  })

  it('is withheld again when it is no longer vouched for', () => {
    const { brief } = check(vouchFor(vouchFor(edited, [part], true), [part], false))
    expect(brief.summary.map(({ text }) => text)).not.toContain(doubtful)
  })

  it('moves with its sentence, and goes with it', () => {
    const [first = ''] = sentences
    const vouched = vouchFor(edited, [part], true)
    const moved = editDraft(vouched, { headline: draft.headline, summary: [first, doubtful] }, ferrySource)
    expect(moved.vouched).toEqual([{ kind: 'sentence', index: 1 }])
    const gone = editDraft(vouched, { headline: draft.headline, summary: [first] }, ferrySource)
    expect(gone.vouched).toEqual([])
  })

  it.each([
    'Rosen said: “We hit the rocks.”',
    'Rosen said: “The channel … was marked.”',
    'The ferry was “unfit to sail”.',
    'Rosen said: “The … was … told.”',
    'Rosen said: “reporters on Wednesday … The channel was not.”',
    'Rosen said: “ We hit the rocks. ”',
    'Rosen said: “We hit',
    'Rosen said: ‘We hit the rocks, and then the water came in through the door of the engine room so fast that nobody had time.’',
    'Rosen said: 『We hit the rocks』',
    'Rosen said: ＂We hit the rocks＂',
    'Rosen said: <<We hit the rocks>>',
    'Rosen said: ,,We hit the rocks',
  ])('never includes a quotation that stands in no article: %s', (sentence) => {
    const quoted = editDraft(draft, { headline: draft.headline, summary: [sentence] }, ferrySource)
    const { findings, brief } = check(vouchFor(quoted, [part], true))
    expect(findings.map(({ kind }) => kind)).toContain('quote-not-found')
    expect(brief.summary.map(({ text }) => text)).not.toContain(sentence)
  })

  it('includes a quotation that an article has, with a gap in it', () => {
    const sentence = 'Rosen’s view: “The hull was damaged […] the coast guard,” she said.'
    const quoted = editDraft(draft, { headline: draft.headline, summary: [sentence] }, ferrySource)
    expect(check(vouchFor(quoted, [part], true)).brief.summary.map(({ text }) => text)).toEqual([sentence])
  })

  it('may be a claim, whose quotation must still be the article’s', () => {
    const [claim] = draft.claims.filter(({ quotes }) => quotes.length > 0)
    if (!claim) throw new Error('no quotation was found')
    const changed = (words: string, quotes: readonly string[]): Draft => ({
      ...draft,
      claims: [{ ...claim, words, quotes, speaker: { kind: 'organization', name: 'The port authority' } }],
      vouched: [{ kind: 'claim', id: claim.id }],
    })
    expect(check(changed(claim.words, claim.quotes)).brief.claims.map(({ id }) => id)).toEqual([claim.id])
    expect(check(changed('“The channel was marked”', ['The channel was marked'])).brief.claims).toEqual([])
  })
})

describe('what an editor leaves out', () => {
  const [claim] = draft.claims
  const parts = [
    { kind: 'claim', id: claim?.id ?? '' },
    { kind: 'sentence', index: 0 },
  ] as const
  const left = cutFrom(draft, parts, true)

  it('is gone without a word to readers, and nothing takes its place', () => {
    const { brief } = check(left)
    expect(brief.claims.map(({ id }) => id)).not.toContain(claim?.id)
    expect(brief.summary.map(({ text }) => text)).toEqual(
      check(draft)
        .brief.summary.slice(1)
        .map(({ text }) => text),
    )
    expect(brief.withheld).toEqual(check(draft).brief.withheld)
  })

  it('can be taken back in', () => {
    const { brief } = check(cutFrom(left, parts, false))
    expect(brief.claims).toEqual(check(draft).brief.claims)
    expect(brief.summary).toEqual(check(draft).brief.summary)
  })

  it('is no longer vouched for', () => {
    expect(cutFrom(vouchFor(draft, parts, true), parts, true).vouched).toEqual([])
  })
})
