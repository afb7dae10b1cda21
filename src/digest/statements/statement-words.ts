import type { Grammar } from '../../language/grammar.ts'
import { grammarFor } from '../../language/grammars.ts'
import { longestToken } from './name-tokens.ts'

/** The words under which statements are kept and found. */

/** Languages in which a question may be asked; each has its own stems. */
const askedIn = ['en', 'de', 'pt', 'und'] as const

/** The stems of what was said, in an article's language. */
export function topicStems(text: string, language: string): string[] {
  return stemsIn(text, grammarFor(language))
}

/** The stems of a question's words, in each language in which it may have been asked; lists without stems are left out. */
export function askedStems(text: string): string[][] {
  const lists = askedIn.map((language) => stemsIn(text, grammarFor(language))).filter((stems) => stems.length > 0)
  return [...new Map(lists.map((stems) => [stems.join(' '), stems])).values()]
}

function stemsIn(text: string, { words: { contentWords } }: Grammar): string[] {
  // Words that only a mark joins are words of their own: “Trump/Putin”, “It ended.Then”.
  return contentWords(text.replace(/(?<=\p{L})[./](?=\p{L})/gu, ' ')).map((stem) => stem.slice(0, longestToken))
}
