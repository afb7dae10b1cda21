import { setTimeout as sleep } from 'node:timers/promises'
import type { Command } from '../../chat/commands/command.ts'
import type { Reply } from '../../chat/commands/reply.ts'
import { plainWords, rich } from '../../chat/rich-text.ts'
import { claimSentence } from '../../digest/proof/doubts.ts'
import { timeOfDay } from '../../digest/times.ts'
import { reasonOf } from '../../domain/reason.ts'
import { storyId } from '../../domain/story.ts'
import type { Services } from '../../services.ts'
import type { StoredSubscription } from '../../store/publishing/subscription-rows.ts'
import type { Filed, NoticeRecipient } from '../../store/reports.ts'
import type { CommandContext } from '../context.ts'
import { formPatienceMs, refused, said, takenBackRefusal } from '../replies.ts'
import type { CommandSpec } from '../spec.ts'
import { type FoundStory, findStory } from '../stories/find-story.ts'
import { tellOne } from './tell-owners.ts'

export const reportLimits = {
  /** The most reports one person may file in `windowMs`. */
  person: 5,
  windowMs: 60 * 60_000,
} as const

/** The longest report, in characters. */
const longestReport = 2_000

type ReportCommand = Command<'report-mistake'>

/** Files a report of a mistake, and notifies those who are responsible for each digest that posted the story. */
export const reportMistake: CommandSpec<'report-mistake'> = {
  permission: 'everyone',
  handle: async (command, context) => await fileReport(command, context),
}

async function fileReport(given: ReportCommand, context: CommandContext): Promise<Reply<'report-mistake'>> {
  const { asker, services } = context
  const { claim, reason } = given
  const found = await findStory(given.story, context)
  if (found.kind === 'withdrawn') return takenBackRefusal()
  if (found.kind === 'nothing') return refused('not-found', 'That story is no longer kept, so it can’t be reported.')
  const story = storyId(given.story)
  const workspace = asker.workspace.id
  const filed = await services.store.reports.file(
    {
      workspace,
      story,
      claim,
      claimWords: claimWordsOf(found, claim),
      reason,
      words: given.words.slice(0, longestReport),
      person: asker.person,
      at: services.clock.now(),
    },
    { most: reportLimits.person, windowMs: reportLimits.windowMs },
  )
  if (filed.kind !== 'filed') return notFiled(filed, services)
  services.log.info('mistake-reported', { story, claim, reason })
  const tellers = found.kind === 'brief' ? await services.store.subscriptions.tellersOf(story, workspace) : []
  const recipients = recipientsOf(tellers)
  if (recipients.length === 0)
    return said(
      'Thank you. Your report is on record for whoever runs Onrecord; this story hasn’t been in a digest here.',
      { filed: true },
    )
  return said(await tellAll(filed.report, recipients, services), { filed: true })
}

/** The claim as it is printed now, so that it is known if the story is written again. */
function claimWordsOf(found: FoundStory, id: string | null): string | null {
  const claim = found.kind === 'brief' ? found.brief.claims.find((each) => each.id === id) : undefined
  return claim ? claimSentence(claim) : null
}

function notFiled(filed: Exclude<Filed, { kind: 'filed' }>, { defaults }: Services): Reply<'report-mistake'> {
  if (filed.kind === 'before') return said('Thank you. You’ve already reported this.', { filed: false })
  const until = { at: filed.until, label: timeOfDay(filed.until, defaults.schedule.zone) }
  const limit = rich`You’ve reached the limit of ${reportLimits.person} reports an hour until ${until}. This one wasn’t sent; please send it again then.`
  return refused('limit', plainWords(limit), {
    document: [{ kind: 'alert', text: limit }],
    data: { until: filed.until },
  })
}

/** Tells everybody who is responsible, and says to the reporter what came of it. */
async function tellAll(report: string, recipients: readonly NoticeRecipient[], services: Services): Promise<string> {
  await services.store.reports.addNotices(report, recipients, services.clock.now())
  // Whoever cannot be told now is told later, so the reporter must not see an error.
  const sent = recipients.map(async (recipient) => {
    try {
      return await tellOne({ ...recipient, report, attempts: 0 }, services)
    } catch (error) {
      services.log.warn('owner-not-told', { report, reason: reasonOf(error) })
      return false
    }
  })
  return outcomeOf(await Promise.race([Promise.all(sent), sleep(formPatienceMs, null, { ref: false })]))
}

/** Whom a report is told to: the desk of a digest that has one, and otherwise its owner; each once. */
function recipientsOf(tellers: readonly StoredSubscription[]): NoticeRecipient[] {
  const all = tellers.flatMap(({ channel, owner, approval }): NoticeRecipient[] => {
    if (approval && approval.desk.platform !== 'terminal')
      return [{ platform: approval.desk.platform, place: `#${approval.desk.id}` }]
    return owner === null ? [] : [{ platform: channel.platform, place: owner }]
  })
  return [...new Map(all.map((each) => [JSON.stringify(each), each])).values()]
}

/** The reply to the reporter; it says only what is certain. Null means that we have not heard back in time. */
function outcomeOf(reached: readonly boolean[] | null): string {
  if (reached === null) return 'Thank you. Your report is on record, and is on its way to the owner of this digest.'
  const count = reached.filter(Boolean).length
  if (count === reached.length) return 'Thank you. The owner of this digest has been told, with the passage.'
  if (count === 0)
    return 'Thank you. Your report is on record, but the owner of this digest could not be reached by direct message just now. They will be told as soon as they can be.'
  return `Thank you. ${count} of the ${reached.length} owners of digests with this story have been told; the others will be as soon as they can be reached.`
}
