import { english } from '../english/pages.ts'
import { french } from '../french/pages.ts'
import { german } from '../german/pages.ts'
import { italian } from '../italian/pages.ts'
import { japanese } from '../japanese/pages.ts'
import { portuguese } from '../portuguese/pages.ts'
import { spanish } from '../spanish/pages.ts'
import type { PageWords } from './pages.ts'

/** The languages whose pages are read. All are tried, since a page's language is not known in advance. */
export const pageWords: readonly PageWords[] = [english, german, french, spanish, portuguese, italian, japanese]

type Pattern = { [Key in keyof PageWords]-?: NonNullable<PageWords[Key]> extends RegExp ? Key : never }[keyof PageWords]
type Words = { [Key in keyof PageWords]-?: NonNullable<PageWords[Key]> extends string ? Key : never }[keyof PageWords]

/** Returns true if the pattern of any language matches a text. */
export function isInAny(key: Pattern, text: string): boolean {
  return pageWords.some((words) => words[key]?.test(text))
}

/** Returns the sources of all languages, as alternatives of a regular expression. */
export function eitherOf(key: 'boilerplate' | 'above' | 'byline' | 'bylineLabel' | 'outletArticle' | 'units'): string {
  return pageWords.flatMap((words) => words[key] ?? []).join('|')
}

/** Returns the words of a list in all languages. */
export function wordsOf(key: Words): string[] {
  return pageWords.flatMap((words) => words[key]?.split(/\s+/) ?? [])
}
