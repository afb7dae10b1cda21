import { words } from '../../../text/tokens.ts'
import { list } from '../../lists/list.ts'
import { german as news } from '../news.ts'
import {
  adverbs,
  attributive,
  conjunctions,
  determiners,
  finiteForms,
  possiblyReporting,
  prepositions,
  pronouns,
  reportingForms,
  subordinators,
} from './function-words.ts'

const idle = new Set([
  ...list(news.idle),
  ...[adverbs, attributive, conjunctions, determiners, finiteForms, possiblyReporting].flatMap((each) => [...each]),
  ...[prepositions, pronouns, reportingForms, subordinators].flatMap((each) => [...each]),
])

/** The words of a German text that carry its meaning, without their endings. */
export function contentWords(text: string): string[] {
  return words(text).flatMap(({ lower }) => (idle.has(lower) || lower.length < 3 ? [] : [stem(lower)]))
}

/** A word without its inflectional ending. */
export function stem(word: string): string {
  return word.length > 5 ? word.replace(/(?:ern|em|en|er|es|e|n|s)$/, '') : word
}
