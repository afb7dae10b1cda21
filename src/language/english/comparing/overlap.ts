import type { ReadText, Word } from '../../check.ts'
import { isAmong } from '../words/word-forms.ts'

/** How many of the given words a text has, counting words that may stand for them. */
export function countKnown(sought: readonly Word[], { forms }: Pick<ReadText, 'forms'>): number {
  return sought.filter(({ form }) => isAmong(form, forms)).length
}

/** The share of its words, or of the stretch's if they are fewer, that a statement must have in common with a stretch to be based on it. */
const mostly = 0.4

const reporting = /^(?:say|tell|add|ask)$/

/** Whether a statement is based on a stretch: enough of its words are there, or of the stretch's if they are fewer. */
export function isMostlyOf(statement: ReadText, stretch: ReadText): boolean {
  const own = statement.words.filter(({ hasContent, form }) => hasContent && !reporting.test(form))
  const most = stretch.words.filter(({ hasContent, form }) => hasContent && !reporting.test(form)).length
  const needed = Math.max(Math.min(2, most, own.length), mostly * Math.min(own.length, most))
  return own.length > 0 && countKnown(own, stretch) >= needed
}
