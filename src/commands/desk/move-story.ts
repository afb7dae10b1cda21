import { moveStory as move } from '../../digest/proof/change-proof.ts'
import { refused } from '../replies.ts'
import type { CommandSpec } from '../spec.ts'
import { changeStory, storyName } from './change-story.ts'
import { storySyntax } from './desk-words.ts'

/** Moves a story of a draft up or down. */
export const moveStory: CommandSpec<'move-story'> = {
  permission: 'editors',
  ways: [
    storySyntax({ names: ['up'], says: 'Move a story of a draft up' }, (given) => ({
      kind: 'move-story',
      ...given,
      by: -1,
    })),
    storySyntax({ names: ['down'], says: 'Move a story of a draft down' }, (given) => ({
      kind: 'move-story',
      ...given,
      by: 1,
    })),
  ],
  handle: async ({ by, ...given }, context) =>
    await changeStory(given, context, async (found) => {
      const { story, proof } = found
      if (move(proof, story.id, by) === proof)
        return refused('unclear', `${storyName(found)} is the ${by < 0 ? 'first' : 'last'} already.`)
      return (current) => {
        const moved = move(current, story.id, by)
        const place = moved.stories.findIndex(({ id }) => id === story.id) + 1
        return {
          proof: moved,
          deed: { kind: 'moved', story: story.id, place },
          says: `“${story.draft.headline}” is now story ${place}.`,
        }
      }
    }),
}
