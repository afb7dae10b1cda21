import type { Range } from '../../report.ts'
import { type At, anyOf, type Rule } from '../../rule.ts'
import { canSpeak } from '../words/speaking-nouns.ts'
import { clauseOpeners, determiners, irregularParticiples, pronouns, venueNouns } from '../words/word-classes.ts'
import type { ClauseWords } from './clause-words.ts'

/** The most tokens in a name after a role. */
const longestName = 5
/** How many tokens after a preposition are searched for a venue. */
const venueReach = 7

/** Returns the noun phrase that begins at `from`, with its appositions: "John Smith, a spokesman for the union". */
export function phraseAfter(sentence: ClauseWords, from: number): Range | undefined {
  let to = phraseEnd(sentence, from)
  if (sentence.isMark(to, ',')) to = behindApposition(sentence, to)
  while (to > from && sentence.isMark(to - 1, ',')) to -= 1
  return to > from ? { from, to } : undefined
}

function phraseEnd(sentence: ClauseWords, from: number): number {
  let at = from
  while (at < sentence.length && !anyOf(phraseEnds, { sentence, at, from })) at += 1
  return at
}

/** Returns the end of a phrase that is followed by a comma: after its apposition, if it has one. */
function behindApposition(sentence: ClauseWords, comma: number): number {
  const from = comma + 1
  const isExplained = isAppositive(sentence, from)
  if (!isExplained && !sentence.isCapital(from)) return comma
  const end = phraseEnd(sentence, from)
  const endsThere = end >= sentence.length || sentence.isPunctuation(end)
  const isName = !sentence.isCapital(comma - 1) && isNameOnly(sentence, { from, to: end })
  if (isName && endsThere) return end
  // “…, who asked not to be named because …,”: describes a person, but is not part of what they are called.
  const isRelative = /^(?:who|whose|whom|which)$/.test(sentence.word(from))
  const isClause = sentence.some((at) => sentence.isFinite(at), from, end)
  return isExplained && !isRelative && !isClause && !opensClause(sentence, end) ? end : comma
}

/** True if a finite verb is here, so that the words before it are its subject and not an apposition. */
function opensClause(sentence: ClauseWords, at: number): boolean {
  return sentence.isFinite(at) || sentence.isAuxiliary(at) || sentence.isCueVerb(at)
}

/** True for a range of only a few capitalised words, like a name after a role: "Olave Brandt". */
export function isNameOnly(sentence: ClauseWords, { from, to }: Range): boolean {
  const isInName = (at: number) =>
    sentence.isCapital(at) || (at > from && (sentence.isNameParticle(at) || /^(?:and|of|&)$/.test(sentence.word(at))))
  return to > from && to - from <= longestName && sentence.every(isInName, from, to)
}

/** True if the words from here explain the name before them: an article, a role, an age, a party. */
export function isAppositive(sentence: ClauseWords, at: number, strict = false): boolean {
  if (!sentence.isWord(at)) return false
  const word = sentence.word(at)
  if (word === 'one') return sentence.word(at + 1) === 'of'
  if (/^(?:a|an|the|who|whose|his|her|their|its|which)$/.test(word)) return !strict || word !== 'the'
  if (/^\d{2}$/.test(word) || /^[DR]-/.test(sentence.printed(at))) return true
  return !strict && sentence.word(at + 1) !== 'than' && opensRole(sentence, at)
}

/** True if a lower-case word here may begin a role: “spokesman for”, “chief executive”. */
function opensRole(sentence: ClauseWords, at: number): boolean {
  return (
    /^\p{Ll}/u.test(sentence.printed(at)) &&
    !sentence.isPreposition(at) &&
    !sentence.isIn(at, clauseOpeners) &&
    !sentence.isIn(at, pronouns) &&
    !sentence.isAdverb(at) &&
    saysWho(sentence, at) &&
    !/ing$|ed$/.test(sentence.word(at)) &&
    !sentence.isIn(at, irregularParticiples) &&
    (sentence.isWord(at + 1) || sentence.isMark(at + 1, ','))
  )
}

/** “a spokesman for the union”, unlike “exists only on paper”: a noun for a speaker comes before any preposition. */
function saysWho(sentence: ClauseWords, from: number): boolean {
  const ends = (at: number) => !sentence.isWord(at) || sentence.isPreposition(at)
  const end = sentence.find(ends, from, from + longestName + 1)
  return sentence.some((at) => canSpeak(sentence.word(at)), from, end < 0 ? from + longestName : end)
}

/** True if a range is only a noun phrase: it has no finite verb, and at least one word. */
export function isNominal(sentence: ClauseWords, { from, to }: Range): boolean {
  const isVerb = (at: number) => sentence.isFinite(at) && !sentence.isIn(at - 1, pronouns)
  return !sentence.some(isVerb, from, to) && sentence.some((at) => sentence.isWord(at), from, to)
}

interface InPhrase extends At<ClauseWords> {
  /** The position at which the phrase begins. */
  readonly from: number
}

/** The rules for where a noun phrase ends. */
export const phraseEnds: readonly Rule<InPhrase, true>[] = [
  {
    name: 'phrase ends at a mark or a quotation',
    example: '“It is late,” said Ana Ruiz; nobody answered.',
    counterExample: '“It is late,” said Ana Ruiz',
    find: ({ sentence, at }) =>
      sentence.isQuotation(at) || sentence.isMark(at, ',;:—–.?!()') || sentence.printed(at) === '--',
  },
  {
    name: 'phrase ends where a clause opens',
    example: '“It is late,” said Ana Ruiz when she left.',
    counterExample: '“It is late,” said Ana Ruiz and Tomas Lind.',
    find: ({ sentence, at, from }) =>
      at > from &&
      ((sentence.isIn(at, clauseOpeners) && sentence.word(at) !== 'and') ||
        /^(?:who|whose|whom)$/.test(sentence.word(at))),
  },
  {
    name: 'phrase ends before a time',
    example: '“It is late,” said Ana Ruiz Monday.',
    counterExample: '“It is late,” said Ana Ruiz.',
    find: ({ sentence, at, from }) => at > from && sentence.isTime(at),
  },
  {
    name: 'phrase ends where an article follows a name',
    example: 'According to Rathbun the property was returned.',
    counterExample: 'According to the owner of the property it was returned.',
    find: ({ sentence, at, from }) =>
      at > from && sentence.isCapital(at - 1) && /^(?:the|a|an)$/.test(sentence.printed(at)),
  },
  {
    name: 'phrase ends at a verb or an adverb',
    example: '“It is late,” said Ana Ruiz quietly.',
    counterExample: '“It is late,” said Beatrice Long.',
    find: ({ sentence, at, from }) =>
      at > from && (sentence.isAuxiliary(at) || (sentence.isAdverb(at) && !sentence.isCapital(at))),
  },
  {
    name: 'phrase ends where “and” joins no name',
    example: '“It is late,” said Ana Ruiz and left.',
    counterExample: '“It is late,” said Ana Ruiz and the mayor.',
    find: ({ sentence, at }) =>
      sentence.word(at) === 'and' && !sentence.isCapital(at + 1) && !sentence.isIn(at + 1, determiners),
  },
  {
    name: 'phrase ends where a place to say it begins',
    example: '“It is late,” said Ana Ruiz in a statement.',
    counterExample: '“It is late,” said the woman in a red coat.',
    find: ({ sentence, at, from }) =>
      at > from && /^(?:in|on|at|during|to|via)$/.test(sentence.word(at)) && leadsToVenue(sentence, at),
  },
]

/** True if a place or time at which something is said follows: "in a statement", "on Tuesday", "at a rally". */
export function leadsToVenue(sentence: ClauseWords, at: number): boolean {
  for (let index = at + 1; index < at + venueReach; index++) {
    if (isVenue(sentence, index)) return true
    if (!sentence.isWord(index) || sentence.isPreposition(index)) return false
    if (index === at + 1 && venueNames.test(sentence.printed(index))) return true
  }
  return false
}

const venueNames = /^(?:Twitter|Facebook|Instagram|CNN|NBC|CBS|ABC|MSNBC|Fox|television|TV|radio|X)$/

function isVenue(sentence: ClauseWords, at: number): boolean {
  return (
    sentence.isIn(at, venueNouns) ||
    sentence.isTime(at) ||
    sentence.isQuotation(at) ||
    sentence.word(at) === 'reporters'
  )
}
