import { judgeStory as judge } from '../../digest/proof/change-proof.ts'
import { isAtComputer } from '../../domain/subscription.ts'
import { hint } from '../context.ts'
import { refused } from '../replies.ts'
import type { CommandSpec } from '../spec.ts'
import { changeStory, storyName } from './change-story.ts'
import { storySyntax } from './desk-words.ts'
import { lastSeen } from './seen.ts'

/** Accepts, drops or puts back a story of a draft. */
export const judgeStory: CommandSpec<'judge-story'> = {
  permission: 'editors',
  ways: [
    storySyntax({ names: ['accept'], says: 'Accept a story of a draft' }, (given) => ({
      kind: 'judge-story',
      ...given,
      verdict: 'accepted',
    })),
    storySyntax({ names: ['drop'], says: 'Leave a story out of a draft' }, (given) => ({
      kind: 'judge-story',
      ...given,
      verdict: 'dropped',
    })),
    storySyntax({ names: ['reopen', 'undo'], says: 'Put a dropped story back' }, (given) => ({
      kind: 'judge-story',
      ...given,
      verdict: 'open',
    })),
  ],
  handle: async ({ verdict, ...given }, context) =>
    await changeStory(given, context, async (found) => {
      const { story } = found
      if (verdict === 'accepted' && given.version === null) {
        const seen = await lastSeen(found.edition.id, story.id, context)
        const way = `${hint(context.asker, 'desk show')}${isAtComputer(context.asker.workspace) ? ' --story' : ''} ${given.story}`
        if (seen !== story.version)
          return refused('busy', `You haven’t looked at ${storyName(found)} as it is now. Look first: ${way}`)
      }
      if (story.verdict === verdict) return refused('unclear', `${storyName(found)} is ${verdicts[verdict]} already.`)
      return (current) => ({
        proof: judge(current, story.id, verdict),
        deed: { kind: 'judged', story: story.id, verdict },
        says: `${storyName(found)}: ${verdicts[verdict]}.`,
      })
    }),
}

const verdicts = { accepted: 'accepted', dropped: 'dropped', open: 'not judged' } as const
