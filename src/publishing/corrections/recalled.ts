import { statementChange } from '../../digest/corrections/correction-lines.ts'
import type { Brief } from '../../domain/brief.ts'
import type { ChangedLine, CorrectionCause } from '../../domain/edition/correction.ts'
import type { Story } from '../../domain/story.ts'
import type { WorkspaceId } from '../../domain/subscription.ts'
import type { Recalled } from '../../store/publishing/posted-versions.ts'
import { statementsOf } from '../statements-of.ts'

/** What a correction makes of the statements that were kept when a story was posted. */
export function recalledBy(
  lines: readonly ChangedLine[],
  cause: CorrectionCause,
  {
    workspace,
    at,
    now,
  }: {
    readonly workspace: WorkspaceId
    readonly at: string
    /** The story as it stands now; null if nothing is left of it. */
    readonly now: { readonly brief: Brief; readonly story: Story } | null
  },
): Recalled {
  const claims = lines.filter(({ was }) => was?.claim)
  const ids = claims.flatMap(({ was }) => was?.claim ?? [])
  const stands = now ? statementsOf(now.brief, now.story) : []
  if (cause.kind === 'gone')
    return { workspace, at, corrected: [], withdrawn: { claims: ids, by: cause.outlets.join(', ') }, now: stands }
  return {
    workspace,
    at,
    corrected: claims.flatMap((line) =>
      line.was?.claim ? [{ claim: line.was.claim, corrected: { at, says: statementChange(line, cause) } }] : [],
    ),
    withdrawn: null,
    now: stands,
  }
}
