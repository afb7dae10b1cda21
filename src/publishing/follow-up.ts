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
  before: StoryBlock | undefined,
): Pick<FollowUp, 'claims' | 'sentences'> {
  const { contentWords } = grammarFor(brief.articles[0]?.language ?? 'und').words
  const known = sentencesOfStory(before).map((words) => new Set(contentWords(words)))
  const isKnown = (text: string) => {
    const words = contentWords(text)
    return known.some((each) => words.filter((word) => each.has(word)).length >= sameSaying * words.length)
  }
  const urls = new Set(before?.outlets.map(({ url }) => url))
  const unread = new Set(brief.articles.filter(({ id, url }) => fresh.has(id) && !urls.has(url)).map(({ id }) => id))
  const claims = brief.claims.filter(({ citation, words }) => unread.has(citation.article) && !isKnown(words))
  const sentences = brief.summary.filter(
    ({ citations, text }) => citations.some(({ article }) => unread.has(article)) && !isKnown(text),
  )
  return { claims: new Set(claims.map(({ id }) => id)), sentences: new Set(sentences.map(({ text }) => text)) }
}

/** All that an edition told of a story, in the summary, in lines and below them. */
function sentencesOfStory(before: StoryBlock | undefined): readonly string[] {
  const lines = (before?.claims ?? []).flatMap((line) => [line, ...responsesOf(line)])
  return [...(before?.summary ?? []), ...lines.flatMap(sentencesOf).map(({ words }) => words)]
}
