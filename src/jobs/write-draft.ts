import { type Verified, verify } from '../brief/verify.ts'
import type { Brief, Byline, Draft } from '../domain/brief.ts'
import { reasonOf } from '../domain/reason.ts'
import type { Story } from '../domain/story.ts'
import type { WorkspaceId } from '../domain/subscription.ts'
import type { Log, Writer } from '../ports.ts'

export interface WritingDoors {
  /** In order of preference; the last one always delivers. */
  readonly writers: readonly Writer[]
  readonly log: Log
}

export interface Written {
  readonly draft: Draft
  readonly byline: Byline
  readonly verified: Verified
}

/**
 * Asks the writers in turn until one hands in a draft of which verification leaves a brief.
 *
 * @throws {Error} when the last one fails too.
 */
export async function writeDraft(
  story: Story,
  workspace: WorkspaceId | null,
  { writers, log }: WritingDoors,
): Promise<Written> {
  for (const writer of writers) {
    try {
      const draft = await writer.write(story, workspace)
      const verified = verify(draft, story, writer.byline)
      if (writer !== writers.at(-1) && isTooLittle(draft, verified.brief))
        throw new Error('too little of the draft stands in the articles')
      if (verified.findings.length > 0) log.info('withheld', { story: story.id, findings: verified.findings.length })
      return { draft, byline: writer.byline, verified }
    } catch (error) {
      log.warn('writer-replaced', { story: story.id, writer: writer.byline.writer, reason: reasonOf(error) })
    }
  }
  throw new Error(`no writer could write story ${story.id}`)
}

/** Whether what verification leaves is no brief any more: no summary, or less than half of the claims. */
function isTooLittle(draft: Draft, brief: Brief): boolean {
  return brief.summary.length === 0 || 2 * brief.claims.length < draft.claims.length
}
