import type { Range } from '../report.ts'
import type { SayingVerb } from '../surface/verbs.ts'
import type { RomanceSentence } from './sentence.ts'

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
}

/** How many words may be between an auxiliary and its participle. */
const mostBetween = 3

/** Returns the verb of saying that begins at a position. */
export function cueAt(sentence: RomanceSentence, at: number): RomanceCue | undefined {
  if (!sentence.isWord(at) || (sentence.isCapital(at) && at > 0)) return undefined
  const { verbs, negations } = sentence.words
  const negated = sentence.isIn(at - 1, negations) || sentence.isIn(at - 2, negations)
  const base = { at, to: at + 1, isPassive: false, isGerund: false, negated }
  const finite = sentence.isFinite(at) ? verbs.finite.get(sentence.base(at))?.[0] : undefined
  if (finite) return { ...base, verb: finite }
  const gerund = verbs.gerunds.get(sentence.base(at))?.[0]
  if (gerund && (sentence.isMark(at - 1, ',') || at === 0)) return { ...base, verb: gerund, isGerund: true }
  return compound(sentence, base)
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
  return verb && !isBroken ? { ...base, verb, to: last + 1, isPassive } : undefined
}

export function cueRange({ at, to }: RomanceCue): Range {
  return { from: at, to }
}
