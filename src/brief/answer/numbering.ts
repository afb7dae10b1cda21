import type { Article, Citation } from '../../domain/article.ts'
import type { Story } from '../../domain/story.ts'
import type { GrammarFor } from '../../language/grammars.ts'
import { readParagraphs } from '../../text/paragraphs.ts'

/** A sentence with its number in a prompt: "12" in a single article, "B12" in the second of several. */
export interface NumberedSentence {
  readonly label: string
  readonly article: Article
  /** Its paragraph within the article, from 1. */
  readonly paragraph: number
  /** Its place among the article's sentences, from 1. */
  readonly number: number
  /** UTF-16 offsets into the article's text. */
  readonly start: number
  readonly end: number
}

/** All sentences of a story's articles, in order. A dateline belongs to the sentence after it. */
export function numberSentences({ articles }: Story, grammarFor: GrammarFor): NumberedSentence[] {
  return articles.flatMap((article, at) => {
    const sentences = readParagraphs(article.text, grammarFor(article.language).text).flatMap(
      ({ span, sentences: stated }, index) =>
        stated.map((sentence, position) => ({
          paragraph: index + 1,
          start: position === 0 ? span.start : sentence.span.start,
          end: sentence.span.end,
        })),
    )
    const prefix = articles.length > 1 ? letter(at) : ''
    return sentences.map((sentence, index) => ({
      ...sentence,
      article,
      number: index + 1,
      label: `${prefix}${index + 1}`,
    }))
  })
}

/** The letter for an article of a story in a prompt, by its index. */
export function letter(index: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + index)
}

/** The forms in which a model may write numbers: "12", "A12", "a12", "A12-14". */
const written = /(\p{L}?)(\d{1,4})(?:\s*[-–]\s*\p{L}?(\d{1,4}))?/giu
/** The most article sentences that one sentence of a brief may cite. */
const mostCited = 8

/** Finds the sentences that a model gives by number, in any of these forms. */
export function sentencesByNumber(story: Story, grammarFor: GrammarFor): (numbers: string) => NumberedSentence[] {
  const all = numberSentences(story, grammarFor)
  return (numbers) => {
    const found = [...numbers.matchAll(written)].flatMap(([, named = '', first = '', last = first]) => {
      const { articles } = story
      const article = articles.length === 1 ? articles[0] : articles[named.toUpperCase().charCodeAt(0) - 65]
      return all.filter(
        (sentence) =>
          sentence.article === article && sentence.number >= Number(first) && sentence.number <= Number(last),
      )
    })
    return [...new Set(found)].slice(0, mostCited)
  }
}

/** The citation of a sentence. */
export function citationOf({ article, start, end }: NumberedSentence): Citation {
  return { article: article.id, span: { start, end } }
}
