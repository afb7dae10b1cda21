import { type At, anyOf, type Rule } from '../../rule.ts'
import { clauseOpeners, determiners, pronouns } from '../words/word-classes.ts'
import type { ClauseWords } from './clause-words.ts'
import { leadsToVenue } from './noun-phrases.ts'
import { isTitle } from './titles.ts'

/** The most tokens in an addressee. */
const longestAddressee = 14

const plainAddressee =
  /^(?:him|her|them|us|me|it|you|reporters|journalists|lawmakers|supporters|voters|people|viewers|investors|police|fans)$/

/** Skips the addressee: "reporters", "the Times", "him". Returns the position after it. */
export function skipAddressee(sentence: ClauseWords, from: number): number {
  // “told “Morning Hour” that”: a broadcast's title.
  if (sentence.isQuotation(from)) return isTitle(sentence.printed(from)) && sentence.isWord(from + 1) ? from + 1 : from
  if (!sentence.isWord(from)) return from
  if (plainAddressee.test(sentence.word(from))) return from + 1
  let isNamed = false
  for (let at = from; at < Math.min(sentence.length, from + longestAddressee); at++) {
    if (isNamed && sentence.isQuotation(at) && isTitle(sentence.printed(at))) return at + 1
    if (anyOf(addresseeEnds, { sentence, at, from, isNamed })) return at
    isNamed ||= sentence.isCapital(at)
  }
  return Math.min(sentence.length, from + longestAddressee)
}

interface InAddressee extends At<ClauseWords> {
  readonly from: number
  /** True if a name has been seen in it. */
  readonly isNamed: boolean
}

/** The rules for where an addressee ends. */
export const addresseeEnds: readonly Rule<InAddressee, true>[] = [
  {
    name: 'addressee ends where a clause or a quotation begins',
    example: 'Ruiz told the council that the dam had failed.',
    counterExample: 'Ruiz told him the dam had failed.',
    find: ({ sentence, at }) => !sentence.isWord(at) || sentence.isIn(at, pronouns) || sentence.isIn(at, clauseOpeners),
  },
  {
    name: 'addressee ends before a time or a place',
    example: 'Ruiz told the council on Monday that the dam had failed.',
    counterExample: 'Ruiz told the council that the dam had failed on Monday.',
    find: ({ sentence, at }) =>
      sentence.isTime(at) || (/^(?:in|on|at|during)$/.test(sentence.word(at)) && leadsToVenue(sentence, at)),
  },
  {
    name: 'addressee ends at “to” or an adverb',
    example: 'Ruiz told the council to leave the dam.',
    counterExample: 'Ruiz told the council that the dam had failed.',
    find: ({ sentence, at }) => sentence.word(at) === 'to' || sentence.isAdverb(at),
  },
  {
    name: 'addressee ends where a second noun phrase begins',
    example: 'Ruiz told the Tarn Weekly the dam had failed.',
    counterExample: 'Ruiz told the editor of the Tarn Weekly that the dam had failed.',
    find: ({ sentence, at, from, isNamed }) =>
      isNamed &&
      at > from &&
      sentence.isIn(at, determiners) &&
      !sentence.isPreposition(at - 1) &&
      sentence.word(at - 1) !== 'and',
  },
  {
    name: 'addressee ends where a name does',
    example: 'Ruiz told the Tarn Weekly water had reached the dam.',
    counterExample: 'Ruiz told Tarn reporters that water had reached the dam.',
    find: ({ sentence, at, isNamed }) =>
      isNamed &&
      !sentence.isCapital(at) &&
      !sentence.isPreposition(at) &&
      sentence.word(at) !== 'and' &&
      !/(?:'s|s|er|or|ist)$/.test(sentence.word(at)),
  },
]
