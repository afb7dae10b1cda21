import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { discordCommands } from '../../src/adapters/discord/inbound/commands.ts'
import type { Interaction, InteractionReply } from '../../src/adapters/discord/inbound/interaction.ts'
import { answerInteraction } from '../../src/adapters/discord/inbound/interactions.ts'
import { handleJob } from '../../src/app/tick.ts'
import { openInbox } from '../../src/commands/inbox/inbox.ts'
import { menu } from '../../src/commands/menu.ts'
import { workspaceId } from '../../src/domain/subscription.ts'
import type { Asker, Platform } from '../../src/ports.ts'
import type { Store } from '../../src/store/store.ts'
import { purgeUninstalled } from '../../src/upkeep/purge-uninstalled.ts'
import { type FakeDiscord, startDiscord } from '../fakes/discord.ts'
import { type OpenedNewsroom, openTestNewsroom } from '../fakes/newsroom.ts'
import { rowsOf } from '../fakes/rows.ts'
import type { Site } from '../fakes/site.ts'
import { bridgeArticle, startTown } from '../fakes/town.ts'

interface CommandOption {
  readonly type: number
  readonly name: string
  readonly options?: readonly CommandOption[]
  readonly choices?: readonly { readonly value: string }[]
}

const [ours, theirs] = ['G1', 'G2'].map((id) => workspaceId(`discord:${id}`))
const digest = 'Harbour digest'
let town: Site
let discord: FakeDiscord
let newsroom: OpenedNewsroom
let feed: string
let story: string

beforeAll(async () => {
  town = await startTown([bridgeArticle], 'Harbour Courier')
  discord = await startDiscord()
  feed = town.url('/feed.xml')
  newsroom = await openTestNewsroom({
    ONRECORD_ALLOW_HOSTS: town.host,
    ONRECORD_HOST_SPACING_MS: '0',
    DISCORD_API_URL: discord.url,
    DISCORD_TOKEN: 'token',
    DISCORD_APPLICATION_ID: '200000000000000000',
  })
  const owner: Asker = {
    workspace: { id: ours ?? workspaceId(''), kind: 'discord', name: 'G1' },
    channel: { platform: 'discord', id: '100' },
    person: '11',
    mayManage: true,
  }
  await newsroom.ask(owner, 'feeds', `add ${feed}`)
  await newsroom.ask(owner, 'digest', `schedule "${digest}" daily 8:00 London`)
  await newsroom.ask(owner, 'digest', 'now')
  await newsroom.settled()
  const [told] = await rowsOf(newsroom.services.store, 'stories')
  story = String(told?.['id'])
  await newsroom.services.store.requests.keepAnswer('answer-1', owner.workspace.id, {
    document: [{ kind: 'note', text: 'harbour secret' }],
    now: newsroom.services.clock.now(),
  })
})
afterAll(async () => {
  await newsroom.close()
  await Promise.all([discord.stop(), town.stop()])
})

describe('a server', () => {
  it('has a digest that was posted', () => {
    expect(discord.posted.map(({ channel }) => channel)).toContain('100')
    expect(JSON.stringify(discord.posted)).toContain('Bridge over the Tarn closes')
  })

  it('sees and changes nothing of another, whatever somebody who manages it asks, presses or types', async () => {
    const before = await state()
    const said: InteractionReply[] = []
    const from = discord.calls.length
    for (const interaction of [...commands(), ...presses(), ...suggestions()])
      said.push(
        await answerInteraction(interaction, {
          inbox: openInbox(newsroom.services),
          attachment: async () => '<opml/>',
        }),
      )
    await answered(said.filter(({ type }) => type === 5 || type === 6).length, from)
    const told = JSON.stringify([said, discord.calls.slice(from).map(({ body }) => body)])
    expect(said.length).toBeGreaterThan(30)
    for (const secret of [
      'Harbour Courier',
      'Bridge over',
      'no choice',
      'harbour secret',
      'Ana Ruiz',
      `“${digest}” is`,
    ])
      expect(told).not.toContain(secret)
    expect(await state()).toEqual(before)
  })
})

describe('a server that took the app away while nobody told us', () => {
  it('is forgotten in the night, and no other', async () => {
    const { services } = newsroom
    for (const id of ['300', '400'])
      await services.store.workspaces.ensure({ id: workspaceId(`discord:${id}`), kind: 'discord', name: id })
    const night = async (number: number) => {
      discord.fail(/GET \/guilds\/300/, { kind: 'error', status: 404, code: 10_004 })
      const at = new Date(Date.now() + number * 86_400_000).toISOString()
      await handleJob({ kind: 'purge' }, { ...services, clock: { now: () => at } })
      return await services.store.workspaces.ofKind('discord')
    }
    expect(await night(0)).toContain('discord:300')
    const kept = await night(1)
    expect(kept).not.toContain('discord:300')
    expect(kept).toEqual(expect.arrayContaining(['discord:400', 'discord:G1']))
  })

  it('is not believed to be gone where all are at once, as with a token of another app', async () => {
    const erased: string[] = []
    const ids = ['discord:1', 'discord:2'].map(workspaceId)
    const store = {
      workspaces: {
        ofKind: async () => ids,
        missing: async () => ids,
        erase: async (id: string) => void erased.push(id),
      },
    } as unknown as Store
    const platform = { name: 'discord', isUninstalled: async () => true } as unknown as Platform
    expect(await purgeUninstalled({ ...newsroom.services, store, platforms: [platform] })).toBe(0)
    expect(erased).toEqual([])
  })
})

const base = {
  token: 'token-2',
  guild_id: 'G2',
  channel_id: '100',
  member: { user: { id: '22' }, permissions: String(1 << 5) },
}
let next = 0

/** Every command with every verb, given what is the other server's. */
function commands(): Interaction[] {
  return (discordCommands(menu) as unknown as readonly CommandOption[]).flatMap((command) => {
    if (command.type === 3) return []
    const options = command.options ?? []
    const verbs = options.filter(({ type }) => type === 1)
    if (verbs.length === 0) return slash(command.name, filled(options))
    return verbs.map(({ name, options: all = [] }) => {
      // A watch makes a digest of the asker's own, which they may call what they like.
      const own = name === 'watch' ? all.filter((option) => option.name !== 'name') : all
      return slash(command.name, [{ name, type: 1, options: filled(own) }])
    })
  })
}

function slash(name: string, options: readonly object[]): Interaction {
  return { ...base, id: `i${next++}`, type: 2, data: { name, type: 1, options: options as never } }
}

function filled(options: readonly CommandOption[]): object[] {
  const given: Readonly<Record<string, string | number | boolean>> = {
    name: digest,
    feeds: feed,
    speaker: 'ruiz',
    days: 'daily',
    time: '9:00',
    words: 'bridge',
    person: '22',
    allowed: false,
    topic: 'world',
  }
  // What would follow the same feed, or fetch it anew, brings its news of its own right.
  return options.filter(({ name }) => name in given).map(({ name, type }) => ({ name, type, value: given[name] }))
}

function presses(): Interaction[] {
  return [
    `story:${story}`,
    `page:0:story:${story}`,
    'page:0:claims:ruiz',
    'share:answer-1',
    `more:${digest}`,
    'status:e.0',
    `report:${story}`,
  ].map((id) => ({ ...base, id: `i${next++}`, type: 3, data: { custom_id: id } }))
}

function suggestions(): Interaction[] {
  const typing = (name: string, option: string, value: string): Interaction => ({
    ...base,
    id: `i${next++}`,
    type: 4,
    data: { name, options: [{ name: option, type: 3, value, focused: true }] },
  })
  return [
    typing('digest', 'name', 'Harbour'),
    typing('digest', 'feeds', 'Harbour'),
    typing('feeds', 'url', town.host),
    typing('claims', 'speaker', 'ruiz'),
  ]
}

/** Resolves when as many answers as were promised have come. */
async function answered(promised: number, from: number): Promise<void> {
  const came = () => discord.calls.slice(from).filter(({ method }) => method === 'PATCH' || method === 'DELETE').length
  for (let turn = 0; turn < 400 && came() < promised; turn++) await new Promise((done) => setTimeout(done, 50))
  expect(came()).toBe(promised)
}

async function state() {
  const { store } = newsroom.services
  const id = ours ?? workspaceId('')
  return {
    feeds: (await store.feeds.list(id)).map(({ url }) => url),
    digests: await store.subscriptions.list(id),
    reports: (await rowsOf(store, 'reports')).filter(({ workspace }) => workspace !== theirs),
  }
}
