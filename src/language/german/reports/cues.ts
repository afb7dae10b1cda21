import { list } from '../../lists/list.ts'
import type { Range } from '../../report.ts'
import type { SayingVerb } from '../../surface/verbs.ts'
import type { GermanSentence } from '../syntax/sentence.ts'
import { auxiliaries, complementizers, negations, passives } from '../words/function-words.ts'
import { verbs } from '../words/verbs.ts'

/** A verb of saying in a main clause, with its parts. */
export interface GermanCue {
  readonly verb: SayingVerb
  /** The finite part: “hat” in “hat erklärt”, “teilte” in “teilte mit”. */
  readonly at: number
  /** The positions of all its parts, in order. */
  readonly parts: readonly number[]
  /** The end of its clause. */
  readonly clauseEnd: number
  readonly isPassive: boolean
  /** “hieß es”: nobody is named. */
  readonly isImpersonal: boolean
  readonly negated: boolean
}

/** Returns the verb of saying whose finite part is at a position. */
export function cueAt(sentence: GermanSentence, at: number): GermanCue | undefined {
  if (!sentence.isWord(at) || (sentence.isCapital(at) && at > 0)) return undefined
  const clauseEnd = endOfClause(sentence, at)
  const found =
    impersonal(sentence, at) ??
    charging(sentence, at, clauseEnd) ??
    letting(sentence, at, clauseEnd) ??
    separated(sentence, at, clauseEnd) ??
    conveyedFrom(sentence, at) ??
    simple(sentence, at) ??
    compound(sentence, at, clauseEnd)
  if (!found) return undefined
  const negated = sentence.some((each) => sentence.isIn(each, negations), at + 1, clauseEnd)
  return { at, clauseEnd, isPassive: false, isImpersonal: false, negated, ...found }
}

type Found = Pick<GermanCue, 'verb' | 'parts'> & Partial<GermanCue>

function impersonal(sentence: GermanSentence, at: number): Found | undefined {
  const isCue = /^(?:hieß|heißt)$/.test(sentence.word(at)) && sentence.word(at + 1) === 'es'
  return isCue ? { verb: said, parts: [at, at + 1], isImpersonal: true } : undefined
}

/** “Aus dem Rathaus verlautete, …”: nobody says it, but a place does. */
function conveyedFrom(sentence: GermanSentence, at: number): Found | undefined {
  return /^verlautete?t?$/.test(sentence.word(at)) ? { verb: conveyed, parts: [at], isImpersonal: true } : undefined
}

/** “ließ er über seinen Anwalt mitteilen”, “lässt sich Weber zitieren”. */
function letting(sentence: GermanSentence, at: number, clauseEnd: number): Found | undefined {
  if (!/^(?:lässt|ließ|ließen|lassen)$/.test(sentence.word(at))) return undefined
  const last = clauseEnd - 1
  const isSaying =
    /^(?:mitteilen|ausrichten|erklären|wissen|verlauten|verbreiten|zitieren|vernehmen|durchblicken|bestellen|dementieren)$/
  return isSaying.test(sentence.word(last)) && last > at ? { verb: conveyed, parts: [at, last] } : undefined
}

const conveyed: SayingVerb = { lemma: 'mitteilen lassen', act: 'says', frames: ['clause'] }

/** “legt ihm zur Last, …”. */
function charging(sentence: GermanSentence, at: number, clauseEnd: number): Found | undefined {
  if (!/^leg(?:t|te|ten|en)$/.test(sentence.word(at))) return undefined
  const burden = sentence.find((each) => sentence.phrase(each, each + 2) === 'zur last', at + 1, clauseEnd)
  return burden < 0 ? undefined : { verb: charged, parts: [at, burden, burden + 1] }
}

const charged: SayingVerb = { lemma: 'zur Last legen', act: 'accuses', frames: ['clause'] }

const said: SayingVerb = { lemma: 'heißen', act: 'says', frames: ['clause'] }

/** “teilte die Polizei am Montag mit”: the particle ends the clause, or nearly so. */
function separated(sentence: GermanSentence, at: number, clauseEnd: number): Found | undefined {
  for (const verb of verbs.finite.get(sentence.word(at)) ?? []) {
    if (verb.particle === undefined) continue
    const { particle } = verb
    const place = sentence.findLast((each) => sentence.word(each) === particle, at + 1, clauseEnd + 1)
    const isLast = place >= clauseEnd - 1 || /^(?:bekannt|hinzu|hin|zurück|hervor)$/.test(particle)
    if (place > 0 && isLast) return { verb, parts: [at, place] }
  }
  return undefined
}

function simple(sentence: GermanSentence, at: number): Found | undefined {
  if (isInfinitive(sentence, at)) return undefined
  const verb = verbs.finite.get(sentence.word(at))?.find(({ particle }) => particle === undefined)
  return verb && verb.lemma !== 'heißen' ? { verb, parts: [at] } : undefined
}

/** “sollte es besser wissen”: behind a modal verb in the same clause, the form is an infinitive. */
function isInfinitive(sentence: GermanSentence, at: number): boolean {
  if (!verbs.infinitives.has(sentence.word(at))) return false
  const mark = sentence.findLast((each) => sentence.isClauseMark(each) || sentence.isQuotation(each), 0, at)
  return sentence.some((each) => sentence.isIn(each, modals) || sentence.word(each) === 'zu', mark + 1, at)
}

const modals = list(
  `will wollen wollte wollten soll sollen sollte sollten kann können konnte konnten muss müssen musste mussten darf dürfen
   durfte durften mag mögen möchte möchten wird werden würde würden könne müsse solle wolle dürfe werde könnte könnten lässt
   ließ ließen`,
)

/** “hat am Montag erklärt”, “wurde gefragt”: the participle ends the clause. */
function compound(sentence: GermanSentence, at: number, clauseEnd: number): Found | undefined {
  const isPassive = sentence.isIn(at, passives)
  if (!isPassive && !sentence.isIn(at, auxiliaries)) return undefined
  const last = sentence.word(clauseEnd - 1) === 'worden' ? clauseEnd - 2 : clauseEnd - 1
  if (last <= at || sentence.isCapital(last)) return undefined
  const verb = verbs.participles.get(sentence.word(last))?.[0]
  if (verb) return { verb, parts: [at, last], isPassive }
  const isMadeKnown = sentence.word(last) === 'gegeben' && sentence.word(last - 1) === 'bekannt'
  return isMadeKnown ? { verb: announced, parts: [at, last - 1, last], isPassive } : undefined
}

const announced: SayingVerb = { lemma: 'bekanntgeben', act: 'announces', frames: ['clause'] }

/** The position of the next mark or complementizer, where a clause ends. */
function endOfClause(sentence: GermanSentence, at: number): number {
  const end = sentence.find(
    (each) => sentence.isClauseMark(each) || sentence.isIn(each, complementizers) || sentence.isSpokenQuotation(each),
    at + 1,
    sentence.end,
  )
  if (end < 0) return sentence.end
  const behind = behindApposition(sentence, end)
  return behind !== undefined && completes(sentence, at, behind) ? endOfClause(sentence, behind - 1) : end
}

/** “gab der Leiter, Andreas Huber, bekannt”: the position behind an apposition that a comma opens. */
function behindApposition(sentence: GermanSentence, comma: number): number | undefined {
  const phrase = sentence.isMark(comma, ',') ? sentence.phraseAfter(comma + 1) : undefined
  return phrase && sentence.isMark(phrase.to, ',') ? phrase.to + 1 : undefined
}

/** Returns true for the particle or participle that a finite verb needs. */
function completes(sentence: GermanSentence, verb: number, at: number): boolean {
  const word = sentence.word(at)
  if (sentence.isIn(verb, auxiliaries) || sentence.isIn(verb, passives)) return verbs.participles.has(word)
  return verbs.finite.get(sentence.word(verb))?.some(({ particle }) => particle === word) ?? false
}

/** The finite part of a verb, which tells its act. */
export function cueRange({ at }: GermanCue): Range {
  return { from: at, to: at + 1 }
}
