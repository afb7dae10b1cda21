import type { ClaimLine, Document, StoryBlock } from '../../chat/document.ts'
import { takeExchanges } from '../../digest/exchanges.ts'
import { claimsPerStory } from '../../digest/layout.ts'
import type { WorkspaceId } from '../../domain/subscription.ts'
import type { Services } from '../../services.ts'
import { identify } from '../../store/schema/identity.ts'

/** Summaries that somebody asked for: they belong to no digest, and are kept so that their buttons have something to show. */

/** What a summary is kept as, by the request that it answers. */
export function answerOf(request: string): string {
  return identify('answer', request)
}

/** Its stories under names by which they are found again. */
export function nameStories(document: Document, answer: string): Document {
  return document.map((block, index) => (block.kind === 'story' ? { ...block, id: `${answer}.${index}` } : block))
}

/** A story of a summary that is kept; undefined for the name of any other. */
export async function savedStory(
  story: string,
  workspace: WorkspaceId,
  { store }: Pick<Services, 'store'>,
): Promise<StoryBlock | undefined> {
  const [, answer, index] = /^([\w-]+)\.(\d+)$/.exec(story) ?? []
  if (answer === undefined) return undefined
  const block = (await store.requests.answer(answer, workspace))?.[Number(index)]
  return block?.kind === 'story' ? block : undefined
}

/** As much of each story as is shown at once. */
export function shortened(document: Document): Document {
  const answersTo = ({ responses }: ClaimLine) => responses.length
  const linesOf = (claims: readonly ClaimLine[]) => claims.reduce((sum, claim) => sum + 1 + answersTo(claim), 0)
  return document.map((block) => {
    if (block.kind !== 'story') return block
    const claims = takeExchanges(block.claims, { most: claimsPerStory, answersTo })
    return { ...block, claims, moreClaims: block.moreClaims + linesOf(block.claims) - linesOf(claims) }
  })
}
