import { asks } from '../../chat/commands/typed-words.ts'
import { refused, takenBackRefusal } from '../replies.ts'
import type { CommandSpec } from '../spec.ts'
import { wholeStory } from '../whole-story.ts'
import { findStory } from './find-story.ts'

/** Shows one story with all of its claims. */
export const showStory: CommandSpec<'show-story'> = {
  permission: 'everyone',
  worksOffline: true,
  terminal: {
    name: 'story',
    says: 'Show a story, or why its articles are in it',
    options: [
      { kind: 'text', name: 'id', says: 'Its id, as editions --why and the page show it', required: true },
      {
        kind: 'flag',
        name: 'why',
        says: 'Why each article is in it, who published it, and what its outlet has changed',
      },
    ],
    fill: (options) =>
      asks({
        kind: options.get('why') === true ? 'explain-story' : 'show-story',
        story: String(options.get('id') ?? ''),
      }),
  },
  handle: async ({ story }, context) => {
    const found = await findStory(story, context)
    switch (found.kind) {
      case 'saved':
        return { done: true, document: [found.block], data: { story, claims: found.block.claims } }
      case 'brief': {
        const whole = await wholeStory(found.brief, context.asker.workspace.id, context.services)
        return { done: true, document: [whole], data: { story, claims: found.brief.claims } }
      }
      case 'withdrawn':
        return takenBackRefusal()
      case 'nothing':
        return refused('not-found', 'That story isn’t on record here.')
    }
  },
}
