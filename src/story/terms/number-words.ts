import { measureWords, namesByValue } from '../../language/lists/news-words.ts'

const values = new Map(
  namesByValue('smallNumbers').flatMap((names, value) => names.map((name) => [name, String(value)] as const)),
)
const toNil = new RegExp(String.raw`(?<![\d.,])(\d{1,2}) (?:${measureWords('to')}) 0(?!\d)`, 'g')
const pattern = new RegExp(String.raw`(?<!\p{L})(?:${[...values.keys()].join('|')})(?!\p{L})`, 'giu')

/** A text with its small numbers as figures: "two-nil" → "2-0", "jailed for four years" → "jailed for 4 years". */
export function numberWords(text: string): string {
  return text.replace(pattern, (word) => values.get(word.toLowerCase()) ?? word).replace(toNil, '$1-0')
}
