import { setTimeout as sleep } from 'node:timers/promises'
import { Client, Events, GatewayIntentBits, Options, REST, Routes } from 'discord.js'
import { reasonOf } from '../../../domain/reason.ts'
import { workspaceId } from '../../../domain/subscription.ts'
import type { Inbox, Installations, Log } from '../../../ports.ts'
import { registerCommands } from './commands.ts'
import { welcomeInstaller } from './guilds.ts'
import type { Interaction } from './interaction.ts'
import { answerInteraction, type InteractionOptions } from './interactions.ts'

/** The time limit of a request, in milliseconds; well below the time before a lost message is looked for. */
const requestMs = 8_000

export const gatewayLimits = {
  /** After this long without a sign of life, the connection counts as dead, whatever its state. */
  silentMs: 5 * 60_000,
  checkMs: 30_000,
  /** Delays before reconnecting: the first, which doubles each time, and the longest. */
  firstDelayMs: 1_000,
  longestDelayMs: 5 * 60_000,
} as const

export interface DiscordGatewayOptions {
  readonly token: string
  readonly apiUrl: string
  readonly applicationId: string
  readonly inbox: Inbox
  readonly installations: Installations
  readonly log: Log
  /** The shards that this process looks after; null for all servers. */
  readonly shards: Shards | null
  readonly limits?: Partial<Record<keyof typeof gatewayLimits, number>>
}

/** The shards of this process, and the total number of shards. */
export interface Shards {
  readonly own: readonly number[]
  readonly count: number
}

interface Packet {
  t: string | null
  d: unknown
}

/** Packets that discord.js needs to keep a connection and to know which servers it is in. */
const needed = new Set(['READY', 'RESUMED', 'GUILD_CREATE', 'GUILD_DELETE'])

/** Hides data that discord.js would build unneeded objects from, or throw on if parts of it are missing. */
function spare(packet: Packet): void {
  if (packet.t === null) return
  if (!needed.has(packet.t)) packet.t = null
  if (packet.t === 'GUILD_CREATE' && typeof packet.d === 'object')
    Object.assign(packet.d ?? {}, { channels: [], threads: [], roles: [], members: [], emojis: [], stickers: [] })
}

/** Caches nothing but which servers there are: each interaction comes with what we need to know. */
const makeCache = Options.cacheWithLimits(
  Object.fromEntries(
    [
      'ApplicationCommandManager',
      'AutoModerationRuleManager',
      'BaseGuildEmojiManager',
      'DMMessageManager',
      'GuildBanManager',
      'GuildEmojiManager',
      'GuildForumThreadManager',
      'GuildInviteManager',
      'GuildMemberManager',
      'GuildMessageManager',
      'GuildScheduledEventManager',
      'GuildStickerManager',
      'GuildTextThreadManager',
      'MessageManager',
      'PresenceManager',
      'ReactionManager',
      'StageInstanceManager',
      'ThreadManager',
      'ThreadMemberManager',
      'UserManager',
      'VoiceStateManager',
    ].map((manager) => [manager, 0]),
  ),
)

/** Discord's REST client with its retries and waiting off, because our code decides about both. */
export function createRest(token: string, apiUrl: string): REST {
  return new REST({ ...requestOptions(apiUrl), rejectOnRateLimit: () => true }).setToken(token)
}

function requestOptions(apiUrl: string) {
  return { version: '10', api: apiUrl.replace(/\/+$/, ''), retries: 0, timeout: requestMs }
}

/** The connection on which Discord reports what people do. It needs no privileged intent. */
export class DiscordGateway {
  readonly #options: DiscordGatewayOptions
  readonly #limits: Readonly<Record<keyof typeof gatewayLimits, number>>
  readonly #rest: REST
  #client: Client | undefined
  #lastSign = 0
  #stopping = false
  #reconnecting = false
  #watch: NodeJS.Timeout | undefined

  constructor(options: DiscordGatewayOptions) {
    this.#options = options
    this.#limits = { ...gatewayLimits, ...options.limits }
    this.#rest = createRest(options.token, options.apiUrl)
  }

  async start(): Promise<void> {
    const isNew = await registerCommands(this.#rest, {
      applicationId: this.#options.applicationId,
      menu: this.#options.inbox.menu,
    })
    if (isNew) this.#options.log.info('discord-commands-registered')
    await this.#connect()
    this.#watch = setInterval(() => void this.#check(), this.#limits.checkMs)
  }

  async stop(): Promise<void> {
    this.#stopping = true
    clearInterval(this.#watch)
    await this.#client?.destroy()
  }

  async #connect(): Promise<void> {
    const { token, apiUrl, shards, log, applicationId } = this.#options
    const client = new Client({
      intents: [GatewayIntentBits.Guilds],
      makeCache,
      ...(shards ? { shards: [...shards.own], shardCount: shards.count } : {}),
      rest: requestOptions(apiUrl),
      allowedMentions: { parse: [] },
    })
    this.#client = client
    this.#lastSign = performance.now()
    client.on(Events.Raw, (packet: Packet) => {
      this.#lastSign = performance.now()
      if (packet.t === 'INTERACTION_CREATE') void this.#answer(packet.d as Interaction)
      // An outage makes servers unavailable; the app has not left them.
      const left = packet.t === 'GUILD_DELETE' ? (packet.d as { id?: string; unavailable?: boolean }) : undefined
      if (left?.id && !left.unavailable) void this.#forget(left.id)
      spare(packet)
    })
    client.on(Events.Debug, (line) => {
      // Heartbeats are signs of life too, and are reported only here.
      if (/heartbeat ack/i.test(line)) this.#lastSign = performance.now()
    })
    client.on(Events.Error, (error) => this.#options.log.warn('discord-error', { reason: error.message }))
    client.on(Events.GuildCreate, (guild) => void welcomeInstaller(guild, { rest: this.#rest, applicationId, log }))
    await client.login(token)
  }

  async #forget(guild: string): Promise<void> {
    try {
      await this.#options.installations.erase(workspaceId(`discord:${guild}`))
    } catch (error) {
      this.#options.log.warn('discord-departure', { guild, reason: reasonOf(error) })
    }
  }

  async #check(): Promise<void> {
    if (this.#stopping || this.#reconnecting || performance.now() - this.#lastSign < this.#limits.silentMs) return
    this.#options.log.warn('discord-silent', { seconds: Math.round((performance.now() - this.#lastSign) / 1_000) })
    this.#reconnecting = true
    await this.#reconnect()
    this.#reconnecting = false
  }

  async #reconnect(): Promise<void> {
    for (let delayMs = this.#limits.firstDelayMs; !this.#stopping; ) {
      try {
        await this.#client?.destroy()
        return await this.#connect()
      } catch (error) {
        this.#options.log.warn('discord-reconnect', {
          reason: reasonOf(error),
          delayMs,
        })
        await sleep(delayMs)
        delayMs = Math.min(2 * delayMs, this.#limits.longestDelayMs)
      }
    }
  }

  async #answer(interaction: Interaction): Promise<void> {
    try {
      const callback = await answerInteraction(interaction, interactionOptions(this.#options.inbox))
      await this.#rest.post(Routes.interactionCallback(interaction.id, interaction.token), {
        body: callback,
        auth: false,
      })
    } catch (error) {
      this.#options.log.warn('discord-interaction-failed', {
        reason: reasonOf(error),
      })
    }
  }
}

/** The hosts on which Discord keeps attachments. */
const attachmentHosts = new Set(['cdn.discordapp.com', 'media.discordapp.net'])

export function interactionOptions(inbox: Inbox): InteractionOptions {
  return {
    inbox,
    attachment: async (url) => {
      if (!attachmentHosts.has(new URL(url).hostname)) throw new Error('this isn’t a Discord attachment')
      const response = await fetch(url, { signal: AbortSignal.timeout(2_000), redirect: 'error' })
      return await response.text()
    },
  }
}
