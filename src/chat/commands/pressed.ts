import { type DeskAction, readDeskAction, readFromAfar, type StoryVerb } from '../actions.ts'
import type { Command } from './command.ts'

/** The command that a button asks for, on every platform; undefined for a button that asks for none. */
export function pressedCommand(kind: string, subject: string): Command | undefined {
  switch (kind) {
    case 'story':
      return { kind: 'show-story', story: subject }
    case 'share':
      return { kind: 'show-answer', answer: subject }
    case 'more':
      return { kind: 'preview-digest', digest: subject, rest: true }
    case 'delete':
      return { kind: 'delete-digest', digest: subject, confirmed: true }
    case 'withdraw':
      return { kind: 'withdraw-story', story: readFromAfar(subject).id }
    case 'settle-accept':
    case 'settle-dismiss':
      return {
        kind: 'settle-report',
        report: readFromAfar(subject).id,
        isAccepted: kind === 'settle-accept',
        words: '',
      }
    case 'status':
      return { kind: 'digest-status', digest: null }
    case 'pause':
      return { kind: 'pause-digest', digest: subject, until: null }
    case 'resume':
      return { kind: 'resume-digest', digest: subject }
    default: {
      const action = readDeskAction(kind, subject)
      return action && deskCommand(action)
    }
  }
}

/** The command of a desk button; undefined for one whose form asks for words first. */
function deskCommand(action: DeskAction): Command | undefined {
  const { verb, edition, version, story } = action
  if (verb === 'look') return { kind: 'show-draft', edition, story: story ?? null }
  if (verb === 'approve' || verb === 'now' || verb === 'hold' || verb === 'skip')
    return { kind: 'decide-edition', edition, version, decision: verb }
  return storyCommand(verb, { edition, story: story ?? '', version }, action.part ?? '')
}

/** What an editor does with a story, as a command; undefined for an edit, which has words. */
export function storyCommand(
  verb: StoryVerb,
  given: { readonly edition: string; readonly story: string; readonly version: number },
  part: string,
): Command<'judge-story' | 'move-story' | 'change-part'> | undefined {
  switch (verb) {
    case 'accept':
    case 'drop':
    case 'reopen':
      return { kind: 'judge-story', ...given, verdict: verdicts[verb] }
    case 'up':
    case 'down':
      return { kind: 'move-story', ...given, by: verb === 'up' ? -1 : 1 }
    case 'cut':
    case 'restore':
      return { kind: 'change-part', ...given, part, isIn: verb === 'restore' }
    case 'edit':
      return undefined
  }
}

const verdicts = { accept: 'accepted', drop: 'dropped', reopen: 'open' } as const
