import { type Doubts, doubtsIn } from '../../digest/proof/doubts.ts'
import { type Brief, type Finding, isEmpty } from '../../domain/brief.ts'
import type { FollowUp } from '../../domain/digest.ts'
import type { ComposedStory, Proof, ProofStory } from '../../domain/edition/proof.ts'
import type { Story, StoryId } from '../../domain/story.ts'
import type { Services } from '../../services.ts'

/** A story of a proof as it would go out now. */
export interface CheckedProofStory extends CheckedStory {
  readonly proven: ProofStory
}

/** A composed story verified now. */
export interface CheckedStory {
  readonly story: Story
  readonly brief: Brief
  readonly findings: readonly Finding[]
}

type CheckServices = Pick<Services, 'store' | 'verify'>

/** Verifies a story of a proof against its articles as they are now; undefined if they are no longer kept. */
export async function checkProven(proven: ProofStory, services: CheckServices): Promise<CheckedProofStory | undefined> {
  const checked = await checkComposed(proven, services)
  return checked && { proven, ...checked }
}

/** Verifies a composed story against its articles as they are now; undefined if they are no longer kept. */
export async function checkComposed(
  composed: ComposedStory,
  { store, verify }: CheckServices,
): Promise<CheckedStory | undefined> {
  const articles = await Promise.all(composed.articles.map(async ({ id }) => await store.articles.find(id)))
  const story = { id: composed.id, articles: articles.filter((article) => article !== undefined) }
  if (story.articles.length === 0) return undefined
  const { brief, findings } = await verify(composed.draft, story, composed.byline)
  return { story, brief, findings }
}

/** Verifies these stories of a proof, in order; those with nothing left to read are not among them. */
export async function checkAll(stories: readonly ProofStory[], services: CheckServices): Promise<CheckedProofStory[]> {
  const checked = await Promise.all(stories.map(async (story) => await checkProven(story, services)))
  return checked.filter((each) => each !== undefined).filter(({ brief }) => !isEmpty(brief))
}

/** What an editor should look at first in each story whose articles are still kept. */
export async function doubtsOf(
  stories: readonly ProofStory[],
  services: CheckServices,
): Promise<ReadonlyMap<StoryId, Doubts>> {
  const checked = await Promise.all(stories.map(async (story) => await checkProven(story, services)))
  return new Map(checked.flatMap((each) => (each ? [[each.proven.id, doubtsIn(each.brief, each.findings)]] : [])))
}

/** What is new in the stories that the channel has had before. */
export function followUpsOf({ stories }: Pick<Proof, 'stories'>): ReadonlyMap<StoryId, FollowUp> {
  return new Map(
    stories.flatMap(({ id, followUp }) =>
      followUp
        ? [
            [
              id,
              { since: followUp.since, claims: new Set(followUp.claims), sentences: new Set(followUp.sentences) },
            ] as const,
          ]
        : [],
    ),
  )
}
