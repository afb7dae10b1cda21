import { summarizing } from '../../chat/commands/command.ts'
import type { Reply } from '../../chat/commands/reply.ts'
import { asks, unclear } from '../../chat/commands/typed-words.ts'
import type { Story } from '../../domain/story.ts'
import { isWithdrawn, type ShownStory } from '../../publishing/withdrawn.ts'
import type { Services } from '../../services.ts'
import { textIn } from '../options.ts'
import type { CommandSpec } from '../spec.ts'

/** Summarizes one article, or each of several. */
export const summarize: CommandSpec<'summarize'> = {
  permission: 'everyone',
  isCostly: true,
  ways: [
    {
      under: 'summarize',
      names: [],
      usage: '<link, or the text of an article>',
      commandLineUsage: '<link, file, or - for standard input>',
      says: 'See who says what in an article, with each quotation checked',
      options: [
        { kind: 'text', name: 'url', says: 'Link to the article' },
        { kind: 'text', name: 'text', says: 'Or its text' },
        { kind: 'flag', name: 'share', says: 'Show the answer to everyone' },
      ],
      read: (rest) => asks(summarizing(rest)),
      fill: (options) => {
        const given = textIn(options, 'url') ?? textIn(options, 'text')
        if (!given) return unclear('Give a link, or the text of an article.')
        return { ...asks(summarizing(given)), isForEverybody: options.get('share') === true }
      },
      takes: (words) => words !== '',
    },
  ],
  handle: async (command, { asker, services }) => {
    const { writeGiven, writersFor } = await import('../../writing/write-briefs.ts')
    const { summarizeGiven } = await import('./summarize-given.ts')
    const workspace = asker.workspace.id
    const isBack = async (page: ShownStory) => await isWithdrawn(page, workspace, services)
    if (!command.keepExchange || !services.modelServices) {
      const write = async (story: Story) => await writeGiven(story, workspace, services)
      const forAll = asker.workspace.kind === 'local' ? { forAll: '--all' } : {}
      const reply = await summarizeGiven({ ...command, ...forAll }, { ...services, write, isWithdrawn: isBack })
      return withWhereItWent(reply, services)
    }
    const { recordTranscript } = await import('../../writing/model-transcript.ts')
    const { writeDraft } = await import('../../writing/write-draft.ts')
    const { writers, exchanges } = recordTranscript(await writersFor(workspace, services), services.modelServices)
    const write = async (story: Story) => await writeDraft(story, workspace, { writers, log: services.log })
    const reply = withWhereItWent(await summarizeGiven(command, { ...services, write, isWithdrawn: isBack }), services)
    return reply.done
      ? { ...reply, data: { ...reply.data, exchanges } }
      : { ...reply, data: { ...reply.data, exchanges } }
  },
}

/** Adds a note that says to which model the text was sent, if it was sent to one. */
function withWhereItWent(reply: Reply<'summarize'>, { modelServices }: Services): Reply<'summarize'> {
  if (!reply.done || !modelServices) return reply
  const { data } = reply
  const wentOut = (data.articles ?? [data]).some(({ byline }) => byline?.writer === 'llm')
  if (!wentOut) return reply
  const text = `The text was sent to ${modelServices.model.name} at ${modelServices.provider}.`
  return { ...reply, document: [...reply.document, { kind: 'note', text }] }
}
