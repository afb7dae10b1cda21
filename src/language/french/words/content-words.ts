import { words } from '../../../text/tokens.ts'
import { list } from '../../lists/list.ts'
import { french as news } from '../news.ts'
import { frenchText } from '../text.ts'
import { frenchWords, smallWords } from './words.ts'

const idle = new Set([...list(news.idle), ...smallWords, ...frenchWords.finiteForms, ...frenchWords.passives])

/** The words of a French text that carry its meaning, without their endings. */
export function contentWords(text: string): string[] {
  return words(text, frenchText).flatMap(({ lower }) => (idle.has(lower) || lower.length < 3 ? [] : [stem(lower)]))
}

/** A word without its inflectional ending. */
export function stem(word: string): string {
  return word.length > 4 ? word.replace(/(?:ées?|és?|er|aux|ales?|al|es?|s|x)$/, '') : word
}
