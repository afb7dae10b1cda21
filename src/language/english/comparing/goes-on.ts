import type { ArticleSentence, Ground, ReadArticle } from '../../check.ts'
import { isMentioned } from './mentions.ts'
import { isTheirs } from './whose.ts'

/** True if a sentence without attribution, or a bare quotation, continues the words of the speaker before it. */
export function goesOn(speaker: string, sentence: ArticleSentence, ground: Ground): boolean {
  const article = ground.articleOf(sentence)
  const before = article.sentences[sentence.index - 1]
  if (!before || Math.abs(before.paragraph - sentence.paragraph) > 1) return false
  return (
    before.attributions.some((attribution) => isTheirs(speaker, attribution, article)) ||
    (isMentioned(speaker, before.text) && (isQuotation(sentence) || isViewOf(speaker, before))) ||
    isInTheirParagraph(speaker, sentence, article)
  )
}

/** How far back in a paragraph its speaker may stand, in sentences. */
const longestSpeech = 3

/** “Lind said it was late. It was not clear why. The gates were shut”: nobody else speaks in between. */
function isInTheirParagraph(speaker: string, { index, paragraph }: ArticleSentence, article: ReadArticle): boolean {
  const before = article.sentences.slice(Math.max(0, index - longestSpeech), index).toReversed()
  const spoken = before.find((each) => each.paragraph === paragraph && each.attributions.length > 0)
  return spoken?.attributions.every((attribution) => isTheirs(speaker, attribution, article)) ?? false
}

/** “For Dr Lind, a surveyor, money is not the main difficulty.” */
function isViewOf(speaker: string, { text }: ArticleSentence): boolean {
  const [view = ''] = /^(?:For|To|In the view of) (?:\p{L}+\.? )?\p{Lu}[^.]*?,/u.exec(text) ?? []
  return isMentioned(speaker, view)
}

/** True if a sentence consists only of quoted words. */
function isQuotation({ words, quotations }: ArticleSentence): boolean {
  return quotations.length > 0 && words.every(({ isQuoted }) => isQuoted)
}
