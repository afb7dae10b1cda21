import type { Check, CheckedStatement, CheckFault, Ground, ReadText } from '../../../check.ts'
import { type Anchor, standsInForAnother } from '../../comparing/anchors.ts'
import { countKnown } from '../../comparing/overlap.ts'
import { wordsBehind } from '../../comparing/read-words.ts'
import { months } from '../../words/calendar.ts'

/** The months as anchor keys: their first three letters. */
const monthKeys = new Set([...months].map((month) => month.slice(0, 3)))

/** Each day and month must go with the same event as in the passage: the next sentence's day is another event's. */
export const dayCheck: Check = {
  name: 'days',
  passage: 'The fire broke out shortly after 2 a.m. on Wednesday. It was put out on Thursday evening.',
  bad: { text: 'The fire broke out shortly after 2 a.m. on Thursday.' },
  good: { text: 'The fire broke out on Wednesday and was put out on Thursday evening.' },
  find: (statement, ground) =>
    daysOf(statement)
      .filter(({ at }) => !statement.words[at]?.isQuoted)
      .flatMap((day) => faultOf(day, statement, ground))
      .concat(seasonFaults(statement, ground)),
}

const season =
  /\b(?:last|this|next|in|since|until|before|after) (?:the )?(?:late |early )?(spring|summer|autumn|winter)\b/gi

/** A season that no sentence nearby has. */
function seasonFaults({ text }: ReadText, { near }: Ground): CheckFault[] {
  return [...text.matchAll(season)]
    .filter(([, name = '']) => !near.some((sentence) => sentence.text.toLowerCase().includes(name.toLowerCase())))
    .map(([words]) => ({ kind: 'date-not-found', words }))
}

function faultOf(day: Anchor, statement: CheckedStatement, { cited, near }: Ground): CheckFault[] {
  const fault: CheckFault = { kind: 'date-not-found', words: day.text }
  if (isNamedAfter(day, statement, near)) return []
  const isMonth = monthKeys.has(day.key)
  const homes = near.map((sentence) => ({
    sentence,
    anchors: daysOf(sentence).filter(({ key }) => monthKeys.has(key) === isMonth),
  }))
  if (!homes.some(({ anchors }) => anchors.some(({ key }) => key === day.key))) return [fault]
  const number = numberBeside(statement, day.at)
  if (number !== undefined && !near.some((sentence) => hasDate(sentence, day.key, number))) return [fault]
  const isCited = cited.some((sentence) => daysOf(sentence).some(({ key }) => key === day.key))
  if (standsInForAnother(day, { statement, anchors: daysOf(statement) }, homes)) return [fault]
  // If a cited sentence has a day, one found only in a neighbouring sentence belongs to another event.
  return isCited || !cited.some((sentence) => daysOf(sentence).length > 0) ? [] : [fault]
}

/** “Saturday's Tessal flood”: a sentence with that day is about what the day describes. */
function isNamedAfter({ key, text, at }: Anchor, statement: ReadText, near: readonly ReadText[]): boolean {
  if (!/['’]s$/.test(text)) return false
  const described = wordsBehind(statement, at, 2)
  return near.some((sentence) => daysOf(sentence).some((day) => day.key === key) && countKnown(described, sentence) > 0)
}

/** Returns the weekdays and months as anchors, keyed by their first three letters: “Sept.” is September. */
function daysOf({ words }: ReadText): Anchor[] {
  return words.flatMap(({ isDay, text, lower }, at) => (isDay ? [{ key: lower.slice(0, 3), text, at }] : []))
}

/** Returns the number next to a day or month: “14” in “14 May” and “May 14”. */
function numberBeside({ words }: ReadText, at: number): string | undefined {
  return [words[at - 1], words[at + 1]].map((word) => /^\d{1,4}$/.exec(word?.text ?? '')?.[0]).find(Boolean)
}

function hasDate(sentence: ReadText, key: string, number: string): boolean {
  return daysOf(sentence).some(
    ({ key: other, at }) =>
      other === key && [sentence.words[at - 1], sentence.words[at + 1]].some((word) => word?.text === number),
  )
}
