import type { Article } from '../domain/article.ts'
import type { BriefedStory } from '../domain/brief.ts'
import type { FollowUp } from '../domain/digest.ts'
import type { ProofStory, ReadVersion } from '../domain/proof.ts'
import { identify } from '../store/schema/identity.ts'

/** A story that no editor has judged yet. */
export type NewProofStory = Omit<ProofStory, 'verdict' | 'version'>

/** A story as it stands in a proof. */
export function proofStoryOf({ story, draft, brief }: BriefedStory, followUp: FollowUp | undefined): NewProofStory {
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
export function versionOf({ id, headline, text }: Article): ReadVersion {
  return { id, print: identify('article', headline, text) }
}
