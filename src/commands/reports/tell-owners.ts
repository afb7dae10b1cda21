import { mistakeReasons } from '../../chat/commands/mistakes.ts'
import type { Document } from '../../chat/document.ts'
import { passageLine } from '../../digest/proof/passage.ts'
import { shiftInstant } from '../../domain/instant.ts'
import { reasonOf } from '../../domain/reason.ts'
import type { WorkspaceId } from '../../domain/subscription.ts'
import type { Services } from '../../services.ts'
import type { FiledReport, ReportNotice } from '../../store/reports.ts'
import { textLines } from '../replies.ts'
import { type ReportedStory, reportedStory } from './reported-story.ts'

/** How long until a notice that did not arrive is sent again, in milliseconds; it doubles up to the longest. */
const firstWaitMs = 60_000
const longestWaitMs = 6 * 3_600_000
/** The most notices sent in one round. */
const round = 200

/** Sends the notices of reports that are due. Returns how many arrived. */
export async function tellOwners(services: Services): Promise<number> {
  const { store, clock, log } = services
  let told = 0
  for (const notice of await store.reports.dueNotices(clock.now(), round)) {
    try {
      if (await tellOne(notice, services)) told += 1
    } catch (error) {
      log.warn('owner-not-told', { report: notice.report, reason: reasonOf(error) })
    }
  }
  return told
}

/** Sends one notice; returns true if it arrived. Otherwise it is sent again later. */
export async function tellOne(notice: ReportNotice, services: Services): Promise<boolean> {
  const { store, clock, platforms } = services
  const report = await store.reports.find(notice.report)
  const platform = platforms.find(({ name }) => name === notice.platform)
  const now = clock.now()
  const waitMs = Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(notice.attempts, 20))
  if (!(await store.reports.takeNotice(notice, { now, until: shiftInstant(now, waitMs) }))) return false
  if (!report || !platform) return false
  const found = await reportedStory(report, services)
  if (!found) return false
  const letter = await letterOn(report, found, services)
  const place = notice.place.startsWith('#')
    ? { everybody: 'yes', channel: notice.place.slice(1) }
    : { person: notice.place }
  const arrived = await platform.say({ platform: platform.name, workspace: report.workspace, place }, letter)
  if (arrived) await store.reports.noteTold(notice, clock.now())
  return arrived
}

/** A report in full, with the buttons that settle it. */
export async function letterOn(report: FiledReport, found: ReportedStory, services: Services): Promise<Document> {
  const names = (await services.store.subscriptions.tellersOf(report.story, report.workspace)).map(
    ({ name }) => `“${name}”`,
  )
  const wrong = mistakeReasons[report.reason].toLowerCase()
  const head = `Someone reported a mistake in “${found.brief.headline}” (${names.join(', ')}): ${wrong}.`
  const claim = found.claim
  const passage = claim && (await services.store.articles.find(claim.citation.article))
  return [
    ...textLines([
      head,
      ...(found.words ? [found.words] : []),
      ...(claim && passage ? [passageLine(passage, claim.citation)] : []),
      ...(report.words ? [`They wrote: ${report.words}`] : []),
    ]),
    ...(found.words === null ? [found.block] : []),
    ...buttonsFor(report.workspace, report.id, found),
  ]
}

/** What can be done with a report: take out what it is about, or leave it. */
function buttonsFor(workspace: WorkspaceId, report: string, { words, brief }: ReportedStory): Document {
  return [
    {
      kind: 'action',
      label: words ? 'Accept: take the claim out' : 'Accept: withdraw the story',
      action: { kind: 'settle', isAccepted: true, workspace, report },
    },
    { kind: 'action', label: 'Dismiss', action: { kind: 'settle', isAccepted: false, workspace, report } },
    ...(words
      ? [
          {
            kind: 'action' as const,
            label: 'Withdraw this story',
            action: { kind: 'withdraw' as const, workspace, story: brief.story },
          },
        ]
      : []),
  ]
}
