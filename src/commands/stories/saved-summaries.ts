import type { ClaimLine, Document, StoryBlock } from '../../chat/document.ts'
import { claimsPerStory, takeExchanges } from '../../digest/exchanges.ts'
import type { WorkspaceId } from '../../domain/subscription.ts'
import type { Services } from '../../services.ts'
import { identify } from '../../store/schema/identity.ts'

/** Summaries that people requested. They belong to no digest, and are stored so that their buttons work. */

/** The id under which a summary is stored, derived from its request's id. */
export function answerOf(request: string): string {
  return identify('answer', request)
}

/** Gives a summary's stories ids by which they can be found again: the answer's id and the block's index. */
export function nameStories(document: Document, answer: string): Document {
  return document.map((block, index) => (block.kind === 'story' ? { ...block, id: `${answer}.${index}` } : block))
}

/** The story of a saved summary; undefined for the id of any other story. */
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

/** The document with each story cut to the claims that are shown at once. */
export function shortened(document: Document): Document {
  const answersTo = ({ responses }: ClaimLine) => responses.length
  const linesOf = (claims: readonly ClaimLine[]) => claims.reduce((sum, claim) => sum + 1 + answersTo(claim), 0)
  return document.map((block) => {
    if (block.kind !== 'story') return block
    const claims = takeExchanges(block.claims, { most: claimsPerStory, answersTo })
    return { ...block, claims, moreClaims: block.moreClaims + linesOf(block.claims) - linesOf(claims) }
  })
}
