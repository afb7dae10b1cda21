import { WebClient } from '@slack/web-api'
import type { Destination, Found, Sent } from '../../domain/message.ts'
import type { WorkspaceId } from '../../domain/subscription.ts'
import type { Installations, Log, Platform } from '../../ports.ts'
import { isRemoved } from './outbound/answers.ts'
import { obstacleIn, zoneOf } from './outbound/channels.ts'
import { Finder } from './outbound/find.ts'
import { isIn, readableBy, scopeOf } from './outbound/people.ts'
import { edit, fill, openPacers, type Posting, send } from './outbound/post.ts'
import { renderSlack, type SlackMessage } from './outbound/render.ts'
import { say } from './outbound/say.ts'

/** The time limit of a request, in milliseconds; well below the time before a lost message is looked for. */
const requestMs = 8_000
const away = { kind: 'later', reason: 'Slack cannot be reached', retryAfterMs: 15_000 } as const

export interface SlackOptions {
  readonly apiUrl: string
  readonly installations: Installations
  readonly log: Log
  /** True if the workspace installed the app itself, not through the token in the settings. Absent if none has. */
  installed?(workspace: WorkspaceId): Promise<boolean>
  /** The host of response_urls; no other host is contacted. */
  readonly responseHost: string
}

export interface SlackPlatform extends Platform {
  clientOf(workspace: WorkspaceId): Promise<WebClient | undefined>
}

/** A client that never retries, because our code decides about retries. Each request has a time limit. */
export function slackClient(token: string | undefined, apiUrl: string): WebClient {
  return new WebClient(token, {
    slackApiUrl: `${apiUrl.replace(/\/+$/, '')}/`,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: requestMs,
  })
}

/** Posts to Slack: each message once, found again by its metadata. */
export function createSlackPlatform(options: SlackOptions): SlackPlatform {
  const pacers = openPacers()
  const finder = new Finder()
  const { installations } = options
  const clientOf = async (workspace: WorkspaceId) => {
    const token = await installations.token(workspace)
    return token === undefined ? undefined : slackClient(token, options.apiUrl)
  }
  const withClient = async <T>(workspace: WorkspaceId, none: T, work: (client: WebClient) => Promise<T>) => {
    const client = await clientOf(workspace).catch(() => null)
    if (client === null) return away
    return client ? await work(client) : none
  }
  const posting = async ({ workspace }: Destination, work: (posting: Posting) => Promise<Sent>) => {
    const none: Sent = { kind: 'refused', reason: 'the app has no token for this workspace; install it' }
    return await withClient(workspace, none, async (client) => await work({ client, pacers, finder }))
  }
  return {
    name: 'slack',
    clientOf,
    render: (document, shape) => renderSlack(document, shape).map((message) => ({ ...message })),
    send: async (message, to) => await posting(to, (each) => send(message as unknown as SlackMessage, to, each)),
    fill: async (message, at) => await posting(at, (each) => fill(message as unknown as SlackMessage, at, each)),
    edit: async (message, at) => await posting(at, (each) => edit(message as unknown as SlackMessage, at, each)),
    find: async (to) => {
      const none: Found = { kind: 'unsure', reason: 'the app no longer has a token' }
      return await withClient(to.workspace, none, async (client) => await finder.find(to, client))
    },
    say: async (to, document, once) => {
      const client = await clientOf(to.workspace).catch(() => undefined)
      if (!client) return false
      const { log, responseHost } = options
      const messages = renderSlack(document, 'answer')
      if (once && !(await once.isToBeSaid())) return true
      return await say(to.place, messages, { key: once?.key, client, log, responseHost })
    },
    maySayAgain: async ({ workspace, place }, begun) => {
      const { everybody, channel, thread } = place as Readonly<Record<string, string | undefined>>
      // An app cannot look up a message that was shown to one person only.
      if (!everybody || !channel) return false
      const client = await clientOf(workspace)
      if (!client) return false
      const found = await finder.find({ channel, parent: thread ?? null, ...begun }, client)
      if (found.kind === 'later') throw new Error(`Slack doesn’t say whether it was posted: ${found.reason}`)
      if (found.kind === 'unsure') options.log.warn('reply-unsure', { reason: found.reason })
      return found.kind === 'absent'
    },
    isUninstalled: async (workspace) => {
      if (!(await options.installed?.(workspace))) return false
      const client = await clientOf(workspace)
      if (!client) return false
      return await client.auth.test().then(() => false, isRemoved)
    },
    ...questions(clientOf),
  }
}

/** What people may do and see, and where the app can post, as Slack has it now. */
function questions(clientFor: SlackPlatform['clientOf']) {
  const clientOf = async (workspace: WorkspaceId) => await clientFor(workspace).catch(() => undefined)
  return {
    mayManage: async (asker) => {
      const client = await clientOf(asker.workspace.id)
      return client ? await scopeOf(asker, client) : 'nothing'
    },
    isMember: async ({ workspace, person }, of) => {
      const client = await clientOf(workspace.id)
      return client ? await isIn(person, of, client) : false
    },
    obstacle: async (workspace, channel) => {
      const client = await clientOf(workspace)
      return client ? await obstacleIn(channel, client) : null
    },
    zoneOf: async ({ workspace, person }) => {
      const client = await clientOf(workspace.id)
      return client ? await zoneOf(person, client) : null
    },
    readable: async ({ workspace, person }, channels) => {
      const client = await clientOf(workspace.id)
      return client ? await readableBy(person, channels, client) : new Set()
    },
  } satisfies Partial<Platform>
}
