import type { DeskVerb } from '../actions.ts'
import type { ActionBlock, Document, StoryBlock } from '../document.ts'
import { rich } from '../rich-text.ts'

/** What editors see at their desk: a draft of an edition, and one story of it. */

const slot = { at: '2026-11-24T08:00:00.000Z', label: 'Tue 24 Nov 08:00' } as const
const edition = 'edition-1'

function act(verb: DeskVerb, label: string, more: Partial<ActionBlock> = {}): ActionBlock {
  return { kind: 'action', label, action: { kind: 'desk', verb, edition, version: 4, story: 'bridge' }, ...more }
}

const title = { kind: 'title', text: 'Draft: Morning digest', time: slot, detail: '3 stories · 1 with doubts' } as const
const lines: Document = [
  { kind: 'text', text: '1. Bridge over the Tarn closes · 2 doubts' },
  { kind: 'text', text: '2. Ferry captain takes the stand over night collision · accepted' },
  { kind: 'text', text: '3. Second prize for a councillor’s dog · dropped' },
]

/** A draft that nobody has decided about. */
export const draft: Document = [
  title,
  ...lines,
  { kind: 'text', text: rich`Nobody has decided yet. If nobody does by ${slot}, nothing goes out.` },
  act('look', 'Look at the stories'),
  act('approve', 'Approve', { isMain: true }),
  act('now', 'Send now'),
  act('hold', 'Hold'),
  act('skip', 'Skip'),
]

/** The same after an editor approved it. */
export const approvedDraft: Document = [
  title,
  ...lines,
  {
    kind: 'text',
    text: rich`Approved by ${{ person: '', label: 'an editor' }} at ${{ at: '2026-11-24T07:31:00.000Z', label: 'Tue 24 Nov 07:31' }}. It goes out ${slot}.`,
  },
  act('look', 'Look at the stories'),
  act('now', 'Send now'),
  act('hold', 'Hold'),
  act('skip', 'Skip'),
]

/** One story of a draft, its doubts first. */
export function draftStory(story: StoryBlock): Document {
  const passage =
    'In Tarn Weekly: “The steel may have cracked in March, an engineer said. ‘We had no choice,’ said Ana Ruiz, the mayor of Tarn.” https://tarn-weekly.example/bridge'
  return [
    { kind: 'title', text: 'Story 1 of 3', detail: 'Not judged yet · draft of “Morning digest”' },
    { kind: 'alert', text: 'Left out, as it isn’t clear who said it: the work may take longer' },
    { kind: 'text', text: passage },
    {
      kind: 'alert',
      text: 'Check, as it rests on one person who is not named: An engineer said the steel may have cracked in March.',
    },
    { kind: 'text', text: passage },
    { ...story, number: null, isDraft: true },
    {
      kind: 'choice',
      label: 'Restore something on your word',
      actions: [{ label: 'the work may take longer', action: act('restore', '').action }],
    },
    {
      kind: 'choice',
      label: 'Leave out a claim',
      actions: [
        { label: 'Ana Ruiz, mayor of Tarn: “We had no choice”', action: act('cut', '').action },
        { label: 'An engineer said the steel may have cracked in March', action: act('cut', '').action },
      ],
    },
    act('accept', 'Accept', { isMain: true }),
    act('edit', 'Edit'),
    act('drop', 'Drop'),
    act('down', 'Move down'),
    act('look', 'Next story'),
  ]
}
