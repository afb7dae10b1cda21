import { describe, expect, it } from 'vitest'
import { readApproval } from '../../../src/chat/commands/approval-words.ts'
import { parseCommand } from '../../../src/chat/commands/parse-command.ts'
import { menu } from '../../../src/commands/menu.ts'

const nothing = { group: null, minutes: null, otherwise: null }

describe('who approves, in words', () => {
  it.each([
    ['weekdays 8:00 approve by <#C9|desk>', 'weekdays 8:00 ', { ...nothing, desk: 'C9' }],
    [
      '8:00 London, approve by <!subteam^S1|@editors> in <#C9>',
      '8:00 London, ',
      { ...nothing, desk: 'C9', group: 'S1' },
    ],
    ['approved by <@&777> in <#888>', '', { ...nothing, desk: '888', group: '777' }],
    [
      '8:00 approve by <#C9> 30 min before, else send',
      '8:00 ',
      { ...nothing, desk: 'C9', minutes: 30, otherwise: 'sure' },
    ],
    [
      '8:00 approve by <#C9>, 2 hours ahead, otherwise skip',
      '8:00 ',
      { ...nothing, desk: 'C9', minutes: 120, otherwise: 'skip' },
    ],
    ['daily 8:00 approve by me', 'daily 8:00 ', { ...nothing, desk: 'screen' }],
    ['approve off', '', 'off'],
    ['8:00 no approval', '8:00 ', 'off'],
    ['weekdays 8:00 London', 'weekdays 8:00 London', null],
  ])('%s', (words, rest, approval) => {
    expect(readApproval(words)).toEqual({ rest, approval })
  })

  it.each([
    ['8:00 approve by <!subteam^S1|@editors>', /Say where the editors see each draft/],
    ['8:00 approve by somebody', /Say who approves it/],
  ])('that are not enough: %s', (words, reason) => {
    expect(readApproval(words)).toEqual({ reason: expect.stringMatching(reason) as string })
  })

  it('leave the rest of an order as it is', () => {
    const text = 'schedule "Morning" weekdays 8:00 London in <#C1> approve by <!subteam^S1> in <#C9> 45m before'
    expect(parseCommand(menu, { name: 'digest', text })).toMatchObject({
      kind: 'command',
      command: {
        order: {
          digest: 'Morning',
          when: 'weekdays 8:00 London',
          channel: 'C1',
          approval: { group: 'S1', desk: 'C9', minutes: 45 },
        },
      },
    })
    expect(parseCommand(menu, { name: 'digest', text: 'schedule approve off' })).toMatchObject({
      command: { order: { when: null, approval: 'off' } },
    })
  })
})

describe('what is typed at the desk', () => {
  it.each([
    ['', { kind: 'show-desk' }],
    ['show', { kind: 'show-draft', edition: null, story: null }],
    ['show 2', { kind: 'show-draft', edition: null, story: '2' }],
    ['show 2 "Evening digest"', { kind: 'show-draft', edition: 'Evening digest', story: '2' }],
    ['accept 2', { kind: 'judge-story', edition: null, story: '2', version: null, verdict: 'accepted' }],
    [
      'drop 1 “Evening digest”',
      { kind: 'judge-story', edition: 'Evening digest', story: '1', version: null, verdict: 'dropped' },
    ],
    ['down 3', { kind: 'move-story', edition: null, story: '3', version: null, by: 1 }],
    ['approve', { kind: 'decide-edition', edition: null, version: null, decision: 'approve' }],
    ['send "Evening digest"', { kind: 'decide-edition', edition: 'Evening digest', version: null, decision: 'now' }],
    ['record e1', { kind: 'show-record', edition: 'e1' }],
  ])('%s', (text, command) => {
    expect(parseCommand(menu, { name: 'desk', text })).toEqual({ kind: 'command', command })
  })

  it.each(['accept', 'record', 'edit 2', 'publish'])('and is not enough, or not a word of it: %s', (text) => {
    expect(parseCommand(menu, { name: 'desk', text }).kind).toBe('unclear')
  })
})
