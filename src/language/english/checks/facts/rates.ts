import type { Quantity } from '../../../../text/values/quantities.ts'
import type { ReadText } from '../../../check.ts'
import { quantitiesOf } from './figures.ts'

/** Compares what a number measures, and for each of what: “18 kilometres an hour”. */

/** Units, and those who are counted like units. */
export const measure =
  /^(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|centimet\w+|met(?:re|er)s?|kilomet\w+|miles?|feet|foot|inches|tonnes?|tons?|kilos?|kilogram\w*|lit(?:re|er)s?|acres?|hectares?|dollars?|pounds?|euros?|crowns?|people|workers?|children|women|men)$/

/** The sentences that have a number, and those that are near what is cited. */
interface Around {
  readonly homes: readonly ReadText[]
  readonly near: readonly ReadText[]
}

/** “£340,000 a year” for a sum, or “a minute” for “a second”. */
export function isRateOtherwise(text: string, quantity: Quantity, { homes, near }: Around): boolean {
  const { end, value } = quantity
  const own = rateBehind(text, end)
  if (own === undefined || leavesOutUnit(quantity, text, { homes, near })) return false
  const yearly: Readonly<Record<string, RegExp>> = {
    year: /\bannual|\byearly|\bannum/i,
    month: /\bmonthly/i,
    week: /\bweekly/i,
    day: /\bdaily/i,
    hour: /\bhourly/i,
  }
  return !homes.some(
    (home) =>
      (yearly[own]?.test(home.text) ?? false) ||
      quantitiesOf(home).some((each) => each.value === value && rateBehind(home.text, each.end) === own) ||
      (!quantitiesOf(home).some((each) => rateBehind(home.text, each.end) !== undefined) &&
        new RegExp(`\\b(?:an?|per|each|every) ${own}\\b`, 'i').test(home.text)),
  )
}

/** The time behind an amount for each of it: “second” in “210 cubic metres a second”. */
function rateBehind(text: string, end: number): string | undefined {
  return /^(?: \p{Ll}+){0,2} (?:an?|per|each|every) (second|minute|hour|day|week|month|year)\b/u.exec(
    text.slice(end),
  )?.[1]
}

/**
 * True for “18 kilometres an hour above the limit” where the passage has “at 88 kilometres an hour, 18 above the limit”:
 * the unit is said once, and the same word stands behind the number, or the same two before it.
 */
export function leavesOutUnit(quantity: Quantity, text: string, { homes, near }: Around): boolean {
  const { of, start, end, value } = quantity
  if (!measure.test(of)) return false
  const rate = rateBehind(text, end)
  const isUsed = (read: ReadText) => (each: Quantity) => each.of === of && rateBehind(read.text, each.end) === rate
  if (!near.some((sentence) => quantitiesOf(sentence).some(isUsed(sentence)))) return false
  const behind = text.slice(end).replace(/^ \p{Ll}+(?: (?:an?|per) \p{Ll}+)?/u, '')
  return homes.some((home) =>
    quantitiesOf(home).some(
      (each) =>
        each.value === value &&
        each.of === '' &&
        (firstWord(behind) === firstWord(home.text.slice(each.end)) ||
          lastTwo(text.slice(0, start)) === lastTwo(home.text.slice(0, each.start))),
    ),
  )
}

/** The word right behind a number; equal to no other if a mark is between. */
function firstWord(text: string): string | symbol {
  return /^ (\p{L}+)/u.exec(text)?.[1]?.toLowerCase() ?? Symbol()
}

/** The two words right before a number; equal to no others if there are none. */
function lastTwo(text: string): string | symbol {
  return /([\p{L}\d]+ [\p{L}\d]+) $/u.exec(text)?.[1]?.toLowerCase() ?? Symbol()
}
