import type { ArticleSentence, ReadArticle } from '../../check.ts'
import { isRole } from '../words/name-words.ts'
import { capitals, described, hasTitle, nounOf } from './mentions.ts'
import { personNoun } from './nouns.ts'

/** Names that another part of an article gives to whoever a mention describes. */

/** “A former treasurer appeared in court …”: an article's opening may describe the person it names next. */
export function isNamedLater(
  speaker: string,
  mention: string,
  { sentence, article }: { readonly sentence: ArticleSentence; readonly article: ReadArticle },
): boolean {
  const last = capitals(speaker).at(-1)
  if (last === undefined || described.test(speaker) || sentence.index > 1) return false
  if (!/^(?:an?|the) /i.test(mention) || !(personNoun.test(nounOf(mention)) || isRole(nounOf(mention)))) return false
  const text = article.evidence.text.slice(sentence.span.end, article.sentences[sentence.index + 4]?.span.end)
  if (hasTitle(speaker, nounOf(mention))) return capitals(text).includes(last)
  const [first] = [...text.matchAll(/\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)+/gu)].map(([name]) => name)
  return first !== undefined && capitals(first).includes(last)
}

/** True if an article has a name and a noun close together in one clause. */
export function isNear(speaker: string, noun: string, { evidence }: ReadArticle): boolean {
  const name = capitals(speaker).at(-1)
  if (name === undefined || noun === '') return false
  return new RegExp(`\\b${noun}[^.;]{0,40}\\b${name}\\b|\\b${name}\\b[^.;]{0,40}\\b${noun}\\b`, 'i').test(evidence.text)
}
