import { generateKeyPairSync, sign } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { discordCommands, registerCommands } from '../../../src/adapters/discord/inbound/commands.ts'
import { createRest, DiscordGateway } from '../../../src/adapters/discord/inbound/gateway.ts'
import type { Interaction } from '../../../src/adapters/discord/inbound/interaction.ts'
import { answerInteraction } from '../../../src/adapters/discord/inbound/interactions.ts'
import { readCommand } from '../../../src/adapters/discord/inbound/read-command.ts'
import { interactionsRoute } from '../../../src/adapters/discord/inbound/routes.ts'
import { InvalidBudget } from '../../../src/adapters/discord/outbound/budget.ts'
import { everyComponent } from '../../../src/adapters/discord/outbound/components.ts'
import { onePage } from '../../../src/adapters/discord/outbound/pages.ts'
import { type DiscordMessage, renderDiscord } from '../../../src/adapters/discord/outbound/render.ts'
import { bodyOf } from '../../../src/adapters/discord/outbound/say.ts'
import { createDiscordPlatform } from '../../../src/adapters/discord/platform.ts'
import type { Command } from '../../../src/chat/commands/command.ts'
import type { Reply } from '../../../src/chat/commands/reply.ts'
import { menu } from '../../../src/commands/menu.ts'
import type { Destination } from '../../../src/domain/message.ts'
import { workspaceId } from '../../../src/domain/subscription.ts'
import type { Asker, ChatRequest, Platform } from '../../../src/ports.ts'
import { platformContract } from '../../contract/platform.ts'
import {
  type DiscordChannel,
  type DiscordFault,
  type FakeDiscord,
  problemOf,
  startDiscord,
} from '../../fakes/discord.ts'
import { claimLine, digestDocument, poisons, storyBlock } from '../../fakes/documents.ts'
import { fakeInbox, refusal } from '../../fakes/inbox.ts'
import { ordersOnDiscord } from '../../fakes/orders.ts'

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }
let discord: FakeDiscord

beforeEach(async () => {
  discord = await startDiscord()
})
afterEach(async () => {
  await discord.stop()
})

function open(): Platform {
  return createDiscordPlatform({ rest: createRest('token', discord.url), applicationId: '2', log: silent })
}

const to = (key: string, parts: Partial<Destination> = {}): Destination => ({
  workspace: workspaceId('discord:G1'),
  channel: 'C1',
  parent: null,
  key,
  silent: false,
  since: null,
  ...parts,
})

/** Takes a permission from everybody in a channel. */
function without(permission: bigint) {
  return { id: 'R1', allow: '0', deny: String(permission) }
}

describe('Discord as a platform', () => {
  platformContract(async () => ({
    platform: open(),
    seen: () => discord.posted.map(({ body }) => JSON.stringify(body)),
  }))

  it('posts under a nonce that holds for every try, and mentions nobody', async () => {
    const platform = open()
    const [message] = platform.render(digestDocument(1), 'whole')
    discord.fail(/POST .*messages/, { kind: 'cut', commits: true })
    expect(await platform.send(message ?? {}, to('e.0', { silent: true }))).toMatchObject({ kind: 'unknown' })
    expect(await platform.send(message ?? {}, to('e.0', { silent: true }))).toMatchObject({ kind: 'sent' })
    expect(discord.posted).toHaveLength(1)
    expect(discord.posted[0]?.body).toMatchObject({
      nonce: 'e.0',
      enforce_nonce: true,
      allowed_mentions: { parse: [] },
      flags: (1 << 12) | (1 << 15),
    })
  })

  it.each<[string, DiscordFault, object]>([
    ['a lost reply', { kind: 'cut', commits: true }, { kind: 'unknown' }],
    ['500', { kind: 'status', status: 500, commits: false }, { kind: 'unknown' }],
    ['503', { kind: 'status', status: 503, commits: false }, { kind: 'later' }],
    ['a limit', { kind: 'rate-limited', seconds: 3 }, { kind: 'later' }],
    [
      'no access',
      { kind: 'error', status: 403, code: 50_001 },
      { kind: 'refused', reason: expect.stringContaining('View Channel') as string },
    ],
    [
      'no permission',
      { kind: 'error', status: 403, code: 50_013 },
      { kind: 'refused', reason: expect.stringContaining('Send Messages') as string },
    ],
    [
      'no channel',
      { kind: 'error', status: 404, code: 10_003 },
      { kind: 'refused', reason: expect.stringContaining('no longer exists') as string },
    ],
  ])('sends once and says what came of it: %s', async (_, fault, sent) => {
    const platform = open()
    const [message] = platform.render(digestDocument(1), 'whole')
    discord.fail(/POST .*messages/, fault)
    expect(await platform.send(message ?? {}, to('e.0'))).toMatchObject(sent)
    expect(discord.calls.filter(({ method }) => method === 'POST')).toHaveLength(1)
  })

  it('hangs stories in one thread below the headlines', async () => {
    const platform = open()
    const messages = platform.render(digestDocument(3), 'thread')
    const first = await platform.send(messages[0] ?? {}, to('e.0'))
    if (first.kind !== 'sent') throw new Error(first.reason)
    for (const [at, message] of messages.slice(1).entries())
      expect(await platform.send(message, to(`e.${at + 1}`, { parent: first.message }))).toMatchObject({ kind: 'sent' })
    expect(discord.posted.map(({ channel }) => channel)).toEqual(['C1', first.message, first.message, first.message])
    expect(await platform.find(to('e.2', { parent: first.message }))).toMatchObject({ kind: 'found' })
    const opened = discord.calls.filter(({ method, path }) => method === 'POST' && path.endsWith('/threads'))
    expect(opened).toHaveLength(1)
  })

  it('posts in a forum, where a post takes no nonce, and finds it among its threads', async () => {
    discord.forums.add('F1')
    const platform = open()
    const [message] = platform.render(digestDocument(1), 'whole')
    const place = to('e.0', { channel: 'F1' })
    expect(await platform.find(place)).toEqual({ kind: 'absent' })
    discord.fail(/POST .*threads/, { kind: 'cut', commits: true })
    expect(await platform.send(message ?? {}, place)).toMatchObject({ kind: 'unknown' })
    expect(await platform.find(place)).toMatchObject({ kind: 'found' })
    discord.fail(/GET .*messages\/\d/, { kind: 'rate-limited', seconds: 3 })
    expect(await platform.find(place)).toMatchObject({ kind: 'later' })
    expect(discord.posted).toHaveLength(1)
  })

  it('posts each story on its own in a forum, named as the story is, and finds each again', async () => {
    discord.forums.add('F1')
    const platform = open()
    const messages = platform.render(digestDocument(3), 'posts')
    expect(messages).toHaveLength(3)
    for (const [at, message] of messages.entries()) await platform.send(message, to(`e.${at}`, { channel: 'F1' }))
    const posts = discord.calls.filter(({ path }) => path.endsWith('/channels/F1/threads'))
    expect(posts.map(({ body }) => (body as { name: string }).name)).toEqual(
      digestDocument(3).flatMap((block) => (block.kind === 'story' ? block.headline : [])),
    )
    for (const at of messages.keys())
      expect(await platform.find(to(`e.${at}`, { channel: 'F1' }))).toMatchObject({ kind: 'found' })
  })

  it('looks through all that was written since', async () => {
    const platform = open()
    const since = new Date().toISOString()
    const [message] = platform.render(digestDocument(1), 'whole')
    await platform.send(message ?? {}, to('e.0', { channel: '100' }))
    const first = BigInt(discord.posted[0]?.id ?? 0)
    for (let at = 1n; at <= 250n; at++) discord.posted.push({ id: String(first + at), channel: '100', body: {} })
    expect(await platform.find(to('e.0', { channel: '100', since }))).toMatchObject({ kind: 'found' })
    expect(await platform.find(to('e.9', { channel: '100', since }))).toEqual({ kind: 'absent' })
  })

  it('tries again to put an answer where it was promised, and tells the asker otherwise', async () => {
    const place = { token: 'tok', since: String(Date.now()), channel: '100', person: '55' }
    const address = { platform: 'discord', workspace: workspaceId('discord:G1'), place } as const
    discord.fail(/PATCH/, { kind: 'status', status: 500, commits: false }, { kind: 'rate-limited', seconds: 1 })
    expect(await open().say(address, digestDocument(1))).toBe(true)
    expect(discord.calls.filter(({ method }) => method === 'PATCH')).toHaveLength(3)
    expect(discord.posted).toEqual([])
    discord.fail(/PATCH/, { kind: 'error', status: 404, code: 50_027 })
    expect(await open().say(address, digestDocument(1))).toBe(true)
    expect(discord.posted.map(({ channel }) => channel)).toEqual(['dm-55'])
  })

  it.each<[string, Record<string, string>]>([
    ['what could not be posted', { everybody: 'true', open: 'true' }],
    ['what is not for everybody after all', { open: 'true' }],
  ])('takes a promise to everybody back, and tells whoever asked alone: %s', async (_, way) => {
    const place = { token: 'tok', since: String(Date.now()), channel: 'C1', person: 'U1', ...way }
    const address = { platform: 'discord', workspace: workspaceId('discord:G1'), place } as const
    discord.fail(/PATCH/, { kind: 'error', status: 403, code: 50_013 })
    expect(await open().say(address, [{ kind: 'alert', text: 'That answer is gone.' }])).toBe(!way['everybody'])
    const [removal, told] = discord.calls.slice(-2)
    expect(removal).toMatchObject({ method: 'DELETE', path: '/webhooks/2/tok/messages/@original' })
    expect(told).toMatchObject({ method: 'POST', path: '/webhooks/2/tok', body: { flags: 64 | (1 << 15) } })
    expect(JSON.stringify(told)).toContain(way['everybody'] ? 'could not be posted' : 'That answer is gone.')
    expect(discord.posted).toEqual([])
  })

  it('answers where it was promised, and as an ordinary message once that is over', async () => {
    const platform = open()
    const workspace = workspaceId('discord:G1')
    const place = { token: 'tok', since: String(Date.now()), channel: 'C1', person: 'U1' }
    discord.fail(/PATCH/, { kind: 'error', status: 404, code: 10_015 })
    await platform.say({ platform: 'discord', workspace, place }, digestDocument(1))
    expect(discord.calls.at(-1)).toMatchObject({ method: 'PATCH', body: { allowed_mentions: { parse: [] } } })
    await platform.say({ platform: 'discord', workspace, place: { ...place, since: '0' } }, digestDocument(1))
    expect(discord.posted.at(-1)).toMatchObject({ channel: 'dm-U1' })
    await platform.say(
      { platform: 'discord', workspace, place: { ...place, since: '0', everybody: 'true' } },
      digestDocument(1),
    )
    expect(discord.posted.at(-1)).toMatchObject({ channel: 'C1' })
  })

  it.each<[string, DiscordChannel, RegExp | null]>([
    ['a text channel', {}, null],
    ['a voice channel', { type: 2 }, /voice channel/],
    ['a forum', { type: 15 }, null],
    ['a forum that requires tags', { type: 15, flags: 1 << 4 }, /requires a tag/],
    ['a channel that it cannot see', { permission_overwrites: [without(1n << 10n)] }, /View Channel/],
    ['a channel in which it may not write', { permission_overwrites: [without(1n << 11n)] }, /Send Messages/],
    ['a thread of one in which it may not write', { type: 11, parent_id: '501' }, null],
  ])('knows what is in the way of posts in %s', async (_, channel, obstacle) => {
    discord.roles.push({ id: 'R1', permissions: String((1n << 10n) | (1n << 11n) | (1n << 38n)) })
    discord.rolesOf.set('2', ['R1'])
    discord.channels.set('500', channel).set('501', { permission_overwrites: [without(1n << 11n)] })
    const found = await open().obstacle?.(workspaceId('discord:G1'), '500')
    if (obstacle) expect(found).toMatch(obstacle)
    else expect(found).toBeNull()
  })

  it('takes no outage for an obstacle, but a channel that is gone', async () => {
    discord.fail(/GET \/channels\/500/, { kind: 'status', status: 503, commits: false })
    expect(await open().obstacle?.(workspaceId('discord:G1'), '500')).toBeNull()
    discord.fail(/GET \/channels\/500/, { kind: 'error', status: 404, code: 10_003 })
    expect(await open().obstacle?.(workspaceId('discord:G1'), '500')).toContain('no longer exists')
  })

  it('knows a server that it was taken from, and no outage for one', async () => {
    const platform = open()
    const left = async (workspace: string) => await platform.isUninstalled?.(workspaceId(workspace))
    expect(await left('discord:100')).toBe(false)
    discord.fail(/GET \/guilds\/100/, { kind: 'status', status: 503, commits: false })
    expect(await left('discord:100')).toBe(false)
    discord.fail(/GET \/guilds\/100/, { kind: 'error', status: 403, code: 50_001 })
    expect(await left('discord:100')).toBe(true)
    discord.fail(/GET \/guilds\/100/, { kind: 'error', status: 404, code: 10_004 })
    expect(await left('discord:100')).toBe(true)
    expect(await left('discord:user:100')).toBe(false)
  })

  it('stops a long way before Discord would ban it', () => {
    let now = 0
    const budget = new InvalidBudget(() => now)
    for (let at = 0; at < 999; at++) budget.count(403)
    budget.count(200)
    expect(budget.waitMs()).toBe(0)
    budget.count(429)
    expect(budget.waitMs()).toBe(600_000)
    now = 600_001
    expect(budget.waitMs()).toBe(0)
  })
})

describe('a document on Discord', () => {
  it('cuts nothing inside a claim, and drops no answer to it', () => {
    const said = (mark: string, count: number) => Array.from({ length: count }, (_, at) => `${mark}${at}`).join(' ')
    const responses = Array.from({ length: 8 }, (_, at) => claimLine({ id: `r${at}`, words: said(`r${at}x`, 60) }))
    const drawn = open().render([storyBlock({ claims: [claimLine({ words: said('word', 700), responses })] })], 'whole')
    const text = JSON.stringify(drawn)
    expect(text.match(/word\d+/g)).toEqual(said('word', 700).split(' '))
    expect(text.match(/r\dx\d+/g)).toHaveLength(8 * 60)
    for (const message of drawn) expect(problemOf(bodyOf(message as unknown as DiscordMessage, 'k'))).toBeUndefined()
  })

  it('keeps to the limits where addresses are long', () => {
    const long = (at: number, length: number) => `https://tarn.example/${at}/${'x'.repeat(length)}`
    const outlets = Array.from({ length: 8 }, (_, at) => ({
      outlet: `Outlet ${at}`,
      url: long(at, 260),
      published: null,
    }))
    const stories = [1, 2].map((number) => storyBlock({ number, id: `s${number}`, outlets }))
    for (const message of open().render(stories, 'thread'))
      expect(problemOf(bodyOf(message as unknown as DiscordMessage, 'k'))).toBeUndefined()
    const [message] = open().render(
      [storyBlock({ outlets: [{ outlet: 'Tarn', url: long(0, 2_100), published: null }] })],
      'whole',
    )
    expect(JSON.stringify(message)).not.toContain('xxx')
  })

  it.each(poisons.map((text) => [JSON.stringify(text).slice(0, 60), text]))('takes no orders from %s', (_, text) =>
    expect(ordersOnDiscord(text)).toEqual([]),
  )

  const share = { kind: 'share', answer: 'answer-1' } as const
  const digestClaims = (count: number) =>
    digestDocument(1, count).flatMap((block) => (block.kind === 'story' ? block.claims : []))
  const textsOf = (messages: readonly DiscordMessage[]) =>
    messages.flatMap(({ components }) => everyComponent(components).flatMap(({ content }) => content ?? []))

  it.each([1, 6, 20, 50])('keeps within the limits with %i stories, and loses no claim', (stories) => {
    for (const shape of ['whole', 'thread', 'posts'] as const) {
      const messages = renderDiscord(digestDocument(stories, 12), shape)
      for (const message of messages) expect(problemOf(bodyOf(message, 'e.0'))).toBeUndefined()
      const words = JSON.stringify(messages)
      if (shape === 'whole' && stories > 1) expect(words.match(/(?:All|Full story,) \d+ claims/g)).toHaveLength(stories)
      else
        for (let claim = 1; claim <= 12; claim++)
          expect(words.match(new RegExp(`and that for the ${claim}th time`, 'g'))?.length).toBe(stories)
    }
  })

  it('shows six stories in one message, each with buttons of its own, at a phone’s glance', () => {
    const [message, ...more] = renderDiscord(digestDocument(6, 15), 'whole')
    expect(more).toEqual([])
    const boxes = message?.components.filter(({ type }) => type === 17) ?? []
    expect(boxes).toHaveLength(6)
    for (const box of boxes) expect(JSON.stringify(box)).toMatch(/Full story, 17 claims.*Report a mistake/)
    const lines = textsOf(message ? [message] : []).flatMap((text) => text.split('\n'))
    expect(lines.length + 2 * boxes.length).toBeLessThanOrEqual(60)
    expect(message?.components.at(-1)).toMatchObject({
      type: 10,
      content: expect.stringContaining('-# Summaries') as string,
    })
  })

  it('turns the pages of a ledger within the limits, shows all of it, and has each button once', () => {
    const people = Array.from({ length: 14 }, (_, at) =>
      storyBlock({ id: `story-${at % 4}`, number: null, headline: `Person ${at}`, claims: digestClaims(6) }),
    )
    const drawn = renderDiscord([...people, { kind: 'action', label: 'More', action: share }], 'answer')
    expect(drawn.length).toBeGreaterThan(1)
    const pages = drawn.map((_, page) => onePage(drawn, { ledger: 'claims:Smith', page })[0])
    for (const page of pages) expect(page && problemOf(bodyOf(page, 'answer'))).toBeUndefined()
    expect(JSON.stringify(pages).match(/and that for the 6th time/g)).toHaveLength(14)
  })

  it('keeps below the bytes that Discord takes, and cuts no line of a long text', () => {
    const words = '堤防の水門は五月の検査にすべて合格したと会社は述べた。'.repeat(14)
    const quotations = Array.from({ length: 12 }, (_, at) => claimLine({ id: `q${at}`, speaker: '', words }))
    const lines = Array.from({ length: 30 }, () => ({ kind: 'text' as const, text: words.repeat(2) }))
    const long = [{ kind: 'text' as const, text: [words.repeat(20)] }]
    for (const document of [[storyBlock({ quotations, claims: [] })], lines, long])
      for (const layout of ['whole', 'answer'] as const)
        for (const message of renderDiscord(document, layout)) expect(problemOf(bodyOf(message, 'e.0'))).toBeUndefined()
  })

  it('puts its key into buttons alone, not into what an article says', () => {
    const [message] = renderDiscord([storyBlock({ headline: 'Format string {key} leaks secrets' })], 'whole')
    const body = JSON.stringify(message && bodyOf(message, 'e.0'))
    expect(body).toContain('Format string {key} leaks secrets')
    expect(body).toContain('report:story-1:e.0')
  })

  it('shows as many claims of a few stories as there is room for', () => {
    const messages = renderDiscord(digestDocument(2, 12), 'whole')
    expect(messages).toHaveLength(1)
    const shown = JSON.stringify(messages).match(/and that for the \d+th time/g)?.length ?? 0
    expect(shown).toBeGreaterThanOrEqual(6)
    expect(shown).toBeLessThan(24)
  })

  it('names threads and posts by the day of their digest', () => {
    const time = { at: '2026-11-24T08:00:00.000Z', label: 'Tue 24 Nov 08:00 (Europe/London)' }
    const dated = digestDocument(3).map((block) => (block.kind === 'title' ? { ...block, time } : block))
    expect(renderDiscord(dated, 'thread').at(-1)?.name).toBe('Morning digest · 24 Nov')
    expect(renderDiscord(dated, 'posts')[0]?.name).toBe('Bridge over the Tarn closes · 24 Nov')
  })

  it('says its instant in the zone of whoever reads it', () => {
    const time = { at: '2026-11-24T08:00:00.000Z', label: 'Tue 24 Nov 08:00 (Europe/London)' }
    const messages = renderDiscord([{ kind: 'title', text: 'Morning digest', time, detail: '2 stories' }], 'whole')
    expect(textsOf(messages)).toEqual(['## Morning digest\n<t:1795507200:f> · 2 stories'])
  })

  it('shows what an article says letter for letter', () => {
    const lines = [
      { kind: 'note', text: 'a*b_c~d`e|f>g [h](i) #1 - 2.5 https://x.example' },
      { kind: 'text', text: '3.5 million bees lost' },
      { kind: 'text', text: '1. the hives' },
      { kind: 'text', text: '# no heading' },
    ] as const
    expect(textsOf(renderDiscord(lines, 'whole'))).toEqual([
      [
        '-# a\\*b\\_c\\~d\\`e\\|f\\>g \\[h\\](i) #1 - 2.5 https:\u2060//x.example',
        '3.5 million bees lost',
        '1\\. the hives',
        '\\# no heading',
      ].join('\n'),
    ])
  })

  it('posts a message that an older version had laid out as that laid it out', async () => {
    const row = { type: 1, components: [{ type: 3, custom_id: 'pick:{key}', placeholder: 'All claims', options: [] }] }
    const older = { content: '**Morning digest**', embeds: [{ title: 'Bridge' }], components: [row], below: false }
    discord.decide = ({ method }) => (method === 'POST' ? { kind: 'error', status: 400, code: 50_035 } : undefined)
    await open().send(older, to('e.0'))
    expect(discord.calls.at(-1)?.body).toMatchObject({
      content: '**Morning digest**',
      embeds: [{ title: 'Bridge' }],
      components: [{ components: [{ custom_id: 'pick:e.0' }] }],
      flags: 0,
    })
  })

  it('replaces the text and embeds of an older message', async () => {
    const platform = open()
    const [message] = platform.render(digestDocument(1), 'whole')
    const sent = await platform.send(message ?? {}, to('e.0'))
    if (sent.kind !== 'sent') throw new Error(sent.reason)
    await platform.edit?.(message ?? {}, { ...to('e.0'), message: sent.message })
    expect(discord.calls.at(-1)).toMatchObject({
      method: 'PATCH',
      body: { content: null, embeds: null, flags: 1 << 15 },
    })
  })
})

describe('an interaction', () => {
  const taken: { id: string; request: ChatRequest }[] = []
  const answered: { command: Command; asker: Asker }[] = []
  let reply: Reply = { done: true, document: [{ kind: 'note', text: 'Thank you.' }], data: [] }
  const seen = new Set<string>()
  const inbox = fakeInbox({
    firstSight: async (id) => seen.size < seen.add(id).size,
    take: async (id, request) => {
      if (id.startsWith('discord:share:') && taken.some((each) => each.id === id)) return false
      return taken.push({ id, request }) > 0
    },
    reply: (command, asker) => {
      answered.push({ command, asker })
      return reply
    },
  })
  const options = { inbox, attachment: async () => '<opml/>' }
  const base: Interaction = {
    id: '1',
    token: 'tok',
    type: 2,
    guild_id: 'G1',
    channel_id: 'C1',
    member: { user: { id: 'U1' }, permissions: String(1 << 5) },
  }
  const slash = async (name: string, given: readonly object[] = [], more: Partial<Interaction> = {}) =>
    await answerInteraction({ ...base, ...more, data: { name, type: 1, options: given as never } }, options)

  beforeEach(() => {
    taken.length = 0
    answered.length = 0
  })

  it('is kept and promised, to the asker alone or to everybody', async () => {
    expect(await slash('summarize', [{ name: 'url', type: 3, value: 'https://tarn.example/1' }])).toEqual({
      type: 5,
      data: { flags: 64 },
    })
    expect(
      await slash('summarize', [
        { name: 'text', type: 3, value: 'A text.' },
        { name: 'share', type: 5, value: true },
      ]),
    ).toEqual({ type: 5, data: {} })
    expect(taken.map(({ request }) => request.command)).toMatchObject([
      { material: { text: 'https://tarn.example/1' } },
      { material: { text: 'A text.' } },
    ])
    expect(taken[0]?.request.asker).toMatchObject({ workspace: { id: 'discord:G1' }, mayManage: true, person: 'U1' })
  })

  it('sets a digest in the words that people type', async () => {
    const given = [
      { name: 'days', type: 3, value: 'weekdays' },
      { name: 'time', type: 3, value: '8:00' },
      { name: 'zone', type: 3, value: 'Europe/Paris' },
      { name: 'stories', type: 4, value: 7 },
      { name: 'silent', type: 5, value: true },
    ]
    await slash('digest', [{ name: 'schedule', type: 1, options: given }], {
      member: { user: { id: 'U2' }, permissions: '0' },
    })
    expect(taken[0]?.request).toMatchObject({
      command: { kind: 'schedule-digest', order: { when: 'weekdays 8:00 Europe/Paris', stories: 7, silent: true } },
      asker: { mayManage: false },
    })
  })

  it.each<[string, readonly object[], string]>([
    ['summarize', [], 'Give a link'],
    ['digest', [{ name: 'pause', type: 1, options: [{ name: 'until', type: 3, value: 'soon' }] }], 'needs an end date'],
    ['nonsense', [], 'doesn’t know that command'],
  ])('says at once what it cannot do: %s', async (name, given, words) => {
    const answer = await slash(name, given)
    expect(answer).toMatchObject({ type: 4, data: { flags: 64 | (1 << 15), allowed_mentions: { parse: [] } } })
    expect(JSON.stringify(answer)).toContain(words)
    expect(taken).toEqual([])
  })

  it('on a message summarizes its links, three at most', async () => {
    const content = [1, 2, 3, 4].map((at) => `https://tarn.example/${at}`).join(' ')
    const data = { name: 'Summarize links', type: 3, target_id: 'M1', resolved: { messages: { M1: { content } } } }
    expect(await answerInteraction({ ...base, data }, options)).toEqual({ type: 5, data: { flags: 64 } })
    expect(taken).toHaveLength(3)
    expect(taken.map(({ request }) => 'beside' in request.replyTo.place)).toEqual([false, true, true])
  })

  it('suggests zones, feeds and speakers while somebody types', async () => {
    const suggest = async (name: string, verb: object[]) =>
      await answerInteraction({ ...base, type: 4, data: { name, options: verb as never } }, options)
    const zone = await suggest('digest', [
      { name: 'schedule', type: 1, options: [{ name: 'zone', type: 3, value: 'lond', focused: true }] },
    ])
    expect(JSON.stringify(zone)).toContain('Europe/London')
    reply = { done: true, document: [], data: [{ url: 'https://tarn.example/feed', outlet: 'Tarn Weekly' }] as never }
    const feeds = await suggest('feeds', [
      { name: 'remove', type: 1, options: [{ name: 'address', type: 3, value: 'tarn', focused: true }] },
    ])
    expect(feeds).toMatchObject({ type: 8, data: { choices: [{ value: 'https://tarn.example/feed' }] } })
    reply = { done: true, document: [], data: [{ name: 'Morning digest' }, { name: 'Evening digest' }] as never }
    const digests = await suggest('digest', [
      { name: 'pause', type: 1, options: [{ name: 'name', type: 3, value: 'even', focused: true }] },
    ])
    expect(digests).toEqual({ type: 8, data: { choices: [{ name: 'Evening digest', value: 'Evening digest' }] } })
    reply = { done: true, document: [], data: [{ url: 'https://tarn.example/feed', outlet: 'Tarn Weekly' }] as never }
    const several = await suggest('digest', [
      { name: 'schedule', type: 1, options: [{ name: 'feeds', type: 3, value: 'River Post, tar', focused: true }] },
    ])
    expect(several).toMatchObject({
      data: { choices: [{ name: 'River Post, Tarn Weekly', value: 'River Post, Tarn Weekly' }] },
    })
    reply = { done: true, document: [], data: { speaker: 'ana', stories: [{ claims: [{ speaker: 'Ana Ruiz' }] }] } }
    const speakers = await suggest('claims', [{ name: 'speaker', type: 3, value: 'ana', focused: true }])
    expect(speakers).toMatchObject({ data: { choices: [{ name: 'Ana Ruiz' }] } })
  })

  it('reports a mistake through a form', async () => {
    const form = await answerInteraction(
      { ...base, type: 3, data: { custom_id: 'pick:e.0', values: ['report:story-1'] } },
      options,
    )
    expect(form).toMatchObject({ type: 9, data: { custom_id: 'report:story-1' } })
    const components = [
      { type: 18, component: { type: 3, custom_id: 'reason', values: ['altered'] } },
      { type: 18, component: { type: 4, custom_id: 'words', value: 'It was “may”.' } },
    ]
    const answer = await answerInteraction(
      { ...base, type: 5, data: { custom_id: 'report:story-1', components } },
      options,
    )
    expect(answered[0]?.command).toMatchObject({
      kind: 'report-mistake',
      story: 'story-1',
      reason: 'altered',
      words: 'It was “may”.',
    })
    expect(answer).toMatchObject({ type: 4, data: { flags: 64 | (1 << 15) } })
  })

  it.each([
    ['desk-approve:e1 4', { kind: 'decide-edition', edition: 'e1', version: 4, decision: 'approve' }],
    ['desk-look:e1 4 s1', { kind: 'show-draft', edition: 'e1', story: 's1' }],
    ['desk-accept:e1 3 s1', { kind: 'judge-story', edition: 'e1', story: 's1', version: 3, verdict: 'accepted' }],
    [
      'desk-cut:e1 3 s1 claim:1.2',
      { kind: 'change-part', edition: 'e1', story: 's1', version: 3, part: 'claim:1.2', isIn: false },
    ],
  ])('does what an editor presses or chooses, to the version that it stands under: %s', async (value, command) => {
    await answerInteraction({ ...base, type: 3, data: { custom_id: value } }, options)
    await answerInteraction({ ...base, id: 'i2', type: 3, data: { custom_id: 'choose:x', values: [value] } }, options)
    expect(taken.slice(-2).map(({ request }) => request.command)).toEqual([command, command])
  })

  it('lets an editor rewrite a story in a form that holds its words', async () => {
    const story = {
      story: 's1',
      verdict: 'open',
      version: 3,
      headline: 'Bridge closes',
      summary: ['It closed on Monday.', 'Buses run by the ford.'],
    }
    reply = { done: true, document: [], data: { story } as never }
    const press = { ...base, type: 3, data: { custom_id: 'desk-edit:e1 3 s1' } }
    const form = await answerInteraction(press, options)
    expect(form).toMatchObject({ type: 9, data: { custom_id: 'edit:e1 3 s1' } })
    expect(JSON.stringify(form)).toContain('It closed on Monday.\\nBuses run by the ford.')
    const components = [
      { type: 18, component: { type: 4, custom_id: 'headline', value: 'Bridge shut' } },
      { type: 18, component: { type: 4, custom_id: 'summary', value: 'It shut on Monday.' } },
      { type: 18, component: { type: 3, custom_id: 'vouch', values: ['vouch'] } },
    ]
    reply = refusal('Nothing in the article matches it: It shut on Monday.', { field: 'summary' })
    const answer = await answerInteraction(
      { ...base, type: 5, data: { custom_id: 'edit:e1 3 s1', components } },
      options,
    )
    expect(JSON.stringify(answer)).toContain('Nothing in the article matches it')
    expect(answered.at(-1)?.command).toEqual({
      kind: 'edit-story',
      edition: 'e1',
      story: 's1',
      version: 3,
      headline: 'Bridge shut',
      summary: 'It shut on Monday.',
      vouch: true,
    })
    reply = refusal('That draft is closed: it has been posted.')
    expect(JSON.stringify(await answerInteraction(press, options))).toContain('That draft is closed')
    expect(await answerInteraction({ ...press, data: { custom_id: 'desk-edit:' } }, options)).toMatchObject({ type: 4 })
  })

  it('shows all claims to one, and an answer to everybody', async () => {
    const pick = async (value: string) =>
      await answerInteraction({ ...base, type: 3, data: { custom_id: 'pick:e.0', values: [value] } }, options)
    expect(await pick('story:story-1')).toEqual({ type: 5, data: { flags: 64 } })
    expect(await pick('share:answer-1')).toEqual({ type: 5, data: {} })
    expect(taken.map(({ request }) => request.command.kind)).toEqual(['show-story', 'show-answer'])
  })

  it('says at a second press, to that person alone, that an answer is posted already', async () => {
    const press = async (id: string, user: string) =>
      await answerInteraction(
        {
          ...base,
          id,
          member: { user: { id: user }, permissions: '0' },
          type: 3,
          data: { custom_id: 'share:answer-1' },
        },
        options,
      )
    expect(await press('21', 'U1')).toEqual({ type: 5, data: {} })
    for (const again of [await press('22', 'U1'), await press('23', 'U2')]) {
      expect(again).toMatchObject({ type: 4, data: { flags: 64 | (1 << 15) } })
      expect(JSON.stringify(again)).toContain('Already posted here')
    }
    expect(taken).toHaveLength(1)
  })

  it('that takes a story back in a direct message is about the server that the button names, where nobody is known to manage it', async () => {
    const { guild_id: _, member: __, ...direct } = { ...base, user: { id: 'U1' } }
    const press = { ...direct, type: 3, data: { custom_id: 'withdraw:discord:777 story-1' } }
    const asks = await answerInteraction(press, options)
    expect(asks).toMatchObject({ type: 4, data: { flags: 64 | (1 << 15) } })
    expect(JSON.stringify(asks)).toContain('Withdraw this story?')
    expect(taken).toEqual([])
    const sure = { ...press, data: { custom_id: `sure:${press.data.custom_id}` } }
    expect(JSON.stringify(asks)).toContain(sure.data.custom_id)
    expect(await answerInteraction(sure, options)).toEqual({ type: 5, data: { flags: 64 } })
    expect(taken[0]?.request).toMatchObject({
      command: { kind: 'withdraw-story', story: 'story-1' },
      asker: { workspace: { id: 'discord:777' }, person: 'U1', mayManage: false },
    })
    await answerInteraction({ ...base, type: 3, data: { custom_id: 'sure:withdraw:discord:777 story-2' } }, options)
    expect(taken[1]?.request.asker).toMatchObject({ workspace: { id: 'discord:G1' }, mayManage: true })
  })

  it('turns the pages of a ledger where it stands', async () => {
    const claims = Array.from({ length: 60 }, (_, at) =>
      claimLine({ id: `c${at}`, words: `${'told '.repeat(60)}${at}x` }),
    )
    const ledger = [storyBlock({ claims })]
    const turn = async (custom: string, type = 3) =>
      await answerInteraction({ ...base, type, data: { custom_id: custom } }, options)
    expect(await turn('story:story-1')).toEqual({ type: 5, data: { flags: 64 } })
    const seenIds = new Set<string>()
    for (let page = 0; ; page++) {
      const request = taken.at(-1)?.request
      if (!request) throw new Error('nothing was taken')
      expect(request.command).toEqual({ kind: 'show-story', story: 'story-1' })
      await open().say(request.replyTo, ledger)
      expect(discord.posted).toEqual([])
      const { method, body } = discord.calls.at(-1) ?? {}
      expect(method).toBe('PATCH')
      expect(problemOf(body as Record<string, unknown>)).toBeUndefined()
      for (const [id] of JSON.stringify(body).matchAll(/\d+x(?=")|\d+x(?= |\\n)/g)) seenIds.add(id)
      const rows = (body as { components: { components: { label: string; custom_id: string; disabled: boolean }[] }[] })
        .components
      const next = rows.at(-1)?.components.find(({ label }) => label === 'Next')
      expect(rows.at(-1)?.components[1]?.label).toMatch(new RegExp(`^Page ${page + 1} of \\d+$`))
      if (!next || next.disabled) break
      expect(await turn(next.custom_id)).toEqual({ type: 6 })
    }
    expect(seenIds.size).toBe(60)
    expect(await turn('page:x:story:1')).toMatchObject({ type: 4 })
  })

  it('over HTTP is taken signed, fresh and once', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519')
    const hex = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url').toString('hex')
    const route = interactionsRoute({ ...options, publicKey: hex, now: () => 1_000 })
    const send = async (body: object, { at = 1_000, tamper = '' } = {}) => {
      const text = JSON.stringify(body)
      const signature = sign(null, Buffer.from(`${at}${text}`), privateKey).toString('hex')
      const headers = { 'x-signature-ed25519': signature, 'x-signature-timestamp': String(at) }
      return await route.answer(new Request('http://a.example/', { method: 'POST', body: text + tamper, headers }))
    }
    expect(await (await send({ id: '9', token: 't', type: 1 })).json()).toEqual({ type: 1 })
    const command = { ...base, id: '77', data: { name: 'digest', type: 1, options: [{ name: 'list', type: 1 }] } }
    expect((await send(command)).status).toBe(200)
    expect((await send(command)).status).toBe(409)
    expect((await send(command, { at: 600 })).status).toBe(401)
    expect((await send(command, { at: 1_400 })).status).toBe(401)
    expect((await send(command, { tamper: ' ' })).status).toBe(401)
    expect(taken).toHaveLength(1)
  })
})

describe('commands', () => {
  it('are registered where they differ, and not again', async () => {
    const rest = createRest('token', discord.url)
    expect(await registerCommands(rest, { applicationId: '2', menu })).toBe(true)
    discord.commands = discordCommands(menu).map((command) => ({
      ...command,
      id: '5',
      version: '6',
      nsfw: false,
      ...('default_member_permissions' in command ? { default_member_permissions: '32' } : {}),
    }))
    expect(await registerCommands(rest, { applicationId: '2', menu })).toBe(false)
    discord.commands = [...discord.commands].slice(1)
    expect(await registerCommands(rest, { applicationId: '2', menu })).toBe(true)
  })

  it('read addresses with spaces around them, several at once, and verbs by their older names', async () => {
    const read = async (name: string, verb: string, options: object[]) =>
      await readCommand(
        { id: '1', token: 't', type: 2, data: { name, options: [{ name: verb, type: 1, options: options as never }] } },
        menu,
        async () => '',
      )
    const address = (value: string) => [{ name: 'address', type: 3, value }]
    expect(await read('feeds', 'add', address(' https://tarn.example/feed '))).toMatchObject({
      commands: [{ kind: 'add-feed', url: 'https://tarn.example/feed' }],
    })
    expect(await read('feeds', 'remove', address('tarn.example '))).toMatchObject({
      commands: [{ kind: 'remove-feed', url: 'https://tarn.example' }],
    })
    expect(await read('feeds', 'add', address('a.example b.example'))).toMatchObject({
      commands: [{ kind: 'start-feeds', list: 'a.example\nb.example' }],
    })
    expect(await read('digest', 'unlet', [{ name: 'person', type: 6, value: 'U7' }])).toMatchObject({
      commands: [{ kind: 'name-manager', person: 'U7', may: false }],
    })
  })

  it('let members read without those that change settings', async () => {
    const openly = discordCommands(menu).find(({ name }) => name === 'onrecord')
    expect(openly && 'default_member_permissions' in openly).toBe(false)
    const read = async (verb: string) =>
      await readCommand(
        { id: '1', token: 't', type: 2, data: { name: 'onrecord', options: [{ name: verb, type: 1 }] } },
        menu,
        async () => '',
      )
    for (const [verb, kind] of Object.entries({
      digests: 'list-digests',
      preview: 'preview-digest',
      status: 'digest-status',
      feeds: 'list-feeds',
    }))
      expect(await read(verb)).toMatchObject({ commands: [{ kind }], everybody: false })
  })

  it('are named in other languages by Discord’s rules', () => {
    const named: { name: string; type: number; name_localizations?: Record<string, string> }[] = []
    const collect = (command: object) => {
      if ('name_localizations' in command) named.push(command as never)
      for (const option of (command as { options?: readonly object[] }).options ?? []) collect(option)
    }
    for (const command of discordCommands(menu)) collect(command)
    expect(named.length).toBeGreaterThan(20)
    for (const { type, name_localizations: names = {} } of named)
      for (const name of Object.values(names)) {
        expect(name.length).toBeLessThanOrEqual(32)
        if (type !== 3) expect(name).toMatch(/^[\p{L}\p{N}_-]+$/u)
        if (type !== 3) expect(name).toBe(name.toLowerCase())
      }
    for (const { options = [] } of discordCommands(menu) as unknown as {
      options?: { name_localizations?: object }[]
    }[])
      for (const language of ['de', 'fr', 'es-ES']) {
        const own = options.flatMap(
          ({ name_localizations: names }) => (names as Record<string, string>)?.[language] ?? [],
        )
        expect(new Set(own).size).toBe(own.length)
      }
  })

  it('keep settings from members unless a server says otherwise', () => {
    const settings = discordCommands(menu).filter(({ name }) => name === 'digest' || name === 'feeds')
    expect(
      settings.map((command) => 'default_member_permissions' in command && command.default_member_permissions),
    ).toEqual(['32', '32'])
  })
})

describe('the gateway', () => {
  const taken: ChatRequest[] = []
  const erased: string[] = []
  let gateway: DiscordGateway

  beforeEach(async () => {
    taken.length = 0
    erased.length = 0
    gateway = new DiscordGateway({
      token: 'token',
      apiUrl: discord.url,
      applicationId: '2',
      shards: null,
      log: silent,
      inbox: fakeInbox({ take: async (_, request) => taken.push(request) > 0 }),
      installations: {
        token: async () => 'token',
        save: async () => undefined,
        erase: async (workspace) => void erased.push(workspace),
      },
      limits: { silentMs: 700, checkMs: 100, firstDelayMs: 50 },
    })
    await gateway.start()
    await until(() => discord.identified() > 0)
  })
  afterEach(async () => {
    await gateway.stop()
  })

  const interaction = {
    id: '1',
    token: 'tok',
    type: 2,
    guild_id: 'G1',
    channel_id: 'C1',
    application_id: '2',
    version: 1,
    locale: 'en-GB',
    entitlements: [],
    authorizing_integration_owners: { '0': 'G1' },
    context: 0,
    attachment_size_limit: 1,
    member: {
      user: { id: 'U1', username: 'u', discriminator: '0' },
      permissions: '32',
      roles: [],
      joined_at: null,
      deaf: false,
      mute: false,
      flags: 0,
    },
    data: { id: '3', name: 'digest', type: 1, options: [{ name: 'list', type: 1 }] },
  }

  it('takes interactions and answers them', async () => {
    discord.dispatch('INTERACTION_CREATE', interaction)
    await until(() => discord.calls.some(({ path }) => path.startsWith('/interactions')))
    expect(discord.calls.find(({ path }) => path.startsWith('/interactions'))?.body).toEqual({
      type: 5,
      data: { flags: 64 },
    })
    expect(taken).toHaveLength(1)
  })

  it('welcomes whoever added it to a server, there alone, and erases a server that it was removed from', async () => {
    const guild = {
      id: '900',
      name: 'Readers',
      owner_id: '77',
      unavailable: false,
      channels: [],
      roles: [],
      members: [],
      emojis: [],
      stickers: [],
    }
    discord.installers.set('900', '55')
    discord.dispatch('GUILD_CREATE', guild)
    await until(() => discord.posted.some(({ channel }) => channel === 'dm-55'))
    expect(discord.posted.map(({ channel }) => channel)).toEqual(['dm-55'])
    discord.dispatch('GUILD_DELETE', { id: '900', unavailable: true })
    await new Promise((done) => setTimeout(done, 100))
    expect(erased).toEqual([])
    discord.dispatch('GUILD_CREATE', guild)
    discord.dispatch('GUILD_DELETE', { id: '900' })
    await until(() => erased.length > 0)
    expect(erased).toEqual(['discord:900'])
    expect(discord.posted).toHaveLength(1)
  })

  it('comes back after a cut connection, and after one that is silent', async () => {
    discord.cutSockets()
    await new Promise((done) => setTimeout(done, 300))
    discord.fallSilent(true)
    discord.cutSockets()
    await new Promise((done) => setTimeout(done, 1_000))
    discord.fallSilent(false)
    const before = discord.identified()
    await until(() => discord.identified() > before, 15_000)
    discord.dispatch('INTERACTION_CREATE', interaction)
    await until(() => taken.length > 0)
    expect(taken.length).toBeGreaterThan(0)
  })
})

async function until(holds: () => boolean, ms = 10_000): Promise<void> {
  for (let turn = 0; turn < ms / 20 && !holds(); turn++) await new Promise((done) => setTimeout(done, 20))
}
