import { type CommandAnswer, commandNames, mistakeReasons, type ReadingCommand } from '../chat/command.ts'
import type { StoryBlock } from '../chat/document.ts'
import { cutTo } from '../chat/plain.ts'
import { usageOf } from '../chat/usage.ts'
import type { Brief } from '../domain/brief.ts'
import { type Claim, speakerLabel } from '../domain/claim.ts'
import { type Story, storyId } from '../domain/story.ts'
import { type CommandContext, markOf, notes, refused, said, storyWithdrawn } from './command-context.ts'
import type { Doors } from './doors.ts'
import { explainStory } from './explain-story.ts'
import { keptStory, shortened } from './kept-answers.ts'
import { recordExchanges } from './record-exchange.ts'
import { showClaims, wholeOf } from './show-claims.ts'
import { summarizeGiven } from './summarize-given.ts'
import { sayToOwner } from './tell-owner.ts'
import { withdrawStory } from './withdraw-story.ts'
import { isWithdrawn, type ShownStory, shownAs, withoutWithdrawn } from './withdrawn.ts'
import { briefOf, writeGiven, writersFor } from './write-briefs.ts'
import { writeDraft } from './write-draft.ts'

/** What somebody writes of a mistake, and how much of an article is shown to whoever hears of it, in characters. */
const longestPassage = 800
const longestReport = 2_000

/** Does what somebody wants to read, or says of what they read. */
export async function answerReadingCommand(command: ReadingCommand, context: CommandContext): Promise<CommandAnswer> {
  switch (command.kind) {
    case 'summarize':
      return await summarizeFor(command, context)
    case 'show-story':
      return await showStory(command.story, context)
    case 'explain-story':
      return await explainStory(command.story, context)
    case 'show-answer':
      return await showAnswer(command.answer, context)
    case 'show-claims':
      return await showClaims(command.speaker, context)
    case 'report-mistake':
      return await reportMistake(command, context)
    case 'withdraw-story':
      return await withdrawStory(command.story, context)
    case 'help': {
      const topics = commandNames.filter((name) => command.topic === null || command.topic === name)
      const lines = topics.flatMap((name) => usageOf(name, markOf(context.asker)))
      return said(lines, { usage: lines })
    }
  }
}

async function summarizeFor(
  command: Extract<ReadingCommand, { kind: 'summarize' }>,
  { asker, doors }: CommandContext,
): Promise<CommandAnswer> {
  const workspace = asker.workspace.id
  const forAll = asker.workspace.kind === 'local' ? { forAll: '--all' } : {}
  const isBack = async (page: ShownStory) => await isWithdrawn(page, workspace, doors)
  if (!command.keepExchange || !doors.modelDoors) {
    const write = async (story: Story) => await writeGiven(story, workspace, doors)
    return withWhereItWent(
      await summarizeGiven({ ...command, ...forAll }, { ...doors, write, isWithdrawn: isBack }),
      doors,
    )
  }
  const { writers, exchanges } = recordExchanges(await writersFor(workspace, doors), doors.modelDoors)
  const write = async (story: Story) => await writeDraft(story, workspace, { writers, log: doors.log })
  const answer = await summarizeGiven(command, { ...doors, write, isWithdrawn: isBack })
  return { ...withWhereItWent(answer, doors), json: { ...(answer.json as object), exchanges } }
}

/** Whoever hands in a text is told where it went, if it went anywhere. */
function withWhereItWent(answer: CommandAnswer, { modelDoors }: Doors): CommandAnswer {
  type Summary = { readonly byline?: Brief['byline'] }
  const json = answer.json as Summary & { readonly articles?: readonly Summary[] }
  const wentOut = (json.articles ?? [json]).some(({ byline }) => byline?.writer === 'llm')
  if (!modelDoors || !wentOut) return answer
  const text = `The text went to ${modelDoors.model.name} at ${modelDoors.provider}.`
  return { ...answer, document: [...answer.document, { kind: 'note', text }] }
}

/** What somebody was answered, to be seen by others. */
async function showAnswer(answer: string, { asker, doors }: CommandContext): Promise<CommandAnswer> {
  const kept = await doors.store.requests.answer(answer, asker.workspace.id)
  if (!kept) return refused('that answer is no longer kept')
  const document = await withoutWithdrawn(kept, asker.workspace.id, doors)
  const stories = document.filter((block) => block.kind === 'story')
  if (stories.length > 0 && stories.every((story) => story.takenBack)) return refused(storyWithdrawn)
  return { done: true, document: shortened(document), json: { document } }
}

async function showStory(story: string, context: CommandContext): Promise<CommandAnswer> {
  const kept = await keptStory(story, context.asker.workspace.id, context.doors)
  if (await isBackAs(story, kept, context)) return refused(storyWithdrawn)
  if (kept) return { done: true, document: [kept], json: { story, claims: kept.claims } }
  const brief = await findBrief(story, context)
  if (!brief) return refused('that story is no longer kept')
  return { done: true, document: [wholeOf(brief, context)], json: { story, claims: brief.claims } }
}

/** A story as the workspace's feeds tell it. */
async function findBrief(story: string, { asker, doors }: CommandContext): Promise<Brief | undefined> {
  const feeds = (await doors.store.feeds.list(asker.workspace.id)).map(({ id }) => id)
  const current = await doors.store.stories.current(storyId(story))
  return await briefOf(current, { feeds, workspace: asker.workspace.id }, doors)
}

/** Whether a story was taken back, or what a kept summary is of. */
async function isBackAs(
  story: string,
  kept: StoryBlock | undefined,
  { asker, doors }: CommandContext,
): Promise<boolean> {
  return await isWithdrawn(kept ? shownAs({ ...kept, id: story }) : { id: story }, asker.workspace.id, doors)
}

/** Files what somebody found wrong, and tells whoever made the digests that told the story. */
async function reportMistake(
  report: Extract<ReadingCommand, { kind: 'report-mistake' }>,
  context: CommandContext,
): Promise<CommandAnswer> {
  const { asker, doors } = context
  const story = storyId(report.story)
  const kept = await keptStory(report.story, asker.workspace.id, doors)
  if (await isBackAs(report.story, kept, context)) return refused(storyWithdrawn)
  const brief = kept ? undefined : await findBrief(report.story, context)
  if (!kept && !brief) return refused('that story is no longer kept')
  const { claim, reason } = report
  const words = report.words.slice(0, longestReport)
  const filed = await doors.store.reports.file({
    workspace: asker.workspace.id,
    story,
    claim,
    reason,
    words,
    person: asker.person,
    at: doors.clock.now(),
  })
  if (!filed) return said('You have reported this before; thank you.', { filed: false })
  doors.log.info('mistake-reported', { story, claim, reason })
  const tellers = brief ? await doors.store.subscriptions.tellersOf(story, asker.workspace.id) : []
  if (!brief || tellers.length === 0)
    return said('Thank you. It is noted for whoever runs Onrecord; no digest here has told it.', { filed: true })
  const told = brief.claims.find(({ id }) => id === claim)
  const lines = [
    ...(told ? [`${speakerLabel(told.speaker)}: ${told.words}`, ...(await passageOf(told, doors))] : []),
    ...(words ? [`They write: ${words}`] : []),
  ]
  const takeBack = {
    kind: 'action' as const,
    label: 'Take this story back',
    action: { kind: 'withdraw' as const, workspace: asker.workspace.id, story },
  }
  const shown = told ? [] : [wholeOf(brief, context)]
  for (const subscription of tellers) {
    const head = `Somebody reports a mistake in “${brief.headline}” (“${subscription.name}”): ${mistakeReasons[reason].toLowerCase()}.`
    await sayToOwner(subscription, [...notes([head, ...lines]), ...shown, takeBack], doors)
  }
  return said('Thank you. Whoever set up this digest has been told, with the passage.', { filed: true })
}

/** The paragraph of the article in which a claim stands, with who published it. */
async function passageOf({ citation }: Claim, { store }: Doors): Promise<string[]> {
  const article = await store.articles.find(citation.article)
  if (!article) return []
  const { text, outlet, url } = article
  const from = text.lastIndexOf('\n\n', citation.span.start)
  const to = text.indexOf('\n\n', citation.span.end)
  const paragraph = text.slice(from < 0 ? 0 : from + 2, to < 0 ? undefined : to)
  return [`In ${outlet}: “${cutTo(paragraph, longestPassage)}”${url ? ` ${url}` : ''}`]
}
