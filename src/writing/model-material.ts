import { readEvidence } from '../brief/evidence.ts'
import { uncheckedQuotations } from '../brief/rules/unchecked-quotations.ts'
import type { Claim } from '../domain/claim.ts'
import type { Story } from '../domain/story.ts'
import { grammarFor } from '../language/grammars.ts'
import { isWritable } from '../language/measured.ts'

/** The parts of a story that a model is given, and those that it is not. */

/**
 * The part of a story that a model may write about, and quotations from the rest, in languages that are not checked.
 */
export interface Checkable {
  readonly story: Story
  readonly quotations: readonly Claim[]
}

/** Separates articles that can be checked from those that cannot. */
export function checkable(whole: Story): Checkable {
  const other = whole.articles.filter(({ language }) => !isWritable(language))
  return {
    story: { ...whole, articles: whole.articles.filter(({ language }) => isWritable(language)) },
    quotations: other.flatMap((article, index) =>
      uncheckedQuotations(article, readEvidence(article.text, grammarFor(article.language)), `q${index + 1}`),
    ),
  }
}

/** The story with each article cut to its share of the prompt; paragraphs keep their numbers. */
export function shorten(
  story: Story,
  { tokens, count }: { readonly tokens: number; readonly count: (text: string) => number },
): Story {
  const share = tokens / story.articles.length
  // A token is seldom shorter than two characters, so most texts need no counting.
  if (story.articles.every(({ text }) => text.length < 2 * share)) return story
  return {
    ...story,
    articles: story.articles.map((article) => ({ ...article, text: cut(article.text, share, count) })),
  }
}

function cut(text: string, tokens: number, count: (text: string) => number): string {
  let end = 0
  let left = tokens
  for (const { 0: paragraph, index } of text.matchAll(/[^\n]+\n*/g)) {
    left -= count(paragraph)
    if (left < 0) break
    end = index + paragraph.length
  }
  // A single paragraph may be too long.
  return end > 0 ? text.slice(0, end) : text.slice(0, 2 * tokens).replace(/[^.!?]*$/, '')
}

/** A checksum of the articles' words: an answer that returns a different one belongs to another question. */
export function checkOf({ articles }: Story): string {
  let hash = 0x81_1c_9d_c5
  for (const { text, headline } of articles) {
    for (let at = 0; at < text.length + headline.length; at++) {
      const code = at < text.length ? text.charCodeAt(at) : headline.charCodeAt(at - text.length)
      hash = Math.imul(hash ^ code, 0x01_00_01_93) >>> 0
    }
  }
  return hash.toString(16).padStart(8, '0')
}
