import { type REST, RESTJSONErrorCodes, Routes } from 'discord.js'
import type { Destination, Found, Sent } from '../../domain/message.ts'
import type { Asker, Log, Platform } from '../../ports.ts'
import { discordCode, sentOf, unless } from './outbound/answers.ts'
import { InvalidBudget } from './outbound/budget.ts'
import { type Component, everyComponent } from './outbound/components.ts'
import { type DiscordMessage, renderDiscord } from './outbound/render.ts'
import { say, storedBody, storedEdit } from './outbound/say.ts'
import { isIn, obstacleIn, readableBy } from './outbound/visibility.ts'

/** Messages per page, and the most pages searched for a message that may have gone out. */
const looked = 100
const mostPages = 20
/** How far our clock may be ahead of Discord's, in milliseconds. */
const clockSlackMs = 120_000
/** The start of Discord's ids: the first second of 2015, in milliseconds since 1970. */
const discordEpochMs = 1_420_070_400_000
const suppressNotifications = 1 << 12
const forumTypes = new Set([15, 16])
const threadTypes = new Set([10, 11, 12])
const threadExists = 160_004
/** Errors for a server that the app is not in: unknown guild, missing access. */
const gone = new Set<number>([RESTJSONErrorCodes.UnknownGuild, RESTJSONErrorCodes.MissingAccess])

export interface DiscordOptions {
  readonly rest: REST
  readonly applicationId: string
  readonly log: Log
}

interface Context extends DiscordOptions {
  readonly budget: InvalidBudget
  /** The types of channels looked up so far, by id. */
  readonly types: Map<string, number>
  /** The messages known to have a thread. */
  readonly threads: Set<string>
}

/** Posts to Discord over REST, from any process. Each message has a nonce that is the same for every attempt. */
export function createDiscordPlatform(options: DiscordOptions): Platform {
  const context: Context = { ...options, budget: new InvalidBudget(), types: new Map(), threads: new Set() }
  options.rest.on('response', (_, response) => context.budget.count(response.status))
  return {
    name: 'discord',
    render: (document, shape) => renderDiscord(document, shape).map((message) => ({ ...message })),
    send: async (message, to) => {
      const wait = context.budget.waitMs()
      if (wait > 0) return { kind: 'later', reason: 'Discord has refused too many requests lately', retryAfterMs: wait }
      try {
        return { kind: 'sent', message: await post(message as unknown as DiscordMessage, to, context) }
      } catch (error) {
        return sentOf(error) satisfies Sent
      }
    },
    edit: async (message, to) => {
      try {
        return { kind: 'sent', message: await edit(message as unknown as DiscordMessage, to, context) }
      } catch (error) {
        return sentOf(error)
      }
    },
    find: async (to) => await findMessage(to, context),
    say: async (to, document, once) => await say(to, document, { ...options, once }),
    isUninstalled: async (workspace) => {
      // A person who uses the app alone is not a server.
      const guild = /^discord:(\d+)$/.exec(workspace)?.[1]
      if (guild === undefined || context.budget.waitMs() > 0) return false
      return await options.rest.get(Routes.guild(guild)).then(
        () => false,
        (error: unknown) => gone.has(discordCode(error)),
      )
    },
    isMember: async ({ workspace, person }, of) => await isIn({ workspace: workspace.id, person }, of, options.rest),
    readable: async ({ workspace, person }, channels) =>
      await readableBy({ workspace: workspace.id, person }, channels, options.rest),
    obstacle: async (_workspace, channel) => await obstacleIn(channel, options.applicationId, options.rest),
    // Each interaction states what the person may do, signed by Discord.
    mayManage: async ({ mayManage }: Asker) => (mayManage === true ? 'workspace' : 'nothing'),
  }
}

async function post(message: DiscordMessage, to: Destination, context: Context): Promise<string> {
  const { channel, parent, key, silent } = to
  const shown = storedBody(message, key)
  const body = { ...shown, flags: shown.flags | (silent ? suppressNotifications : 0) }
  if (parent === null && (await isForum(channel, context))) {
    const thread = (await context.rest.post(Routes.threads(channel), {
      body: { name: message.name, message: body },
    })) as { id: string }
    return thread.id
  }
  const place = await placeOf(message, to, context)
  if (message.below && place === parent) await openThread(message, to, context)
  const nonced = { ...body, nonce: key, enforce_nonce: true }
  return ((await context.rest.post(Routes.channelMessages(place), { body: nonced })) as { id: string }).id
}

/** Replaces a message; people mentioned in it are not notified. */
async function edit(
  message: DiscordMessage,
  to: Destination & { readonly message: string },
  context: Context,
): Promise<string> {
  const isPost = to.parent === null && (await isForum(to.channel, context))
  // The first message of a forum post has the same id as the post.
  const place = isPost ? to.message : await placeOf(message, to, context)
  await context.rest.patch(Routes.channelMessage(place, to.message), { body: storedEdit(message, to.key) })
  return to.message
}

/**
 * The channel for a message, or the thread below the first one. A forum post is already a thread; a message's thread
 * has the message's id. A thread contains no further threads.
 */
async function placeOf({ below }: DiscordMessage, { channel, parent }: Destination, context: Context): Promise<string> {
  if (parent === null) return channel
  if (await isForum(channel, context)) return parent
  return below && !threadTypes.has(await typeOf(channel, context)) ? parent : channel
}

/** Creates a message's thread unless it already exists. */
async function openThread({ name }: DiscordMessage, { channel, parent }: Destination, context: Context): Promise<void> {
  if (parent === null || context.threads.has(parent) || (await isForum(channel, context))) return
  try {
    await context.rest.post(Routes.threads(channel, parent), { body: { name, auto_archive_duration: 1_440 } })
  } catch (error) {
    if (discordCode(error) !== threadExists) throw error
  }
  context.threads.add(parent)
}

async function isForum(channel: string, context: Context): Promise<boolean> {
  return forumTypes.has(await typeOf(channel, context))
}

async function typeOf(channel: string, { rest, types }: Context): Promise<number> {
  const known = types.get(channel)
  if (known !== undefined) return known
  const { type } = (await rest.get(Routes.channel(channel))) as { type: number }
  types.set(channel, type)
  return type
}

interface Listed {
  readonly id: string
  readonly components?: readonly Component[]
}

async function findMessage(to: Destination, context: Context): Promise<Found> {
  const { channel, parent } = to
  try {
    if (await isForum(channel, context))
      return parent === null ? await findPost(to, context) : await findIn(parent, to, context)
    const here = await findIn(channel, to, context)
    if (here.kind !== 'absent' || parent === null) return here
    return await findIn(parent, to, context).catch(unless(RESTJSONErrorCodes.UnknownChannel, here))
  } catch (error) {
    const sent = sentOf(error)
    if (sent.kind !== 'refused')
      return { kind: 'later', reason: sent.reason, retryAfterMs: sent.kind === 'later' ? sent.retryAfterMs : 15_000 }
    return { kind: 'unsure', reason: `Discord didn’t let us check whether it went out: ${sent.reason}` }
  }
}

/** Searches the messages written since one may have gone out, page by page, up to a limit. */
async function findIn(channel: string, { key, since }: Destination, { rest }: Context): Promise<Found> {
  let after = earliest(since)
  for (let pages = 0; pages < mostPages; pages++) {
    const query = new URLSearchParams({ limit: String(looked), after: String(after) })
    const messages = (await rest.get(Routes.channelMessages(channel), { query })) as readonly Listed[]
    const found = messages.find((message) => hasKey(message, key))
    if (found) return { kind: 'found', message: found.id }
    if (messages.length < looked) return { kind: 'absent' }
    after = messages.reduce((latest, { id }) => (BigInt(id) > latest ? BigInt(id) : latest), after)
  }
  return { kind: 'unsure', reason: 'too many messages have been posted in the channel since' }
}

/** The id of a message sent at that moment, less a margin for clock differences: ids grow with time. */
function earliest(since: string | null): bigint {
  if (since === null) return 0n
  return BigInt(Math.max(0, Date.parse(since) - clockSlackMs - discordEpochMs)) << 22n
}

/** Looks for a forum post, which takes no nonce, among the forum's threads, by their first message. */
async function findPost({ channel, key, since }: Destination, { rest }: Context): Promise<Found> {
  const { guild_id: guild } = (await rest.get(Routes.channel(channel))) as { guild_id: string }
  const active = (await rest.get(Routes.guildActiveThreads(guild))) as { threads: { id: string; parent_id: string }[] }
  const archived = (await rest.get(Routes.channelThreads(channel, 'public'))) as {
    threads: { id: string; parent_id: string }[]
  }
  const from = earliest(since)
  const threads = [...active.threads, ...archived.threads]
    .filter((thread) => thread.parent_id === channel && BigInt(thread.id) >= from)
    .toSorted((one, other) => (BigInt(one.id) < BigInt(other.id) ? 1 : -1))
  if (threads.length > looked) return { kind: 'unsure', reason: 'too many posts have been made in the forum since' }
  for (const { id } of threads) {
    const first = (await rest
      .get(Routes.channelMessage(id, id))
      .catch(unless(RESTJSONErrorCodes.UnknownMessage, undefined))) as Listed | undefined
    if (first && hasKey(first, key)) return { kind: 'found', message: id }
  }
  return { kind: 'absent' }
}

function hasKey({ components }: Listed, key: string): boolean {
  return everyComponent(components ?? []).some(({ custom_id: id }) => id?.endsWith(`:${key}`))
}
