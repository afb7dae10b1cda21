import type { ListedReport } from '../../chat/commands/command-data.ts'
import { mistakeReasons } from '../../chat/commands/mistakes.ts'
import type { Document } from '../../chat/document.ts'
import { isAtComputer } from '../../domain/subscription.ts'
import { hint } from '../context.ts'
import { bareSyntax } from '../options.ts'
import { said, textLines } from '../replies.ts'
import type { CommandSpec } from '../spec.ts'
import { reportedStory } from './reported-story.ts'
import { maySettle } from './settle-report.ts'
import { letterOn } from './tell-owners.ts'

/** The most reports listed at once, and looked at for that: some are of stories that are no longer kept. */
const most = 20
const mostSearched = 500

/** Lists the reports that nobody has settled. */
export const listReports: CommandSpec<'list-reports'> = {
  permission: 'everyone',
  worksOffline: true,
  ways: [
    bareSyntax(
      { kind: 'list-reports' },
      { under: 'desk', names: ['reports'], usage: 'reports', says: 'See the mistakes that readers have reported' },
    ),
  ],
  handle: async (_command, context) => {
    const { asker, services } = context
    const reports: ListedReport[] = []
    const document: Document[] = []
    for (const report of await services.store.reports.open(asker.workspace.id, mostSearched)) {
      if (reports.length === most) break
      const found = (await maySettle(report, context)) ? await reportedStory(report, services) : undefined
      if (!found) continue
      const { id, story, words, at, reason } = report
      const claim = found.words
      reports.push({
        report: id,
        story,
        headline: found.brief.headline,
        claim,
        wrong: mistakeReasons[reason],
        words,
        at,
      })
      const letter = await letterOn(report, found, services)
      const way = isAtComputer(asker.workspace)
        ? textLines([`Settle it: ${hint(asker, `desk settle ${id} accept`)}, or dismiss, with a word if you like`])
        : []
      document.push([...letter, ...way])
    }
    if (reports.length === 0) return said('No report is waiting.', { reports })
    return { done: true, document: document.flat(), data: { reports } }
  },
}
