import { words } from '../../../text/tokens.ts'
import { list } from '../../lists/list.ts'
import { spanish as news } from '../news.ts'
import { smallWords, spanishWords } from './words.ts'

const idle = new Set([...list(news.idle), ...smallWords, ...spanishWords.finiteForms, ...spanishWords.passives])

/** The words of a Spanish text that carry its meaning, without their endings. */
export function contentWords(text: string): string[] {
  return words(text).flatMap(({ lower }) => (idle.has(lower) || lower.length < 3 ? [] : [stem(lower)]))
}

/** A word without its inflectional ending. */
export function stem(word: string): string {
  return word.length > 4 ? word.replace(/(?:iones|ión|[oae]s?|es|r)$/, '') : word
}
