import type { PlacedReport, Range } from '../../report.ts'
import type { Rule } from '../../rule.ts'
import type { RomanceSentence } from '../syntax/sentence.ts'
import { subjectAfter, withApposition } from '../syntax/subjects.ts'
import type { PhraseIndex } from '../words.ts'

const shortestClause = 6

interface Given {
  readonly sentence: RomanceSentence
  readonly at: number
}

/** The words that name a source without a verb of saying in front, and what they say. */
export const accordingTo: readonly Rule<Given, PlacedReport>[] = [
  {
    name: '“como disse” around or beside the words',
    example: 'Como disse Ana Ruiz, a barragem é segura.',
    counterExample: 'Como chegou Ana Ruiz, ninguém sabe.',
    find: ({ sentence, at }) => {
      const { as, verbs } = sentence.words
      const opens = at <= 1 || sentence.isMark(at - 1, ',(') || sentence.isDash(at - 1)
      if (!sentence.isIn(at, as) || !opens) return undefined
      const verb = sentence.find(
        (each) => verbs.finite.has(sentence.base(each)) || verbs.participles.has(sentence.word(each)),
        at + 1,
        at + 4,
      )
      if (verb < 0) return undefined
      // “como Ana Ruiz disse”, “como disse Ana Ruiz”.
      const before = sentence.trimmed({ from: at + 1, to: verb })
      const source = before && sentence.isCapital(before.from) ? before : namedBehind(sentence, verb + 1, at)
      // “Según explica, la presa es segura”: whoever spoke last.
      const isLeftOut = !source && sentence.isMark(verb + 1, ',') && verb === at + 1
      if (!source && !isLeftOut) return undefined
      const behind = Math.max(source?.to ?? 0, verb + 1)
      const close = sentence.find((each) => sentence.isMark(each, ',):') || sentence.isDash(each), behind)
      const to = close < 0 ? sentence.end : close
      const content = [
        { from: 0, to: at },
        { from: to, to: sentence.end },
      ]
      return made(sentence, source, { cue: { from: at, to: verb + 1 }, content })
    },
  },
  {
    name: '“na sua opinião”: whoever spoke last',
    example: 'Ana Ruiz disse que fica. Na sua opinião, a barragem é segura.',
    counterExample: 'Ana Ruiz disse que fica. Na sua casa, a barragem é um tema.',
    find: ({ sentence, at }) => {
      const found = phraseAt(sentence, at, sentence.words.echoes)
      if (!found) return undefined
      const cue = { from: at, to: at + found.length }
      return made(sentence, cue, { cue, content: around(sentence, cue) })
    },
  },
  {
    name: '“segundo” and the like in front of a source',
    example: 'Segundo Ana Ruiz, a barragem é segura.',
    counterExample: 'No segundo turno, a barragem é segura.',
    find: ({ sentence, at }) => {
      const length = phraseLength(sentence, at)
      const phrase = length === 0 ? undefined : sentence.phraseAfter(at + length)
      const source =
        phrase && (at > 1 || hasApposition(sentence, phrase.to)) ? withApposition(sentence, phrase) : phrase
      // “Según explica, …”: a verb without a subject.
      const isVerb = sentence.words.verbs.finite.has(sentence.word(at + length)) && source?.from === at + length
      if (!source || isVerb || sentence.isIn(at + length, sentence.words.notSources)) return undefined
      const cue = { from: at, to: at + length }
      const to = at <= 1 ? behindAsides(sentence, source.to) : source.to
      return made(sentence, source, { cue, content: around(sentence, { from: at, to }) })
    },
  },
]

/** The source behind a verb; at the start of a sentence the clause that follows its comma is what it says. */
function namedBehind(sentence: RomanceSentence, from: number, opening: number): Range | undefined {
  const after = subjectAfter(sentence, from)
  const phrase = after && opening <= 1 ? sentence.phraseAfter(after.from) : undefined
  return phrase && !hasApposition(sentence, phrase.to) ? phrase : after
}

/** “Segundo o coordenador, major Ana Ruiz, a barragem …”: a name or a role follows that is no subject. */
function hasApposition(sentence: RomanceSentence, comma: number): boolean {
  if (!sentence.isMark(comma, ',')) return false
  const isName = sentence.isCapital(comma + 1) || sentence.words.isRole(sentence.word(comma + 1))
  const close = sentence.find((at) => sentence.isClauseMark(at), comma + 1, sentence.end)
  return isName && close >= 0 && !sentence.some((at) => sentence.isFinite(at), comma + 1, close)
}

/** “Segundo Ana Ruiz, da câmara, que não votou, a barragem …”: where what is told of the source ends. */
function behindAsides(sentence: RomanceSentence, from: number): number {
  let to = from
  for (;;) {
    const { of: ofWords, relatives } = sentence.words
    const opens = sentence.isIn(to + 1, relatives) || sentence.isIn(to + 1, ofWords)
    const close = sentence.find((at) => sentence.isMark(at, ','), to + 1, to + longestAside)
    if (!sentence.isMark(to, ',') || !opens || close < 0) return to
    to = close
  }
}

/** In tokens. */
const longestAside = 16

interface Parts {
  readonly cue: Range
  readonly content: readonly Range[]
}

function made(sentence: RomanceSentence, source: Range | undefined, { cue, content }: Parts): PlacedReport | undefined {
  const kept = content.flatMap((range) => sentence.trimmed(range) ?? [])
  if (kept.reduce((sum, range) => sum + sentence.countWords(range), 0) < 2) return undefined
  return { act: 'says', source: source ?? null, cue, content: kept, venue: null, negated: false }
}

/** The number of words that open a source at a position; 0 if none do. */
function phraseLength(sentence: RomanceSentence, at: number): number {
  const { accordingTo: openings, accordingAtStart, determiners } = sentence.words
  const found = phraseAt(sentence, at, openings)
  if (!found || sentence.isIn(at - 1, determiners)) return 0
  const isOnlyAtStart = accordingAtStart.has(found.join(' '))
  if (isOnlyAtStart && (at !== 0 || !namesSomebody(sentence, at + found.length))) return 0
  return found.length
}

/** The phrase that begins at a position; undefined if none does. */
function phraseAt(sentence: RomanceSentence, at: number, phrases: PhraseIndex): readonly string[] | undefined {
  return phrases
    .get(sentence.word(at))
    ?.find((words) => words.every((word, index) => sentence.word(at + index) === word))
}

/** “Para Ana Ruiz, …”, “Para a delegada, …”, “Para ela, …”, but not “Para o Brasil, …”. */
function namesSomebody(sentence: RomanceSentence, at: number): boolean {
  const { pronouns, determiners, isRole } = sentence.words
  if (sentence.isCapital(at)) return sentence.isCapital(at + 1)
  if (!sentence.isIn(at, determiners)) return sentence.isIn(at, pronouns) && sentence.isMark(at + 1, ',')
  return isRole(sentence.word(at + 1))
}

/** What stands around a phrase that names the source: its clause, on both sides. */
function around(sentence: RomanceSentence, whole: Range): Range[] {
  const { complementizers, subordinators, contrasts, relatives } = sentence.words
  const opens = (at: number) =>
    [complementizers, subordinators, contrasts, relatives].some((list) => sentence.isIn(at, list))
  // “… – votou a metade, segundo a polícia – …”: between dashes the phrase speaks of that alone.
  const isClosed = (at: number) => sentence.isMark(at, ';:') || (sentence.isDash(at) && sentence.isDash(whole.to))
  const stop = sentence.findLast(isClosed, 0, whole.from)
  // “…, que segundo a polícia fugiu”: the clause that the phrase is in.
  const comma = sentence.findLast((at) => sentence.isMark(at, ',') && opens(at + 1), stop + 2, whole.from - 1)
  const from = Math.max(stop + 1, comma + 1)
  const end = sentence.find(
    (at) =>
      sentence.isMark(at, ';') ||
      (sentence.isMark(at, ',') && at - from > shortestClause && sentence.isIn(at + 1, contrasts)),
    whole.to,
    sentence.end - 2,
  )
  return [
    { from, to: whole.from },
    { from: whole.to, to: end < 0 ? sentence.end : end },
  ]
}
