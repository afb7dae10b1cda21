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

/** How far behind a pronoun the name may stand of whom the paragraph first only describes, in characters. */
const nextReach = 500

/** A description that a name follows at once: “The crane driver, Otto Berg, 29,”. */
const naming = /\b(?:[Tt]he|[Tt]hat|[Tt]his) (?:\p{Ll}+ ){0,2}(\p{Ll}+), (\p{Lu}[^,.;]{2,40})/gu

/** “Outside stood a crane driver. He saw it fall, he said. The driver, Otto Berg, …”: described first, and named then. */
export function isNamedNext(speaker: string, opening: string, behind: string): boolean {
  const last = capitals(speaker).at(-1)
  if (last === undefined || described.test(speaker)) return false
  return [...behind.slice(0, nextReach).matchAll(naming)].some(
    ([, noun = '', name = '']) =>
      capitals(name).includes(last) &&
      new RegExp(String.raw`\b(?:an?|one|another) (?:\p{Ll}+ ){0,3}${noun}\b`, 'iu').test(opening),
  )
}
