import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { setTimeout as sleep } from 'node:timers/promises'
import { registerCommands } from '../src/adapters/discord/inbound/commands.ts'
import { createRest } from '../src/adapters/discord/inbound/gateway.ts'
import { welcomeInstaller } from '../src/adapters/discord/inbound/guilds.ts'
import type { Interaction } from '../src/adapters/discord/inbound/interaction.ts'
import { answerInteraction } from '../src/adapters/discord/inbound/interactions.ts'
import { createDiscordPlatform } from '../src/adapters/discord/platform.ts'
import type { Document } from '../src/chat/document.ts'
import { specimens } from '../src/chat/gallery/gallery.ts'
import { menu } from '../src/commands/menu.ts'
import type { Destination, RenderedMessage } from '../src/domain/message.ts'
import { shapes, workspaceId } from '../src/domain/subscription.ts'
import { startDiscord } from '../test/fakes/discord.ts'
import { digestDocument, poisoned, poisons } from '../test/fakes/documents.ts'
import { fakeInbox } from '../test/fakes/inbox.ts'

/**
 * Holds every request that we make of Discord, and every answer to an interaction, to Discord's own description of its API:
 * https://github.com/discord/discord-api-spec
 *
 * node bench/discord-requests.ts <openapi.json>
 * Peers: npm ci --prefix bench/peers
 */
const require = createRequire(new URL('./peers/package.json', import.meta.url))
const Ajv = require('ajv/dist/2020').default
const addFormats = require('ajv-formats').default

interface Call {
  readonly method: string
  readonly path: string
  readonly body: unknown
}

const [file = ''] = process.argv.slice(2)
const api = JSON.parse(readFileSync(file, 'utf8')) as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}
const ajv = new Ajv({ strict: false, allErrors: false, formats: { snowflake: /^(?:0|[1-9]\d*)$/, nonce: true } })
addFormats(ajv)
ajv.addSchema(api, 'discord')
const routes = Object.keys(api.paths).map((path) => ({
  path,
  pattern: new RegExp(`^${path.replace(/\{[^}]+\}/g, '[^/]+')}$`),
}))

const guild = '100000000000000001'
const channel = '100000000000000002'
const person = '100000000000000003'
const application = '200000000000000000'
/** The client lets fifty requests a second go. */
const paceMs = 60
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }
const discord = await startDiscord()
const rest = createRest('token', discord.url)
const platform = createDiscordPlatform({ rest, applicationId: application, log: silent })

await registerCommands(rest, { applicationId: application, menu })
discord.installers.set(guild, person)
await welcomeInstaller({ id: guild }, { rest, applicationId: application, log: silent })
await post()
await say()
await platform.isUninstalled?.(workspaceId(`discord:${guild}`))
const answers = await interact()
await discord.stop()
report([...discord.calls, ...answers])

/** Digests of every shape and size, with whatever article texts may bring along, into channels, threads and forums. */
async function post(): Promise<void> {
  const documents: Document[] = [
    ...specimens.map(({ document }) => document),
    ...[1, 6, 20].map((stories) => digestDocument(stories, 12)),
    ...poisons.map((poison) => poisoned(poison)),
  ]
  const forum = '100000000000000009'
  discord.forums.add(forum)
  for (const [number, document] of documents.entries())
    for (const shape of shapes)
      for (const place of [channel, forum]) {
        let parent: string | null = null
        for (const [part, message] of platform.render(document, shape).entries()) {
          const to: Destination = {
            workspace: workspaceId(`discord:${guild}`),
            channel: place,
            parent: message.apart ? null : parent,
            key: `${number}${shape[0]}${place.at(-1)}.${part}`,
            silent: number % 2 === 0,
            since: null,
          }
          const sent = await sendPatiently(message, to)
          parent ??= sent
          if (part === 0 && number < 3) await platform.find(to)
        }
      }
}

async function sendPatiently(message: RenderedMessage, to: Destination): Promise<string> {
  for (;;) {
    await sleep(paceMs)
    const sent = await platform.send(message, to)
    if (sent.kind === 'sent') return sent.message
    if (sent.kind !== 'later') throw new Error(`${sent.kind}: ${sent.reason}`)
    await sleep(sent.retryAfterMs)
  }
}

/** Answers where they were promised, page by page, to everybody, and when it is too late for that. */
async function say(): Promise<void> {
  const workspace = workspaceId(`discord:${guild}`)
  const promised = { token: 'token', since: String(Date.now()), channel, person }
  const places = [
    promised,
    { ...promised, beside: 'true' },
    { ...promised, everybody: 'true' },
    { ...promised, ledger: 'story:s', page: '1' },
    { ...promised, since: '0' },
    { ...promised, since: '0', everybody: 'true' },
  ]
  for (const place of places)
    for (const { document } of specimens) {
      await sleep(paceMs)
      await platform.say({ platform: 'discord', workspace, place }, document)
    }
  await platform.say(
    { platform: 'discord', workspace, place: { ...promised, ledger: 'story:s', page: '1' } },
    digestDocument(20, 12),
  )
}

/** What we answer at once to commands, buttons, forms and suggestions. */
async function interact(): Promise<Call[]> {
  const inbox = fakeInbox({
    take: async () => true,
    reply: () => ({ done: true, document: [{ kind: 'note', text: 'Thank you.' }], data: [] }),
  })
  const base = {
    id: '1',
    token: 't',
    guild_id: guild,
    channel_id: channel,
    member: { user: { id: person }, permissions: '32' },
  }
  const command = (name: string, verb: string): Interaction => ({
    ...base,
    type: 2,
    data: { name, options: [{ name: verb, type: 1, options: [] }] },
  })
  const press = (id: string): Interaction => ({ ...base, type: 3, data: { custom_id: id } })
  const asked: Interaction[] = [
    { id: '1', token: 't', type: 1 },
    command('digest', 'list'),
    command('digest', 'filter'),
    command('nothing', 'x'),
    ...['story:s', 'page:1:story:s', 'share:a', 'more:Digest', 'status:e', 'report:s', 'nothing:x'].map(press),
    { ...base, type: 4, data: { name: 'digest', options: [{ name: 'zone', type: 3, value: 'lon', focused: true }] } },
    {
      ...base,
      type: 5,
      data: { custom_id: 'report:s', components: [{ component: { custom_id: 'reason', values: ['altered'] } }] },
    },
    { ...base, type: 5, data: { custom_id: 'report:s', components: [] } },
  ]
  const options = { inbox, attachment: async () => '<opml/>' }
  return await Promise.all(
    asked.map(async (interaction) => ({
      method: 'POST',
      path: '/interactions/1/t/callback',
      body: await answerInteraction(interaction, options),
    })),
  )
}

function report(calls: readonly Call[]): void {
  const wrong = new Map<string, number>()
  const counted = new Map<string, number>()
  for (const call of calls) {
    const path = call.path.split('?')[0] ?? ''
    const route = routes.find(({ pattern }) => pattern.test(path))
    const name = `${call.method} ${route?.path ?? path}`
    counted.set(name, (counted.get(name) ?? 0) + 1)
    const problem = route ? problemOf(call, route.path) : 'there is no such route'
    if (problem !== undefined) wrong.set(`${name}: ${problem}`, (wrong.get(`${name}: ${problem}`) ?? 0) + 1)
  }
  for (const [name, count] of counted) console.log(`${String(count).padStart(5)}  ${name}`)
  const failed = [...wrong.values()].reduce((sum, each) => sum + each, 0)
  for (const [what, count] of wrong) console.log(`${count} × ${what}`)
  console.log(`${calls.length - failed} of ${calls.length} are as Discord describes them`)
  process.exitCode = failed > 0 ? 1 : 0
}

/** What Discord's description has against a request; undefined where nothing. */
function problemOf({ method, body }: Call, path: string): string | undefined {
  const operation = api.paths[path]?.[method.toLowerCase()] as
    | { readonly requestBody?: { readonly content?: Readonly<Record<string, unknown>> } }
    | undefined
  if (!operation) return 'there is no such method'
  if (!operation.requestBody?.content?.['application/json']) return undefined
  const pointer = `/paths/${path.replaceAll('~', '~0').replaceAll('/', '~1')}/${method.toLowerCase()}/requestBody/content/application~1json/schema`
  const validate = ajv.getSchema(`discord#${encodeURI(pointer)}`)
  if (!validate) return 'its description can’t be read'
  if (validate(body)) return undefined
  const [first] = validate.errors ?? []
  return `${first?.instancePath} ${first?.message}`
}
