import type { StoryBlock } from '../chat/document.ts'
import { responsesOf, sentencesOf } from '../chat/story-lines.ts'
import type { ArticleId } from '../domain/article.ts'
import type { Brief } from '../domain/brief.ts'
import type { FollowUp } from '../domain/digest.ts'
import { grammarFor } from '../language/grammars.ts'

/** Two tellings with this share of their words in common say the same. */
const sameSaying = 0.6

/** What came with articles that were not told of, and was not told before: claims, and sentences of the summary. */
export function whatIsNew(
  brief: Brief,
  fresh: ReadonlySet<ArticleId>,
  told: StoryBlock | undefined,
): Pick<FollowUp, 'claims' | 'sentences'> {
  const { contentWords } = grammarFor(brief.articles[0]?.language ?? 'und').words
  const known = toldSentences(told).map((words) => new Set(contentWords(words)))
  const isTold = (text: string) => {
    const words = contentWords(text)
    return known.some((each) => words.filter((word) => each.has(word)).length >= sameSaying * words.length)
  }
  const urls = new Set(told?.outlets.map(({ url }) => url))
  const unread = new Set(brief.articles.filter(({ id, url }) => fresh.has(id) && !urls.has(url)).map(({ id }) => id))
  const claims = brief.claims.filter(({ citation, words }) => unread.has(citation.article) && !isTold(words))
  const sentences = brief.summary.filter(
    ({ citations, text }) => citations.some(({ article }) => unread.has(article)) && !isTold(text),
  )
  return { claims: new Set(claims.map(({ id }) => id)), sentences: new Set(sentences.map(({ text }) => text)) }
}

/** All that an edition told of a story, in the summary, in lines and below them. */
function toldSentences(told: StoryBlock | undefined): readonly string[] {
  const lines = (told?.claims ?? []).flatMap((line) => [line, ...responsesOf(line)])
  return [...(told?.summary ?? []), ...lines.flatMap(sentencesOf).map(({ words }) => words)]
}
