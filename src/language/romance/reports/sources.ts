import type { Act } from '../../../domain/claim.ts'
import type { Range } from '../../report.ts'
import type { RomanceSentence } from '../syntax/sentence.ts'
import { subjectAfter } from '../syntax/subjects.ts'
import { invertedSubject, type RomanceCue } from './cues.ts'
import type { AtRomanceCue } from './report-parts.ts'

/** How far behind a passive its actor may stand, in tokens. */
const farthestActor = 16

/** Acts whose verbs have an object, which may be a person. */
export const takesPerson: ReadonlySet<Act> = new Set([
  'accuses',
  'criticizes',
  'praises',
  'denies',
  'rejects',
  'warns',
  'admits',
  'demands',
])

/** The one who speaks: the subject, the actor of a passive, or with a gerund the subject of the main clause. */
export function sourceOf({ sentence, cue, earlier }: AtRomanceCue): Range | undefined {
  if (cue.isPassive) {
    const by = sentence.find((at) => sentence.isIn(at, sentence.words.by), cue.to, cue.to + farthestActor)
    return by < 0 ? undefined : sentence.phraseAfter(by + 1)
  }
  const inverted = invertedSubject(cue)
  if (inverted) return inverted
  const last = earlier.at(-1)?.source ?? undefined
  if (cue.isGerund) {
    const verb = sentence.find((at) => sentence.isFinite(at), 0, cue.at)
    return last ?? (verb < 0 ? undefined : sentence.subjectOf(verb))
  }
  const about = aboutAnother(sentence, cue.at)
  if (about >= 0) return mainSubject(sentence, about)
  const relative = relativeBefore(sentence, cue.at)
  if (relative) return relative
  const before = sentence.subjectBefore(cue.at)
  if (before) return before
  return sourceBehind(sentence, cue) ?? (goesOn(sentence, cue.at) ? (last ?? mainSubject(sentence, cue.at)) : undefined)
}

/** “… e acrescentou que”, “…, pois considera que”: the one who spoke or acted before goes on; “…, pois dizem que”: nobody does. */
function goesOn(sentence: RomanceSentence, verb: number): boolean {
  const { conjunctions, beforeReasons } = sentence.words
  const isPlural = /[mn]$/.test(sentence.base(verb))
  return sentence.isIn(verb - 1, conjunctions) || (sentence.isIn(verb - 1, beforeReasons) && !isPlural)
}

/** “Elogiou os bombeiros: …”: behind a verb with an object stands whom it concerns. */
function sourceBehind(sentence: RomanceSentence, cue: RomanceCue): Range | undefined {
  const behind = subjectAfter(sentence, cue.to)
  return takesPerson.has(cue.verb.act) && !isPerson(sentence, behind) ? undefined : behind
}

/** “A Tom Lind lo acusa Ana Ruiz”: in Spanish, a person without “a” is the subject. */
function isPerson(sentence: RomanceSentence, phrase: Range | undefined): boolean {
  if (!phrase || !sentence.words.marksPersons) return false
  const { determiners, isRole } = sentence.words
  return (
    sentence.isCapital(phrase.from) ||
    (sentence.isIn(phrase.from, determiners) && isRole(sentence.word(phrase.from + 1)))
  )
}

/** “O relatório elogia o preço, e recomenda …”: the subject of the first verb. */
function mainSubject(sentence: RomanceSentence, before: number): Range | undefined {
  const verb = sentence.find((at) => sentence.isFinite(at), 0, before)
  return verb < 0 ? undefined : sentence.subjectBefore(verb)
}

/** “Tom Lind elogiou Ana Ruiz, de quem disse que …”: where such a clause begins, whose subject is that of the main one. */
function aboutAnother(sentence: RomanceSentence, verb: number): number {
  const { relatives, prepositions } = sentence.words
  const at = wordBefore(sentence, verb)
  const isAbout = sentence.isIn(at, relatives) && sentence.isIn(at - 1, prepositions) && sentence.isMark(at - 2, ',')
  return isAbout ? at - 2 : -1
}

/** “Ana Ruiz, que pede ajuda”: a relative pronoun is the subject, where no verb of saying makes it a conjunction. */
function relativeBefore(sentence: RomanceSentence, verb: number): Range | undefined {
  const at = wordBefore(sentence, verb)
  if (!sentence.isIn(at, sentence.words.relatives)) return undefined
  // “hay quien dice”
  if (sentence.isFinite(at - 1))
    return sentence.isIn(at, sentence.words.complementizers) ? undefined : { from: at - 1, to: at + 1 }
  if (sentence.isMark(at - 1, ',') || sentence.isCapital(at - 1)) return { from: at, to: at + 1 }
  // “dois peritos que afirmam”
  const mark = sentence.findLast((each) => sentence.isClauseMark(each) || sentence.isFinite(each), 0, at)
  const from = sentence.findLast((each) => sentence.isIn(each, sentence.words.determiners), mark + 1, at)
  const isSaid = sentence.some((each) => sentence.words.verbs.participles.has(sentence.word(each)), mark + 1, at)
  return from < 0 || isSaid ? undefined : { from, to: at }
}

/** The position of the last word before a verb and its weak pronouns. */
function wordBefore(sentence: RomanceSentence, verb: number): number {
  return sentence.findLast((at) => !sentence.isIn(at, sentence.words.beforeVerbs), 0, verb)
}
