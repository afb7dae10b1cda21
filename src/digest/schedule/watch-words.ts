import type { AtOnce, Schedule } from '../../domain/subscription.ts'

/** Takes what a pattern finds out of a text. */
export type Take = (pattern: RegExp) => RegExpExecArray | null

/** The most editions a day of a watch that says no number, and of any watch. */
const usualPerDay = 5
const mostPerDay = 50

/** Reads "at once" and "at most 3 a day"; nothing if a schedule has times instead. */
export function readAtOnce(take: Take): Pick<Schedule, 'atOnce'> {
  if (!take(/\s(?:at once|immediately|right away)(?=[\s,;])/)) return {}
  const given = take(/\s(?:at most |up to |max(?:imum)? )?(\d+)(?: times| posts)? ?(?:a|per|each|every) day(?=[\s,;])/)
  const count = given ? Number(given[1]) : usualPerDay
  return { atOnce: { mostPerDay: Math.min(Math.max(count, 1), mostPerDay), since: new Date(0).toISOString() } }
}

/** "as soon as a story matches, at most 3 times a day" */
export function describeAtOnce({ mostPerDay: most }: AtOnce): string {
  const often = most === 1 ? 'once' : most === 2 ? 'twice' : `${most} times`
  return `as soon as a story matches, at most ${often} a day`
}
