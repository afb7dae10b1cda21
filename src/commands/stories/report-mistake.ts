import { setTimeout as sleep } from 'node:timers/promises'
import { type Command, mistakeReasons } from '../../chat/commands/command.ts'
import type { Reply } from '../../chat/commands/reply.ts'
import type { Document } from '../../chat/document.ts'
import { plainWords, rich } from '../../chat/rich-text.ts'
import { passageLine } from '../../digest/proof/passage.ts'
import { timeOfDay } from '../../digest/times.ts'
import type { Brief } from '../../domain/brief.ts'
import { type Claim, speakerLabel } from '../../domain/claim.ts'
import { reasonOf } from '../../domain/reason.ts'
import { storyId } from '../../domain/story.ts'
import { notifyOwner } from '../../publishing/notify-owner.ts'
import type { Services } from '../../services.ts'
import type { StoredSubscription } from '../../store/publishing/subscription-rows.ts'
import type { CommandContext } from '../context.ts'
import { notes, refused, said, takenBackRefusal } from '../replies.ts'
import type { CommandSpec } from '../spec.ts'
import { findStory } from './find-story.ts'
import { wholeOf } from './show-claims.ts'

export const reportLimits = {
  /** The most reports one person may file in `windowMs`. */
  person: 5,
  windowMs: 60 * 60_000,
  /** How long a reporter waits to hear whether owners were notified, in milliseconds. Their form stays open for 3 s. */
  patienceMs: 1_500,
} as const

/** The longest report, in characters. */
const longestReport = 2_000

type ReportCommand = Command<'report-mistake'>

/** Files a report of a mistake, and notifies each owner of a digest that posted the story once. */
export const reportMistake: CommandSpec<'report-mistake'> = {
  permission: 'everyone',
  handle: async (command, context) => await fileReport(command, context),
}

async function fileReport(given: ReportCommand, context: CommandContext): Promise<Reply<'report-mistake'>> {
  const { asker, services } = context
  const report = { ...given, words: given.words.slice(0, longestReport) }
  const found = await findStory(report.story, context)
  if (found.kind === 'withdrawn') return takenBackRefusal()
  if (found.kind === 'nothing') return refused('not-found', 'That story is no longer kept, so it can’t be reported.')
  const { claim, reason, words } = report
  const story = storyId(report.story)
  const filing = {
    workspace: asker.workspace.id,
    story,
    claim,
    reason,
    words,
    person: asker.person,
    at: services.clock.now(),
  }
  const filed = await services.store.reports.file(filing, {
    most: reportLimits.person,
    windowMs: reportLimits.windowMs,
  })
  if (filed.kind === 'before') return said('Thank you. You’ve already reported this.', { filed: false })
  if (filed.kind === 'limit') {
    const until = { at: filed.until, label: timeOfDay(filed.until, services.defaults.schedule.zone) }
    const limit = rich`You’ve reached the limit of ${reportLimits.person} reports an hour until ${until}. This one wasn’t sent; please send it again then.`
    return refused('limit', plainWords(limit), {
      document: [{ kind: 'alert', text: limit }],
      data: { until: filed.until },
    })
  }
  services.log.info('mistake-reported', { story, claim, reason })
  const tellers = found.kind === 'brief' ? await services.store.subscriptions.tellersOf(story, asker.workspace.id) : []
  const owned = Map.groupBy(
    tellers.filter(({ owner }) => owner !== null),
    ({ owner, channel }) => `${channel.platform} ${owner}`,
  )
  if (found.kind !== 'brief' || owned.size === 0)
    return said(
      'Thank you. Your report is on record for whoever runs Onrecord; this story hasn’t been in a digest here.',
      { filed: true },
    )
  const { brief } = found
  const letter = await letterOn(report, brief, context)
  // If an owner cannot be notified, the report has still been filed, so the reporter must not see an error.
  const sent = [...owned.values()].map(async (theirs) => {
    try {
      return await tell(theirs, { brief, report, letter }, services)
    } catch (error) {
      services.log.warn('owner-not-told', { story, reason: reasonOf(error) })
      return false
    }
  })
  const outcomes = await Promise.race([Promise.all(sent), sleep(reportLimits.patienceMs, null, { ref: false })])
  return said(outcomeOf(outcomes), { filed: true })
}

/** The reply to the reporter; it says only what is certain. Null means that we have not heard back in time. */
function outcomeOf(reached: readonly boolean[] | null): string {
  if (reached === null) return 'Thank you. Your report is on record, and is on its way to the owner of this digest.'
  const count = reached.filter(Boolean).length
  if (count === reached.length) return 'Thank you. The owner of this digest has been told, with the passage.'
  if (count === 0)
    return 'Thank you. Your report is on record, but the owner of this digest could not be reached by direct message. Please tell them yourself.'
  return `Thank you. ${count} of the ${reached.length} owners of digests with this story have been told; the others could not be reached by direct message.`
}

interface Notice {
  readonly brief: Brief
  readonly report: ReportCommand
  readonly letter: Document
}

/** Sends an owner one message for all their digests with the story; returns true if it arrived. */
async function tell(
  theirs: readonly StoredSubscription[],
  { brief, report, letter }: Notice,
  services: Services,
): Promise<boolean> {
  const [first] = theirs
  const names = theirs.map(({ name }) => `“${name}”`).join(', ')
  const wrong = mistakeReasons[report.reason].toLowerCase()
  const head = `Someone reported a mistake in “${brief.headline}” (${names}): ${wrong}.`
  return first !== undefined && (await notifyOwner(first, [...notes([head]), ...letter], services))
}

/** The message's body: the disputed claim with its passage, or the whole story, and a button to withdraw it. */
async function letterOn(
  { story, claim, words }: ReportCommand,
  brief: Brief,
  context: CommandContext,
): Promise<Document> {
  const wrong = brief.claims.find(({ id }) => id === claim)
  const lines = [
    ...(wrong ? [`${speakerLabel(wrong.speaker)}: ${wrong.words}`, ...(await passageOf(wrong, context.services))] : []),
    ...(words ? [`They wrote: ${words}`] : []),
  ]
  const workspace = context.asker.workspace.id
  return [
    ...notes(lines),
    ...(wrong ? [] : [wholeOf(brief, context)]),
    { kind: 'action', label: 'Withdraw this story', action: { kind: 'withdraw', workspace, story } },
  ]
}

/** The paragraph of the article that contains a claim, with its outlet and address. */
async function passageOf({ citation }: Claim, { store }: Services): Promise<string[]> {
  const article = await store.articles.find(citation.article)
  return article ? [passageLine(article, citation)] : []
}
