import type { Grammar } from '../language/grammar.ts'
import { words } from '../text/tokens.ts'

/** Helpers for comparing the words of two texts, in any language. */

export function countNegations(text: string, { words: of, text: rules }: Grammar): number {
  return words(text, rules).filter(({ lower }) => of.isNegation(lower)).length
}

export function hasHedge(text: string, { words: of, text: rules }: Grammar): boolean {
  return words(text, rules).some(({ lower }) => of.isHedge(lower))
}

const elsewhere =
  /\b(?:https?:\/\/|www\.)\S|\b[\w-]+(?:\.[\w-]+)*\.(?:com|net|org|io|xyz|ru|cn|info|example)\b|\b[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\/\S|\S@\S|(?:^|\s)@\w|<\/?\w+>|\[[^\]]*\]\(|<\||\{\s*["']/i

/** Returns true if a text has addresses, handles, mark-up or instructions to a machine: none of these is news. */
export function leadsElsewhere(text: string, { words: of }: Grammar): boolean {
  return elsewhere.test(text) || of.isToMachine(text)
}

/** Counts the words of one list that are in another in the same order (longest common subsequence). */
export function countInOrder(sought: readonly string[], list: readonly string[]): number {
  let row = Array.from({ length: list.length + 1 }, () => 0)
  for (const word of sought) {
    const next = [0]
    list.forEach((other, at) => {
      next.push(word === other ? (row[at] ?? 0) + 1 : Math.max(next[at] ?? 0, row[at + 1] ?? 0))
    })
    row = next
  }
  return row.at(-1) ?? 0
}

/** The names in a text: capitalised words that do not open a sentence. */
export function nameWords(text: string, { text: rules }: Grammar): string[] {
  return words(text, rules)
    .filter(({ text: word, start }) => /^\p{Lu}/u.test(word) && !opensSentence(text, start))
    .map(({ text: word }) => word.replace(/['’]s?$/, ''))
}

function opensSentence(text: string, start: number): boolean {
  const before = text.slice(0, start).trimEnd()
  return before === '' || /[.?!:“"‘(]$/.test(before)
}
