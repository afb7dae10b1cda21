import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { plainWords } from '../../../src/chat/rich-text.ts'
import { runCommand } from '../../../src/commands/run-command.ts'
import { type Chats, startChats } from '../../fakes/chats.ts'
import type { FakeDiscord } from '../../fakes/discord.ts'
import type { OpenedNewsroom } from '../../fakes/newsroom.ts'
import type { FakeSlack } from '../../fakes/slack.ts'
import { bridgeArticle } from '../../fakes/town.ts'

let chats: Chats
let slack: FakeSlack
let discord: FakeDiscord
let newsroom: OpenedNewsroom

beforeAll(async () => {
  chats = await startChats([bridgeArticle])
  ;({ slack, discord, newsroom } = chats)
})
afterAll(async () => {
  await chats.stop()
})
beforeEach(() => {
  chats.clear()
})

const inSlack = (channel: string) => JSON.stringify(slack.posted.filter((post) => post.channel === channel))

describe('a story that is shared', () => {
  it('is posted in the other channel of Slack, under a title of its own, and comes there once', async () => {
    const { asker } = await chats.postBridge('slack', 'C1')
    const answer = await newsroom.ask(asker, 'digest', 'share 1 <#C2|desk>')
    await newsroom.settled()
    expect(answer).toMatchObject({ done: true })
    expect(inSlack('C2')).toContain('Shared story')
    expect(inSlack('C2')).toContain('no choice')
    const again = await newsroom.ask(asker, 'digest', 'share 1 <#C2|desk>')
    await newsroom.settled()
    expect(again).toMatchObject({ done: false, code: 'unclear', field: 'channel' })
    expect(slack.posted.filter(({ channel }) => channel === 'C2')).toHaveLength(1)
  })

  it('is posted in the other channel of Discord', async () => {
    const { asker, story } = await chats.postBridge('discord', '100')
    const share = { kind: 'share-story', digest: null, story, channel: '101' } as const
    expect((await runCommand(share, { asker, services: newsroom.services })).done).toBe(true)
    await newsroom.settled()
    const there = discord.posted.filter(({ channel }) => channel === '101')
    expect(JSON.stringify(there)).toContain('no choice')
    expect(there.every(({ body }) => JSON.stringify(body['allowed_mentions']) === '{"parse":[]}')).toBe(true)
  })

  it('is withdrawn there as well', async () => {
    const { asker, story } = await chats.postBridge('slack', 'C1')
    await newsroom.ask(asker, 'digest', 'share 1 <#C2>')
    await newsroom.settled()
    await runCommand({ kind: 'withdraw-story', story }, { asker, services: newsroom.services })
    expect(inSlack('C1') + inSlack('C2')).not.toContain('no choice')
    expect(inSlack('C2')).toContain('Withdrawn')
    expect((await newsroom.ask(asker, 'digest', 'share 1 <#C3>')).done).toBe(false)
    expect(inSlack('C3')).toBe('[]')
  })

  it('counts as posted in the digest that goes there anyway, which does not tell it again', async () => {
    const { asker } = await chats.postBridge('slack', 'C1')
    const desk = { ...asker, channel: { platform: 'slack', id: 'C2' } as const }
    await newsroom.ask(desk, 'digest', 'schedule "Desk" daily 9:00 London')
    await newsroom.ask(asker, 'digest', 'share 1 to <#C2>')
    await newsroom.settled()
    expect(inSlack('C2')).toContain('Shared story')
    const now = await newsroom.ask(desk, 'digest', 'now "Desk"')
    await newsroom.settled()
    expect(JSON.stringify(now.document)).toContain('Nothing new since')
    expect(slack.posted.filter(({ channel }) => channel === 'C2')).toHaveLength(1)
  })

  it('waits for the editors of a digest that needs them', async () => {
    const { asker } = await chats.postBridge('slack', 'C1')
    const desk = { ...asker, channel: { platform: 'slack', id: 'C2' } as const }
    await newsroom.ask(desk, 'digest', 'schedule "Desk" daily 9:00 London approve by <#C9|editors>')
    const answer = await newsroom.ask(asker, 'digest', 'share 1 <#C2>')
    await newsroom.settled()
    expect(JSON.stringify(answer.document)).toContain('waits for its editors')
    await expect.poll(() => inSlack('C9'), { timeout: 10_000 }).toContain('Bridge over')
    expect(inSlack('C2')).toBe('[]')
  })

  it('leaves a digest that nobody means without naming it, and that says what it is', async () => {
    const { asker } = await chats.postBridge('slack', 'C1')
    await newsroom.ask(asker, 'digest', 'share 1 <#C2>')
    await newsroom.settled()
    const listed = (await newsroom.ask(asker, 'digest', 'list')).document
    const lines = listed.map((block) => ('text' in block ? plainWords(block.text) : ''))
    expect(lines.join('\n')).toContain('“Shared stories” in channel C2: only what is shared')
    const there = { ...asker, channel: { platform: 'slack', id: 'C2' } as const }
    await newsroom.ask(there, 'digest', 'schedule daily 9:00 London')
    const names = (await newsroom.services.store.subscriptions.list(asker.workspace.id)).map(({ name }) => name)
    expect(names.toSorted()).toEqual(['Morning digest', 'Morning digest 2', 'Shared stories'])
  })

  it.each([
    ['share 7 <#C2>', 'has no story 7'],
    ['share nothing-of-it <#C2>', 'hasn’t been in any digest'],
  ])('is none for “%s”', async (words, reason) => {
    const { asker } = await chats.postBridge('slack', 'C1')
    expect(await newsroom.ask(asker, 'digest', words)).toMatchObject({
      done: false,
      code: 'not-found',
      text: expect.stringContaining(reason) as string,
    })
  })

  it('is shared only by those who may post there', async () => {
    const { asker } = await chats.postBridge('slack', 'C1')
    const member = { ...asker, person: 'U7', mayManage: false }
    expect(await newsroom.ask(member, 'digest', 'share 1 <#C2>')).toMatchObject({ done: false, code: 'not-allowed' })
    await newsroom.settled()
    expect(inSlack('C2')).toBe('[]')
  })
})
