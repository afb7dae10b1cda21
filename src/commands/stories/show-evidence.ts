import { claimSentence } from '../../digest/proof/doubts.ts'
import { passageLine } from '../../digest/proof/passage.ts'
import { shownSpan, sliceSpan } from '../../domain/article.ts'
import { refused, takenBackRefusal, textLines } from '../replies.ts'
import type { CommandSpec } from '../spec.ts'
import { findFeedStory } from './find-story.ts'

/** Shows the passage that a claim is from. */
export const showEvidence: CommandSpec<'show-evidence'> = {
  permission: 'everyone',
  worksOffline: true,
  handle: async ({ story, claim: id }, { asker, services }) => {
    const found = await findFeedStory(story, asker.workspace.id, services)
    if (found.kind === 'withdrawn') return takenBackRefusal()
    const claim = found.kind === 'brief' ? found.brief.claims.find((each) => each.id === id) : undefined
    const article = claim && (await services.store.articles.find(claim.citation.article))
    if (!claim || !article) return refused('not-found', 'There’s no such claim on record here.')
    const { outlet, url, text } = article
    const passage = sliceSpan(text, shownSpan(claim.citation.span, article))
    const data = { claim: claimSentence(claim), outlet, url, passage }
    return { done: true, document: textLines([data.claim, passageLine(article, claim.citation)]), data }
  },
}
