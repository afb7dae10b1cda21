import { dutch } from '../dutch/news.ts'
import { english } from '../english/news.ts'
import { french } from '../french/news.ts'
import { german } from '../german/news.ts'
import { italian } from '../italian/news.ts'
import { portuguese } from '../portuguese/news.ts'
import { spanish } from '../spanish/news.ts'
import type { MeasureWord, NewsWords } from './news.ts'

/** The languages of most feeds. Stories are distinguished in all of them, whether or not we have a grammar for them. */
export const newsWords: readonly NewsWords[] = [english, german, french, spanish, portuguese, italian, dutch]

/** Returns the words of a measure in all languages, as alternatives of a regular expression. */
export function measureWords(key: MeasureWord): string {
  return newsWords.flatMap(({ measures }) => measures[key] ?? []).join('|')
}

/** Returns the names of days, months or numbers in all languages, indexed by value. */
export function namesByValue(key: 'weekdays' | 'months' | 'smallNumbers'): string[][] {
  const longest = Math.max(...newsWords.map((words) => words[key].length))
  return Array.from({ length: longest }, (_, value) =>
    newsWords.flatMap((words) => words[key][value]?.split(' ').filter(Boolean) ?? []),
  )
}

/** Returns all words of a list in all languages, in lower case. */
export function allWords(key: 'idle' | 'everyDay' | 'calendarNames'): string[] {
  return newsWords.flatMap((words) => words[key].split(/\s+/)).filter(Boolean)
}

/** Returns the endings of words or names in all languages, as alternatives of a regular expression. */
export function endingsOf(kind: 'words' | 'names'): string {
  return newsWords
    .map(({ endings }) => endings[kind])
    .filter(Boolean)
    .join('|')
}
