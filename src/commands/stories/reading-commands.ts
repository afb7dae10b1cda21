import { type CommandAnswer, commandNames, type ReadingCommand } from '../../chat/command.ts'
import { usageOf } from '../../chat/usage.ts'
import type { Brief } from '../../domain/brief.ts'
import type { Story } from '../../domain/story.ts'
import { isWithdrawn, type ShownStory, withoutWithdrawn } from '../../publishing/withdrawn.ts'
import type { Doors } from '../../services.ts'
import { recordExchanges } from '../../writing/model-transcript.ts'
import { writeGiven, writersFor } from '../../writing/write-briefs.ts'
import { writeDraft } from '../../writing/write-draft.ts'
import { type CommandContext, markOf, refused, said, storyWithdrawn } from '../context.ts'
import { explainStory } from './explain-story.ts'
import { findStory } from './find-story.ts'
import { reportMistake } from './report-mistake.ts'
import { shortened } from './saved-summaries.ts'
import { showClaims, wholeOf } from './show-claims.ts'
import { summarizeGiven } from './summarize-given.ts'
import { withdrawStory } from './withdraw-story.ts'

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
  const found = await findStory(story, context)
  switch (found.kind) {
    case 'kept':
      return { done: true, document: [found.block], json: { story, claims: found.block.claims } }
    case 'told':
      return { done: true, document: [wholeOf(found.brief, context)], json: { story, claims: found.brief.claims } }
    case 'withdrawn':
      return refused(storyWithdrawn)
    case 'nothing':
      return refused('that story is no longer kept')
  }
}
