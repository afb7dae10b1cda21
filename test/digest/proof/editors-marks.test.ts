import { expect, it } from 'vitest'
import { editDraft, vouchFor } from '../../../src/brief/editing/edit-draft.ts'
import { writeByRules } from '../../../src/brief/rules/rules-writer.ts'
import { verify } from '../../../src/brief/verify/verify.ts'
import { noAddresses } from '../../../src/digest/addresses.ts'
import { layoutBrief } from '../../../src/digest/layout-brief.ts'
import type { Draft, DraftPart } from '../../../src/domain/brief.ts'
import { grammarFor } from '../../../src/language/grammars.ts'
import { article, story } from '../../fakes/articles.ts'

const mill = story(
  article(
    [
      'The paper mill at Ostrand will close in June, its owner said on Monday. It employs 320 people.',
      '“We fought for every job,” the union leader, Pär Holm, said.',
      'A second buyer was found in May, according to the union.',
    ].join('\n\n'),
    { headline: 'Paper mill at Ostrand to close' },
  ),
)
const draft = writeByRules(mill, grammarFor)
const layout = { number: 1, claims: 12, addresses: noAddresses }
const show = (changed: Draft) =>
  layoutBrief(verify(changed, mill, { byline: { writer: 'rules', version: 3 }, grammarFor }).brief, layout)
const edit = (headline: string, summary: readonly string[], vouched: readonly DraftPart[]) =>
  show(vouchFor(editDraft(draft, { headline, summary }, { story: mill, grammarFor }), vouched, true))

it('says what an editor rewrote, and marks what stands on their word', () => {
  const kept = 'The mill at Ostrand employs 320 people.'
  const doubtful = 'Some 400 people work there.'
  const shown = edit(
    'Ostrand mill to close in June',
    ['Nobody knows why.', kept, doubtful],
    [{ kind: 'sentence', index: 2 }],
  )
  expect(shown.summary).toEqual([kept, 'Some 400 people work there (on an editor’s word).'])
  expect(shown.notes).toEqual(['An editor rewrote the headline and 2 sentences of the summary.'])
})

it('says that a headline stands on an editor’s word', () => {
  const shown = edit('Ostrand mill to close in July', [], [{ kind: 'headline' }])
  expect(shown.notes).toEqual(['An editor rewrote the headline.', 'The headline stands on an editor’s word.'])
})

it('marks a claim that was withheld and is restored', () => {
  const [unsure] = verify(draft, mill, { byline: { writer: 'rules', version: 3 }, grammarFor }).findings
  if (unsure?.part.kind !== 'claim') throw new Error('no claim was withheld')
  const lines = show(vouchFor(draft, [unsure.part], true)).claims
  expect(
    lines
      .flatMap((line) => [line, ...(line.further ?? [])])
      .map(({ words }) => words)
      .join('\n'),
  ).toMatch(/\(on an editor’s word\)/m)
  expect(show(draft).withheld).toHaveLength(1)
  expect(show(vouchFor(draft, [unsure.part], true)).withheld).toEqual([])
})

it('says nothing where nobody edited', () => {
  expect(show(draft).notes).toEqual([])
})
