import type { Grammar } from '../../language/grammar.ts'
import { grammarFor } from '../../language/grammars.ts'

/** The words under which statements are kept and found. */

/** The longest word that is kept or looked for, in characters; PostgreSQL takes 2,046 bytes. */
const longestToken = 200

/** Languages in which a question may be asked; each has its own stems. */
const askedIn = ['en', 'de', 'pt', 'und'] as const

/** The words of a name or role, in lower case without accents: “José Ruiz” is found by “jose”. */
export function nameTokens(text: string): string[] {
  // “O’Brien” is found however its mark is typed, and “Müller-Schmidt” by either name.
  const plain = text
    .normalize('NFD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.slice(0, longestToken))
}

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
