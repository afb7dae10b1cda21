import { type At, anyOf, type Rule } from '../../../rule.ts'
import type { EnglishSentence } from '../../syntax/sentence.ts'
import { type CueForm, nounsToo, phrasalForm } from '../../words/cue-verbs.ts'
import { negations } from '../../words/negations.ts'
import { adjectives, beForms, pronouns } from '../../words/word-classes.ts'
import type { Cue } from './cue.ts'
import { aboutNaming, barePassive, deed, thought } from './senses.ts'

/** A word with the form of a verb of saying, before it is known whether it is used as one. */
interface Candidate extends At<EnglishSentence> {
  readonly verb: CueForm['verb']
  readonly form: CueForm['form']
  /** The position where its auxiliaries and adverbs begin. */
  readonly from: number
  readonly to: number
  readonly passive: boolean
}

/** Returns the cue verb at a position, if the word there is used as one. */
export function cueAt(sentence: EnglishSentence, at: number): Cue | undefined {
  const candidate = candidateAt(sentence, at)
  if (!candidate || anyOf(cueGuards, candidate)) return undefined
  const from = groupStart(candidate)
  if (anyOf(participleGuards, { ...candidate, from })) return undefined
  const isNegative = (index: number) =>
    sentence.isIn(index, negations) || /^(?:neither|nor)$/.test(sentence.word(index))
  const { verb, form, to, passive } = candidate
  const negated = sentence.some(isNegative, candidate.from, at)
  const cue = { verb, form, from, to, at, passive, negated }
  return anyOf(senseGuards, { sentence, at, cue }) ? undefined : cue
}

function candidateAt(sentence: EnglishSentence, at: number): Candidate | undefined {
  if (!sentence.isWord(at)) return undefined
  const phrasal = phrasalForm(sentence.word(at), sentence.word(at + 1))
  const found = phrasal ?? sentence.cueForm(at)
  if (!found) return undefined
  const isGroup = (index: number) =>
    sentence.isAuxiliary(index) ||
    (sentence.isAdverb(index) && !sentence.isMark(index - 1, '.') && !(index > 0 && sentence.isCapital(index)))
  let from = at
  while (from > 0 && isGroup(from - 1)) from -= 1
  // “have in the past accused”.
  const aside = timeAside(sentence, from)
  if (found.form === 'past' && isGroup(aside - 1)) from = sentence.groupStart(aside)
  // “neither admitted nor denied wrongdoing”.
  if (/^(?:neither|nor)$/.test(sentence.word(from - 1)) && found.form !== 'ing') from -= 1
  const passive = found.form === 'past' && sentence.some((index) => sentence.isIn(index, beForms), from, at)
  return { ...found, sentence, at, from, to: phrasal ? at + 2 : at + 1, passive }
}

/** Returns the start of a time phrase between an auxiliary and its participle: “have in recent weeks accused”. */
function timeAside(sentence: EnglishSentence, to: number): number {
  const isAside = (length: number) =>
    /^(?:in (?:the past|recent \p{L}+|turn|private|public|effect|part)|for (?:years|months|weeks|decades)|at times)$/u.test(
      sentence.phrase(to - length, to),
    )
  const length = [2, 3].find(isAside)
  return length === undefined ? to : to - length
}

/** Returns the start of the verb group, including a verb that governs it: “went on to say”, “continued to insist”. */
function groupStart({ sentence, from }: Candidate): number {
  if (sentence.word(from - 1) !== 'to') return from
  return governor(sentence, from - 1) ?? from
}

/** Returns the start of a group like "went on to say" or "continued to insist"; other infinitives report nothing. */
function governor(sentence: EnglishSentence, to: number): number | undefined {
  if (sentence.word(to - 1) === 'on' && /^(?:went|goes|go|going)$/.test(sentence.word(to - 2))) return to - 2
  const governs = /^(?:continued|continues|appeared|seemed|rushed|hastened)$/
  return governs.test(sentence.word(to - 1)) ? to - 1 : undefined
}

/** Words that have the form of a verb of saying but are not one here. */
export const cueGuards: readonly Rule<Candidate, true>[] = [
  {
    name: 'no cue: part of a name',
    example: 'The Call Centre Group closed on Monday.',
    counterExample: 'The council will call for a vote on Monday.',
    find: ({ sentence, at }) =>
      at > 0 && !sentence.isQuotation(at - 1) && sentence.isCapital(at) && !isTitleCase(sentence),
  },
  {
    name: 'no cue: a passive that leaves out who spoke',
    example: 'The plan was criticised on Monday.',
    counterExample: 'Ruiz was asked whether the plan had failed.',
    find: ({ sentence, at, from, passive, verb }) =>
      passive && verb.act !== 'asks' && !verb.frames.includes('told') && !isImpersonal(sentence, from, at),
  },
  {
    name: 'no cue: a noun or a participle before one',
    example: 'The claim surprised a wave of alleged thieves.',
    counterExample: 'The charity Care First claims that the plan failed.',
    find: ({ sentence, at }) =>
      sentence.isDeterminer(at - 1) ||
      // “Care First” is a name, “First warned in May” is none.
      (sentence.isIn(at - 1, adjectives) && !(at > 1 && sentence.isCapital(at - 1))) ||
      sentence.word(at - 1) === 'of',
  },
  {
    name: 'no cue: a noun behind whose it is',
    example: 'Editor’s note: This story was changed on Monday.',
    counterExample: 'Ruiz’s deputies note that the dam failed.',
    find: ({ sentence, at, form }) => form !== 'past' && form !== 'ing' && /['’]s$/.test(sentence.word(at - 1)),
  },
  {
    name: 'no cue: a participle that tells what was done',
    example: 'A nurse dismissed from her ward lives in disputed waters.',
    counterExample: 'A nurse disputed the report.',
    find: ({ sentence, at, from, form }) =>
      form === 'past' &&
      from === at &&
      !/^(?:said|told)$/.test(sentence.word(at)) &&
      (sentence.isPreposition(at - 1) || /^(?:by|from)$/.test(sentence.word(at + 1))),
  },
  {
    name: 'no cue: “state” of a country',
    example: 'In Colorado state officials met.',
    counterExample: 'The rules state that the dam must close.',
    find: ({ sentence, at, from }) =>
      /^states?$/.test(sentence.word(at)) &&
      from === at &&
      !opensSaid(sentence, at + 1) &&
      sentence.word(at + 1) !== 'that',
  },
  {
    name: 'no cue: a noun before an auxiliary',
    example: 'The grounds estimate could be wrong.',
    counterExample: 'Officials estimate that it could be wrong.',
    find: ({ sentence, at, from, form }) =>
      form === 'base' && from === at && nounsToo.has(sentence.word(at)) && sentence.isAuxiliary(at + 1),
  },
  {
    name: 'no cue: a noun without a subject',
    example: 'He read crime reports on Monday.',
    counterExample: 'The mayor reports that the dam failed.',
    find: ({ sentence, at, from, form }) =>
      nounsToo.has(sentence.word(at)) &&
      (!isBehindSubject({ sentence, at, from, form }) || sentence.isDeterminer(from - 1)),
  },
  {
    name: 'no cue: an infinitive',
    example: 'Ruiz plans to announce the result.',
    counterExample: 'Ruiz went on to say that the dam failed.',
    find: ({ sentence, from }) => sentence.word(from - 1) === 'to' && governor(sentence, from - 1) === undefined,
  },
]

/** The guards that need to know where the verb group begins. */
export const participleGuards: readonly Rule<Candidate, true>[] = [
  {
    name: 'no cue: a participle without a subject',
    example: 'The man announcing results left.',
    counterExample: 'Ruiz left, saying that the dam had failed.',
    find: ({ sentence, at, from, form }) =>
      form === 'ing' &&
      !sentence.some((index) => sentence.isIn(index, beForms), from, at) &&
      !opensParticiple(sentence, from),
  },
]

/** Verbs of saying that are used in another sense. */
export const senseGuards = [aboutNaming, deed, thought, barePassive]

/** “It was suggested that”: someone said so, but the text does not name them. */
function isImpersonal(sentence: EnglishSentence, from: number, at: number): boolean {
  return sentence.word(from - 1) === 'it' && sentence.word(at + 1) === 'that'
}

/** A headline in which every word is capitalised: “Newspaper Says Minister Should Resign”. */
function isTitleCase(sentence: EnglishSentence): boolean {
  const isLong = (at: number) => sentence.isWord(at) && sentence.printed(at).length > 3
  const long = sentence.tokens.flatMap((_, at) => (isLong(at) ? [at] : []))
  return long.length > 3 && long.every((at) => sentence.isCapital(at))
}

/** Returns true if content may begin here: unlike a verb, a noun is not followed by another subject. */
function opensSaid(sentence: EnglishSentence, at: number): boolean {
  return sentence.isQuotation(at) || sentence.isIn(at, pronouns) || sentence.isDeterminer(at)
}

function opensClauseOf(sentence: EnglishSentence, at: number): boolean {
  return (
    opensSaid(sentence, at + 1) ||
    /^(?:that|whether|if|how|why|what|who(?:ever|m)?|which(?:ever)?|for|to)$/.test(sentence.word(at + 1))
  )
}

function isBehindSubject({ sentence, at, from, form }: Pick<Candidate, 'sentence' | 'at' | 'from' | 'form'>): boolean {
  const before = from - 1
  if (from < at) return true
  if (sentence.isIn(before, pronouns) || sentence.isMark(before, ',)') || sentence.isQuotation(before)) return true
  if (sentence.isCapital(before)) return isBehindName({ sentence, at, from, form })
  return sentence.isWord(before) && !sentence.isPreposition(before) && isBehindNoun({ sentence, at, from, form })
}

/** Returns true if a verb that may be a noun follows its subject noun, or follows “and” and an earlier verb. */
function isBehindNoun({ sentence, at, from, form }: Pick<Candidate, 'sentence' | 'at' | 'from' | 'form'>): boolean {
  const before = from - 1
  // “calls it a start and asks whoever governs to finish it”.
  if (form === 'third' && /^(?:and|but)$/.test(sentence.word(before)))
    return sentence.some((index) => sentence.cueForm(index)?.form === 'third', 0, before) && opensClauseOf(sentence, at)
  const noun = sentence.word(before)
  // “The weather office forecast more rain”
  if (form === 'past') return sentence.isWord(at + 1) && !sentence.isGrammar(at + 1) && !sentence.isAuxiliary(at + 1)
  // "officials say": a plural takes the bare form. "The report states that": a singular takes the third person, and
  // content follows.
  if (form === 'base') return /[^s]s$|people$/.test(noun)
  return form === 'third' && !/[^s]s$/.test(noun) && opensSaid(sentence, at + 1)
}

function isBehindName({ sentence, at, from, form }: Pick<Candidate, 'sentence' | 'at' | 'from' | 'form'>): boolean {
  const name = sentence.printed(from - 1)
  // "Colorado state Rep. Lind": a single name does not take the bare form, unless it means several people.
  if (form === 'base' && !name.endsWith('s') && sentence.word(from - 2) !== 'and') return false
  const endsThere =
    sentence.isMark(at + 1, '.,') &&
    !sentence.isQuotation(at + 2) &&
    !sentence.some((index) => sentence.isQuotation(index) || sentence.isMark(index, ','), 0, from)
  // “Inspection reports obtained by the Post”
  const isNoun =
    nounsToo.has(sentence.word(at)) && form === 'third' && /(?:ed|seen|written|sent|made)$/.test(sentence.word(at + 1))
  return !/'s?$/.test(name) && !endsThere && !isNoun
}

/** ", saying that": a participle that shares a subject. */
function opensParticiple(sentence: EnglishSentence, from: number): boolean {
  return (
    sentence.isMark(from - 1, ',—–') ||
    sentence.isQuotation(from - 1) ||
    /^(?:and|in|by|as|before|after|while|without|when)$/.test(sentence.word(from - 1))
  )
}
