import type { Range } from '../../report.ts'
import { type At, anyOf, type Rule } from '../../rule.ts'
import { dayParts } from '../words/calendar.ts'
import { isRole } from '../words/name-words.ts'
import { clauseOpeners, days, determiners, pronouns, venueNouns } from '../words/word-classes.ts'
import { asideStart } from './asides.ts'
import type { ClauseWords } from './clause-words.ts'
import { isAppositive, isNameOnly, isNominal } from './noun-phrases.ts'
import { isTitle } from './titles.ts'

/** The most asides between a subject and its verb: "Ruiz, the mayor, 68, who …, said". */
const mostAsides = 4

/**
 * Returns the subject that ends right before position `verb`, a noun phrase with its appositions
 * ("Ana Ruiz, the mayor,"), or undefined if there is none.
 */
export function subjectBefore(sentence: ClauseWords, verb: number, floor = 0): Range | undefined {
  if (verb <= floor || verb < 1 || verb > sentence.length) return undefined
  if (sentence.isIn(verb - 1, pronouns)) return { from: verb - 1, to: verb }
  const chunk = { from: chunkStart(sentence, verb - 1, floor), to: verb }
  if (sentence.isMark(verb - 1, ',)—–')) return subjectBehindParenthesis(sentence, verb, floor)
  const early = beforeTime(sentence, verb)
  if (early < verb && early > floor) return subjectBefore(sentence, early, floor)
  const phrase = trimPhrase(sentence, chunk)
  // “Ruiz, the mayor, during a debate said”: the comma after such an adjunct was left out.
  if (!phrase && sentence.isMark(chunk.from - 1, ',') && sentence.isPreposition(chunk.from))
    return subjectBehindParenthesis(sentence, chunk.from, floor)
  return phrase
}

/** Returns the start of the time between a subject and its verb: “Ruiz on Monday denied”. */
function beforeTime(sentence: ClauseWords, verb: number): number {
  let at = verb
  while (
    sentence.isTime(at - 1) ||
    sentence.isIn(at - 1, dayParts) ||
    /^(?:\d{1,4}|day|week|month|year)$/.test(sentence.printed(at - 1))
  )
    at -= 1
  const behind = at
  while (/^(?:on|in|the|late|later|early|earlier|last|this|that)$/.test(sentence.word(at - 1))) at -= 1
  const leads = at < behind || sentence.some((index) => sentence.isTime(index), at, verb)
  return behind < verb && leads ? at : verb
}

/** Returns the subject of the first finite verb of a sentence, or behind its last semicolon, for "S did this and said that". */
export function subjectOfClause(sentence: ClauseWords, before: number): Range | undefined {
  const floor = sentence.findLast((at) => sentence.isMark(at, ';'), 0, before) + 1
  // “She was late; he left and declined to comment”: such a clause may be as short as “he left”.
  const isVerb = (at: number) => sentence.isFinite(at) || sentence.isCueVerb(at) || (floor > 0 && isPast(sentence, at))
  const verb = sentence.find(isVerb, floor + 1, before)
  return verb < 0 ? undefined : subjectBefore(sentence, sentence.groupStart(verb), Math.max(0, floor - 1))
}

function isPast(sentence: ClauseWords, at: number): boolean {
  return /^\p{Ll}+ed$/u.test(sentence.printed(at))
}

function chunkStart(sentence: ClauseWords, last: number, floor: number): number {
  let from = behindBracket(sentence, last + 1, floor) ?? last
  while (from > floor) {
    const bracket = behindBracket(sentence, from, floor)
    if (bracket === undefined && anyOf(chunkStarts, { sentence, at: from - 1 })) break
    from = bracket ?? from - 1
  }
  return from
}

/** “Jo Lind (D-Ohio)”: brackets right before a position belong to the name before them. */
function behindBracket(sentence: ClauseWords, at: number, floor: number): number | undefined {
  if (!sentence.isMark(at - 1, ')')) return undefined
  const open = sentence.findLast((index) => sentence.isMark(index, '('), 0, at)
  return open > floor ? open : undefined
}

/** The rules for the word or mark right before a subject, which is not part of it. */
export const chunkStarts: readonly Rule<At<ClauseWords>, true>[] = [
  {
    name: 'subject begins behind a quotation',
    example: '“It is late,” Ana Ruiz said.',
    counterExample: 'Ana Ruiz said that it was late.',
    find: ({ sentence, at }) => sentence.isQuotation(at) && !isTitle(sentence.printed(at)),
  },
  {
    name: 'subject begins behind a mark',
    example: 'On Monday, Ana Ruiz said that it was late.',
    counterExample: 'Ana Ruiz said that it was late.',
    find: ({ sentence, at }) =>
      (sentence.isMark(at, ',;:—–()[]?!.') || sentence.printed(at) === '--') && !isBetweenPlaces(sentence, at),
  },
  {
    name: 'subject begins behind “and” of another clause',
    example: 'The dam held and Ana Ruiz said that it was safe.',
    counterExample: 'Ana Ruiz and Tomas Lind said that it was safe.',
    find: ({ sentence, at }) => /^(?:and|or)$/.test(sentence.word(at)) && clauseBefore(sentence, at),
  },
  {
    name: 'subject begins behind a verb of saying',
    example: 'He said the mayor denied it.',
    counterExample: 'The mayor denied it.',
    find: ({ sentence, at }) =>
      sentence.isCueVerb(at) && (sentence.isDeterminer(at + 1) || /^(?:said|says|say)$/.test(sentence.word(at))),
  },
  {
    name: 'subject begins behind “that”',
    example: 'The paper reported that the mayor denied it.',
    counterExample: 'The firm that runs dams denied it.',
    find: ({ sentence, at }) => sentence.word(at) === 'that' && (at === 0 || opensThatClause(sentence, at)),
  },
  {
    name: 'subject begins behind “before” or “after”',
    example: 'It was late before Ana Ruiz said that they had lost.',
    counterExample: 'It was late, and Ana Ruiz said that they had lost.',
    find: ({ sentence, at }) => /^(?:before|after|since|until)$/.test(sentence.word(at)),
  },
  {
    name: 'subject begins where a clause opens',
    example: 'Nobody moved while Ana Ruiz said that they had lost.',
    counterExample: 'Ana Ruiz, a clerk of more than 200 firms, said that they had lost.',
    find: ({ sentence, at }) =>
      sentence.isIn(at, clauseOpeners) && !/^(?:and|or|that)$/.test(sentence.word(at)) && !isBeforeNumber(sentence, at),
  },
]

/** “more than 200”, “less than half”: a number, not the clause that something is compared with. */
function isBeforeNumber(sentence: ClauseWords, at: number): boolean {
  return (
    sentence.word(at) === 'than' &&
    /^(?:more|less|fewer|rather|other)$/.test(sentence.word(at - 1)) &&
    /^(?:[$€£]|\d|an?$|one$|two$|three$|four$|five$|six$|seven$|eight$|nine$|ten$|a$|half$|twice$|dozens?$|\p{L}+ty$)/u.test(
      sentence.printed(at + 1),
    )
  )
}

/** “The Stamford, Connecticut-based company”. */
function isBetweenPlaces(sentence: ClauseWords, at: number): boolean {
  return sentence.isCapital(at - 1) && sentence.word(at + 1).endsWith('-based')
}

/** “said that the mayor”, not “the firm that runs the dam”: a subject follows the “that”. */
function opensThatClause(sentence: ClauseWords, at: number): boolean {
  return (
    sentence.cueForm(at - 1) !== undefined ||
    sentence.isCapital(at + 1) ||
    sentence.isDeterminer(at + 1) ||
    sentence.isIn(at + 1, pronouns)
  )
}

/** "won the race and" ends a clause; "Ruiz and" does not. */
function clauseBefore(sentence: ClauseWords, at: number): boolean {
  const start = sentence.findLast((index) => sentence.isMark(index, ',;:—'), 0, at) + 1
  const isVerb = (index: number) => sentence.isQuotation(index) || sentence.isFinite(index) || sentence.isCueVerb(index)
  return sentence.some(isVerb, start, at) || sentence.isMark(at - 1, ',')
}

/** "Ruiz, the mayor," and "Ruiz, speaking on television,": the subject comes before the aside. */
function subjectBehindParenthesis(sentence: ClauseWords, verb: number, floor: number): Range | undefined {
  const startOf = (last: number) => asideStart(sentence, last, floor) ?? chunkStart(sentence, last, floor)
  let inner: Range = { from: startOf(verb - 2), to: verb - 1 }
  for (let depth = 0; depth < mostAsides; depth++) {
    const open = inner.from - 1
    if (open <= floor || !sentence.isMark(open, ',(—–')) return depth > 0 ? trimPhrase(sentence, inner) : undefined
    const outer = { from: startOf(open - 1), to: open }
    const phrase = trimPhrase(sentence, outer)
    const isAside = asideStart(sentence, open - 1, floor) !== undefined
    if (!isAside && phrase && isNominal(sentence, phrase)) {
      return explains(sentence, inner, outer) && !isAppositive(sentence, phrase.from, true)
        ? { from: phrase.from, to: verb - 1 }
        : { from: phrase.from, to: explains(sentence, inner, phrase) ? inner.to : phrase.to }
    }
    inner = { from: outer.from, to: inner.to }
  }
  return undefined
}

/** True if the words between commas say who the phrase before them is. */
function explains(sentence: ClauseWords, inner: Range, phrase: Range): boolean {
  return (
    isAppositive(sentence, inner.from) ||
    (isNameOnly(sentence, inner) && (!sentence.isCapital(phrase.to - 1) || isRolePhrase(sentence, phrase)))
  )
}

/** “The Prime Minister”, “a spokesman for Northmere Water”: a role; a name after it is the holder's. */
function isRolePhrase(sentence: ClauseWords, { from, to }: Range): boolean {
  if (!sentence.isIn(from, determiners)) return false
  const preposition = sentence.find((at) => sentence.isPreposition(at), from + 1, to)
  return isRole(sentence.word((preposition > 0 ? preposition : to) - 1))
}

/** Drops the words that lead up to a phrase ("On Monday", "But") and the ones that cannot end it. */
function trimPhrase(sentence: ClauseWords, range: Range): Range | undefined {
  const from = trimmedStart(sentence, range)
  let { to } = range
  while (to > from && (sentence.isMark(to - 1, ',') || (sentence.isAdverb(to - 1) && !sentence.isCapital(to - 1))))
    to -= 1
  return to > from && sentence.some((at) => sentence.isWord(at), from, to) ? { from, to } : undefined
}

function trimmedStart(sentence: ClauseWords, { from: start, to }: Range): number {
  let from = start
  while (from < to && (sentence.isMark(from, ',:;-—–.“”"\'') || isLeadIn(sentence, from))) from += 1
  if (sentence.isIn(from, clauseOpeners) && sentence.word(from) !== 'that') from += 1
  // "About four in ten voters": here “about” is not a preposition.
  const counts = sentence.word(from) === 'about' && count.test(sentence.word(from + 1))
  if (!counts && leading.test(sentence.word(from))) from = behindPreposition(sentence, from, to)
  while (from < to && (sentence.isIn(from, days) || sentence.isIn(from, dayParts) || isLeadIn(sentence, from)))
    from += 1
  return from
}

/** True for an adverb before a subject; in “both sides” and “all sides” it is part of the subject. */
function isLeadIn(sentence: ClauseWords, at: number): boolean {
  return sentence.isAdverb(at) && !(/^(?:both|all)$/.test(sentence.word(at)) && /[^s]s$/.test(sentence.word(at + 1)))
}

function isOwner(sentence: ClauseWords, at: number): boolean {
  return /^(?:his|her|their|its|a|an|the)$/.test(sentence.printed(at))
}

const leading = /^(?:in|on|at|after|before|during|for|by|since|as|from|with|to|about)$/
const count = /^(?:\d[\d,.]*%?|one|two|three|four|five|six|seven|eight|nine|ten|half)$/

/** "On Monday Ruiz said": the phrase begins after the time; a place or event before a comma is not a subject at all. */
function behindPreposition(sentence: ClauseWords, from: number, to: number): number {
  let at = from + 1
  while (at < to && (sentence.isTime(at) || sentence.isIn(at, dayParts) || /^\d/.test(sentence.printed(at)))) at += 1
  if (at > from + 1 && at < to) return at
  // “At Ravensey Grammar her headmistress said”.
  const owned = sentence.find((index) => isOwner(sentence, index) && sentence.isCapital(index - 1), from + 2, to - 1)
  if (owned > 0) return owned
  // “In a statement the company said”.
  const venue = sentence.find((index) => sentence.isIn(index, venueNouns), from + 1, to - 1)
  return venue > 0 && (sentence.isDeterminer(venue + 1) || sentence.isCapital(venue + 1)) ? venue + 1 : to
}
