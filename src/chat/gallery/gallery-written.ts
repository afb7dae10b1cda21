import type { ClaimLine, StoryBlock } from '../document.ts'

const claim = (parts: Partial<ClaimLine>): ClaimLine => ({
  id: '1',
  speaker: '',
  act: null,
  manner: [],
  words: '',
  evidence: null,
  responses: [],
  ...parts,
})

const evidence = (mark: string) => ({
  mark,
  evidence: `https://tarn-weekly.example/dam#:~:text=passage%20${mark}`,
})

/** A story as a model writes it: one line per speaker, with numbered sentences. */
export const dam: StoryBlock = {
  kind: 'story',
  id: 'dam',
  number: 1,
  headline: 'Ministry orders safety review after dam spill',
  followUp: null,
  agreement: null,
  outlets: [{ outlet: 'Tarn Weekly', url: 'https://tarn-weekly.example/dam', published: '2026-11-24T07:00:00.000Z' }],
  differences: [],
  quotations: [],
  notes: [],
  moreClaims: 0,
  unanswered: [],
  withheld: ['1 claim left out: it isn’t clear who said it'],
  links: [],
  byline: '',
  summary: [
    'Water poured over the Kettle Gorge dam for eleven hours on Monday, and about 600 people left their homes, the county says.',
    'The ministry has ordered a review of 31 dams.',
  ],
  summaryEvidence: [evidence('1'), evidence('2')],
  claims: [
    claim({
      id: '1.1',
      speaker: 'Two people briefed on the inquiry (not named because they may not speak publicly)',
      words: 'said the gate had failed its last inspection.',
      form: 'goes-on',
      ...evidence('3'),
      responses: [
        claim({
          id: '2.1',
          speaker: 'Arrow Water',
          words: 'denied this in a statement: “Every gate passed inspection in May.”',
          form: 'goes-on',
          ...evidence('4'),
        }),
      ],
    }),
    claim({
      id: '3.1',
      speaker: 'Petra Lind, mayor of Lower Weir',
      words: 'They were warned “forty minutes too late”.',
      form: 'whole',
      ...evidence('5'),
      further: [{ id: '3.2', words: 'She said the sirens had stayed silent all night.', ...evidence('6') }],
    }),
    claim({
      id: 'added.1',
      speaker: 'The county',
      words: 'denied that it had been told before noon.',
      form: 'goes-on',
      isAdded: true,
    }),
  ],
  unknown: [{ id: null, words: 'Why the gate jammed is not known.', ...evidence('7') }],
  silences: ['Gatemaker Ltd did not respond to Tarn Weekly.'],
  background: [
    { title: 'Context', sentences: [{ id: null, words: 'The dam was built in 1962.', ...evidence('8') }] },
    { title: 'What next', sentences: [{ id: null, words: 'The review is due in June.', ...evidence('9') }] },
  ],
}
