import type { Act } from '../domain/claim.ts'

/**
 * What may follow a cue verb:
 * - clause: what was said, as a clause or a quotation ("said the plan failed")
 * - told: first whom it was said to ("told reporters that …")
 * - object: what was said or whom it concerns, as a noun phrase too ("denied the report")
 * - infinitive: "refused to resign"
 * - quotation: only beside a quotation is it speech ("continued", "laughed")
 */
export type Frame = 'clause' | 'told' | 'object' | 'infinitive' | 'quotation'

export interface CueVerb {
  readonly lemma: string
  readonly act: Act
  readonly frames: readonly Frame[]
}

export interface CueForm {
  readonly verb: CueVerb
  readonly form: 'base' | 'third' | 'past' | 'ing'
}

/** One row a kind: act, frames, lemmas. What the verb says about the saying decides the act, never what we make of it. */
const table: readonly (readonly [Act, readonly Frame[], string])[] = [
  [
    'says',
    ['clause'],
    'say add note write tweet explain argue insist suggest state declare claim assert maintain contend',
  ],
  [
    'says',
    ['clause'],
    'reply respond recall stress emphasize emphasise reiterate conclude remark observe reason joke quip',
  ],
  [
    'says',
    ['clause', 'object'],
    'acknowledge reveal mention report indicate disclose boast repeat recount testify voice',
  ],
  ['says', ['told'], 'tell assure remind inform'],
  ['says', ['object'], 'describe call cite discuss express tout portray characterize refer dub defend endorse quote'],
  [
    'says',
    ['quotation'],
    'continue post interject offer begin shout chant yell laugh proclaim muse opine retort counter speak email',
  ],
  ['asks', ['clause', 'told', 'object'], 'ask question wonder'],
  ['denies', ['clause', 'object'], 'deny dispute refute'],
  ['rejects', ['object'], 'reject dismiss oppose rebut'],
  ['confirms', ['clause', 'object'], 'confirm'],
  ['admits', ['clause', 'object'], 'admit concede confess'],
  ['accuses', ['object'], 'accuse allege blame'],
  [
    'criticizes',
    ['object'],
    'criticize criticise condemn denounce blast slam mock decry lament rebuke ridicule deride lambaste',
  ],
  ['criticizes', ['clause'], 'complain'],
  ['praises', ['object'], 'praise applaud hail thank commend laud'],
  ['promises', ['infinitive', 'clause'], 'promise vow pledge threaten'],
  ['predicts', ['clause', 'object'], 'predict forecast speculate'],
  ['demands', ['object', 'infinitive'], 'urge demand order implore'],
  ['demands', ['clause', 'object'], 'recommend propose'],
  ['warns', ['clause', 'told', 'object'], 'warn caution'],
  ['announces', ['clause', 'object'], 'announce'],
  ['says', ['infinitive', 'clause'], 'agree'],
  ['rejects', ['infinitive'], 'decline refuse'],
]

const irregular: Readonly<Record<string, readonly [past: string, participle: string]>> = {
  say: ['said', 'said'],
  tell: ['told', 'told'],
  write: ['wrote', 'written'],
  begin: ['began', 'begun'],
  speak: ['spoke', 'spoken'],
  rebut: ['rebutted', 'rebutted'],
  refer: ['referred', 'referred'],
  quip: ['quipped', 'quipped'],
  dub: ['dubbed', 'dubbed'],
  slam: ['slammed', 'slammed'],
  admit: ['admitted', 'admitted'],
  forecast: ['forecast', 'forecast'],
}

/** Nouns too: as a bare or third-person form they count as verbs only behind a subject. */
export const nounsToo = new Set(
  `report reports claim claims note notes state states call calls question questions order orders demand demands
   promise promises tweet tweets post posts voice voices quote quotes remark remarks pledge pledges vow vows quip quips
   joke jokes blame praise reply replies offer offers request requests ask asks forecast forecasts stress shout shouts
   laugh laughs dispute disputes warning mention mentions express caution`.split(/\s+/),
)

const forms = new Map<string, CueForm>()
for (const [act, frames, lemmas] of table) {
  for (const lemma of lemmas.split(' ')) addForms({ lemma, act, frames })
}

/** The cue verb of which this is a form, if it is one; lower case expected. */
export function cueForm(word: string): CueForm | undefined {
  return forms.get(word)
}

function addForms(verb: CueVerb): void {
  const { lemma } = verb
  const [past, participle] = irregular[lemma] ?? [regular(lemma, 'ed'), regular(lemma, 'ed')]
  forms.set(participle, { verb, form: 'past' })
  forms.set(lemma, { verb, form: 'base' })
  forms.set(lemma.replace(/([sxz]|[cs]h)$/, '$1e').replace(/([^aeiou])y$/, '$1ie') + 's', { verb, form: 'third' })
  forms.set(past, { verb, form: 'past' })
  forms.set(doubled(lemma, past) ? past.replace(/ed$/, 'ing') : regular(lemma, 'ing'), { verb, form: 'ing' })
}

function doubled(lemma: string, past: string): boolean {
  return past === `${lemma}${lemma.at(-1)}ed`
}

function regular(lemma: string, ending: 'ed' | 'ing'): string {
  if (ending === 'ed' && /[^aeiou]y$/.test(lemma)) return `${lemma.slice(0, -1)}ied`
  return /[^e]e$/.test(lemma) ? lemma.slice(0, -1) + ending : lemma + ending
}
