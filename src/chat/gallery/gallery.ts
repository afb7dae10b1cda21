import type { Shape } from '../../domain/subscription.ts'
import { notCheckedNote } from '../../language/measured.ts'
import type { ClaimLine, Document, StoryBlock } from '../document.ts'
import { rich } from '../rich-text.ts'
import { approvedDraft, draft, draftStory } from './gallery-desk.ts'
import { dam } from './gallery-written.ts'

/** Sample messages of every kind, about invented news, to show what they look like on a platform. */
export interface Specimen {
  readonly title: string
  readonly document: Document
  readonly shape: Shape
}

const claim = (parts: Partial<ClaimLine>): ClaimLine => ({
  id: '1',
  speaker: 'Ana Ruiz, mayor of Tarn',
  act: null,
  manner: [],
  words: '“We had no choice”',
  evidence: 'https://tarn-weekly.example/bridge#:~:text=We%20had%20no%20choice',
  responses: [],
  ...parts,
})

const bridge: StoryBlock = {
  kind: 'story',
  id: 'bridge',
  number: 1,
  headline: 'Bridge over the Tarn closes',
  followUp: null,
  agreement: null,
  outlets: [
    { outlet: 'Tarn Weekly', url: 'https://tarn-weekly.example/bridge', published: '2026-11-24T07:00:00.000Z' },
    { outlet: 'Valley Post', url: 'https://valley-post.example/tarn', published: '2026-11-24T06:30:00.000Z' },
  ],
  summary: [
    'The bridge over the Tarn closed on Monday while workers replace its bolts.',
    'Buses run by way of the old ford until the work is done.',
  ],
  differences: [
    {
      versions: [
        { outlet: 'Tarn Weekly', words: 'twelve weeks' },
        { outlet: 'Valley Post', words: 'ten weeks' },
      ],
    },
  ],
  quotations: [],
  notes: [],
  claims: [
    claim({
      id: '1',
      speaker: 'The town’s engineers',
      form: 'goes-on',
      words: 'accuse Lind and Sons of having used steel that was too weak. (Tarn Weekly)',
      mark: '1',
      responses: [
        claim({
          id: '2',
          speaker: 'Tomas Lind, spokesman for the builder',
          form: 'goes-on',
          words: 'denied that the steel was weak. (Valley Post)',
          mark: '2',
        }),
      ],
    }),
    claim({
      id: '3',
      form: 'whole',
      words: '“We had no choice.”',
      mark: '3',
      further: [
        { id: '4', words: 'Ruiz said the steel may have cracked in March. (Tarn Weekly)', evidence: null, mark: '4' },
      ],
    }),
  ],
  moreClaims: 5,
  silences: ['The county’s road office did not respond to requests for comment'],
  unanswered: ['Gatemaker Ltd'],
  withheld: ['1 claim left out: its quotation was not found in the article'],
  links: [],
  byline: '',
}

const ferry: StoryBlock = {
  ...bridge,
  id: 'ferry',
  number: 2,
  headline: 'Ferry captain takes the stand over night collision',
  followUp: 'new since Mon 23 Nov 08:00',
  agreement: '1 independent publisher',
  outlets: bridge.outlets.slice(0, 1),
  summary: ['The captain of the ferry Una was heard on Tuesday by the court in Port Ansel.'],
  differences: [],
  claims: [
    claim({
      speaker: 'Edmund Carrick, captain',
      form: 'goes-on',
      words: 'denies that he had left the bridge.',
      mark: '1',
    }),
  ],
  moreClaims: 0,
  silences: [],
  unanswered: [],
  withheld: [],
}

const dique: StoryBlock = {
  ...ferry,
  id: 'dique',
  number: 3,
  headline: 'El dique de Arcos cede tras once horas de lluvia',
  followUp: null,
  agreement: null,
  outlets: [{ outlet: 'Diario de Arcos', url: 'https://diario-arcos.example/dique', published: null }],
  summary: [],
  claims: [],
  quotations: [claim({ id: '1', speaker: '', words: '«Nos avisaron con cuarenta minutos de retraso.»' })],
  notes: [notCheckedNote('es')],
}

const title = (stories: string) =>
  ({
    kind: 'title',
    text: 'Morning digest',
    time: { at: '2026-11-24T08:00:00.000Z', label: 'Tue 24 Nov 08:00 (Europe/London)' },
    detail: stories,
  }) as const
const closing = {
  kind: 'note',
  text: 'Written without AI (rules v3), checked against the articles. Check before you publish.',
} as const

const desk = { channel: '', label: '#desk' } as const
const next = { at: '2026-11-25T08:00:00.000Z', label: 'Wed 25 Nov 08:00' } as const

/** The documents that the gallery shows. */
export const specimens: readonly Specimen[] = [
  {
    title: 'A whole digest',
    shape: 'whole',
    document: [title('2 stories · 2 outlets'), bridge, ferry, closing],
  },
  {
    title: 'The same with a thread',
    shape: 'thread',
    document: [title('2 stories · 2 outlets'), bridge, ferry, closing],
  },
  {
    title: 'The same with a post for each story',
    shape: 'posts',
    document: [title('2 stories · 2 outlets'), bridge, ferry, closing],
  },
  {
    title: 'A story as a model writes it',
    shape: 'whole',
    document: [title('1 story · 1 outlet'), dam, closing],
  },
  {
    title: 'The same with a thread',
    shape: 'thread',
    document: [title('1 story · 1 outlet'), dam, closing],
  },
  {
    title: 'A story in a language that is not checked',
    shape: 'whole',
    document: [title('1 story · 1 outlet'), dique, closing],
  },
  {
    title: 'A late digest with one feed that can’t be read',
    shape: 'whole',
    document: [
      title('1 story · 2 outlets'),
      { ...ferry, number: 1 },
      { kind: 'alert', text: '1 of 4 feeds could not be read: Valley Post.' },
      closing,
      { kind: 'note', text: 'This digest was due Tue 24 Nov 08:00 and is late: Onrecord was not running.' },
    ],
  },
  {
    title: 'What one person asked for',
    shape: 'whole',
    document: [
      { ...bridge, number: null, outlets: [{ outlet: 'Tarn Weekly', url: null, published: null }] },
      { kind: 'action', label: 'Post to channel', action: { kind: 'share', answer: 'answer-1' } },
    ],
  },
  { title: 'A draft for its editors', shape: 'whole', document: draft },
  { title: 'The same once it is approved', shape: 'whole', document: approvedDraft },
  { title: 'A story of a draft', shape: 'whole', document: draftStory(bridge) },
  {
    title: 'What was set up',
    shape: 'whole',
    document: [
      {
        kind: 'text',
        text: rich`“Morning digest” is set up in ${desk}: weekdays at 08:00 (Europe/London). Next edition: ${next}.`,
      },
    ],
  },
  {
    title: 'What could not be done',
    shape: 'whole',
    document: [
      {
        kind: 'alert',
        text: rich`“Morning digest” could not be posted in ${desk}: Onrecord isn’t in the channel; invite it there.`,
      },
    ],
  },
]

/** An edition in every shape that a digest can have. */
export function editionSpecimens(document: Document): Specimen[] {
  return [
    { title: 'As one message', document, shape: 'whole' },
    { title: 'With a thread', document, shape: 'thread' },
    { title: 'With a post for each story', document, shape: 'posts' },
  ]
}
