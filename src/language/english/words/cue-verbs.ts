import type { Act } from '../../../domain/claim.ts'
import { list } from '../../lists/list.ts'

/**
 * The words that may follow a cue verb:
 * - clause: the reported words, as a clause or a quotation ("said the plan failed")
 * - that: the same, but not a bare noun phrase ("wrote that it failed", not "wrote a book")
 * - told: the addressee first ("told reporters that …")
 * - object: also a noun phrase, for the words or their subject ("denied the report")
 * - infinitive: "refused to resign"
 * - quotation: only for speech next to a quotation ("continued", "laughed")
 */
export type Frame = 'clause' | 'that' | 'told' | 'object' | 'infinitive' | 'quotation'

export interface CueVerb {
  readonly lemma: string
  readonly act: Act
  readonly frames: readonly Frame[]
}

export interface CueForm {
  readonly verb: CueVerb
  readonly form: 'base' | 'third' | 'past' | 'ing'
}

/** One row per kind: act, frames, lemmas. The act is what the verb itself expresses, never our own judgement. */
const table: readonly (readonly [Act, readonly Frame[], string])[] = [
  ['says', ['clause'], 'say add note tweet explain argue insist suggest state declare contend'],
  ['says', ['clause'], 'reply stress emphasize emphasise reiterate conclude remark observe joke quip'],
  ['says', ['clause', 'object'], 'estimate mention report indicate disclose boast repeat recount testify voice'],
  ['says', ['that'], 'write maintain claim assert respond recall reveal find show'],
  ['says', ['told'], 'tell assure remind inform'],
  [
    'says',
    ['object'],
    'describe call cite discuss express tout portray characterize refer dub defend endorse quote put',
  ],
  [
    'says',
    ['quotation'],
    `answer continue post interject offer begin shout chant yell laugh proclaim muse opine retort counter speak email read demur fume
     command remember tease deadpan exclaim sneer scoff snap gush intone elaborate plead protest crow chide venture sigh whisper
     mutter roar scream relate advise lecture thunder vent wail summarize hiss cry preach scold`,
  ],
  ['asks', ['clause', 'told', 'object'], 'ask question wonder'],
  ['denies', ['clause', 'object'], 'deny dispute refute'],
  ['rejects', ['object'], 'reject dismiss rebut'],
  ['confirms', ['clause', 'object'], 'confirm'],
  ['admits', ['clause', 'object'], 'admit concede confess acknowledge'],
  ['accuses', ['object'], 'accuse allege blame'],
  [
    'criticizes',
    ['object'],
    'criticize criticise condemn denounce blast slam mock decry lament rebuke ridicule deride lambaste',
  ],
  ['criticizes', ['clause'], 'complain'],
  ['praises', ['object'], 'praise applaud hail thank commend laud'],
  ['promises', ['infinitive', 'that'], 'promise vow pledge threaten'],
  ['predicts', ['clause', 'object'], 'predict forecast speculate'],
  ['predicts', ['infinitive', 'object'], 'expect'],
  ['demands', ['object', 'infinitive'], 'urge demand order implore'],
  ['demands', ['object'], 'dare challenge'],
  ['demands', ['clause', 'object'], 'recommend propose'],
  ['warns', ['clause', 'told', 'object'], 'warn caution'],
  ['announces', ['clause', 'object'], 'announce'],
  ['says', ['infinitive', 'that'], 'agree'],
  ['rejects', ['infinitive'], 'decline refuse'],
]

/** Verbs with a particle, one per row: act, verb, particles. */
const phrasal: readonly (readonly [Act, string, string])[] = [
  ['demands', 'call', 'for on upon'],
  ['asks', 'ask', 'for about'],
  ['says', 'talk', 'about'],
  ['says', 'speak', 'about of'],
  ['says', 'write', 'about of'],
  ['says', 'point', 'out to'],
  ['says', 'hint', 'at that'],
  ['says', 'put', 'it'],
  ['says', 'shoot', 'back'],
  ['says', 'hit', 'back'],
  ['says', 'fire', 'back'],
  ['says', 'chime', 'in'],
  ['says', 'comment', 'on'],
  ['says', 'joke', 'about that'],
  ['says', 'brag', 'about of that'],
  ['says', 'apologize', 'for'],
  ['says', 'apologise', 'for'],
  ['says', 'agree', 'with'],
  ['says', 'argue', 'for against'],
  ['criticizes', 'complain', 'about of'],
  ['criticizes', 'rail', 'against'],
  ['warns', 'warn', 'of against about'],
]

const irregular: Readonly<Record<string, readonly [past: string, participle: string]>> = {
  say: ['said', 'said'],
  tell: ['told', 'told'],
  write: ['wrote', 'written'],
  begin: ['began', 'begun'],
  speak: ['spoke', 'spoken'],
  read: ['read', 'read'],
  put: ['put', 'put'],
  shoot: ['shot', 'shot'],
  hit: ['hit', 'hit'],
  forecast: ['forecast', 'forecast'],
  find: ['found', 'found'],
  show: ['showed', 'shown'],
}

/** Verbs that double their last letter before an ending: “snapped”, “putting it”. */
const doubling = list('rebut refer quip dub slam admit snap demur brag begin put hit')

/** Verb forms that are also nouns: in the bare or third-person form they count as verbs only after a subject. */
export const nounsToo = list(
  `report reports claim claims note notes state states call calls question questions order orders demand demands
   promise promises tweet tweets post posts voice voices quote quotes remark remarks pledge pledges vow vows quip quips
   joke jokes blame praise reply replies offer offers request requests ask asks forecast forecasts stress shout shouts
   laugh laughs dispute disputes warning mention mentions express caution email emails command
   estimate estimates challenge challenges dare dares find finds show shows`,
)

const forms = new Map<string, CueForm>()
for (const [act, frames, lemmas] of table) {
  for (const lemma of lemmas.split(' ')) addForms(forms, { lemma, act, frames })
}
const phrasalForms = new Map<string, CueForm>()
for (const [act, lemma, particles] of phrasal) {
  for (const particle of particles.split(' '))
    addForms(phrasalForms, { lemma, act, frames: ['clause', 'object'] }, ` ${particle}`)
}

const firstWords = new Map([...phrasalForms].map(([phrase, form]) => [phrase.split(' ', 1)[0] ?? '', form]))

/** Returns the phrasal verb that a word and its particle are a form of, if any; expects lower case. */
export function phrasalForm(word: string, particle: string): CueForm | undefined {
  return phrasalForms.get(`${word} ${particle}`)
}

/** Returns all forms of verbs of saying. */
export function cueForms(): string[] {
  return [...forms.keys()]
}

/** Returns the cue verb that a word is a form of, if any; expects lower case. */
export function cueForm(word: string): CueForm | undefined {
  return forms.get(word)
}

/** Returns the past tense of the cue verb that a word is a form of: “saying” → “said”; expects lower case. */
export function pastOf(word: string): string | undefined {
  const known = forms.get(word)
  return known && (irregular[known.verb.lemma]?.[0] ?? regular(known.verb.lemma, 'ed'))
}

/** Returns true if a lower-case word is a finite cue verb, or the first word of a phrasal one: “denied”, “put” it. */
export function isFiniteForm(word: string): boolean {
  const known = forms.get(word) ?? firstWords.get(word)
  return known !== undefined && known.form !== 'ing'
}

function addForms(known: Map<string, CueForm>, verb: CueVerb, particle = ''): void {
  const { lemma } = verb
  const [past, participle] = irregular[lemma] ?? [regular(lemma, 'ed'), regular(lemma, 'ed')]
  const third = `${lemma.replace(/([sxz]|[cs]h)$/, '$1e').replace(/([^aeiou])y$/, '$1ie')}s`
  const add = (word: string, form: CueForm['form']) => known.set(word + particle, { verb, form })
  add(participle, 'past')
  add(lemma, 'base')
  add(third, 'third')
  add(past, 'past')
  add(regular(lemma, 'ing'), 'ing')
}

function regular(lemma: string, shutdown: 'ed' | 'ing'): string {
  if (doubling.has(lemma)) return lemma + lemma.slice(-1) + shutdown
  if (shutdown === 'ed' && /[^aeiou]y$/.test(lemma)) return `${lemma.slice(0, -1)}ied`
  if (shutdown === 'ed' && lemma.endsWith('ee')) return `${lemma}d`
  return /[^e]e$/.test(lemma) ? lemma.slice(0, -1) + shutdown : lemma + shutdown
}
