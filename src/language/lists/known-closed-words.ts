import { french } from '../french/closed-words.ts'
import { german } from '../german/closed-words.ts'
import { italian } from '../italian/closed-words.ts'
import { portuguese } from '../portuguese/closed-words.ts'
import { spanish } from '../spanish/closed-words.ts'
import type { ClosedWords } from './closed-words.ts'

const all: readonly ClosedWords[] = [german, french, spanish, portuguese, italian]

/** Returns the closed words of a language by its ISO 639-1 subtag; undefined if we have none. */
export function closedWordsOf(language: string): ClosedWords | undefined {
  return all.find((words) => words.language === language)
}
