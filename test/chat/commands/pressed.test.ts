import { describe, expect, it } from 'vitest'
import { type Action, subjectOf } from '../../../src/chat/actions.ts'
import { pressedCommand } from '../../../src/chat/commands/pressed.ts'

describe('what a pressed button asks for', () => {
  it.each<[Action, object]>([
    [
      { kind: 'share', answer: 'answer-1' },
      { kind: 'show-answer', answer: 'answer-1' },
    ],
    [
      { kind: 'more', digest: 'Morning digest' },
      { kind: 'preview-digest', digest: 'Morning digest', rest: true },
    ],
    [
      { kind: 'withdraw', workspace: 'slack:T1', story: 'story-1' },
      { kind: 'withdraw-story', story: 'story-1' },
    ],
  ])('is what its action says, by way of what the button carries: %j', (action, command) => {
    expect(pressedCommand(action.kind, subjectOf(action))).toEqual(command)
  })

  it('is the status of the digest of the channel, whatever key a status button carries', () => {
    expect(pressedCommand('status', 'edition.0')).toEqual({ kind: 'digest-status', digest: null })
  })

  it('is nothing where no button is called so', () => {
    expect(pressedCommand('evidence-0', 'story-1')).toBeUndefined()
    expect(pressedCommand('constructor', '')).toBeUndefined()
  })
})
