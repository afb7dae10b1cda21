import type { StoryBlock } from '../../chat/document.ts'
import { claimSentence } from '../../digest/proof/doubts.ts'
import type { Brief } from '../../domain/brief.ts'
import type { Claim } from '../../domain/claim.ts'
import type { Services } from '../../services.ts'
import type { FiledReport } from '../../store/reports.ts'
import { findFeedStory } from '../stories/find-story.ts'
import { wholeStory } from '../whole-story.ts'

/** The story that a report is about, as the workspace's readers see it now. */
export interface ReportedStory {
  readonly brief: Brief
  readonly block: StoryBlock
  /** The claim that it is about; undefined for the whole story, or if the claim is no longer there. */
  readonly claim: Claim | undefined
  /** The claim as it is printed; null without one. */
  readonly words: string | null
}

/** Finds what a report is about; undefined if the story is withdrawn or no longer kept. */
export async function reportedStory(
  { story, claimWords, workspace }: FiledReport,
  services: Services,
): Promise<ReportedStory | undefined> {
  const found = await findFeedStory(story, workspace, services)
  if (found.kind !== 'brief') return undefined
  const { brief } = found
  const claim = brief.claims.find((each) => claimSentence(each) === claimWords)
  return {
    brief,
    block: await wholeStory(brief, workspace, services),
    claim,
    words: claimWords,
  }
}
