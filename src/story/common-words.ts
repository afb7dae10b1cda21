import { allWords, endingsOf } from '../language/news-words.ts'

const ending = new RegExp(String.raw`(?<=\w{3})(?:${endingsOf('words')})$`)

/** A word without its ending, which is what two articles must have in common: "reports" → "report". */
export function stem(lower: string): string {
  return lower.replace(/['’]s?$/, '').replace(ending, '')
}

/** Words that say nothing of an event, in the languages that most feeds are in. */
export const idle: ReadonlySet<string> = new Set(allWords('idle'))
/** Words that the news of every day is full of, without their endings. */
const ofEveryDay: ReadonlySet<string> = new Set(allWords('everyDay').map(stem))

/** How much a word tells, 0 to 1, by its letters. */
const tells = { everyDay: 0.3, number: 0.8, short: 0.2, middling: 0.6, long: 0.8, name: 1 } as const
const shortLength = 3
const longLength = 5

export function isOfEveryDay(term: string): boolean {
  return ofEveryDay.has(term)
}

/**
 * How much it tells that two articles share a word, of which the stem is given. It follows from that alone, not from the articles that happen to be
 * at hand, so that two articles are as alike tomorrow as they are today. The shorter a word, the commoner it is in every
 * language (Zipf's law of abbreviation), and names tell most.
 */
export function rarityOf(term: string, isName: boolean): number {
  if (ofEveryDay.has(term)) return tells.everyDay
  if (/^\d/.test(term)) return tells.number
  if (isName) return tells.name
  if (term.length < shortLength) return tells.short
  return term.length < longLength ? tells.middling : tells.long
}
