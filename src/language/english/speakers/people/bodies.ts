import type { Token } from '../../../../text/tokens.ts'
import type { Range } from '../../../report.ts'
import type { ClauseWords } from '../../syntax/clause-words.ts'
import { institutionNouns } from '../../words/name-words.ts'

/** How many words after “a” may come before the noun: “a small charter firm”. */
const reach = 4

/**
 * Names of two words or more that a text shows to be a body's, though they look like a person's, in lower case: “Lucian Voss, a
 * trading firm”, “the charity Ana House”, “Otto Lind, which makes bolts”, “Harrow Town have denied it”.
 */
export function bodiesIn(read: readonly SentenceRuns[]): Set<string> {
  return new Set(
    read.flatMap(({ sentence, runs }) =>
      runs
        .filter(({ from, to }) => to - from > 1 && isShownBody(sentence, from, to))
        .map(({ from, to }) => nameOf(sentence.tokens.slice(from, to))),
    ),
  )
}

/** A sentence with its runs of capitalised words. */
export interface SentenceRuns {
  readonly sentence: ClauseWords
  readonly runs: readonly Range[]
}

/** A name as `bodiesIn` has it. */
export function nameOf(run: readonly Token[]): string {
  return run
    .map(({ lower }) => lower)
    .join(' ')
    .replace(/['’]s?$/, '')
}

function isShownBody(sentence: ClauseWords, from: number, to: number): boolean {
  const isList = /^(?:and|or|,|&)$/.test(sentence.printed(from - 1))
  if (sentence.word(to) === 'have' && !isList) return true
  if (isBodyNoun(sentence, from - 1)) return true
  if (sentence.printed(to) !== ',') return false
  if (sentence.word(to + 1) === 'which') return true
  if (!/^(?:an?|the)$/.test(sentence.word(to + 1))) return false
  for (let at = to + 2; at <= to + 1 + reach; at++) {
    // “a trade union leader” is a person.
    if (isBodyNoun(sentence, at))
      return (
        !sentence.isWord(at + 1) ||
        /^(?:that|which|in|of|based|controlled|owned|run|founded|behind|with|from)$/.test(sentence.word(at + 1))
      )
    // “the leader of the union” is a person as well.
    if (!sentence.isWord(at) || sentence.isPreposition(at)) return false
  }
  return false
}

function isBodyNoun(sentence: ClauseWords, at: number): boolean {
  return !sentence.isCapital(at) && institutionNouns.has(sentence.word(at))
}
