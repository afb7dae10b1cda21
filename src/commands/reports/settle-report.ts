import type { Command } from '../../chat/commands/command.ts'
import type { Reply } from '../../chat/commands/reply.ts'
import { asks, unclear } from '../../chat/commands/typed-words.ts'
import { counted } from '../../digest/times.ts'
import type { FiledReport } from '../../store/reports.ts'
import type { CommandContext } from '../context.ts'
import { textIn } from '../options.ts'
import { mayChangeAll, scopeOf } from '../permissions.ts'
import { refused, said } from '../replies.ts'
import type { CommandSpec } from '../spec.ts'
import { takeBack } from '../stories/withdraw-story.ts'
import { type ReportedStory, reportedStory } from './reported-story.ts'

/** The longest word to a reporter, in characters. */
const longestAnswer = 500

/** Accepts a report or dismisses it, and lets the one who reported know. */
export const settleReport: CommandSpec<'settle-report'> = {
  permission: async ({ report }, scope, context) => {
    const found = await context.services.store.reports.find(report)
    return found !== undefined && (await mayChangeAll(found.story, scope, context))
  },
  ways: [
    {
      under: 'desk',
      names: ['settle'],
      usage: 'settle <report> accept, or dismiss',
      commandLineUsage: 'settle <report> accept',
      says: 'Accept a report, which corrects the posts, or dismiss it',
      options: [
        { kind: 'text', name: 'report', says: 'The report’s id, as desk reports lists it', required: true },
        { kind: 'text', name: 'verdict', says: 'accept or dismiss', required: true },
        {
          kind: 'text',
          name: 'words',
          says: 'A word to the reader who reported it; if you accept, all readers see it',
        },
      ],
      read: (rest) => {
        const [report = '', verdict = '', ...words] = rest.trim().split(/\s+/)
        return settled(report, verdict, words.join(' '))
      },
      fill: (options) =>
        settled(textIn(options, 'report') ?? '', textIn(options, 'verdict') ?? '', textIn(options, 'words') ?? ''),
    },
  ],
  handle: async (command, context) => await settle(command, context),
}

function settled(report: string, verdict: string, words: string) {
  const isAccepted = /^accept/i.test(verdict)
  if (report === '' || !(isAccepted || /^dismiss/i.test(verdict)))
    return unclear('Say which report, and accept or dismiss: desk settle 3f8K accept')
  return asks({ kind: 'settle-report', report, isAccepted, words })
}

async function settle(
  { report: id, isAccepted, words }: Command<'settle-report'>,
  context: CommandContext,
): Promise<Reply<'settle-report'>> {
  const { asker, services } = context
  const report = await services.store.reports.find(id)
  if (!report || report.workspace !== asker.workspace.id)
    return refused('not-found', 'There’s no report with that id here.')
  if (report.state !== 'open') return refused('not-found', `This report has been ${report.state} already.`)
  const found = await reportedStory(report, services)
  const answer = words.slice(0, longestAnswer)
  const done = isAccepted ? await correct(report, { answer, context }) : { edited: 0, editions: 0, lines: [] }
  // Taken out twice is as good as once, so it is settled last: a process that dies before can be asked again.
  const state = isAccepted ? 'accepted' : 'dismissed'
  const settlement = { state, answer, person: asker.person, now: services.clock.now() } as const
  if (!(await services.store.reports.settle(id, settlement)))
    return refused('not-found', 'Somebody has settled this report already.')
  services.log.info('report-settled', { report: id, state, editions: done.editions })
  await tellReporter({ ...report, state, answer }, { found, isCorrected: done.editions > 0 }, context)
  return said([saysOf(isAccepted, done), ...done.lines], { report: id, edited: done.edited })
}

function saysOf(isAccepted: boolean, { edited, editions }: Done): string {
  if (!isAccepted) return 'Report dismissed.'
  return editions > 0
    ? `Report accepted: ${counted(edited, 'post')} changed.`
    : 'Report accepted. No post says it any more, and none will again.'
}

interface Done {
  readonly edited: number
  /** How many editions said it. */
  readonly editions: number
  readonly lines: readonly string[]
}

/** Takes out what an accepted report is about: the claim, or the whole story. */
async function correct(
  { story, workspace, claim, claimWords }: FiledReport,
  { answer, context }: { readonly answer: string; readonly context: CommandContext },
): Promise<Done> {
  const { asker, services } = context
  if (claim === null) {
    const reply = await takeBack(story, context)
    const edited = reply.done ? reply.data.edited : 0
    return { edited, editions: edited, lines: [] }
  }
  if (claimWords === null) return { edited: 0, editions: 0, lines: [] }
  const correction = { was: claimWords, now: null, isVouched: false, why: answer, person: asker.person }
  const { correctByEditor } = await import('../../publishing/corrections/correct-by-editor.ts')
  const outcomes = await correctByEditor(story, correction, { workspace, services })
  const amended = outcomes.flatMap((each) => (each.kind === 'corrected' ? [each.amended] : []))
  if (amended.length === 0) await bar({ story, workspace, claimWords }, answer, context)
  const problems = new Set(amended.flatMap((each) => each.problems))
  return {
    edited: amended.filter(({ edited }) => edited > 0).length,
    editions: amended.length,
    lines: [...problems].map((reason) => `One post couldn’t be changed yet: ${reason}.`),
  }
}

/** Keeps a statement that no post has any more from being shown again. */
async function bar(
  { story, workspace, claimWords }: Pick<FiledReport, 'story' | 'workspace'> & { readonly claimWords: string },
  words: string,
  { asker, services }: CommandContext,
): Promise<void> {
  const cause = { kind: 'editor' as const, words, barred: [claimWords] }
  const at = services.clock.now()
  await services.store.corrections.record({
    workspace,
    edition: null,
    story,
    headline: '',
    at,
    cause,
    lines: [],
    person: asker.person,
  })
}

/** Lets the one who reported know how it ended. */
async function tellReporter(
  { person, workspace, answer, state }: FiledReport,
  { found, isCorrected }: { readonly found: ReportedStory | undefined; readonly isCorrected: boolean },
  { services }: CommandContext,
): Promise<void> {
  const owner = await services.store.workspaces.find(workspace)
  const platform = services.platforms.find(({ name }) => name === owner?.kind)
  if (person === null || !platform) return
  const about = found ? ` about “${found.brief.headline}”` : ''
  const right = `Thank you: your report${about} was right. ${isCorrected ? 'The posts have been corrected.' : 'No post says it any more.'}`
  const ended = state === 'accepted' ? right : `Your report${about} was looked at. The posts stay as they are.`
  const text = answer ? `${ended} They wrote: ${answer}` : ended
  await platform.say({ platform: platform.name, workspace, place: { person } }, [{ kind: 'text', text }])
}

/** True if the asker may settle a report: they may change every digest that posted its story. */
export async function maySettle(report: FiledReport, context: CommandContext): Promise<boolean> {
  const scope = await scopeOf(context)
  return scope === 'workspace' || (await mayChangeAll(report.story, scope, context))
}
