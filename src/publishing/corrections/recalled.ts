import { statementChange } from '../../digest/corrections/correction-lines.ts'
import type { Brief } from '../../domain/brief.ts'
import type { ChangedLine, CorrectionCause, SaidLine } from '../../domain/edition/correction.ts'
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
    isOfGone = () => false,
  }: {
    readonly workspace: WorkspaceId
    readonly at: string
    /** The story as it stands now; null if nothing is left of it. */
    readonly now: { readonly brief: Brief; readonly story: Story } | null
    /** Tells whether a line rested only on articles that have been taken down. */
    readonly isOfGone?: (line: SaidLine) => boolean
  },
): Recalled {
  const claims = lines.filter(({ was }) => was?.claim)
  const isLost = ({ was }: ChangedLine) => cause.kind === 'gone' && was !== null && isOfGone(was)
  // Only what the correction brought: what was forgotten on request must not come back with it.
  const come = new Set(lines.flatMap((line) => line.now?.claim ?? []))
  const brought = now ? statementsOf(now.brief, now.story).filter(({ claim }) => come.has(claim)) : []
  return {
    workspace,
    at,
    corrected: claims.flatMap((line) =>
      line.was?.claim && !isLost(line)
        ? [{ claim: line.was.claim, corrected: { at, says: statementChange(line, cause) } }]
        : [],
    ),
    withdrawn:
      cause.kind === 'gone'
        ? { claims: claims.filter(isLost).flatMap(({ was }) => was?.claim ?? []), by: cause.outlets.join(', ') }
        : null,
    now: brought,
  }
}
