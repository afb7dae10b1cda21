import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Command, summarizing } from '../../../src/chat/commands/command.ts'
import { jsonOf } from '../../../src/chat/commands/reply.ts'
import { runCommand } from '../../../src/commands/run-command.ts'
import { nameStories } from '../../../src/commands/stories/saved-summaries.ts'
import { storyId } from '../../../src/domain/story.ts'
import { type Shape, shapes, workspaceId } from '../../../src/domain/subscription.ts'
import type { Asker } from '../../../src/ports.ts'
import { type Chats, startChats } from '../../fakes/chats.ts'
import type { FakeDiscord } from '../../fakes/discord.ts'
import type { OpenedNewsroom } from '../../fakes/newsroom.ts'
import type { FakeSlack } from '../../fakes/slack.ts'
import { bridgeArticle } from '../../fakes/town.ts'

const ferryArticle = {
  slug: 'ferry',
  headline: 'Ferry captain takes the stand in Port Ansel',
  paragraphs: [
    'The captain of the ferry Una was heard on Tuesday by the court in Port Ansel, two years after the collision in the night.',
    '“I never left the wheel,” said Edmund Carrick, the captain. He denied that he had slept.',
    'The court will hear the harbour pilot next week, and then the owners of the ferry and of the trawler.',
  ],
}
let chats: Chats
let slack: FakeSlack
let discord: FakeDiscord
let newsroom: OpenedNewsroom

beforeAll(async () => {
  chats = await startChats([bridgeArticle, ferryArticle])
  ;({ slack, discord, newsroom } = chats)
  discord.forums.add('900')
})
afterAll(async () => {
  await chats.stop()
})
beforeEach(() => {
  chats.clear()
})

describe('a story that is taken back', () => {
  it.each<[Shape, number]>([
    ['whole', 1],
    ['thread', 2],
    ['posts', 1],
  ])('is gone from where it stood in Slack, and from nowhere else: %s', async (shape, messages) => {
    const { asker, story } = await chats.postBridge('slack', 'C1', shape)
    const before = slack.posted.map(({ ts }) => ts)
    expect(JSON.stringify(slack.posted)).toContain('no choice')
    const answer = await runCommand({ kind: 'withdraw-story', story }, { asker, services: newsroom.services })
    expect(answer).toMatchObject({ done: true, data: { edited: messages } })
    const after = JSON.stringify(slack.posted)
    expect(after).not.toMatch(/no choice|Bridge over/)
    expect(after).toContain('Withdrawn')
    expect(after).toContain('never left the wheel')
    expect(slack.posted.map(({ ts }) => ts)).toEqual(before)
    expect(slack.posted.every(({ metadata }) => metadata !== undefined)).toBe(true)
    expect(JSON.stringify((await newsroom.ask(asker, 'digest', 'preview')).document)).not.toContain('Bridge over')
  })

  it.each([...shapes.map((shape) => ['100', shape] as const), ['900', 'whole'] as const, ['900', 'posts'] as const])(
    'is gone from where it stood on Discord: in %s, %s',
    async (channel, shape) => {
      const { asker, story } = await chats.postBridge('discord', channel, shape)
      expect(JSON.stringify(discord.posted)).toContain('no choice')
      const count = discord.posted.length
      await runCommand({ kind: 'withdraw-story', story }, { asker, services: newsroom.services })
      const after = JSON.stringify(discord.posted)
      expect(after).not.toMatch(/no choice|Bridge over/)
      expect(after).toContain('never left the wheel')
      expect(discord.posted).toHaveLength(count)
      expect(discord.posted.every(({ body }) => JSON.stringify(body['allowed_mentions']) === '{"parse":[]}')).toBe(true)
    },
  )

  it('is shown to nobody of the workspace any more, and has nothing to be pressed', async () => {
    const { asker, story } = await chats.postBridge('slack', 'C1', 'whole')
    const { services } = newsroom
    await runCommand({ kind: 'withdraw-story', story }, { asker, services })
    const left = slack.posted.find(({ channel }) => channel === 'C1')
    expect(JSON.stringify(left?.blocks)).not.toContain(story)
    expect((await runCommand({ kind: 'show-story', story }, { asker, services })).done).toBe(false)
    expect(JSON.stringify((await newsroom.ask(asker, 'claims', 'Ruiz')).document)).not.toContain('no choice')
    const again = await runCommand({ kind: 'withdraw-story', story }, { asker, services })
    expect(JSON.stringify(again.document)).toContain('had already been withdrawn')
  })

  it('is on no page any more: not its own, not its evidence, not that of an edition, nor why', async () => {
    const { asker, story } = await chats.postBridge('slack', 'C1', 'whole')
    const { services } = newsroom
    const archive = newsroom.archive(asker.workspace.id)
    const whole = await archive.story(story)
    const claim = whole?.claims[0]?.id ?? ''
    expect(await archive.evidence(story, claim)).toBeDefined()
    const [edition] = await archive.editions()
    await runCommand({ kind: 'withdraw-story', story }, { asker, services })
    expect([await archive.story(story), await archive.evidence(story, claim)]).toEqual([undefined, undefined])
    const seen = [
      await archive.editions(),
      await newsroom.ask(asker, 'digest', 'now'),
      await newsroom.ask(asker, 'digest', 'preview'),
      await newsroom.ask(asker, 'claims', 'Ruiz'),
      await runCommand({ kind: 'explain-story', story }, { asker, services }),
      await runCommand({ kind: 'explain-edition', edition: edition?.id ?? '' }, { asker, services }),
    ]
    expect(JSON.stringify(seen)).not.toMatch(/no choice|Bridge over/)
    expect(JSON.stringify(seen)).toContain('never left the wheel')
  })

  it('is in no summary of its page, whether that was made before or is asked for now', async () => {
    const { asker, story } = await chats.postBridge('slack', 'C1', 'whole')
    const { services } = newsroom
    const url = chats.town.url('/bridge')
    const summary = await runCommand(summarizing(url), { asker, services })
    await services.store.requests.keepAnswer('answer-w', asker.workspace.id, {
      document: nameStories(summary.document, 'answer-w'),
      now: services.clock.now(),
    })
    const kept = [
      { kind: 'show-answer', answer: 'answer-w' },
      { kind: 'show-story', story: 'answer-w.0' },
      { kind: 'report-mistake', story: 'answer-w.0', claim: null, reason: 'slanted', words: '' },
      summarizing(url),
    ] as const
    for (const command of kept.slice(0, 2))
      expect(JSON.stringify((await runCommand(command, { asker, services })).document)).toContain('no choice')
    await runCommand({ kind: 'withdraw-story', story }, { asker, services })
    for (const command of kept) {
      const reply = await runCommand<Command['kind']>(command, { asker, services })
      expect([command.kind, reply.done]).toEqual([command.kind, false])
      expect(JSON.stringify([reply.document, jsonOf(reply)])).toContain('withdrawn this story')
      expect(JSON.stringify([reply.document, jsonOf(reply)])).not.toMatch(/no choice|Bridge over/)
    }
    const pasted = await newsroom.archive(asker.workspace.id).summarize(url)
    expect(pasted).toMatchObject({
      kind: 'nothing',
      reason: expect.stringContaining('withdrawn this story') as string,
    })
    const elsewhere = { ...asker, workspace: { ...asker.workspace, id: workspaceId('slack:T8') } }
    expect((await runCommand(summarizing(url), { asker: elsewhere, services })).done).toBe(true)
  })

  it('is gone though somebody else takes back another at the same moment', async () => {
    const { asker, story } = await chats.postBridge('slack', 'C1', 'whole')
    const { services } = newsroom
    const [edition] = await services.store.withdrawals.telling([storyId(story)], asker.workspace.id)
    if (!edition) throw new Error('nothing was posted')
    const other = edition.document.find((each) => each.kind === 'story' && each.id !== story)
    if (other?.kind !== 'story') throw new Error('there is no other story')
    const take = async (each: string) => await runCommand({ kind: 'withdraw-story', story: each }, { asker, services })
    await Promise.all([take(story), take(other.id)])
    const left = JSON.stringify(slack.posted.flatMap(({ channel, blocks }) => (channel === 'C1' ? blocks : [])))
    expect(left).not.toMatch(/no choice|never left the wheel/)
    expect(left.match(/Withdrawn/g)).toHaveLength(2)
  })

  it('is taken back by who may change the digests that told it, and by nobody else', async () => {
    const { asker, story } = await chats.postBridge('slack', 'C1', 'whole')
    const take = async (by: Partial<Asker>) =>
      await runCommand({ kind: 'withdraw-story', story }, { asker: { ...asker, ...by }, services: newsroom.services })
    expect((await take({ person: 'U9', mayManage: false })).done).toBe(false)
    expect((await take({ workspace: { ...asker.workspace, id: workspaceId('slack:T9') } })).done).toBe(false)
    expect(JSON.stringify(slack.posted)).toContain('no choice')
    expect((await take({ mayManage: false })).done).toBe(true)
    expect(JSON.stringify(slack.posted)).not.toContain('no choice')
  })

  it('is what the owner of a digest is offered with a report', async () => {
    const { asker, story } = await chats.postBridge('slack', 'C1', 'whole')
    const report = {
      kind: 'report-mistake',
      story,
      claim: null,
      reason: 'altered',
      words: 'She never said so.',
    } as const
    await runCommand(report, { asker: { ...asker, person: 'U5' }, services: newsroom.services })
    const told = slack.posted.find(({ channel }) => channel === 'U1')
    expect(JSON.stringify(told?.blocks)).toContain('Accept: withdraw the story')
    expect(JSON.stringify(told?.blocks)).toContain(`"action_id":"settle-accept","value":"${asker.workspace.id} `)
  })

  // Last: the two stories of this paper are one from then on.
  it('stays gone when it turns out to be the same as another, whose digests hide it from then on', async () => {
    const { asker, story } = await chats.postBridge('slack', 'C1', 'whole')
    const { store } = newsroom.services
    const archive = newsroom.archive(asker.workspace.id)
    const [edition] = await archive.editions()
    const other = edition?.document.find((each) => each.kind === 'story' && each.id !== story)
    if (other?.kind !== 'story') throw new Error('there is no other story')
    await runCommand({ kind: 'withdraw-story', story }, { asker, services: newsroom.services })
    await store.joins.merge({ from: storyId(story), into: storyId(other.id) }, newsroom.services.clock.now())
    expect(await archive.story(other.id)).toBeUndefined()
    expect(JSON.stringify(await archive.editions())).not.toContain('never left the wheel')
  })
})
