import { readWithdrawal } from '../actions.ts'
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
    case 'withdraw':
      return { kind: 'withdraw-story', story: readWithdrawal(subject).story }
    case 'status':
      return { kind: 'digest-status', digest: null }
    case 'pause':
      return { kind: 'pause-digest', digest: subject, until: null }
    case 'resume':
      return { kind: 'resume-digest', digest: subject }
    default:
      return undefined
  }
}
