import type { ReadText, Word } from '../../check.ts'
import { isAmong } from '../words/word-forms.ts'

/** How many of some words a text has, or words that may stand for them. */
export function countKnown(sought: readonly Word[], { forms }: Pick<ReadText, 'forms'>): number {
  return sought.filter(({ form }) => isAmong(form, forms)).length
}

/** The share of a statement's words that a stretch must have for the statement to be of it. */
const mostly = 0.4

const reporting = /^(?:say|tell|add|ask)$/

/** Whether a statement is of a stretch: that has a good part of its words, or of the stretch's own. */
export function isMostlyOf(statement: ReadText, stretch: ReadText): boolean {
  const own = statement.words.filter(({ hasContent, form }) => hasContent && !reporting.test(form))
  const most = stretch.words.filter(({ hasContent, form }) => hasContent && !reporting.test(form)).length
  const needed = Math.max(Math.min(2, most, own.length), mostly * Math.min(own.length, most))
  return own.length > 0 && countKnown(own, stretch) >= needed
}
