import { withoutWithdrawn } from '../../publishing/withdrawn.ts'
import { refused, takenBackRefusal } from '../replies.ts'
import type { CommandSpec } from '../spec.ts'
import { shortened } from './saved-summaries.ts'

/** Posts one person's answer for everyone to see. */
export const showAnswer: CommandSpec<'show-answer'> = {
  permission: 'everyone',
  handle: async ({ answer }, { asker, services }) => {
    const saved = await services.store.requests.answer(answer, asker.workspace.id)
    if (!saved) return refused('not-found', 'That answer is no longer kept. Ask again for a new one.')
    const document = await withoutWithdrawn(saved, asker.workspace.id, services)
    const stories = document.filter((block) => block.kind === 'story')
    if (stories.length > 0 && stories.every((story) => story.takenBack)) return takenBackRefusal()
    return { done: true, document: shortened(document), data: { document } }
  },
}
