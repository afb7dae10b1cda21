import type { Range, Report } from '../../report.ts'
import { firstOf, type Rule } from '../../rule.ts'
import { nothingLeft } from '../syntax/adjuncts.ts'
import type { EnglishSentence } from '../syntax/sentence.ts'
import { isDocument } from '../words/speaking-nouns.ts'
import { beForms, clauseOpeners, pronouns } from '../words/word-classes.ts'
import type { Cue } from './cues/cue.ts'
import { clauseInFront } from './front-content.ts'
import type { AtWord } from './report-parts.ts'

/** The speaker of a verb of saying; null if the sentence does not name one. */
export interface ReportSource {
  readonly source: Range | null
  /** True if the speaker comes after the verb. */
  readonly inverted: boolean
}

interface WithCue extends AtWord {
  readonly cue: Cue
}

/** Finds the speaker; undefined if there can be none, so that the word reports nothing. */
export function findSource(given: WithCue): ReportSource | undefined {
  const found = firstOf(sources, given)
  if (!found || isCourtOrder(given.sentence, given.cue, found.source)) return undefined
  return isFinding(given.sentence, given.cue, found.source) ? undefined : found
}

/** Rules for where the speaker is. The first one that finds a speaker, or shows that there is none, decides. */
export const sources: readonly Rule<WithCue, ReportSource>[] = [
  {
    name: 'speaker behind the verb',
    example: '“It is late,” said Ana Ruiz, the mayor.',
    counterExample: 'Ana Ruiz, the mayor, said it was late.',
    find: ({ sentence, cue }) => {
      const source = invertedSource(sentence, cue)
      if (!source || !saysInFront(sentence, cue, source)) return undefined
      return { source, inverted: true }
    },
  },
  {
    name: 'subject of the verb that “by saying” follows',
    example: 'Ruiz accused Lind of theft, a charge Lind met by saying that he had paid.',
    counterExample: 'Ruiz left, saying that he had paid.',
    find: ({ sentence, cue }) => {
      if (cue.form !== 'ing' || sentence.word(cue.from - 1) !== 'by') return undefined
      const verb = sentence.findLast((at) => sentence.isFinite(at) || sentence.isCueVerb(at), 0, cue.from - 1)
      const subject = verb > 0 ? sentence.subjectBefore(sentence.groupStart(verb)) : undefined
      if (!subject) return undefined
      const isCharge = sentence.isDeterminer(subject.from) && sentence.isMark(subject.from - 1, ',')
      const own = isCharge && /^(?:that|which)$/.test(sentence.word(subject.from + 2)) ? 3 : 2
      const from = isCharge && subject.from + own < subject.to ? subject.from + own : subject.from
      return { source: { from, to: subject.to }, inverted: false }
    },
  },
  {
    name: 'speaker of the verb before, for a participle',
    example: 'Ruiz left, saying that the dam had failed.',
    counterExample: 'Ruiz was saying that the dam had failed.',
    find: ({ sentence, cue, earlier }) => {
      if (cue.form !== 'ing' || sentence.isIn(cue.from, beForms)) return undefined
      return { source: sharedSource(sentence, cue, earlier) ?? null, inverted: false }
    },
  },
  {
    name: 'speaker of the verb before, behind “and”',
    example: 'Ruiz denied the report and said that the dam was safe.',
    counterExample: 'Ruiz denied the report, and Lind said that the dam was safe.',
    find: ({ sentence, cue, earlier }) => {
      if (!isCoordinated(sentence, cue.from)) return undefined
      const source = sharedSource(sentence, cue, earlier)
      return (source ?? cue.form === 'ing') && { source: source ?? null, inverted: false }
    },
  },
  {
    name: 'speaker before the verb',
    example: 'Ana Ruiz, the mayor, said that the dam was safe.',
    counterExample: '“It is late,” said Ana Ruiz, the mayor.',
    find: ({ sentence, cue }) => {
      if (isCoordinated(sentence, cue.from)) return undefined
      const source = sentence.subjectBefore(cue.from)
      return (source ?? cue.form === 'ing') && { source: source ?? null, inverted: false }
    },
  },
]

/**
 * “Its author, Bill Ash of Tarn, said the board’s advisers “priced new roofs””: before an inverted verb stands what was said,
 * unless nothing is left behind its speaker.
 */
function saysInFront(sentence: EnglishSentence, cue: Cue, source: Range): boolean {
  // “said the advisers “priced new roofs””: the quotation goes on for the advisers.
  if (sentence.isQuotation(source.to) && /^[“"‘']\p{Ll}/u.test(sentence.printed(source.to))) return false
  return (
    cue.from === 0 ||
    !sentence.isMark(cue.from - 1, ',') ||
    clauseInFront(sentence, cue.from) ||
    nothingLeft(sentence, source.to)
  )
}

function sharedSource(sentence: EnglishSentence, cue: Cue, earlier: readonly Report[]): Range | null | undefined {
  const clause = sentence.findLast((at) => sentence.isMark(at, ';'), 0, cue.from)
  const shared = earlier.findLast((report) => report.cue.to <= cue.from && report.cue.from > clause)
  return shared?.source ?? sentence.subjectOfClause(cue.from)
}

/** “denied it and said”, “denied it, but then said”: the verb shares its subject with an earlier one. */
function isCoordinated(sentence: EnglishSentence, from: number): boolean {
  if (/^(?:and|but)$/.test(sentence.word(from - 1))) return true
  const joins = /^(?:and|but|then)$/
  return sentence.isMark(from - 1, ',') && (joins.test(sentence.word(from - 2)) || joins.test(sentence.word(from)))
}

/** The speaker after the verb: “…,” said Ana Ruiz, the mayor. */
function invertedSource(sentence: EnglishSentence, cue: Cue): Range | undefined {
  if (cue.at !== cue.from || (cue.form !== 'past' && cue.form !== 'third')) return undefined
  // “Ruiz, the mayor, told the Post”: such a verb is followed by its addressee.
  if (cue.verb.frames[0] === 'told' || !standsBehindSpeech(sentence, cue.from)) return undefined
  // “A deck, titled “Porchlight”, describes a doorbell”: such a verb takes an object, and no speech comes before it.
  if (cue.verb.frames[0] === 'object' && !sentence.isQuotation(cue.from - 1)) return undefined
  if (!opensNominal(sentence, cue.to, sentence.isQuotation(cue.from - 1))) return undefined
  const phrase = /^(?:he|she|they)$/.test(sentence.word(cue.to))
    ? { from: cue.to, to: cue.to + 1 }
    : sentence.phraseAfter(cue.to)
  // A verb after the phrase would make it the subject of the content.
  return phrase && !sentence.isFinite(phrase.to) ? phrase : undefined
}

/** Returns true if a verb opens its sentence, or follows a quotation or a clause with a comma. */
function standsBehindSpeech(sentence: EnglishSentence, at: number): boolean {
  if (at === 0 || sentence.isQuotation(at - 1)) return true
  return sentence.isMark(at - 1, ',') && clauseInFront(sentence, at)
}

/**
 * Returns true if a source may begin here. Right after a quotation, which leaves no other reading, any noun or
 * adjective may begin it.
 */
function opensNominal(sentence: EnglishSentence, at: number, isBehindQuotation: boolean): boolean {
  const word = sentence.word(at)
  if (!sentence.isWord(at) || word === 'that' || sentence.isTime(at)) return false
  if (/^(?:he|she|they|one|two|three)$/.test(word)) return true
  if (sentence.isCapital(at) || sentence.isDeterminer(at) || word.endsWith('s')) return true
  return (
    isBehindQuotation &&
    !sentence.isPreposition(at) &&
    !sentence.isIn(at, clauseOpeners) &&
    !sentence.isIn(at, pronouns) &&
    !sentence.isAdverb(at)
  )
}

/** Returns true if finding or showing is a deed. A study or records report something by it; people do not. */
function isFinding(sentence: EnglishSentence, { verb }: Cue, source: Range | null): boolean {
  if (verb.lemma !== 'find' && verb.lemma !== 'show') return false
  if (!source) return true
  const ends = (at: number) => sentence.isPreposition(at) || sentence.isMark(at, ',')
  const end = sentence.find(ends, source.from + 1, source.to)
  return !isDocument(sentence.word((end > 0 ? end : source.to) - 1))
}

const courts = /^(?:judges?|courts?|magistrates?|tribunals?|jur(?:y|ies)|jurors|panels?)$/

/** A court's order is a fact, not something that it says. */
function isCourtOrder(sentence: EnglishSentence, { verb }: Cue, source: Range | null): boolean {
  if (!/^(?:order|demand|command)$/.test(verb.lemma) || !source) return false
  const preposition = sentence.find((at) => sentence.isPreposition(at), source.from + 1, source.to)
  return courts.test(sentence.word((preposition > 0 ? preposition : source.to) - 1))
}
