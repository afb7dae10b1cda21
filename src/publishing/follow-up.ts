import type { StoryBlock } from '../chat/document.ts'
import { responsesOf, sentencesOf } from '../chat/story-lines.ts'
import type { ArticleId } from '../domain/article.ts'
import type { Brief } from '../domain/brief.ts'
import type { FollowUp } from '../domain/digest.ts'
import { grammarFor } from '../language/grammars.ts'

/** A text counts as known if an earlier one contains this share of its words. */
const sameSaying = 0.6

/** The claims and summary sentences that come from new articles and that the earlier edition did not contain. */
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

/** All that an edition said about a story: its summary, its claims and their responses. */
function sentencesOfStory(before: StoryBlock | undefined): readonly string[] {
  const lines = (before?.claims ?? []).flatMap((line) => [line, ...responsesOf(line)])
  return [...(before?.summary ?? []), ...lines.flatMap(sentencesOf).map(({ words }) => words)]
}
