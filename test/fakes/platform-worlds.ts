import { createRest } from '../../src/adapters/discord/inbound/gateway.ts'
import { createDiscordPlatform } from '../../src/adapters/discord/platform.ts'
import { createSlackPlatform } from '../../src/adapters/slack/platform.ts'
import type { Platform } from '../../src/ports.ts'
import { startDiscord } from './discord.ts'
import { startSlack } from './slack.ts'

/** Slack and Discord with servers that stand in for them, and that answer with each of their faults when told to. */

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }

/** What a platform may do with one request. */
export const misfortunes = ['rate', 'refuse', 'cut', 'cut-sent', 'broken', 'broken-sent'] as const
export type Misfortune = (typeof misfortunes)[number]

/** A platform and the server that stands in for it. */
export interface World {
  readonly name: 'slack' | 'discord'
  open(): Platform
  /** How often a message of a channel with this key went out. */
  count(channel: string, key: string): number
  /** Whether such a message says all that it should. */
  isWhole(channel: string, key: string): boolean
  next: Map<string, Misfortune[]>
  /** What the platform's clock says in a channel. */
  readonly clocks: Map<string, { readonly ms: number }>
  stop(): Promise<void>
}

/** In one channel of twenty nobody may look what went out. */
function isBlind(channel: string): boolean {
  return Number(channel.replace(/\D/g, '')) % 20 === 0
}

/** What a platform's server does instead of what it should, when this befalls the request. */
function faultOf<Refusal>(misfortune: Misfortune | undefined, refusal: Refusal) {
  switch (misfortune) {
    case undefined:
      return undefined
    case 'rate':
      return { kind: 'rate-limited', seconds: 1 } as const
    case 'refuse':
      return refusal
    case 'cut':
    case 'cut-sent':
      return { kind: 'cut', commits: misfortune === 'cut-sent' } as const
    case 'broken':
    case 'broken-sent':
      return { kind: 'status', status: 500, commits: misfortune === 'broken-sent' } as const
  }
}

export async function openSlackWorld(): Promise<World> {
  const slack = await startSlack()
  const next = new Map<string, Misfortune[]>()
  const clocks: World['clocks'] = new Map()
  slack.now = (channel) => clocks.get(channel)?.ms ?? Date.now()
  slack.decide = (method, { channel }) => {
    if (method.startsWith('conversations.') && isBlind(String(channel)))
      return { kind: 'error', error: 'missing_scope' }
    if (method === 'chat.update') return faultOf(next.get(String(channel))?.pop(), undefined)
    if (method !== 'chat.postMessage') return undefined
    return faultOf(next.get(String(channel))?.pop(), { kind: 'error', error: 'channel_not_found' })
  }
  const installations = {
    token: async (workspace: string) => `xoxb-${workspace.replace('slack:', '')}`,
    save: async () => undefined,
    erase: async () => undefined,
  }
  return {
    name: 'slack',
    next,
    clocks,
    open: () => createSlackPlatform({ apiUrl: slack.url, installations, log: silent, responseHost: '127.0.0.1' }),
    count: (channel, key) =>
      slack.posted.filter((post) => post.channel === channel && JSON.stringify(post.metadata).includes(`"${key}"`))
        .length,
    isWhole: (channel, key) =>
      slack.posted.some(
        (post) =>
          post.channel === channel &&
          JSON.stringify(post.metadata).includes(`"${key}"`) &&
          JSON.stringify(post.blocks).includes('Who says what'),
      ),
    stop: slack.stop,
  }
}

export async function openDiscordWorld(): Promise<World> {
  const discord = await startDiscord()
  const next = new Map<string, Misfortune[]>()
  discord.decide = ({ method, path }) => {
    const looked = /^\/channels\/(\d+)\/messages\?/.exec(path)?.[1]
    if (looked && isBlind(looked)) return { kind: 'error', status: 403, code: 50_001 }
    const channel = /^\/channels\/(\d+)\/messages$/.exec(path)?.[1]
    if (method !== 'POST' || !channel) return undefined
    return faultOf(next.get(channel)?.pop(), { kind: 'error', status: 403, code: 50_013 })
  }
  return {
    name: 'discord',
    next,
    clocks: new Map(),
    open: () => createDiscordPlatform({ rest: createRest('token', discord.url), applicationId: '2', log: silent }),
    count: (channel, key) =>
      discord.posted.filter((post) => post.channel === channel && JSON.stringify(post.body).includes(key)).length,
    isWhole: () => true,
    stop: discord.stop,
  }
}
