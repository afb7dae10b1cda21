import { allWords, endingsOf } from '../../language/lists/news-words.ts'

const ending = new RegExp(String.raw`(?<=\w{3})(?:${endingsOf('words')})$`)

/** A word without its ending, the form in which articles' words are compared: "reports" → "report". */
export function stem(lower: string): string {
  return lower.replace(/['’]s?$/, '').replace(ending, '')
}

/** Words that say nothing about an event, in the most common languages of feeds. */
export const idle: ReadonlySet<string> = new Set(allWords('idle'))
/** Words that fill everyday news, without their endings. */
const ofEveryDay: ReadonlySet<string> = new Set(allWords('everyDay').map(stem))

/** How telling a word is, 0 to 1, by its kind and length. */
const tells = { everyDay: 0.3, number: 0.8, short: 0.2, middling: 0.6, long: 0.8, name: 1 } as const
const shortLength = 3
const longLength = 5

export function isOfEveryDay(term: string): boolean {
  return ofEveryDay.has(term)
}

/**
 * How telling a shared word is, given as its stem. It depends on the word alone, not on the articles at hand, so that
 * two articles are as alike tomorrow as today. In every language shorter words are commoner (Zipf's law of
 * abbreviation), and names tell the most.
 */
export function rarityOf(term: string, isName: boolean): number {
  if (ofEveryDay.has(term)) return tells.everyDay
  if (/^\d/.test(term)) return tells.number
  if (isName) return tells.name
  if (term.length < shortLength) return tells.short
  return term.length < longLength ? tells.middling : tells.long
}
