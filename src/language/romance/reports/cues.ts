import type { Range } from '../../report.ts'
import type { SayingVerb } from '../../surface/verbs.ts'
import type { RomanceSentence } from '../syntax/sentence.ts'

/** A verb of saying with its auxiliaries. */
export interface RomanceCue {
  readonly verb: SayingVerb
  readonly at: number
  /** The position after its last part. */
  readonly to: number
  readonly isPassive: boolean
  /** “dizendo”: the subject is that of the main clause. */
  readonly isGerund: boolean
  readonly negated: boolean
  /** The position of a subject written behind the verb and as a part of it: “dit-elle”, “a-t-il dit”. */
  readonly inverted?: number
}

/** How many words may be between an auxiliary and its participle. */
const mostBetween = 3

/** Returns the verb of saying that begins at a position. */
export function cueAt(sentence: RomanceSentence, at: number): RomanceCue | undefined {
  if (!mayBeVerb(sentence, at)) return undefined
  const { verbs, negations } = sentence.words
  const negated = sentence.isIn(at - 1, negations) || sentence.isIn(at - 2, negations)
  const base = { at, to: at + 1, isPassive: false, isGerund: false, negated }
  const finite = sentence.isFinite(at) ? verbs.finite.get(sentence.base(at))?.[0] : undefined
  const inverted = invertedAt(sentence, at + 1)
  const phrase = phraseAt(sentence, base)
  if (phrase) return phrase
  if (finite) return { ...base, verb: finite, ...inverted, to: inverted ? at + 2 : at + 1 }
  const gerund = verbs.gerunds.get(sentence.base(at))?.[0]
  const opensGerund = sentence.isMark(at - 1, ',') || at === 0 || sentence.isIn(at - 1, sentence.words.beforeGerunds)
  if (gerund && opensGerund) return { ...base, verb: gerund, isGerund: true }
  return compound(sentence, base)
}

/** Returns false for names, and for “se manifestaron en la plaza”. */
function mayBeVerb(sentence: RomanceSentence, at: number): boolean {
  const { reflexives, notReflexive } = sentence.words
  const saysNothing = sentence.isIn(at - 1, reflexives) && sentence.isIn(at, notReflexive)
  return sentence.isWord(at) && !(sentence.isCapital(at) && at > 0) && !saysNothing
}

/** The subject of a verb that its pronoun is written together with. */
export function invertedSubject({ inverted }: RomanceCue): Range | undefined {
  return inverted === undefined ? undefined : { from: inverted, to: inverted + 1 }
}

function invertedAt(sentence: RomanceSentence, at: number): Pick<RomanceCue, 'inverted'> | undefined {
  return sentence.word(at).startsWith('-') && sentence.isIn(at, sentence.words.pronouns) ? { inverted: at } : undefined
}

/** “fait savoir”, “a laissé entendre”, “dejó claro”: a verb of saying made of several words. */
function phraseAt(sentence: RomanceSentence, base: Omit<RomanceCue, 'verb'>): RomanceCue | undefined {
  const { auxiliaries, phrases } = sentence.words
  const inverted = invertedAt(sentence, base.at + 1)
  const behind = inverted ? base.at + 2 : base.at + 1
  const isCompound = sentence.isIn(base.at, auxiliaries)
  const head = isCompound ? sentence.find((at) => !isSmallWord(sentence, at), behind, behind + 2) : base.at
  const rest = isCompound ? head + 1 : behind
  const found = phrases
    .get(sentence.word(head))
    ?.find(({ words }) => words.every((word, index) => sentence.word(rest + index) === word))
  return found && { ...base, verb: found.verb, ...inverted, to: rest + found.words.length }
}

function isSmallWord(sentence: RomanceSentence, at: number): boolean {
  return sentence.isIn(at, sentence.words.adverbs) || sentence.isIn(at, sentence.words.beforeVerbs)
}

function compound(sentence: RomanceSentence, base: Omit<RomanceCue, 'verb'>): RomanceCue | undefined {
  const { verbs, auxiliaries, passives, passiveParticiples, reflexives } = sentence.words
  // “s’est dit”: a form of “to be” with a reflexive pronoun makes no passive.
  const isReflexive = sentence.isIn(base.at - 1, reflexives)
  const isForm = sentence.isIn(base.at, passives)
  if (!isForm && !sentence.isIn(base.at, auxiliaries)) return undefined
  const last = sentence.find((at) => verbs.participles.has(sentence.word(at)), base.at + 1, base.at + mostBetween + 1)
  const verb = verbs.participles.get(sentence.word(last))?.[0]
  const isBroken = sentence.some((at) => sentence.isPunctuation(at) || sentence.isFinite(at), base.at + 1, last)
  const isPassive =
    (isForm && !isReflexive) || sentence.some((at) => sentence.isIn(at, passiveParticiples), base.at + 1, last)
  const inverted = invertedAt(sentence, base.at + 1)
  return verb && !isBroken ? { ...base, verb, ...inverted, to: last + 1, isPassive } : undefined
}

export function cueRange({ at, to }: RomanceCue): Range {
  return { from: at, to }
}
