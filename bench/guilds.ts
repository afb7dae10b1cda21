import { DiscordGateway } from '../src/adapters/discord/inbound/gateway.ts'
import { startDiscord } from '../test/fakes/discord.ts'
import { fakeInbox } from '../test/fakes/inbox.ts'

/**
 * What servers cost in memory, and how soon the gateway is back after a connection was cut, the platform was away, or a
 * connection fell silent.
 *
 *   node --expose-gc bench/guilds.ts [servers]
 */

const servers = Number(process.argv[2] ?? 3_000)
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }
/** A zombie is noticed after this; five minutes outside of benches. */
const silentMs = 3_000

const interaction = {
  id: '1',
  token: 'tok',
  type: 2,
  guild_id: '10000000000',
  channel_id: '1',
  application_id: '2',
  version: 1,
  member: { user: { id: '55', username: 'u' }, permissions: '32', roles: [] },
  data: { id: '3', name: 'digest', type: 1, options: [{ name: 'list', type: 1 }] },
}

const discord = await startDiscord()
const answered: number[] = []
const gateway = new DiscordGateway({
  token: 'token',
  apiUrl: discord.url,
  applicationId: '2',
  shards: null,
  log: silent,
  inbox: fakeInbox({ take: async () => answered.push(performance.now()) > 0 }),
  installations: { token: async () => 'token', save: async () => undefined, erase: async () => undefined },
  limits: { silentMs, checkMs: 200 },
})
await gateway.start()
await until(() => discord.identified() > 0)

const before = heap()
for (let at = 0; at < servers; at++) discord.dispatch('GUILD_CREATE', server(at))
await new Promise((done) => setTimeout(done, 4_000))
const grown = heap() - before
console.log(
  `${servers} servers of 60 channels and 30 roles: ${(((grown / servers) * 1_000) / 1_048_576).toFixed(1)} MB for 1,000`,
)

console.log(`back after a cut connection: ${await timed(() => discord.cutSockets())}`)
discord.away(true)
discord.cutSockets()
await new Promise((done) => setTimeout(done, 3_000))
console.log(`back after the platform was away for 3 s, from its return on: ${await timed(() => discord.away(false))}`)
console.log(
  `back after a connection that fell silent for ${silentMs / 1_000} s, from then on: ${await timed(async () => {
    discord.fallSilent(true)
    await new Promise((done) => setTimeout(done, silentMs))
    discord.fallSilent(false)
  })}`,
)
await gateway.stop()
await discord.stop()
process.exit(0)

/** How long until an interaction is taken again. */
async function timed(happen: () => unknown): Promise<string> {
  await happen()
  const start = performance.now()
  const count = answered.length
  while (answered.length === count && performance.now() - start < 60_000) {
    discord.dispatch('INTERACTION_CREATE', interaction)
    await new Promise((done) => setTimeout(done, 50))
  }
  return answered.length === count ? 'not within a minute' : `${((performance.now() - start) / 1_000).toFixed(1)} s`
}

function heap(): number {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed
}

function server(at: number) {
  const id = String(10_000_000_000 + at)
  return {
    id,
    name: `Server ${at}`,
    owner_id: '77',
    unavailable: false,
    members: [],
    emojis: [],
    stickers: [],
    channels: Array.from({ length: 60 }, (_, index) => ({
      id: `${id}${100 + index}`,
      type: 0,
      name: `channel-${index}`,
      position: index,
      permission_overwrites: [],
      topic: 'What is spoken of here',
    })),
    roles: Array.from({ length: 30 }, (_, index) => ({
      id: `${id}${500 + index}`,
      name: `role-${index}`,
      permissions: '0',
      position: index,
      color: 0,
      colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
      hoist: false,
      managed: false,
      mentionable: false,
      flags: 0,
    })),
  }
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((done) => setTimeout(done, 20))
}
