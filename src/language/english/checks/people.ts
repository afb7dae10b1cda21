import type { Check, CheckedStatement, CheckFault, Ground } from '../../check.ts'
import { personNoun } from '../comparing/nouns.ts'

/** Unnamed people must stay one or several, as in the passage: one officer is not officers, nor two officials one. */
export const peopleCheck: Check = {
  name: 'people',
  passage: 'Ms Reed said she had been told so by a council officer.',
  bad: { speaker: 'Ms Reed', text: 'said she had been told so by council officers.' },
  good: { speaker: 'Ms Reed', text: 'said a council officer had told her so.' },
  find: (statement, ground) =>
    statement.words.flatMap(({ lower, isQuoted, isCapital }, at) => {
      if (isQuoted || isCapital || !personNoun.test(lower)) return []
      return isOtherwiseMany(lower, articleBefore(statement, at), ground) ? [fault(lower)] : []
    }),
}

function fault(words: string): CheckFault {
  return { kind: 'speaker-promoted', words }
}

function articleBefore({ words }: CheckedStatement, at: number): string {
  return words
    .slice(Math.max(0, at - 3), at)
    .map(({ lower }) => lower)
    .join(' ')
}

/** True if the cited sentences have a noun in the other number, and the articles never have it in this one. */
function isOtherwiseMany(noun: string, before: string, { cited, articles }: Ground): boolean {
  const isMany = noun.endsWith('s')
  if (!isMany && !/\b(?:an?|one)\b/.test(before)) return false
  const other = isMany ? noun.replace(/s$/, '') : `${noun}s`
  const has = (text: string, word: string) => new RegExp(`\\b${word}\\b`, 'i').test(text)
  const text = cited.map((sentence) => sentence.text).join(' ')
  const hasOther = isMany
    ? new RegExp(`\\b(?:an?|one)\\b(?: [\\p{L}-]+){0,3} ${other}\\b`, 'iu').test(text)
    : has(text, other)
  return hasOther && !articles.some(({ evidence, headline }) => has(`${evidence.text} ${headline.text}`, noun))
}
