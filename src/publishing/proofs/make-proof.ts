import type { Article } from '../../domain/article.ts'
import type { BriefedStory } from '../../domain/brief.ts'
import type { FollowUp } from '../../domain/digest.ts'
import type { ComposedStory, ReadVersion } from '../../domain/edition/proof.ts'
import { printOf } from '../../store/intake/article-print.ts'

/** A story as it is kept with its edition, or in a proof. */
export function composedOf({ story, draft, brief }: BriefedStory, followUp: FollowUp | undefined): ComposedStory {
  return {
    id: story.id,
    draft,
    byline: brief.byline,
    articles: story.articles.map(versionOf),
    followUp: followUp
      ? { since: followUp.since, claims: [...followUp.claims], sentences: [...followUp.sentences] }
      : null,
  }
}

/** Those of a story's articles that are no longer as they were when it was written. */
export function changedSince(read: readonly ReadVersion[], articles: readonly Article[]): Article[] {
  const prints = new Map(read.map(({ id, print }) => [id, print]))
  return articles.filter((article) => versionOf(article).print !== prints.get(article.id))
}

/** An article as it is now. */
export function versionOf(article: Article): ReadVersion {
  return { id: article.id, print: printOf(article) }
}
