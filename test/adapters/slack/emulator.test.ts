import { createEmulator, type Emulator } from 'emulate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSlackPlatform, type SlackPlatform } from '../../../src/adapters/slack/platform.ts'
import type { Destination } from '../../../src/domain/message.ts'
import { workspaceId } from '../../../src/domain/subscription.ts'
import type { Installations } from '../../../src/ports.ts'
import { digestDocument, poisoned, poisons } from '../../fakes/documents.ts'
import { freePort } from '../../fakes/ports.ts'

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }
const token = 'xoxb-emulated'

describe('Slack, as others emulate it', () => {
  const workspace = workspaceId('slack:T000000001')
  let emulator: Emulator
  let platform: SlackPlatform
  let channel: string

  beforeAll(async () => {
    const seed = {
      tokens: { [token]: { login: 'onrecord', scopes: [] } },
      slack: {
        team: { name: 'Newsroom', domain: 'newsroom' },
        channels: [{ name: 'desk' }],
        bots: [{ name: 'onrecord' }],
      },
    }
    emulator = await createEmulator({ service: 'slack', port: await freePort(), seed })
    const installations: Installations = {
      token: async () => token,
      save: async () => undefined,
      erase: async () => undefined,
    }
    const apiUrl = `${emulator.url.replace('localhost', '127.0.0.1')}/api`
    platform = createSlackPlatform({ apiUrl, installations, log: silent, responseHost: '127.0.0.1' })
    const { channels } = (await (await platform.clientOf(workspace))?.conversations.list({})) ?? {}
    channel = channels?.find(({ name }) => name === 'desk')?.id ?? ''
  })
  afterAll(async () => await emulator.close())

  const target = (key: string, parent: string | null = null): Destination => ({
    workspace,
    channel,
    parent,
    key,
    silent: false,
    since: null,
  })

  it('takes a digest and its thread, and finds each by its metadata', async () => {
    const [first, second] = platform.render(digestDocument(2), 'thread')
    const parent = await platform.send(first ?? {}, target('e1.0'))
    if (parent.kind !== 'sent') throw new Error(parent.kind)
    const reply = await platform.send(second ?? {}, target('e1.1', parent.message))
    expect(reply.kind).toBe('sent')
    expect(await platform.find(target('e1.0'))).toEqual({ kind: 'found', message: parent.message })
    expect(await platform.find(target('e1.1', parent.message))).toEqual(
      expect.objectContaining({ kind: 'found' }) as unknown,
    )
    expect(await platform.find(target('e1.2', parent.message))).toEqual({ kind: 'absent' })
  })

  it('keeps what an article says letter for letter, and makes nothing of it', async () => {
    for (const poison of poisons.slice(0, 5)) {
      const [message] = platform.render(poisoned(poison), 'whole')
      expect((await platform.send(message ?? {}, target(`p${poisons.indexOf(poison)}.0`))).kind).toBe('sent')
    }
    const { messages } = (await (await platform.clientOf(workspace))?.conversations.history({ channel })) ?? {}
    expect(JSON.stringify(messages)).not.toMatch(/"type":"(?:user|broadcast|usergroup|channel|mrkdwn)"/)
  })

  it('says in words what keeps a message out', async () => {
    const [message] = platform.render(digestDocument(1), 'whole')
    expect(await platform.send(message ?? {}, { ...target('e2.0'), channel: 'C404' })).toMatchObject({
      kind: 'refused',
      reason: expect.stringContaining('the channel no longer exists') as string,
    })
  })
})
