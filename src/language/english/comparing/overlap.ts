import type { ReadText, Word } from '../../check.ts'
import { isAmong } from '../words/word-forms.ts'

/** Counts the given words that a text has, or for which it has a word of the same meaning. */
export function countKnown(sought: readonly Word[], { forms }: Pick<ReadText, 'forms'>): number {
  return sought.filter(({ form }) => isAmong(form, forms)).length
}

/** The share of the shorter text's words that a statement must have in common with a stretch to be based on it. */
const mostly = 0.4

const reporting = /^(?:say|tell|add|ask)$/

/** True if a statement is based on a stretch: they share enough of the words of the shorter of the two. */
export function isMostlyOf(statement: ReadText, stretch: ReadText): boolean {
  const own = statement.words.filter(({ hasContent, form }) => hasContent && !reporting.test(form))
  const most = stretch.words.filter(({ hasContent, form }) => hasContent && !reporting.test(form)).length
  const needed = Math.max(Math.min(2, most, own.length), mostly * Math.min(own.length, most))
  return own.length > 0 && countKnown(own, stretch) >= needed
}
