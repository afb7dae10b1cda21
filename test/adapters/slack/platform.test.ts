import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { size } from '../../../src/adapters/slack/outbound/elements.ts'
import { slackLimits } from '../../../src/adapters/slack/outbound/limits.ts'
import { Pacer } from '../../../src/adapters/slack/outbound/pacer.ts'
import { renderSlack } from '../../../src/adapters/slack/outbound/render.ts'
import { createSlackPlatform, slackClient } from '../../../src/adapters/slack/platform.ts'
import type { Destination, RenderedMessage } from '../../../src/domain/message.ts'
import { workspaceId } from '../../../src/domain/subscription.ts'
import type { Platform } from '../../../src/ports.ts'
import { platformContract } from '../../contract/platform.ts'
import { claimLine, digestDocument, poisons, storyBlock } from '../../fakes/documents.ts'
import { ordersInSlack } from '../../fakes/orders.ts'
import { type FakeSlack, problemOf, type SlackFault, startSlack } from '../../fakes/slack.ts'

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }
const erased: string[] = []
let slack: FakeSlack

beforeEach(async () => {
  slack = await startSlack()
  erased.length = 0
})
afterEach(async () => {
  await slack.stop()
})

function open(): Platform {
  return createSlackPlatform({
    apiUrl: slack.url,
    responseHost: '127.0.0.1',
    log: silent,
    installed: async (workspace) => workspace.startsWith('slack:'),
    installations: {
      token: async (workspace) => (workspace === 'slack:T1' || workspace === 'w' ? 'xoxb-T1' : undefined),
      save: async () => undefined,
      erase: async (workspace) => void erased.push(workspace),
    },
  })
}

const to = (key: string, parts: Partial<Destination> = {}): Destination => ({
  workspace: workspaceId('slack:T1'),
  channel: 'C1',
  parent: null,
  key,
  silent: false,
  since: null,
  ...parts,
})

describe('Slack as a platform', () => {
  platformContract(async () => ({
    platform: open(),
    seen: () => slack.posted.map(({ blocks }) => JSON.stringify(blocks)),
  }))

  it('posts without previews, mentions or marks', async () => {
    const platform = open()
    const [message] = platform.render(digestDocument(1), 'whole')
    await platform.send(message ?? {}, to('e.0'))
    const call = slack.calls.find(({ method }) => method === 'chat.postMessage')
    expect(call?.args).toMatchObject({
      unfurl_links: 'false',
      unfurl_media: 'false',
      parse: 'none',
      link_names: 'false',
      mrkdwn: 'false',
    })
  })

  it.each<[string, SlackFault, object]>([
    ['a lost reply', { kind: 'cut', commits: true }, { kind: 'unknown' }],
    ['a server error', { kind: 'status', status: 500, commits: false }, { kind: 'unknown' }],
    ['a limit', { kind: 'rate-limited', seconds: 3 }, { kind: 'later', retryAfterMs: 3_000 }],
    ['an internal error', { kind: 'error', error: 'internal_error' }, { kind: 'unknown' }],
    [
      'not being in the channel',
      { kind: 'error', error: 'not_in_channel' },
      { kind: 'refused', reason: expect.stringContaining('/invite') as string },
    ],
    [
      'an archived channel',
      { kind: 'error', error: 'is_archived' },
      { kind: 'refused', reason: expect.stringContaining('archived') as string },
    ],
  ])('sends once and says what came of it: %s', async (_, fault, sent) => {
    const platform = open()
    const [message] = platform.render(digestDocument(1), 'whole')
    slack.fail('chat.postMessage', fault)
    expect(await platform.send(message ?? {}, to('e.0'))).toMatchObject(sent)
    expect(slack.calls.filter(({ method }) => method === 'chat.postMessage')).toHaveLength(1)
  })

  it('finds by its metadata what went out though the reply was lost, in a thread too', async () => {
    const platform = open()
    const [message] = platform.render(digestDocument(1), 'whole')
    const parent = await platform.send(message ?? {}, to('e.0'))
    slack.fail('chat.postMessage', { kind: 'cut', commits: true })
    const below = to('e.1', { parent: parent.kind === 'sent' ? parent.message : '' })
    expect(await platform.send(message ?? {}, below)).toMatchObject({ kind: 'unknown' })
    expect(await platform.find(below)).toMatchObject({ kind: 'found' })
    expect(await platform.find(to('e.1'))).toEqual({ kind: 'absent' })
    slack.fail('conversations.history', { kind: 'error', error: 'missing_scope' })
    expect(await platform.find(to('e.0'))).toMatchObject({ kind: 'unsure' })
  })

  it('posts what Slack takes of a message that it finds too long, and puts the rest below', async () => {
    const platform = open()
    const [message = {}] = renderSlack(digestDocument(4), 'whole').map((each): RenderedMessage => ({ ...each }))
    const tooLong = { kind: 'error', error: 'msg_blocks_too_long' } as const
    slack.decide = (_, args) => (String(args['blocks']).length > 6_000 ? tooLong : undefined)
    const sent = await platform.send(message, to('e.0'))
    if (sent.kind !== 'sent') throw new Error('it was not sent')
    expect(sent.inPart).toBe(true)
    expect(await platform.find(to('e.0'))).toMatchObject({
      kind: 'found',
      message: sent.message,
      inPart: true,
      pieces: slack.posted[0]?.blocks.length,
    })
    expect(slack.posted).toHaveLength(1)
    slack.fail('chat.postMessage', { kind: 'rate-limited', seconds: 1 })
    expect(await platform.fill?.(message, { ...to('e.0'), message: sent.message })).toMatchObject({ kind: 'later' })
    await new Promise((done) => setTimeout(done, 1_000))
    const again = { ...to('e.0'), message: sent.message, since: new Date().toISOString(), inParts: true }
    for (let turn = 0; turn < 2; turn++) expect(await open().fill?.(message, again)).toMatchObject({ kind: 'sent' })
    expect(slack.posted.flatMap((each) => each.blocks)).toEqual(message['blocks'])
    expect(slack.posted.slice(1).every(({ thread }) => thread === sent.message)).toBe(true)
    expect(slack.posted.length).toBeGreaterThan(1)
    slack.decide = () => undefined
    const [short = {}] = platform.render([{ kind: 'note', text: 'Withdrawn.' }], 'whole')
    expect(await open().edit?.(short, again)).toMatchObject({ kind: 'sent' })
    expect(JSON.stringify(slack.posted)).not.toContain('Who says what')
  })

  describe('opens a digest with its headlines, and fills it', () => {
    const tooLong = { kind: 'error', error: 'msg_blocks_too_long' } as const
    const whole: RenderedMessage = { ...renderSlack(digestDocument(3), 'whole')[0] }
    const filled = async (since: string | null = null) =>
      await open().fill?.(whole, { ...to('e.0'), since, message: slack.posted[0]?.ts ?? '' })
    const blocks = () => slack.posted.map((each) => each.blocks)

    it('in one post and one edit, under the key and the notification of the whole', async () => {
      expect(await open().send(whole.opening ?? {}, to('e.0'))).toMatchObject({ kind: 'sent' })
      const [opened] = slack.posted
      expect(JSON.stringify(opened?.blocks)).toContain('Bridge over the Tarn closes')
      expect(JSON.stringify(opened?.blocks)).not.toContain('Who says what')
      expect(await filled()).toEqual({ kind: 'sent', message: opened?.ts })
      expect(await filled(new Date().toISOString())).toEqual({ kind: 'sent', message: opened?.ts })
      expect(blocks()).toEqual([whole['blocks']])
      expect(slack.posted[0]).toMatchObject({ text: opened?.text, metadata: opened?.metadata })
      expect(await open().find(to('e.0'))).toEqual({ kind: 'found', message: opened?.ts })
    })

    it('with what Slack finds too long in its thread, once, however often it is filled', async () => {
      await open().send(whole.opening ?? {}, to('e.0'))
      slack.fail('chat.update', tooLong)
      expect(await filled()).toMatchObject({ kind: 'sent' })
      expect(blocks().flat()).toEqual(whole['blocks'])
      expect(slack.posted[1]?.thread).toBe(slack.posted[0]?.ts)
      slack.fail('chat.update', tooLong)
      expect(await filled(new Date().toISOString())).toMatchObject({ kind: 'sent' })
      expect(blocks().flat()).toEqual(whole['blocks'])
      expect(slack.posted).toHaveLength(2)
    })

    it('and goes on where the reply to the rest was lost', async () => {
      await open().send(whole.opening ?? {}, to('e.0'))
      slack.fail('chat.update', tooLong)
      slack.fail('chat.postMessage', { kind: 'cut', commits: true })
      expect(await filled()).toMatchObject({ kind: 'unknown' })
      slack.fail('chat.update', tooLong)
      expect(await filled(new Date().toISOString())).toMatchObject({ kind: 'sent' })
      expect(slack.posted).toHaveLength(2)
      slack.fail('chat.update', tooLong)
      slack.fail('conversations.replies', { kind: 'error', error: 'missing_scope' })
      expect(await filled(new Date().toISOString())).toMatchObject({ kind: 'refused' })
      expect(slack.posted).toHaveLength(2)
    })

    it('below the headlines where the workspace lets nothing be edited', async () => {
      await open().send(whole.opening ?? {}, to('e.0'))
      slack.fail('chat.update', { kind: 'error', error: 'edit_window_closed' })
      expect(await filled()).toMatchObject({ kind: 'sent' })
      expect(blocks()).toEqual([(whole.opening as { blocks?: object[] }).blocks, whole['blocks']])
      slack.decide = (method) => (method === 'chat.update' ? { kind: 'error', error: 'edit_window_closed' } : undefined)
      expect(await filled(new Date().toISOString())).toMatchObject({ kind: 'sent' })
      slack.decide = () => undefined
      slack.fail('chat.update', { kind: 'error', error: 'edit_window_closed' })
      const at = { ...to('e.0'), message: slack.posted[0]?.ts ?? '' }
      expect(await open().edit?.(whole, at)).toMatchObject({ kind: 'refused' })
      expect(slack.posted).toHaveLength(2)
    })

    it('and says so when somebody has deleted it', async () => {
      expect(await open().fill?.(whole, { ...to('e.0'), message: '1.2' })).toEqual({
        kind: 'refused',
        reason: 'someone has deleted the message',
        code: 'deleted',
      })
    })

    it('within what a workspace takes of edits: what would wait long is put off, in line', async () => {
      const platform = open()
      await platform.send(whole.opening ?? {}, to('e.0'))
      const at = { ...to('e.0'), message: slack.posted[0]?.ts ?? '' }
      const all = await Promise.all(Array.from({ length: 12 }, async () => await platform.edit?.(whole, at)))
      expect(all.map((each) => each?.kind)).toContain('later')
      for (const each of all) expect(each?.kind === 'later' ? each.isExact : each?.kind === 'sent').toBe(true)
      expect(await platform.edit?.(whole, { ...at, workspace: workspaceId('w') })).toMatchObject({ kind: 'sent' })
    })

    it('nothing that tells no story, and each post that does', () => {
      expect(renderSlack([{ kind: 'note', text: 'Nothing new.' }], 'whole')[0]?.opening).toBeUndefined()
      expect(renderSlack(digestDocument(3), 'thread').map(({ opening }) => opening !== undefined)).toEqual([
        true,
        false,
        false,
        false,
      ])
      expect(renderSlack(digestDocument(3), 'posts').every(({ opening }) => opening !== undefined)).toBe(true)
    })
  })

  it('looks through all that was written since, and says so where that is too much', async () => {
    const platform = open()
    const since = new Date().toISOString()
    await platform.send({ blocks: [], text: 'x' }, to('e.0'))
    const client = slackClient('xoxb-T1', slack.url)
    for (let at = 0; at < 250; at++) await client.chat.postMessage({ channel: 'C1', text: 'chatter' })
    expect(await platform.find(to('e.0', { since }))).toMatchObject({ kind: 'found' })
    expect(await platform.find(to('e.9', { since }))).toEqual({ kind: 'absent' })
    expect(await platform.find(to('e.0', { since: new Date(Date.now() + 3_600_000).toISOString() }))).toEqual({
      kind: 'absent',
    })
  })

  it('waits while nobody knows its token, and while Slack does not let it look', async () => {
    const unknowing = createSlackPlatform({
      apiUrl: slack.url,
      installations: {
        token: () => Promise.reject(new Error('away')),
        save: async () => undefined,
        erase: async () => undefined,
      },
      log: silent,
      responseHost: '127.0.0.1',
    })
    expect(await unknowing.send({ blocks: [], text: 'x' }, to('e.0'))).toMatchObject({ kind: 'later' })
    expect(await unknowing.find(to('e.0'))).toMatchObject({ kind: 'later' })
    slack.fail('conversations.history', { kind: 'status', status: 503, commits: false })
    expect(await open().find(to('e.0'))).toMatchObject({ kind: 'later' })
  })

  it('cuts nothing inside a claim, however long', async () => {
    const said = Array.from({ length: 700 }, (_, at) => `word${at}`).join(' ')
    const document = [storyBlock({ claims: [claimLine({ words: said })] })]
    const drawn = open().render(document, 'whole') as unknown as { blocks: object[] }[]
    const texts = JSON.stringify(drawn.flatMap(({ blocks }) => blocks)).match(/word\d+/g) ?? []
    expect(texts).toEqual(said.split(' '))
  })

  it('says that a token was revoked, and erases nothing for it: whoever renews it loses nothing', async () => {
    const platform = open()
    slack.fail('chat.postMessage', { kind: 'error', error: 'token_revoked' })
    expect(await platform.send({ blocks: [], text: 'x' }, to('e.0'))).toMatchObject({
      kind: 'refused',
      reason: expect.stringContaining('install it again') as string,
    })
    expect(erased).toEqual([])
  })

  it('knows which of the workspaces that installed it have removed it', async () => {
    const platform = open()
    const left = async (workspace: string) => await platform.isUninstalled?.(workspaceId(workspace))
    expect(await left('slack:T1')).toBe(false)
    for (const error of ['account_inactive', 'token_revoked', 'internal_error'])
      slack.fail('auth.test', { kind: 'error', error })
    expect([await left('slack:T1'), await left('slack:T1'), await left('slack:T1')]).toEqual([true, true, false])
    slack.fail('auth.test', { kind: 'error', error: 'account_inactive' })
    expect([await left('w'), await left('slack:T2')]).toEqual([false, false])
  })

  it('has nothing to say where it was not installed', async () => {
    expect(
      await open().send({ blocks: [], text: 'x' }, to('e.0', { workspace: workspaceId('slack:T2') })),
    ).toMatchObject({
      kind: 'refused',
    })
    expect(slack.calls).toEqual([])
  })

  it('knows workspace admins, and who created a channel', async () => {
    slack.admins.add('UADMIN')
    slack.creators.set('C1', 'UMAKER')
    const workspace = { id: workspaceId('slack:T1'), kind: 'slack' as const, name: 'T1' }
    const ask = async (person: string) =>
      await open().mayManage({ workspace, channel: { platform: 'slack', id: 'C1' }, person, mayManage: null })
    expect([await ask('UADMIN'), await ask('UMAKER'), await ask('UELSE')]).toEqual(['workspace', 'channel', 'nothing'])
  })

  it('answers below what was asked, and as an ordinary message once that is too long ago', async () => {
    const platform = open()
    const place = { person: 'U1', channel: 'C1', responseUrl: `${slack.url}/../response/1`, since: String(Date.now()) }
    const workspace = workspaceId('slack:T1')
    await platform.say({ platform: 'slack', workspace, place }, digestDocument(1))
    expect(slack.responses).toMatchObject([{ response_type: 'ephemeral', replace_original: false }])
    await platform.say({ platform: 'slack', workspace, place: { ...place, since: '0' } }, digestDocument(1))
    expect(slack.calls.at(-1)).toMatchObject({ method: 'chat.postEphemeral', args: { user: 'U1' } })
    slack.joined.add('C2')
    await platform.say({ platform: 'slack', workspace, place: { ...place, since: '0' } }, digestDocument(1))
    expect(slack.posted.at(-1)).toMatchObject({ channel: 'U1' })
    await platform.say({ platform: 'slack', workspace, place: { ...place, everybody: 'true' } }, digestDocument(1))
    expect(JSON.stringify(slack.calls.at(-1)?.args)).toContain('/invite')
  })

  it('answers in halves where Slack finds it too long', async () => {
    const place = { person: 'U1', channel: 'C1', since: '0' }
    const tooLong = { kind: 'error', error: 'msg_blocks_too_long' } as const
    slack.decide = (_, args) => (String(args['blocks']).length > 4_000 ? tooLong : undefined)
    expect(await open().say({ platform: 'slack', workspace: workspaceId('slack:T1'), place }, digestDocument(3))).toBe(
      true,
    )
    const sent = slack.calls.flatMap(({ args }) =>
      String(args['blocks']).length <= 4_000 ? (JSON.parse(String(args['blocks'])) as object[]) : [],
    )
    expect(sent).toEqual(renderSlack(digestDocument(3), 'answer').flatMap(({ blocks }) => blocks))
  })

  it('says its instant in the zone of whoever reads it, and in words where that is not known', () => {
    const time = { at: '2026-11-24T08:00:00.000Z', label: 'Tue 24 Nov 08:00 (Europe/London)' }
    const [message] = renderSlack([{ kind: 'title', text: 'Morning digest', time, detail: '2 stories' }], 'whole')
    expect(JSON.stringify(message?.blocks)).toContain('{"type":"date","timestamp":1795507200,')
    expect(message?.text).toBe('Morning digest · Tue 24 Nov 08:00 (Europe/London) · 2 stories')
  })

  it('follows response addresses of Slack alone', async () => {
    const place = { person: 'U1', channel: 'C1', responseUrl: 'http://localhost:9/', since: String(Date.now()) }
    await open().say({ platform: 'slack', workspace: workspaceId('slack:T1'), place }, digestDocument(1))
    expect(slack.responses).toEqual([])
    expect(slack.calls.at(-1)?.method).toBe('chat.postEphemeral')
  })
})

describe('turns', () => {
  let now = 0
  const pace = { gapMs: 1_000, patienceMs: 2_000 }
  const enter = (pacer: Pacer, place: string, key: string) => pacer.enter({ workspace: 'w', place, key })

  it('come a gap apart in a place; who was put off finds theirs kept', () => {
    const pacer = new Pacer(pace, () => now)
    expect(['a', 'b', 'c', 'd', 'e'].map((key) => enter(pacer, 'C1', key))).toEqual([
      { waitMs: 0 },
      { waitMs: 1_000 },
      { waitMs: 2_000 },
      { putOffMs: 3_000 },
      { putOffMs: 4_000 },
    ])
    expect(enter(pacer, 'C2', 'f')).toEqual({ waitMs: 0 })
    now = 3_000
    expect(enter(pacer, 'C1', 'd')).toEqual({ waitMs: 0 })
    expect(enter(pacer, 'C1', 'e')).toEqual({ waitMs: 1_000 })
    expect(enter(pacer, 'C1', 'g')).toEqual({ waitMs: 2_000 })
  })

  it('are paused in a place; in all of a workspace once a second place is; and never for less than was asked', () => {
    const pacer = new Pacer(pace, () => now)
    pacer.pause('w', 'C1', 30_000)
    pacer.pause('w', 'C1', 1_000)
    expect(enter(pacer, 'C1', 'a')).toEqual({ putOffMs: 30_000 })
    expect(enter(pacer, 'C2', 'b')).toEqual({ waitMs: 0 })
    pacer.pause('w', 'C3', 20_000)
    expect(enter(pacer, 'C4', 'c')).toEqual({ putOffMs: 20_000 })
    expect(pacer.enter({ workspace: 'v', place: 'C4', key: 'd' })).toEqual({ waitMs: 0 })
  })
})

describe('a document on Slack', () => {
  it.each(poisons.map((text) => [JSON.stringify(text).slice(0, 60), text]))('takes no orders from %s', (_, text) =>
    expect(ordersInSlack(text)).toEqual([]),
  )

  it.each([1, 6, 20, 50])('keeps within the limits with %i stories, and cuts between claims', (stories) => {
    for (const shape of ['whole', 'thread', 'posts'] as const) {
      const messages = renderSlack(digestDocument(stories, 12), shape)
      for (const { blocks, text } of messages.flatMap((each) => [each, ...(each.opening ? [each.opening] : [])])) {
        expect(problemOf({ blocks, text })).toBeUndefined()
        expect(size(blocks)).toBeLessThanOrEqual(slackLimits.characters)
      }
      const words = JSON.stringify(messages)
      const shown = shape === 'whole' && stories > 1 ? 1 : 12
      for (let claim = 1; claim <= shown; claim++) expect(words).toContain(`and that for the ${claim}th time this year`)
      expect(words.match(/Report a mistake/g)?.length).toBe(stories)
    }
  })

  it('is one message with eight stories of fifteen claims, with all headlines above and the other claims behind a button', () => {
    const [message, ...more] = renderSlack(digestDocument(8, 15), 'whole')
    expect(more).toEqual([])
    const words = JSON.stringify(message?.blocks)
    expect(words.match(/Bridge over the Tarn closes/g)).toHaveLength(16)
    expect(words.match(/All \d+ claims/g)).toHaveLength(8)
    expect(words.match(/"type":"overflow"/g)).toHaveLength(8)
    expect(message?.blocks.filter(({ type }) => type === 'rich_text').length).toBeLessThanOrEqual(9)
  })

  it('says all that was left out, and lists long headlines in short', () => {
    const note = 'This article is in a language that is not checked, so it has quotations without a name. '.repeat(3)
    const stories = Array.from({ length: 50 }, (_, at) =>
      storyBlock({ number: at + 1, headline: 'A very long headline '.repeat(14), notes: [note, note] }),
    )
    const messages = renderSlack(stories, 'whole')
    for (const { blocks, text } of messages) expect(problemOf({ blocks, text })).toBeUndefined()
    expect(JSON.stringify(messages).match(/1 claim left out/g)).toHaveLength(50)
    expect(JSON.stringify(messages[0])).toContain('and 30 more')
  })

  it('folds nothing away in an answer, and speaks of no thread', () => {
    const answer = renderSlack(digestDocument(20, 12), 'answer')
    expect(answer.length).toBeGreaterThan(1)
    expect(JSON.stringify(answer)).not.toContain('Continued')
    const said = JSON.stringify(renderSlack(digestDocument(6, 12), 'answer').map(({ blocks }) => blocks))
    for (let claim = 1; claim <= 12; claim++)
      expect(said.match(new RegExp(`and that for the ${claim}th time`, 'g'))).toHaveLength(6)
  })

  it('has a post for each story, whose notification is its headline', () => {
    const posts = renderSlack(digestDocument(3), 'posts')
    expect(posts.map(({ text }) => text)).toEqual(Array.from({ length: 3 }, () => 'Bridge over the Tarn closes'))
  })

  it('shows the lines of an answer in one block of normal size', () => {
    const [message] = renderSlack(
      [
        { kind: 'text', text: 'Added Tarn Weekly.' },
        { kind: 'text', text: 'It is read every hour.' },
        { kind: 'note', text: 'Read again at 10:00.' },
      ],
      'whole',
    )
    expect(message?.blocks.map(({ type }) => type)).toEqual(['rich_text', 'context'])
    expect(JSON.stringify(message?.blocks[0])).toContain('It is read every hour.')
  })

  it('has a message for the channel and one a story in the thread, where that is wanted', () => {
    const messages = renderSlack(digestDocument(3), 'thread')
    expect(messages).toHaveLength(4)
    expect(JSON.stringify(messages[0])).not.toContain('Who says what')
    expect(messages[0]?.text).toBe(
      'Morning digest · Tue 24 Nov 08:00 (Europe/London) · 3 stories · 3 outlets\n1. Bridge over the Tarn closes\n2. Bridge over the Tarn closes\n3. Bridge over the Tarn closes\nSummaries made by machine and checked against the articles by machine.',
    )
  })

  it('keeps figures and lines as they are in the notification of a message that goes on', () => {
    const said = 'A trial of 6,400 adults (aged 50–74) in St.Gallen cost 3.5m, at 10:30'
    const stories = Array.from({ length: 20 }, () =>
      storyBlock({ claims: Array.from({ length: 12 }, (_, at) => claimLine({ id: `c${at}`, words: said })) }),
    )
    const [, ...rest] = renderSlack(stories, 'whole')
    expect(rest.length).toBeGreaterThan(0)
    for (const { text } of rest) {
      const lines = text.split('\n').filter((line) => line.includes('trial'))
      expect(lines.length).toBeGreaterThan(0)
      for (const line of lines.slice(0, -1)) expect(line).toContain(said)
    }
  })

  it('stands a response below what it answers', () => {
    const response = claimLine({ id: 'c2', speaker: 'Northern Water', act: 'denied', words: 'the gate had failed' })
    const [message] = renderSlack([storyBlock({ claims: [claimLine({ responses: [response] })] })], 'whole')
    const block = message?.blocks.find((each) => JSON.stringify(each).includes('Northern Water'))
    expect(block).toMatchObject({
      elements: [
        { type: 'rich_text_section' },
        { type: 'rich_text_section' },
        { indent: 0 },
        { indent: 1, type: 'rich_text_list' },
        { type: 'rich_text_section' },
      ],
    })
  })
})
